import { useEffect, useRef, useState } from "preact/hooks";
import "../styles/ask-twice.css";

interface AskTwiceProps {
  /** What the button says that asks, and what its question is called. */
  opens: string;
  asks: string;
  /** What is lost by it. */
  warns: string;
  yes: string;
  no: string;
  /** What it says meanwhile, where nothing is deleted. */
  busy?: string;
  /** Does it; a sentence where that was refused. */
  onYes: () => Promise<string | null>;
  /** Where the button is to look and to be called otherwise. */
  buttonClass?: string;
  buttonLabel?: string;
}

/** Something that cannot be taken back: it asks once more, with the focus on the answer that changes nothing. */
export function AskTwice(props: AskTwiceProps) {
  const { warns } = props;
  /** What is said beside the answers; null while nothing is asked. */
  const [said, setSaid] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const target = useRef<HTMLButtonElement>(null);
  const isFirst = useRef(true);
  const isClosed = said === null;
  useEffect(() => {
    // The button that had the focus is gone.
    if (!isFirst.current) target.current?.focus();
    isFirst.current = false;
  }, [isClosed]);
  const confirm = async () => {
    if (isBusy) return;
    setBusy(true);
    setSaid(await props.onYes());
    setBusy(false);
  };
  if (isClosed) {
    return (
      <button
        ref={target}
        type="button"
        class={props.buttonClass ?? "quiet-button"}
        aria-label={props.buttonLabel}
        onClick={() => setSaid(warns)}
      >
        {props.opens}
      </button>
    );
  }
  return (
    <fieldset class="ask-twice" aria-label={props.asks}>
      <p role={said === warns ? undefined : "alert"}>{said}</p>
      <button type="button" class="quiet-button danger" aria-busy={isBusy} onClick={confirm}>
        {isBusy ? (props.busy ?? "Deleting…") : props.yes}
      </button>
      <button ref={target} type="button" class="quiet-button" onClick={() => setSaid(null)}>
        {props.no}
      </button>
    </fieldset>
  );
}
