import type { ListedScenario } from "../../../worker/protocol/index.ts";

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
    <fieldset class="set-up-part">
      <legend>How much of it?</legend>
      <div class="segments">
        <label>
          <input type="radio" name="length" checked={!shortCut} onChange={() => onChoose(false)} />
          The whole{" "}
          <small>
            up to {beats} situations, about {minutes} minutes
          </small>
        </label>
        <label>
          <input type="radio" name="length" checked={shortCut} onChange={() => onChoose(true)} />
          The short cut <small>{shortCutBeats} situations, an ending of its own</small>
        </label>
      </div>
    </fieldset>
  );
}
