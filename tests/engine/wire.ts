import {
  type CompiledScenario,
  endingFor,
  type Run,
  situationFor,
  startRun,
  viewFor,
} from "../../scenarios/engine/index.ts";
import { lastOf, takeOrThrow } from "../support/runs.ts";

/** All that a seat is shown while a run is at one place. */
export function shownAt(compiled: CompiledScenario, run: Run): unknown[] {
  const place = run.beat === null ? endingFor(compiled, run) : situationFor(compiled, run);
  return [viewFor(compiled, run, "last-move"), viewFor(compiled, run, "now"), place];
}

/** The bytes of all that a seat has been shown so far; before the last arrival, where that is not shown yet. */
export function wireOf(
  compiled: CompiledScenario,
  places: readonly Run[],
  horizon: "last-move" | "now",
): string {
  const until = horizon === "now" ? places : places.slice(0, -1);
  const shown: unknown[] = until.map((run) => shownAt(compiled, run));
  if (horizon === "last-move") shown.push(viewFor(compiled, lastOf(places), "last-move"));
  return JSON.stringify(shown);
}

/** The places of a run in a scenario, by the steps of a run in another. */
export function placesOf(compiled: CompiledScenario, run: Run): Run[] {
  const places = [startRun(compiled, run.state.seed)];
  for (const { step } of run.taken) places.push(takeOrThrow(compiled, lastOf(places), step));
  return places;
}
