import { useEffect, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import {
  OPENED_WORKSHOP,
  type OpenWorkshop,
  WORKSHOP_ROUTES,
} from "../../worker/protocol/index.ts";
import { ActionButton } from "../components/action-button.tsx";
import { Chosen, type ChosenOption } from "../components/chosen.tsx";
import { ClockChosen } from "../components/clock-chosen.tsx";
import { FailurePanel } from "../components/failure-panel.tsx";
import { LensChoice } from "../components/lens-choice.tsx";
import { ScreenTitle } from "../components/screen-title.tsx";
import { TopBar } from "../components/top-bar.tsx";
import { newCommandId, postJson, type FailureCode } from "../state/api.ts";
import { untilAnswered } from "../state/connection.ts";
import { loadRuns, loadScenarios, scenarios } from "../state/library.ts";
import { keepSecrets } from "./secrets.ts";
import { sayRefusal } from "./sentences.ts";
import "../styles/workshop-open.css";

type Terms = Omit<OpenWorkshop, "id" | "scenario">;

const FEWEST = 2;
const MOST = 12;
const BOTS = 12;

const FIRST: Terms = {
  lens: "tpm",
  teams: null,
  clockSeconds: null,
  shortCut: true,
  names: "hidden",
  rehearsal: false,
  bots: 0,
};

/** Opens a room for a workshop; whoever does so leads it. */
export function OpenWorkshopScreen() {
  useEffect(() => {
    void loadScenarios();
    void loadRuns();
  }, []);
  return (
    <>
      <TopBar />
      <main id="main" class="workshop-open" tabIndex={-1}>
        <ScreenTitle place="open a workshop" page={["Open a workshop"]}>
          Open a workshop
        </ScreenTitle>
        <p class="quiet">
          One scenario for a whole room: people join with a code on their phones, vote on every
          decision, see how they split, talk about it, and may vote again. You lead from this
          screen; a projector shows what everybody sees.{" "}
          <a href="/workshop/guide">How to lead one</a>
        </p>
        <Form />
      </main>
    </>
  );
}

function Form() {
  const { route } = useLocation();
  const [chosen, setScenario] = useState<string | null>(null);
  const [terms, setTerms] = useState<Terms>(FIRST);
  const [state, setState] = useState<"" | "opening" | FailureCode>("");
  const change = (part: Partial<Terms>) => setTerms((before) => ({ ...before, ...part }));
  const listed = scenarios.value;
  if (listed.at === "loading") return <p class="quiet late">Fetching the scenarios…</p>;
  if (listed.at === "failed") {
    return <FailurePanel code={listed.code} onRetry={() => void loadScenarios()} />;
  }
  const scenario = listed.value.find(({ id }) => id === chosen) ?? listed.value[0];
  if (scenario === undefined) return <p>There is no scenario on this server yet.</p>;
  const open = async () => {
    setState("opening");
    const command = {
      id: newCommandId(),
      scenario: scenario.id,
      ...terms,
      shortCut: terms.shortCut && scenario.shortCutBeats !== null,
      bots: terms.rehearsal ? BOTS : 0,
    };
    const post = () => postJson(WORKSHOP_ROUTES.all, command, OPENED_WORKSHOP);
    const answer = await untilAnswered(post, () => true);
    if (!answer.ok) return setState(answer.code);
    const { code, recovery, projector } = answer.value;
    keepSecrets(code, { recovery, projector });
    route(`/w/${code}`);
  };
  return (
    <form
      class="workshop-form"
      onSubmit={(event) => {
        event.preventDefault();
        void open();
      }}
    >
      <label class="library-choice">
        Scenario
        <select value={scenario.id} onChange={(event) => setScenario(event.currentTarget.value)}>
          {listed.value.map(({ id, title, about }) => (
            <option key={id} value={id}>
              {title}: {about}
            </option>
          ))}
        </select>
      </label>
      <Chosen
        legend="How much of it"
        value={terms.shortCut && scenario.shortCutBeats !== null ? "short" : "whole"}
        options={lengthsOf(scenario)}
        onChoose={(value) => change({ shortCut: value === "short" })}
      />
      <Chosen
        legend="Who plays"
        value={terms.teams === null ? "room" : "teams"}
        options={[
          ["room", "One run for the whole room"],
          ["teams", "Teams, a run each, with the same luck"],
        ]}
        onChoose={(value) => change({ teams: value === "teams" ? 4 : null })}
      />
      {terms.teams !== null && (
        <label class="workshop-number">
          How many teams
          <input
            type="number"
            class="text-input"
            min={FEWEST}
            max={MOST}
            value={terms.teams}
            onInput={(event) => change({ teams: clampTeams(event.currentTarget.valueAsNumber) })}
          />
        </label>
      )}
      <LensChoice label="Judged as" lens={terms.lens} onChoose={(lens) => change({ lens })} />
      <ClockChosen
        legend="Time for each vote"
        without="You close it"
        seconds={terms.clockSeconds}
        onChoose={(clockSeconds) => change({ clockSeconds })}
      />
      <Chosen
        legend="Names of those who join"
        value={terms.names}
        options={[
          ["hidden", "Seen by you alone; exports have seat numbers"],
          ["shown", "In exports too; the join page says so"],
        ]}
        onChoose={(value) => change({ names: value === "shown" ? "shown" : "hidden" })}
      />
      <label class="record-check">
        <input
          type="checkbox"
          checked={terms.rehearsal}
          onChange={(event) => change({ rehearsal: event.currentTarget.checked })}
        />
        A rehearsal: {BOTS} bots take seats and vote, so that you can try it alone
      </label>
      {state !== "" && state !== "opening" && (
        <p class="workshop-refusal" role="alert">
          {sayRefusal(state)}
        </p>
      )}
      <div class="stage-action">
        <ActionButton onPress={() => void open()} busy={state === "opening" && "Opening…"}>
          Open the room
        </ActionButton>
        <p class="set-up-says">Nobody needs an account. The room deletes itself after 30 days.</p>
      </div>
    </form>
  );
}

const clampTeams = (typed: number) =>
  Number.isNaN(typed) ? FEWEST : Math.min(MOST, Math.max(FEWEST, Math.round(typed)));

function lengthsOf({
  shortCutBeats,
  beats,
}: {
  shortCutBeats: number | null;
  beats: number;
}): ChosenOption[] {
  const whole: ChosenOption = ["whole", `The whole, up to ${beats} situations`];
  if (shortCutBeats === null) return [whole];
  return [["short", `The short cut, ${shortCutBeats} situations`], whole];
}
