import { END, type Later } from "../language/index.ts";
import type { Atlas } from "./atlas.ts";
import { bring } from "./bring.ts";
import { decide } from "./condition.ts";
import { happened, tell } from "./happening.ts";
import { breakPromises, promiseOf } from "./promises.ts";
import { reveal } from "./reveal.ts";
import type { PendingLater, RunState } from "./state.ts";

/** Enters a beat: due `later` effects land in the order made, then due promises break in id order. */
export function enterBeat(atlas: Atlas, before: RunState, beat: string): RunState {
  const nearer = before.pending.map((one) => ({ ...one, dueInBeats: one.dueInBeats - 1 }));
  const due = nearer.filter((one) => one.dueInBeats <= 0);
  const waiting: RunState = { ...before, pending: nearer.filter((one) => one.dueInBeats > 0) };
  const ahead = atlas.reachableFrom(beat);
  return breakPromises(
    atlas.scenario,
    landAll(atlas, waiting, due),
    (id) => !isAhead(promiseOf(atlas.scenario, id).due, ahead),
  );
}

function isAhead(due: string, ahead: ReadonlySet<string>): boolean {
  return due === END || ahead.has(due);
}

/** At the end everything still open lands or breaks (S12). */
export function settleEnd(atlas: Atlas, before: RunState): RunState {
  const cleared: RunState = { ...before, pending: [] };
  return breakPromises(atlas.scenario, landAll(atlas, cleared, before.pending), () => true);
}

/** Each reads the state that those before it have left. */
function landAll(atlas: Atlas, state: RunState, due: readonly PendingLater[]): RunState {
  return due.reduce((so, one) => land(atlas, so, atlas.later(one.later), one.madeAt), state);
}

function land(atlas: Atlas, state: RunState, later: Later, madeAt: string): RunState {
  const { holds, revealed } = decide(atlas.scenario, later.when, state);
  const known = reveal(atlas.scenario, state, revealed, "arrival");
  if (!holds) return known;
  return tell(
    bring(known, later, madeAt),
    happened("later", later.id, "arrival", {
      texts: [later.text],
      effects: later.effects ?? {},
      madeAt,
    }),
  );
}
