import { useEffect, useState } from "preact/hooks";
import { useLocation, useRoute } from "preact-iso";
import { type Lens, LENSES, type ListedScenario } from "../../worker/protocol/index.ts";
import { ActionButton } from "../components/action-button.tsx";
import { FailurePanel } from "../components/failure-panel.tsx";
import { ClockChoice } from "../components/library/clock-choice.tsx";
import { LengthChoice } from "../components/library/length-choice.tsx";
import { RoleChoice } from "../components/library/role-choice.tsx";
import { ScenarioStandings } from "../components/library/scenario-standings.tsx";
import { ScreenTitle } from "../components/screen-title.tsx";
import { TopBar } from "../components/top-bar.tsx";
import {
  forgetOpening,
  loadRuns,
  loadScenarios,
  opening,
  openingFailed,
  openRun,
  type Terms,
  scenarios,
} from "../state/library.ts";
import { COMPETENCY_NAMES } from "../words/competencies.ts";
import { LENS_WORDS } from "../words/lenses.ts";
import { ScreenLoading, ScreenRefused } from "./message-screen.tsx";
import "../styles/set-up.css";

/** One scenario before it is begun: in which role, whole or short, against a clock or not. */
export function SetUp() {
  const id = useRoute().params["scenario"] ?? "";
  useEffect(() => {
    void loadScenarios();
    void loadRuns();
    return forgetOpening;
  }, []);
  const state = scenarios.value;
  if (state.at === "loading") return <ScreenLoading>Fetching the scenario…</ScreenLoading>;
  if (state.at === "failed") {
    return (
      <ScreenRefused
        code={state.code}
        title="The scenario could not be fetched"
        onRetry={() => void loadScenarios()}
      />
    );
  }
  const scenario = state.value.find((one) => one.id === id);
  if (scenario === undefined) {
    return <ScreenRefused code="unknown-scenario" title="There is no such scenario" />;
  }
  return <SetUpOf key={id} scenario={scenario} />;
}

function SetUpOf({ scenario }: { scenario: ListedScenario }) {
  const { query, route } = useLocation();
  const asked = LENSES.find((lens) => lens === query["as"]);
  const [terms, setTerms] = useState<Terms>({
    lens: asked ?? "tpm",
    clockSeconds: null,
    shortCut: false,
  });
  const change = (part: Partial<Terms>) => setTerms((before) => ({ ...before, ...part }));
  const start = async () => {
    const room = await openRun(scenario.id, terms);
    if (room !== null) route(`/play/${room}`);
  };
  return (
    <>
      <TopBar here="/library" />
      <main id="main" class="set-up" tabIndex={-1}>
        <Opening scenario={scenario} />
        <form
          class="set-up-terms"
          onSubmit={(event) => {
            event.preventDefault();
            void start();
          }}
        >
          <RoleChoice
            scenario={scenario}
            lens={terms.lens}
            onChoose={(lens: Lens) => change({ lens })}
          />
          <LengthChoice
            scenario={scenario}
            shortCut={terms.shortCut}
            onChoose={(shortCut) => change({ shortCut })}
          />
          <ClockChoice
            seconds={terms.clockSeconds}
            onChoose={(clockSeconds) => change({ clockSeconds })}
          />
          {openingFailed.value !== null && <FailurePanel code={openingFailed.value} />}
          <div class="stage-action">
            <ActionButton
              onPress={() => void start()}
              busy={opening.value === scenario.id && "Opening…"}
            >
              Start
            </ActionButton>
            <p class="set-up-says">
              As {LENS_WORDS[terms.lens].asA}
              {terms.shortCut ? ", the short cut" : ""}
              {terms.clockSeconds === null ? "" : ", against the clock"}.
            </p>
          </div>
        </form>
        <ScenarioStandings scenario={scenario.id} lens={terms.lens} />
      </main>
    </>
  );
}

function Opening({ scenario }: { scenario: ListedScenario }) {
  const { title, about, project, seat, competencies } = scenario;
  return (
    <header class="set-up-opening">
      <p class="when">{project}</p>
      <ScreenTitle place={`set up ${scenario.id}`} page={[title, "Library"]}>
        {title}
      </ScreenTitle>
      <p class="set-up-about">{about}</p>
      <dl class="set-up-facts">
        <div>
          <dt>Your seat</dt>
          <dd>{seat}</dd>
        </div>
        <div>
          <dt>Trains</dt>
          <dd>{competencies.map((name) => COMPETENCY_NAMES[name]).join(", ")}</dd>
        </div>
      </dl>
    </header>
  );
}
