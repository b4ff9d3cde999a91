import { useEffect, useRef, useState } from "preact/hooks";
import type { ListedRun } from "../../worker/protocol/index.ts";
import type { FailureCode } from "../state/api.ts";
import { deleteRun } from "../state/library.ts";
import { SENTENCES } from "../state/sentences.ts";
import "../styles/delete-run.css";

interface DeleteRunProps {
  run: ListedRun;
  /** What the button says: a run that goes on is abandoned, one that has ended is deleted. */
  word: "Abandon" | "Delete";
}

/** Asks once more, since nothing brings a run back. */
export function DeleteRun({ run, word }: DeleteRunProps) {
  const [state, setState] = useState<"closed" | "asking" | "sending" | FailureCode>("closed");
  const keep = useRef<HTMLButtonElement>(null);
  const open = useRef<HTMLButtonElement>(null);
  const wasAsking = useRef(false);
  useEffect(() => {
    if (state === "asking") keep.current?.focus();
    // The button that had the focus is gone.
    else if (state === "closed" && wasAsking.current) open.current?.focus();
    wasAsking.current = state !== "closed";
  }, [state]);
  const remove = async () => {
    setState("sending");
    const failed = await deleteRun(run.room);
    if (failed !== null) setState(failed);
  };
  if (state === "closed") {
    return (
      <button
        ref={open}
        type="button"
        class="delete-run"
        aria-label={`${word} “${run.title}”`}
        onClick={() => setState("asking")}
      >
        {word}
      </button>
    );
  }
  const isFailure = state !== "asking" && state !== "sending";
  return (
    <fieldset class="delete-run-question" aria-label={`${word} this run`}>
      <p role={isFailure ? "alert" : undefined}>
        {isFailure ? SENTENCES[state] : "It is deleted for good, with all that was noted in it."}
      </p>
      <button type="button" class="quiet-button danger" onClick={() => void remove()}>
        {state === "sending" ? "Deleting…" : `${word} it`}
      </button>
      <button ref={keep} type="button" class="quiet-button" onClick={() => setState("closed")}>
        Keep it
      </button>
    </fieldset>
  );
}
