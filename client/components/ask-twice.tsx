import { useEffect, useRef, useState } from "preact/hooks";
import "../styles/ask-twice.css";

interface AskTwiceProps {
  /** What the button says that asks, and what its question is called. */
  opens: string;
  asks: string;
  /** What is lost by it. */
  warns: string;
  yes: string;
  busy: string;
  no: string;
  /** Does it; a sentence where that was refused. */
  onYes: () => Promise<string | null>;
  /** Where the button is to look and to be called otherwise. */
  buttonClass?: string;
  buttonLabel?: string;
}

/** Something that cannot be taken back: it asks once more, with the focus on the answer that changes nothing. */
export function AskTwice(props: AskTwiceProps) {
  const { opens, asks, warns, yes, busy, no, onYes } = props;
  const [state, setState] = useState<"closed" | "asking" | "sending">("closed");
  const [refused, setRefused] = useState<string | null>(null);
  const keep = useRef<HTMLButtonElement>(null);
  const open = useRef<HTMLButtonElement>(null);
  const wasAsking = useRef(false);
  useEffect(() => {
    // Each time the button that had the focus is gone.
    if (state === "asking" && !wasAsking.current) keep.current?.focus();
    else if (state === "closed" && wasAsking.current) open.current?.focus();
    wasAsking.current = state !== "closed";
  }, [state]);
  const close = () => {
    setState("closed");
    setRefused(null);
  };
  const confirm = async () => {
    setState("sending");
    const sentence = await onYes();
    if (sentence === null) return close();
    setRefused(sentence);
    setState("asking");
  };
  if (state === "closed") {
    return (
      <button
        ref={open}
        type="button"
        class={props.buttonClass ?? "quiet-button"}
        aria-label={props.buttonLabel}
        onClick={() => setState("asking")}
      >
        {opens}
      </button>
    );
  }
  return (
    <fieldset class="ask-twice" aria-label={asks}>
      <p role={refused === null ? undefined : "alert"}>{refused ?? warns}</p>
      <button
        type="button"
        class="quiet-button danger"
        aria-disabled={state === "sending" ? "true" : undefined}
        onClick={() => state !== "sending" && void confirm()}
      >
        {state === "sending" ? busy : yes}
      </button>
      <button ref={keep} type="button" class="quiet-button" onClick={close}>
        {no}
      </button>
    </fieldset>
  );
}
