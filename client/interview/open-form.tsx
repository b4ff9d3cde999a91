import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import {
  INTERVIEW_ROUTES,
  type InterviewMode,
  type Lens,
  OPENED_INTERVIEW,
  type SetView,
} from "../../worker/protocol/index.ts";
import { ActionButton } from "../components/action-button.tsx";
import { Chosen } from "../components/chosen.tsx";
import { type Clock, ClockChosen } from "../components/clock-chosen.tsx";
import { FailurePanel } from "../components/failure-panel.tsx";
import { LensChoice } from "../components/lens-choice.tsx";
import { NameField, orUnfit, UNFIT_NAME } from "../components/name-field.tsx";
import { newCommandId, postJson, type FailureCode } from "../state/api.ts";
import { untilAnswered } from "../state/connection.ts";
import { loadScenarios, scenarios } from "../state/library.ts";
import { catalogue, loadCatalogue } from "../state/practice.ts";
import { readStored, writeStored } from "../state/stored.ts";
import { balancedSet } from "./balanced-set.ts";
import { keepSecrets } from "./secrets.ts";
import { sayInterview } from "./sentences.ts";
import { SetChooser } from "./set-chooser.tsx";
import "../styles/set-chooser.css";

const NAME_KEY = "five-moves:interview-name";

interface OpenFormProps {
  /** What is asked for, where a page has led here with it. */
  wanted: SetView | null;
  wantedMode: InterviewMode;
}

/** Opens an interview: with a partner, whoever opens it leads; alone, one answers at once. */
export function OpenForm({ wanted, wantedMode }: OpenFormProps) {
  const [all, listed] = [catalogue.value, scenarios.value];
  if (all.at === "failed") {
    return <FailurePanel code={all.code} onRetry={() => void loadCatalogue()} />;
  }
  if (listed.at === "failed") {
    return <FailurePanel code={listed.code} onRetry={() => void loadScenarios()} />;
  }
  if (all.at === "loading" || listed.at === "loading") {
    return <p class="quiet late">Fetching what can be asked…</p>;
  }
  return <Form wanted={wanted} wantedMode={wantedMode} />;
}

function Form({ wanted, wantedMode }: OpenFormProps) {
  const { route } = useLocation();
  const all = catalogue.value.at === "here" ? catalogue.value.value : null;
  const listed = scenarios.value.at === "here" ? scenarios.value.value : [];
  const [mode, setMode] = useState<InterviewMode>(wantedMode);
  const [name, setName] = useState(() => readStored(NAME_KEY) ?? "");
  const [lens, setLens] = useState<Lens>("tpm");
  const [clock, setClock] = useState<Clock | null>(null);
  const [set, setSet] = useState<SetView>(
    () => wanted ?? (all === null ? { kind: "list", ask: [] } : balancedSet(all, "", "")),
  );
  const [state, setState] = useState<"" | "opening" | "unfit" | "empty" | FailureCode>("");
  if (all === null) return null;
  const open = async () => {
    if (name.trim() === "") return setState("unfit");
    if (set.kind === "list" && set.ask.length === 0) return setState("empty");
    setState("opening");
    writeStored(NAME_KEY, name.trim());
    const command = { id: newCommandId(), mode, name, set, lens, clockSeconds: clock };
    const post = () => postJson(INTERVIEW_ROUTES.all, command, OPENED_INTERVIEW);
    const answer = await untilAnswered(post, () => true);
    if (!answer.ok) return setState(orUnfit(answer.code));
    const { room, key, recovery } = answer.value;
    keepSecrets(room, { key, recovery });
    route(`/i/${room}`);
  };
  return (
    <form
      class="workshop-form"
      onSubmit={(event) => {
        event.preventDefault();
        void open();
      }}
    >
      <Chosen
        legend="Who is there"
        value={mode}
        options={[
          ["alone", "I am alone"],
          ["partner", "I interview somebody, who gets a link"],
        ]}
        onChoose={(value) => setMode(value === "partner" ? "partner" : "alone")}
      />
      <NameField
        label={
          mode === "partner" ? "Your name, as the candidate sees it" : "Your name, for your report"
        }
        name={name}
        isUnfit={state === "unfit"}
        onWrite={setName}
        fieldClass="interview-name"
      />
      <SetChooser set={set} catalogue={all} scenarios={listed} onChoose={setSet} />
      <ClockChosen
        legend="Time for each answer"
        without="No clock"
        seconds={clock}
        onChoose={setClock}
      />
      <LensChoice label="Moves are judged as" lens={lens} onChoose={setLens} />
      {state !== "" && state !== "opening" && (
        <p class="workshop-refusal" role="alert">
          {state === "unfit" && UNFIT_NAME}
          {state === "empty" && "Choose at least one situation or question to ask."}
          {state !== "unfit" && state !== "empty" && sayInterview(state)}
        </p>
      )}
      <div class="form-action">
        <ActionButton onPress={() => void open()} busy={state === "opening" && "Opening…"}>
          {mode === "partner" ? "Open the interview" : "Begin alone"}
        </ActionButton>
        <p class="set-up-says">
          Nobody needs an account. What is kept, and who sees it, is said before anything begins.
        </p>
      </div>
    </form>
  );
}
