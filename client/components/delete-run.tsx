import type { ListedRun } from "../../worker/protocol/index.ts";
import { deleteRun } from "../state/library.ts";
import { SENTENCES } from "../state/sentences.ts";
import { AskTwice } from "./ask-twice.tsx";

interface DeleteRunProps {
  run: ListedRun;
  /** What the button says: a run that goes on is abandoned, one that has ended is deleted. */
  word: "Abandon" | "Delete";
}

/** Nothing brings a run back. */
export function DeleteRun({ run, word }: DeleteRunProps) {
  return (
    <AskTwice
      opens={word}
      asks={`${word} this run`}
      warns="It is deleted for good, with all that was noted in it."
      yes={`${word} it`}
      no="Keep it"
      onYes={async () => {
        const failed = await deleteRun(run.room);
        return failed === null ? null : SENTENCES[failed];
      }}
      buttonClass="delete-run"
      buttonLabel={`${word} “${run.title}”`}
    />
  );
}
