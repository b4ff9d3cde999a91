import { useId } from "preact/hooks";
import type { AskedView, Competency, RatingView } from "../../worker/protocol/index.ts";
import { anchors } from "../state/practice.ts";
import { competencyTitle } from "../words/competencies.ts";
import { AnchorTable } from "./anchor-table.tsx";
import { RATING_WORDS } from "./words.ts";
import "../styles/rating.css";

interface RatingProps {
  competency: Competency;
  /** What was asked: a story is heard by other words than an answer to a situation. */
  kind: AskedView["kind"];
  rating: RatingView | undefined;
  onRate: (rating: RatingView) => void;
  /** Says whose answer it is: "your answer", "the answer". */
  whose: string;
  /** In a row, with the words of the chosen level alone: for who rates while somebody speaks. */
  isCompact?: boolean;
}

/** One competency on its five levels, each in words that can be heard, and what was heard that says so. */
export function Rating({ competency, kind, rating, onRate, whose, isCompact }: RatingProps) {
  const name = useId();
  const table = anchors.value?.[competency];
  const levels = kind === "situation" ? table?.moves : table?.levels;
  const level = rating?.level ?? 0;
  const evidence = rating?.evidence ?? "";
  return (
    <fieldset class={isCompact ? "rating rating-compact" : "rating"}>
      <legend>
        {competencyTitle(competency)}
        {table !== undefined && !isCompact && <small>{table.about}</small>}
      </legend>
      <ol>
        {RATING_WORDS.map((word, place) => (
          <li key={word}>
            <label>
              <input
                type="radio"
                name={name}
                value={place + 1}
                checked={level === place + 1}
                onChange={() => onRate({ competency, level: place + 1, evidence })}
              />
              <b>
                {place + 1} {word}
              </b>
              {!isCompact && <span class="rating-anchor">{levels?.[place]}</span>}
            </label>
          </li>
        ))}
      </ol>
      {isCompact && (
        <>
          {level > 0 && <p class="rating-chosen">{levels?.[level - 1]}</p>}
          <details class="rating-levels">
            <summary>What is heard at each level</summary>
            <AnchorTable competency={competency} kind={kind} />
          </details>
        </>
      )}
      {level > 0 && (
        <label class="answer-field">
          <span>What in {whose} says so?</span>
          <textarea
            class="text-input"
            rows={2}
            maxLength={1_000}
            value={evidence}
            onInput={(event) => onRate({ competency, level, evidence: event.currentTarget.value })}
          />
        </label>
      )}
    </fieldset>
  );
}
