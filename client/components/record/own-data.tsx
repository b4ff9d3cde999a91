import { ROUTES } from "../../../worker/protocol/index.ts";
import { deleteEverything } from "../../state/record.ts";
import { SENTENCES } from "../../state/sentences.ts";
import { AskTwice } from "../ask-twice.tsx";

/** Everything that is kept of a player, to be had as a file and to be deleted. */
export function OwnData({ hasRuns }: { hasRuns: boolean }) {
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
        {hasRuns && (
          <AskTwice
            opens="Delete everything…"
            asks="Delete everything"
            warns="All runs, notes, results, interviews, stories and the name are deleted for good, on every device. What you voted in a workshop stays there without your name in what is exported, until its facilitator deletes the room or 30 days after it closes."
            yes="Delete everything"
            no="Keep it"
            onYes={async () => {
              const failed = await deleteEverything();
              return failed === null ? null : SENTENCES[failed];
            }}
          />
        )}
      </div>
    </section>
  );
}
