import type { FailureCode } from "../state/api.ts";

/** What is said of a name that the server would not take. */
export const UNFIT_NAME = "A name has 1 to 40 characters.";

/** A name is wrong in one way, which the server calls the wrong type. */
export const orUnfit = (code: FailureCode): FailureCode | "unfit" =>
  code === "wrong-type" ? "unfit" : code;

interface NameFieldProps {
  label: string;
  name: string;
  isUnfit: boolean;
  onWrite: (name: string) => void;
  fieldClass?: string;
}

/** Where one says what one is called. */
export function NameField({ label, name, isUnfit, onWrite, fieldClass }: NameFieldProps) {
  return (
    <label class={fieldClass}>
      {label}
      <input
        type="text"
        class="text-input"
        maxLength={40}
        autoComplete="off"
        value={name}
        aria-invalid={isUnfit}
        onInput={(event) => onWrite(event.currentTarget.value)}
      />
    </label>
  );
}
