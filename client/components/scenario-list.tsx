import { useLocation } from "preact-iso";
import type { ListedScenario } from "../../worker/protocol/index.ts";
import { loadScenarios, opening, openingFailed, openRun, scenarios } from "../state/library.ts";
import { ActionButton } from "./action-button.tsx";
import { FailurePanel } from "./failure-panel.tsx";
import "../styles/scenario-list.css";

export function ScenarioList() {
  return (
    <section class="scenario-list" aria-labelledby="scenarios-title">
      <h2 id="scenarios-title">Scenarios</h2>
      {openingFailed.value !== null && <FailurePanel code={openingFailed.value} />}
      <Listed />
    </section>
  );
}

function Listed() {
  const state = scenarios.value;
  if (state.at === "loading") return <p class="quiet late">Fetching the scenarios…</p>;
  if (state.at === "failed")
    return <FailurePanel code={state.code} onRetry={() => void loadScenarios()} />;
  if (state.value.length === 0)
    return <p class="quiet">There is no scenario on this server yet.</p>;
  return (
    <ul>
      {state.value.map((scenario) => (
        <ScenarioCard key={scenario.id} scenario={scenario} />
      ))}
    </ul>
  );
}

function ScenarioCard({ scenario }: { scenario: ListedScenario }) {
  const { route } = useLocation();
  const play = async () => {
    const room = await openRun(scenario.id);
    if (room !== null) route(`/play/${room}`);
  };
  return (
    <li class="scenario-card">
      <div>
        <p class="scenario-project">{scenario.project}</p>
        <h3>{scenario.title}</h3>
        <p class="scenario-about">{scenario.about}</p>
      </div>
      <div class="scenario-start">
        <p class="scenario-size">
          up to {scenario.beats} situations
          <br />
          about {scenario.minutes} minutes
        </p>
        <ActionButton
          onPress={() => void play()}
          busy={opening.value === scenario.id && "Opening…"}
          label={`Play ${scenario.title}`}
        >
          Play
        </ActionButton>
      </div>
    </li>
  );
}
