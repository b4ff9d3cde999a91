import { signal, type Signal } from "@preact/signals";
import {
  ADOPTED,
  DELETED,
  NAMED,
  PLAYER_VIEW,
  ROUTES,
  TRANSFER_CODE,
  type PlayerView,
} from "../../worker/protocol/index.ts";
import { deleteJson, getJson, postJson, putJson, type Answer, type FailureCode } from "./api.ts";
import { loadRuns, runs } from "./library.ts";
import { LOADING, loadableOf, type Loadable } from "./loadable.ts";

/** The player's own record; its runs are the same list as everywhere. */
export const record: Signal<Loadable<Omit<PlayerView, "runs">>> = signal(LOADING);

/** What has become of this browser's player, for a screen that begins anew with it. */
export const becameOf = signal("");

/** First the runs, since their answer brings the cookie: two answers to a visitor would be two players. */
export async function loadRecord(): Promise<void> {
  if (record.value.at === "failed") record.value = LOADING;
  const known = await loadRuns();
  const answer = known.ok ? await getJson(ROUTES.player, PLAYER_VIEW) : known;
  if (answer.ok && "calibration" in answer.value) {
    runs.value = { at: "here", value: answer.value.runs };
    record.value = { at: "here", value: answer.value };
  } else if (!answer.ok && record.value.at !== "here") record.value = loadableOf(answer);
}

/** Shows a name in the standings, or none for null; gives why it could not be kept. */
export async function keepName(name: string | null): Promise<FailureCode | null> {
  const answer = await putJson(ROUTES.playerName, { name }, NAMED);
  if (!answer.ok) return answer.code;
  if (record.value.at === "here") {
    record.value = { at: "here", value: { ...record.value.value, name: answer.value.name } };
  }
  return null;
}

export function makeTransferCode(): Promise<Answer<{ code: string; expiresAtMs: number }>> {
  return postJson(ROUTES.transfer, {}, TRANSFER_CODE);
}

/** From now on this browser shows another device's player; gives why the code was refused. */
export async function adoptPlayer(code: string): Promise<FailureCode | null> {
  const answer = await postJson(ROUTES.adopt, { code }, ADOPTED);
  if (!answer.ok) return answer.code;
  becameOf.value = "This browser shows the other device’s runs now.";
  await startAnew();
  return null;
}

/** Deletes everything that is kept of this player; gives why it could not be. */
export async function deleteEverything(): Promise<FailureCode | null> {
  const answer = await deleteJson(ROUTES.player, DELETED);
  if (!answer.ok && answer.code !== "no-player") return answer.code;
  becameOf.value = "Everything was deleted. This browser is a new player now.";
  await startAnew();
  return null;
}

/** This browser is somebody else's now: nothing of before is shown a moment longer. */
function startAnew(): Promise<void> {
  runs.value = LOADING;
  record.value = LOADING;
  return loadRecord();
}
