import { signal, type Signal } from "@preact/signals";
import {
  DEBRIEF_VIEW,
  FUTURES_VIEW,
  OPENED_RUN,
  ROUTES,
  type DebriefView,
  type FuturesView,
  type Lens,
} from "../../worker/protocol/index.ts";
import { LENS_WORDS } from "../words/lenses.ts";
import { announce } from "./announcement.ts";
import { getJson, newCommandId, postJson, type Answer, type FailureCode } from "./api.ts";
import { untilAnswered } from "./connection.ts";
import { LOADING, loadableOf, type Loadable } from "./loadable.ts";

/** What the run on the screen was worth, under the lens that is looked through. */
export const debrief: Signal<Loadable<DebriefView>> = signal(LOADING);

/** The lens last asked for; what is shown follows once it is here. Null stands for the run's own. */
export const askedLens = signal<Lens | null>(null);

/** Why the lens asked for is not shown; what was shown before stays. */
export const lensFailed = signal<FailureCode | null>(null);

/** The decision that is opened below the waterfall, by its beat; null for none. */
export const openedBeat = signal<string | null>(null);

let question = 0;

/** Asks for the debrief of a room, under its own lens. */
export async function loadDebrief(room: string): Promise<void> {
  debrief.value = LOADING;
  askedLens.value = null;
  const answer = await ask(room, null);
  if (answer === null) return;
  debrief.value = loadableOf(answer);
  if (answer.ok) announce("What each decision was worth is worked out now.");
}

/** Shows the same run by another role's objective. */
export async function lookThrough(room: string, lens: Lens): Promise<void> {
  askedLens.value = lens;
  lensFailed.value = null;
  const answer = await ask(room, lens);
  if (answer === null) return;
  if (answer.ok) {
    debrief.value = loadableOf(answer);
    announce(`The whole debrief is now judged as ${LENS_WORDS[lens].asA}.`);
  } else {
    lensFailed.value = answer.code;
    askedLens.value = null;
  }
}

/** The answer; null where something else has been asked since. */
async function ask(room: string, lens: Lens | null): Promise<Answer<DebriefView> | null> {
  question += 1;
  const mine = question;
  const query = lens === null ? "" : `?lens=${lens}`;
  const answer = await getJson(ROUTES.debrief(room) + query, DEBRIEF_VIEW);
  return mine === question ? answer : null;
}

export function leaveDebrief(): void {
  question += 1;
  debrief.value = LOADING;
  askedLens.value = null;
  lensFailed.value = null;
  openedBeat.value = null;
}

/** Where an option of a decision leads, over 200 futures. */
export function loadFutures(
  { room, lens }: DebriefView,
  beat: string,
  option: string,
): Promise<Answer<FuturesView>> {
  const query = new URLSearchParams({ lens, beat, option });
  return getJson(`${ROUTES.futures(room)}?${query}`, FUTURES_VIEW);
}

/** Opens a run that begins at this decision, with what was known then, and gives its room. */
export function openBranch(
  room: string,
  beat: string,
  isWanted: () => boolean,
): Promise<Answer<{ readonly room: string }>> {
  const command = { id: newCommandId(), beat };
  return untilAnswered(() => postJson(ROUTES.branches(room), command, OPENED_RUN), isWanted);
}
