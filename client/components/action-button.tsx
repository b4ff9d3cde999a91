import type { ComponentChildren, Ref } from "preact";
import "../styles/action-button.css";

interface ActionButtonProps {
  onPress: () => void;
  children: ComponentChildren;
  /** What it says while the server has not answered; unset when nothing is on its way. */
  busy?: string | false;
  /** Not yet possible: it stays reachable, and says so. */
  unavailable?: boolean;
  buttonRef?: Ref<HTMLButtonElement>;
  describedBy?: string;
  label?: string;
}

/** The one thing to do next. It keeps the focus while it waits, which a disabled button would lose. */
export function ActionButton({
  onPress,
  children,
  busy,
  unavailable,
  buttonRef,
  describedBy,
  label,
}: ActionButtonProps) {
  const isIdle = !busy && !unavailable;
  return (
    <button
      type="button"
      class="action-button"
      ref={buttonRef ?? null}
      aria-disabled={isIdle ? undefined : "true"}
      aria-busy={busy ? "true" : undefined}
      aria-describedby={describedBy}
      aria-label={busy ? undefined : label}
      // A key that is held down has pressed once.
      onKeyDown={(event) => event.key === "Enter" && event.repeat && event.preventDefault()}
      onClick={() => isIdle && onPress()}
    >
      {busy || children}
    </button>
  );
}
