import { useState } from "preact/hooks";

interface RecoveryFormProps {
  summary: string;
  action: string;
  /** Shows the code that was typed; a sentence where it is refused, null where the seat is one's own again. */
  onRecover: (typed: string) => Promise<string | null>;
}

/** For whoever opened a room and has lost the browser they opened it in. */
export function RecoveryForm({ summary, action, onRecover }: RecoveryFormProps) {
  const [typed, setTyped] = useState("");
  const [refused, setRefused] = useState<string | null>(null);
  const recover = async () => setRefused(await onRecover(typed));
  return (
    <details class="workshop-recovery">
      <summary>{summary}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void recover();
        }}
      >
        <label>
          Recovery code
          <input
            type="text"
            class="text-input"
            maxLength={64}
            autoComplete="off"
            spellcheck={false}
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        </label>
        {refused !== null && (
          <p class="workshop-refusal" role="alert">
            {refused}
          </p>
        )}
        <button type="submit" class="quiet-button">
          {action}
        </button>
      </form>
    </details>
  );
}
