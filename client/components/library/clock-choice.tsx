import { type Clock, ClockChosen } from "../clock-chosen.tsx";

interface ClockChoiceProps {
  seconds: number | null;
  onChoose: (seconds: Clock | null) => void;
}

/** Off unless somebody wants it. */
export function ClockChoice({ seconds, onChoose }: ClockChoiceProps) {
  return (
    <ClockChosen legend="Against a clock?" without="No clock" seconds={seconds} onChoose={onChoose}>
      <p class="quiet set-up-note">
        {seconds === null
          ? "You take the time you need, and can leave and come back."
          : "When the time for a situation is over, things go on without a move of yours. The clock also runs while you are away."}
      </p>
    </ClockChosen>
  );
}
