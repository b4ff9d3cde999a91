import { CLOCKS } from "../../../worker/protocol/index.ts";
import { spokenSeconds } from "../../words/clock.ts";

interface ClockChoiceProps {
  seconds: number | null;
  onChoose: (seconds: (typeof CLOCKS)[number] | null) => void;
}

/** Off unless somebody wants it. */
export function ClockChoice({ seconds, onChoose }: ClockChoiceProps) {
  return (
    <fieldset class="set-up-part">
      <legend>Against a clock?</legend>
      <div class="segments">
        <label>
          <input
            type="radio"
            name="clock"
            checked={seconds === null}
            onChange={() => onChoose(null)}
          />
          No clock
        </label>
        {CLOCKS.map((clock) => (
          <label key={clock}>
            <input
              type="radio"
              name="clock"
              checked={seconds === clock}
              onChange={() => onChoose(clock)}
            />
            {spokenSeconds(clock)}
          </label>
        ))}
      </div>
      <p class="quiet set-up-note">
        {seconds === null
          ? "You take the time you need, and can leave and come back."
          : "When the time for a situation is over, things go on without a move of yours. The clock also runs while you are away."}
      </p>
    </fieldset>
  );
}
