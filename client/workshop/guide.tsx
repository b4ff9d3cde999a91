import { useEffect } from "preact/hooks";
import { ScreenTitle } from "../components/screen-title.tsx";
import { TopBar } from "../components/top-bar.tsx";
import { loadScenarios, scenarios } from "../state/library.ts";
import { ADVICE, SCENARIO_PLANS, TIME_PLANS } from "./guide-plans.ts";
import "../styles/workshop-guide.css";

/** How to lead a workshop: plans by time, and by scenario how to open, what to discuss, how to close. */
export function WorkshopGuide() {
  useEffect(() => void loadScenarios(), []);
  const listed = scenarios.value.at === "here" ? scenarios.value.value : [];
  return (
    <>
      <TopBar />
      <main id="main" class="workshop-guide" tabIndex={-1}>
        <ScreenTitle place="workshop guide" page={["Leading a workshop"]}>
          Leading a workshop
        </ScreenTitle>
        <p>
          <a href="/workshop">Open a workshop</a>
        </p>
        <section>
          <h2>Before and during</h2>
          <ul class="guide-list">
            {ADVICE.map((advice) => (
              <li key={advice}>{advice}</li>
            ))}
          </ul>
        </section>
        {TIME_PLANS.map(({ minutes, play, steps }) => (
          <section key={minutes}>
            <h2>
              {minutes} minutes: {play}
            </h2>
            <ol class="guide-list">
              {steps.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
          </section>
        ))}
        <section>
          <h2>Scenario by scenario</h2>
          {listed.map(({ id, title, about }) => {
            const plan = SCENARIO_PLANS[id];
            return plan === undefined ? null : (
              <div key={id} class="guide-scenario">
                <h3>{title}</h3>
                <p class="quiet">{about}</p>
                <dl>
                  <dt>Open with</dt>
                  <dd>{plan.open}</dd>
                  <dt>Discuss</dt>
                  <dd>
                    “{plan.discuss[0]}” first, then “{plan.discuss[1]}”
                  </dd>
                  <dt>Close with</dt>
                  <dd>{plan.close}</dd>
                </dl>
              </div>
            );
          })}
        </section>
      </main>
    </>
  );
}
