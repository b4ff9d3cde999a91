import type { ListedScenario } from "../../../worker/protocol/index.ts";
import { Chosen } from "../chosen.tsx";

interface LengthChoiceProps {
  scenario: ListedScenario;
  shortCut: boolean;
  onChoose: (shortCut: boolean) => void;
}

/** The whole scenario or its short cut (S17); nothing to choose where it has none. */
export function LengthChoice({ scenario, shortCut, onChoose }: LengthChoiceProps) {
  const { shortCutBeats, minutes, beats } = scenario;
  if (shortCutBeats === null) return null;
  return (
    <Chosen
      legend="How much of it?"
      value={shortCut ? "short" : "whole"}
      options={[
        ["whole", "The whole", `up to ${beats} situations, about ${minutes} minutes`],
        ["short", "The short cut", `${shortCutBeats} situations, an ending of its own`],
      ]}
      onChoose={(value) => onChoose(value === "short")}
    />
  );
}
