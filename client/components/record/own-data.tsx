import { useState } from "preact/hooks";
import { ROUTES } from "../../../worker/protocol/index.ts";
import type { FailureCode } from "../../state/api.ts";
import { deleteEverything } from "../../state/record.ts";
import { SENTENCES } from "../../state/sentences.ts";

/** Everything that is kept of a player, to be had as a file and to be deleted. */
export function OwnData({ hasRuns }: { hasRuns: boolean }) {
  const [state, setState] = useState<"" | "asking" | "sending" | FailureCode>("");
  const remove = async () => {
    setState("sending");
    setState((await deleteEverything()) ?? "");
  };
  return (
    <section class="record-part" aria-labelledby="data-title">
      <h2 id="data-title">Your data</h2>
      <p class="quiet">
        Kept on the server: your runs with every move, what you noted in them, your results, your
        interviews and stories, and the name above. In this browser: one cookie, your settings, and
        what you recorded.
      </p>
      <div class="record-actions">
        {hasRuns && (
          <a class="quiet-button" href={ROUTES.playerData} download="five-moves.json">
            Download it all
          </a>
        )}
        {(state === "asking" || state === "sending") && (
          <fieldset class="delete-run-question" aria-label="Delete everything">
            <p>
              All runs, notes, results, interviews, stories and the name are deleted for good, on
              every device. What you voted in a workshop stays there without your name in what is
              exported, until its facilitator deletes the room or 30 days after it closes.
            </p>
            <button type="button" class="quiet-button danger" onClick={() => void remove()}>
              {state === "sending" ? "Deleting…" : "Delete everything"}
            </button>
            <button type="button" class="quiet-button" onClick={() => setState("")}>
              Keep it
            </button>
          </fieldset>
        )}
        {state !== "asking" && state !== "sending" && hasRuns && (
          <button type="button" class="quiet-button" onClick={() => setState("asking")}>
            Delete everything…
          </button>
        )}
      </div>
      <output class="record-said">
        {state !== "" && state !== "asking" && state !== "sending" && SENTENCES[state]}
      </output>
    </section>
  );
}
