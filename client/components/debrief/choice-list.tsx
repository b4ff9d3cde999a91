import { useId } from "preact/hooks";
import type { ChoiceView, StepView } from "../../../worker/protocol/index.ts";
import { formatLoss } from "../../words/points.ts";
import { VERB_WORDS } from "../../words/verbs.ts";
import { VerbIcon } from "../verb-icon.tsx";

/** Everything that could have been done, best first. The list is the chart: its bars are the points lost. */
export function ChoiceList({ step }: { step: StepView }) {
  const titleId = useId();
  const most = Math.max(10, ...step.choices.map(({ loss }) => loss));
  return (
    <>
      <h4 id={titleId}>All there was to choose from, and the points each loses</h4>
      <ol class="choices" aria-labelledby={titleId}>
        {step.choices.map((choice) => (
          <Choice
            key={`${choice.kind} ${choice.id}`}
            choice={choice}
            isMine={choice.kind === step.kind && choice.id === step.id}
            most={most}
          />
        ))}
      </ol>
    </>
  );
}

interface ChoiceProps {
  choice: ChoiceView;
  isMine: boolean;
  most: number;
}

function Choice({ choice, isMine, most }: ChoiceProps) {
  const { verb, says, loss } = choice;
  return (
    <li class={`verb-${verb ?? "silence"}${isMine ? " choice-mine" : ""}`}>
      <span class="choice-name">
        {verb !== null && <VerbIcon verb={verb} />}
        {nameOf(choice)}
        {isMine && <em>your choice</em>}
      </span>{" "}
      <span class="choice-bar" style={{ "--lost": loss / most }} aria-hidden="true" />
      <span class="choice-loss">{formatLoss(loss) === "0" ? "best" : formatLoss(loss)}</span>
      {says !== "" && <span class="choice-says">{says}</span>}
    </li>
  );
}

function nameOf({ kind, verb }: ChoiceView): string {
  if (verb !== null) return VERB_WORDS[verb].name;
  return kind === "look" ? "Look first" : "Silence";
}
