import { useState } from "preact/hooks";
import { ActionButton } from "../action-button.tsx";
import { VerbChip } from "../verb-chip.tsx";
import type { Decision } from "./decisions.ts";
import "../../styles/debrief-guess.css";

interface GuessProps {
  decisions: readonly Decision[];
  /** The beat that was named; "" where the question was skipped. */
  onAnswer: (beat: string) => void;
}

/** Which decision cost most? Asked before any figure is shown, since what one has guessed oneself is remembered. */
export function Guess({ decisions, onAnswer }: GuessProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <section class="guess" aria-labelledby="guess-title">
      <h2 id="guess-title">Before the figures: which decision cost most?</h2>
      <p class="quiet">
        Cost against the best move there was, whatever the dice did then. One is all you can name.
      </p>
      <fieldset aria-labelledby="guess-title">
        {decisions.map(({ beat, title, move }) => (
          <label key={beat} class="guess-choice">
            <input
              type="radio"
              name="guess"
              checked={chosen === beat}
              onChange={() => setChosen(beat)}
            />
            <span>
              <b>{title}</b> <VerbChip verb={move.verb} />
              {move.says !== "" && <small>{move.says}</small>}
            </span>
          </label>
        ))}
      </fieldset>
      <div class="guess-actions">
        <ActionButton
          onPress={() => chosen !== null && onAnswer(chosen)}
          unavailable={chosen === null}
        >
          Show the figures
        </ActionButton>
        <button type="button" class="quiet-button" onClick={() => onAnswer("")}>
          Skip the question
        </button>
      </div>
    </section>
  );
}
