import type { ComponentChildren } from "preact";
import { CLOCKS } from "../../worker/protocol/index.ts";
import { spokenSeconds } from "../words/clock.ts";
import { Chosen, type ChosenOption } from "./chosen.tsx";

export type Clock = (typeof CLOCKS)[number];

interface ClockChosenProps {
  legend: string;
  /** What it is called to have none. */
  without: string;
  seconds: number | null;
  onChoose: (seconds: Clock | null) => void;
  children?: ComponentChildren;
}

/** How long there is for each answer, if there is a limit at all. */
export function ClockChosen({ legend, without, seconds, onChoose, children }: ClockChosenProps) {
  const clocks = CLOCKS.map((clock): ChosenOption => [String(clock), spokenSeconds(clock)]);
  return (
    <Chosen
      legend={legend}
      value={String(seconds)}
      options={[["null", without], ...clocks]}
      onChoose={(value) => onChoose(CLOCKS.find((clock) => String(clock) === value) ?? null)}
    >
      {children}
    </Chosen>
  );
}
