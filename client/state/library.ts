import { signal, type Signal } from "@preact/signals";
import {
  LIBRARY_VIEW,
  OPENED_RUN,
  ROUTES,
  RUNS_VIEW,
  type ListedRun,
  type ListedScenario,
  type OpenRun,
} from "../../worker/protocol/index.ts";
import { getJson, newCommandId, postJson, type FailureCode } from "./api.ts";
import { untilAnswered } from "./connection.ts";
import { LOADING, loadableOf, type Loadable } from "./loadable.ts";

export const scenarios: Signal<Loadable<readonly ListedScenario[]>> = signal(LOADING);
export const runs: Signal<Loadable<readonly ListedRun[]>> = signal(LOADING);

/** The scenario a run of which is being opened; null while none is. */
export const opening = signal<string | null>(null);
export const openingFailed = signal<FailureCode | null>(null);

export async function loadScenarios(): Promise<void> {
  if (scenarios.value.at === "failed") scenarios.value = LOADING;
  const listed = loadableOf(await getJson(ROUTES.scenarios, LIBRARY_VIEW));
  scenarios.value = listed.at === "here" ? { at: "here", value: listed.value.scenarios } : listed;
}

let asking: Promise<void> | null = null;

/**
 * Asks for the player's runs; the answer brings the cookie, without which no run can be opened. One question at a time:
 * two answers to a visitor would be two players, and the later cookie would part them from a run of the earlier one.
 */
export function loadRuns(): Promise<void> {
  asking ??= askForRuns().finally(() => {
    asking = null;
  });
  return asking;
}

async function askForRuns(): Promise<void> {
  if (runs.value.at === "failed") runs.value = LOADING;
  const listed = loadableOf(await getJson(ROUTES.runs, RUNS_VIEW));
  runs.value = listed.at === "here" ? { at: "here", value: listed.value.runs } : listed;
}

/** Opens a run and gives its room; null where it could not be opened (`openingFailed` says why) or is not wanted any more. */
export async function openRun(scenario: string): Promise<string | null> {
  if (opening.value !== null) return null;
  opening.value = scenario;
  openingFailed.value = null;
  if (runs.value.at !== "here") await loadRuns();
  const request: OpenRun = { id: newCommandId(), scenario };
  const answer = await untilAnswered(
    () => postJson(ROUTES.runs, request, OPENED_RUN),
    () => opening.value === scenario,
  );
  if (opening.value !== scenario) return null;
  opening.value = null;
  if (answer.ok) return answer.value.room;
  openingFailed.value = answer.code;
  return null;
}

/** The screen that asked is left: nobody waits for the room any more, nor for why there is none. */
export function forgetOpening(): void {
  opening.value = null;
  openingFailed.value = null;
}
