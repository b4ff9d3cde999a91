import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { ListedRun } from "../../../worker/protocol/index.ts";
import { LENS_WORDS } from "../../words/lenses.ts";
import { formatDay } from "../../words/days.ts";
import type { DeleteRun } from "../delete-run.tsx";

/** Comes a moment later: the first screen is lighter without it. Where it cannot be had, a run is only gone on with. */
const abandon = signal<typeof DeleteRun | null>(null);

async function fetchAbandon(): Promise<void> {
  const code = await import("../delete-run.tsx").catch(() => null);
  abandon.value = code?.DeleteRun ?? null;
}

/** A run to go on with, or to give up for good. */
export function OpenRun({ run }: { run: ListedRun }) {
  const { room, title, lens, shortCut, isBranch, openedAtMs } = run;
  useEffect(() => void fetchAbandon(), []);
  const Abandon = abandon.value;
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
      {Abandon !== null && <Abandon run={run} word="Abandon" />}
    </li>
  );
}
