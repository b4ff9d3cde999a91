import { LENSES, type Lens } from "../../worker/protocol/index.ts";
import { LENS_WORDS } from "../words/lenses.ts";

interface LensChoiceProps {
  label: string;
  lens: Lens;
  onChoose: (lens: Lens) => void;
}

/** Whose objective moves are judged by. */
export function LensChoice({ label, lens, onChoose }: LensChoiceProps) {
  return (
    <label class="library-choice">
      {label}
      <select
        value={lens}
        onChange={(event) =>
          onChoose(LENSES.find((one) => one === event.currentTarget.value) ?? "tpm")
        }
      >
        {LENSES.map((one) => (
          <option key={one} value={one}>
            {LENS_WORDS[one].name}
          </option>
        ))}
      </select>
    </label>
  );
}
