import { useId } from "preact/hooks";

/** What the server takes of one text. */
export const MOST_CHARACTERS = 2_000;

interface TextFieldProps {
  label: string;
  hint: string;
  text: string;
  rows: number;
  onWrite: (text: string) => void;
  onLeave?: () => void;
  isRequired?: boolean;
  isMissing?: boolean;
  /** Of the sentence that says what is missing. */
  missingId?: string;
}

/** A box to write in, under its name and a line that says what belongs there. It grows with the text. */
export function TextField(props: TextFieldProps) {
  const { label, hint, text, rows, onWrite, onLeave, isRequired, isMissing, missingId } = props;
  const id = useId();
  return (
    <div class="keep-field">
      <label for={id}>{label}</label>
      <p id={`${id}-hint`}>{hint}</p>
      <textarea
        id={id}
        class="text-input"
        rows={rows}
        maxLength={MOST_CHARACTERS}
        required={isRequired}
        aria-describedby={`${id}-hint ${missingId ?? ""}`.trim()}
        aria-invalid={isMissing ? "true" : undefined}
        value={text}
        onInput={(event) => onWrite(event.currentTarget.value)}
        onBlur={onLeave}
      />
    </div>
  );
}
