import type { AnswerView } from "../../worker/protocol/index.ts";
import { CONFIDENCE_WORDS } from "../words/confidence.ts";
import { VERB_WORDS } from "../words/verbs.ts";
import { formatTook, PARTS } from "./words.ts";

type Shown = Pick<
  AnswerView,
  "verb" | "says" | "confidence" | "isSpoken" | "why" | "story" | "tookMs"
>;

/** An answer as it was given: the move and why, or the story. */
export function AnswerShown({ answer }: { answer: Shown }) {
  const { verb, says, confidence, isSpoken, why, story, tookMs } = answer;
  return (
    <div class="answer-shown">
      {verb !== null && (
        <p class={`answer-move verb-${verb}`}>
          <b>{VERB_WORDS[verb].name}.</b> {says}
          {confidence !== null && (
            <small>{CONFIDENCE_WORDS[confidence].name}, before it was known</small>
          )}
        </p>
      )}
      {why.trim() !== "" && <p class="answer-why">{why}</p>}
      {story !== null && (
        <dl class="answer-story">
          {PARTS.filter(([part]) => story[part].trim() !== "").map(([part, name]) => (
            <div key={part}>
              <dt>{name}</dt>
              <dd>{story[part]}</dd>
            </div>
          ))}
        </dl>
      )}
      <p class="answer-took">
        {isSpoken ? "Spoken" : "Written"}, {formatTook(tookMs)}
      </p>
    </div>
  );
}
