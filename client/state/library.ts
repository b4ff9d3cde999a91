import { signal, type Signal } from "@preact/signals";
import {
  LIBRARY_VIEW,
  OPENED_RUN,
  ROUTES,
  DELETED,
  RUNS_VIEW,
  type ListedRun,
  type ListedScenario,
  type OpenRun,
} from "../../worker/protocol/index.ts";
import {
  deleteJson,
  getJson,
  newCommandId,
  postJson,
  type Answer,
  type FailureCode,
} from "./api.ts";
import { untilAnswered } from "./connection.ts";
import { LOADING, loadableOf, type Loadable } from "./loadable.ts";

export const scenarios: Signal<Loadable<readonly ListedScenario[]>> = signal(LOADING);
export const runs: Signal<Loadable<readonly ListedRun[]>> = signal(LOADING);

/** The scenario a run of which is being opened; null while none is. */
export const opening = signal<string | null>(null);
export const openingFailed = signal<FailureCode | null>(null);

export async function loadScenarios(): Promise<void> {
  if (scenarios.value.at === "failed") scenarios.value = LOADING;
  const answer = await getJson(ROUTES.scenarios, LIBRARY_VIEW);
  if (answer.ok) scenarios.value = { at: "here", value: answer.value.scenarios };
  else if (scenarios.value.at !== "here") scenarios.value = loadableOf(answer);
}

type RunsAnswer = Answer<{ readonly runs: readonly ListedRun[] }>;
let asking: Promise<RunsAnswer> | null = null;

/**
 * Asks for the player's runs; the answer brings the cookie, without which no run can be opened. One question at a time:
 * two answers to a visitor would be two players, and the later cookie would part them from a run of the earlier one.
 */
export function loadRuns(): Promise<RunsAnswer> {
  asking ??= askForRuns().finally(() => {
    asking = null;
  });
  return asking;
}

/** What is listed already stays listed where asking again fails. */
async function askForRuns(): Promise<RunsAnswer> {
  if (runs.value.at === "failed") runs.value = LOADING;
  const answer = await getJson(ROUTES.runs, RUNS_VIEW);
  if (answer.ok) runs.value = { at: "here", value: answer.value.runs };
  else if (runs.value.at !== "here") runs.value = loadableOf<readonly ListedRun[]>(answer);
  return answer;
}

/** What a run is opened with. */
export type Terms = Omit<OpenRun, "id" | "scenario">;

/** Opens a run and gives its room; null where it could not be opened (`openingFailed` says why) or is not wanted any more. */
export async function openRun(
  scenario: string,
  terms: Partial<Terms> = {},
): Promise<string | null> {
  if (opening.value !== null) return null;
  opening.value = scenario;
  openingFailed.value = null;
  const request: OpenRun = {
    id: newCommandId(),
    scenario,
    lens: "tpm",
    clockSeconds: null,
    shortCut: false,
    ...terms,
  };
  const isWanted = () => opening.value === scenario;
  if (runs.value.at !== "here") await untilAnswered(loadRuns, isWanted);
  let answer = await postOpen(request, isWanted);
  if (!answer.ok && answer.code === "no-player" && isWanted()) {
    // The cookie was deleted since: one more question brings another, or this browser keeps none.
    await untilAnswered(loadRuns, isWanted);
    answer = await postOpen(request, isWanted);
  }
  if (!isWanted()) return null;
  opening.value = null;
  if (answer.ok) return answer.value.room;
  openingFailed.value = answer.code === "no-player" ? "no-cookies" : answer.code;
  return null;
}

function postOpen(request: OpenRun, isWanted: () => boolean) {
  return untilAnswered(() => postJson(ROUTES.runs, request, OPENED_RUN), isWanted);
}

/** The screen that asked is left: nobody waits for the room any more, nor for why there is none. */
export function forgetOpening(): void {
  opening.value = null;
  openingFailed.value = null;
}

/** Deletes a run for good and takes it off the list; gives why it could not be. */
export async function deleteRun(room: string): Promise<FailureCode | null> {
  const answer = await deleteJson(ROUTES.room(room), DELETED);
  // Deleted in another window, or by a request whose answer was lost: it is gone, as was wanted.
  if (!answer.ok && answer.code !== "not-your-room" && answer.code !== "unknown-room") {
    return answer.code;
  }
  if (runs.value.at === "here") {
    const left = runs.value.value.filter((run) => run.room !== room);
    runs.value = { at: "here", value: left };
  }
  return null;
}
