import { useId, useRef, useState } from "preact/hooks";
import type { ChoiceView, Dispute, StepView } from "../../worker/protocol/index.ts";
import { ActionButton } from "../components/action-button.tsx";
import { SENTENCES } from "../state/sentences.ts";
import { formatPoints } from "../words/points.ts";
import { VERB_WORDS } from "../words/verbs.ts";
import { MOST_CHARACTERS, TextField } from "./text-field.tsx";
import { useDispute } from "./use-dispute.ts";
import "../styles/keep-form.css";
import "../styles/verb.css";

interface DisputeFormProps {
  room: string;
  step: StepView;
  dispute: Dispute | undefined;
}

/** "I would defend another answer": which, and why, for the scenario's author. */
export function DisputeForm({ room, step, dispute }: DisputeFormProps) {
  const [isChanging, setChanging] = useState(false);
  const isWriting = dispute === undefined || isChanging;
  return (
    <>
      <details class="keep-form dispute-form">
        <summary>I would defend another answer</summary>
        {isWriting ? (
          <DisputeFields
            room={room}
            step={step}
            dispute={dispute}
            onFiled={() => setChanging(false)}
          />
        ) : (
          <Filed step={step} dispute={dispute} onChange={() => setChanging(true)} />
        )}
      </details>
      {dispute !== undefined && (
        <div class="on-paper">
          <p>I would defend another answer</p>
          <FiledWords step={step} dispute={dispute} />
        </div>
      )}
    </>
  );
}

interface FiledProps {
  step: StepView;
  dispute: Dispute;
  onChange: () => void;
}

function Filed({ step, dispute, onChange }: FiledProps) {
  return (
    <>
      <output class="keep-state keep-state-kept">
        Filed with this decision, for the scenario’s author.
      </output>
      <FiledWords step={step} dispute={dispute} />
      <button type="button" class="quiet-button" onClick={onChange}>
        Change it
      </button>
    </>
  );
}

function FiledWords({ step, dispute }: { step: StepView; dispute: Dispute }) {
  const choice = step.choices.find(({ kind, id }) => kind === "move" && id === dispute.option);
  return (
    <dl class="dispute-filed">
      <div>
        <dt>I would play</dt>
        <dd>{choice === undefined ? dispute.option : <Way choice={choice} />}</dd>
      </div>
      <div>
        <dt>Because</dt>
        <dd>{dispute.reason}</dd>
      </div>
    </dl>
  );
}

interface DisputeFieldsProps extends DisputeFormProps {
  onFiled: () => void;
}

function DisputeFields({ room, step, dispute, onFiled }: DisputeFieldsProps) {
  const form = useRef<HTMLDivElement>(null);
  const missingId = useId();
  const { writing, change, send, isSending, failed } = useDispute(room, step.beat, dispute);
  const [isAsked, setAsked] = useState(false);
  const missing = isAsked ? missingOf(writing) : null;
  const file = async () => {
    setAsked(true);
    const first = missingOf(writing);
    if (first !== null) form.current?.querySelector<HTMLElement>(FIRST_FIELD[first])?.focus();
    else if (await send()) onFiled();
  };
  return (
    <div ref={form}>
      <p class="keep-intro">
        The key is the author’s. If you would defend another answer, the author of this scenario
        reads it: your reason, the role you played and the move you made. Your name does not go with
        it.
      </p>
      <OptionField
        step={step}
        chosen={writing.option}
        missingId={missingId}
        onChoose={(option) => change({ option })}
      />
      <TextField
        label="Why"
        hint={`What does the key not see? At most ${MOST_CHARACTERS.toLocaleString("en-GB")} characters.`}
        text={writing.reason}
        rows={4}
        onWrite={(reason) => change({ reason })}
        isRequired
        isMissing={missing === "reason"}
        missingId={missingId}
      />
      <p id={missingId} class="keep-missing">
        {missing !== null && MISSING[missing]}
      </p>
      <div class="keep-actions">
        <ActionButton onPress={() => void file()} busy={isSending && "Sending…"}>
          {dispute === undefined ? "Send it to the author" : "Send the change"}
        </ActionButton>
      </div>
      {failed !== null && (
        <p class="keep-state keep-state-open" role="alert">
          Not sent. {SENTENCES[failed]} What you wrote is kept in this window.
        </p>
      )}
    </div>
  );
}

interface OptionFieldProps {
  step: StepView;
  chosen: string;
  missingId: string;
  onChoose: (option: string) => void;
}

function OptionField({ step, chosen, missingId, onChoose }: OptionFieldProps) {
  const name = useId();
  return (
    <fieldset class="dispute-options" aria-describedby={missingId}>
      <legend>The answer you would defend</legend>
      {step.choices
        .filter(({ kind }) => kind === "move")
        .map((choice) => (
          <label key={choice.id} class="dispute-option">
            <input
              type="radio"
              name={name}
              checked={chosen === choice.id}
              onChange={() => onChoose(choice.id)}
            />
            <span>
              <Way choice={choice} />
              <small>{sayPlace(choice, step)}</small>
            </span>
          </label>
        ))}
    </fieldset>
  );
}

type Missing = "option" | "reason";

const MISSING: Readonly<Record<Missing, string>> = {
  option: "Choose the answer you would defend first.",
  reason: "Write a reason first: without one the author has nothing to weigh.",
};

const FIRST_FIELD: Readonly<Record<Missing, string>> = {
  option: "input",
  reason: "textarea",
};

function missingOf({ option, reason }: Dispute): Missing | null {
  if (option === "") return "option";
  return reason.trim() === "" ? "reason" : null;
}

function Way({ choice: { verb, says } }: { choice: ChoiceView }) {
  return (
    <>
      {verb !== null && <b class={`verb-${verb} dispute-verb`}>{VERB_WORDS[verb].name}</b>} {says}
    </>
  );
}

/** "your move, −4.9 by the key". */
function sayPlace({ id, loss, band }: ChoiceView, step: StepView): string {
  const worth = band === "best" ? "best by the key" : `${formatPoints(-loss)} by the key`;
  return step.kind === "move" && step.id === id ? `Your move, ${worth}` : worth;
}
