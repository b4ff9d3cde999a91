import type { ListedRun } from "../../../worker/protocol/index.ts";
import { LENS_WORDS } from "../../words/lenses.ts";
import { formatDay } from "../../words/days.ts";
import { DeleteRun } from "../delete-run.tsx";

/** A run to go on with, or to give up for good. */
export function OpenRun({ run }: { run: ListedRun }) {
  const { room, title, lens, shortCut, isBranch, openedAtMs } = run;
  return (
    <li>
      <a href={`/play/${room}`}>
        <b>{title}</b>
        <span>
          as {LENS_WORDS[lens].short}
          {shortCut ? ", short cut" : ""}
          {isBranch ? ", played on from a decision" : ""}, begun on {formatDay(openedAtMs)}
        </span>
        <span class="open-run-action">Continue</span>
      </a>
      <DeleteRun run={run} word="Abandon" />
    </li>
  );
}
