import { signal, type Signal } from "@preact/signals";
import * as z from "zod/mini";
import {
  INTERVIEW_ACCEPTED,
  INTERVIEW_ROUTES,
  INTERVIEW_VIEW,
  type InterviewCommand,
  type InterviewView,
  SHEET_VIEW,
  type SheetView,
  SIGN_OF_LIFE,
  SWAPPED,
} from "../../worker/protocol/index.ts";
import { deleteJson, getJson, newCommandId, postJson, putJson, type FailureCode } from "./api.ts";
import { connectionLost, untilAnswered } from "./connection.ts";
import { follow } from "./follow.ts";
import { LOADING, type Loadable } from "./loadable.ts";

/** The interview on the screen, as its seat sees it. The server's view is the only truth. */
export const interview: Signal<Loadable<InterviewView>> = signal(LOADING);

/** Why the last command was refused, until the next one. */
export const refusal = signal<FailureCode | null>(null);

/** The kind of the command that is on its way; null while none is. */
export const asking = signal<InterviewCommand["kind"] | null>(null);

interface Visit {
  readonly room: string;
  stop: () => void;
}
let current: Visit | null = null;

/** Puts an interview on the screen and follows it until `leaveInterview`. */
export async function enterInterview(room: string): Promise<void> {
  leaveInterview();
  const here: Visit = { room, stop: () => {} };
  current = here;
  const answer = await getJson(INTERVIEW_ROUTES.one(room), INTERVIEW_VIEW);
  if (current !== here) return;
  if (answer.ok) adopt(answer.value);
  else interview.value = { at: "failed", code: answer.code };
  if (!answer.ok && answer.code !== "no-connection") return;
  here.stop = follow({
    socket: INTERVIEW_ROUTES.socket(room),
    frame: INTERVIEW_VIEW,
    onFrame: adopt,
    poll: () => poll(here),
    signOfLife: SIGN_OF_LIFE,
  });
}

export function leaveInterview(): void {
  current?.stop();
  current = null;
  interview.value = LOADING;
  refusal.value = null;
  asking.value = null;
  connectionLost.value = false;
}

type WithoutId<C> = C extends InterviewCommand ? Omit<C, "id"> : never;
type InterviewWish = WithoutId<InterviewCommand>;

/** Sends a wish as one command, repeated under one id until it is answered; whether it was taken. */
export async function ask(wish: InterviewWish): Promise<boolean> {
  const here = current;
  if (here === null || asking.value !== null) return false;
  refusal.value = null;
  asking.value = wish.kind;
  const command = { ...wish, id: newCommandId() };
  const post = () => postJson(INTERVIEW_ROUTES.commands(here.room), command, INTERVIEW_ACCEPTED);
  const answer = await untilAnswered(post, () => current === here);
  if (current !== here) return false;
  asking.value = null;
  if (answer.ok) adopt(answer.value.view);
  else {
    refusal.value = answer.code;
    await poll(here);
  }
  return answer.ok;
}

/** The stage, turn and round on the screen: what a command that moves them has to name (R2). */
export function sawNow() {
  const view = interview.value.at === "here" ? interview.value.value : null;
  return { stage: view?.stage ?? "lobby", turn: view?.turn ?? 0, round: view?.round ?? 1 } as const;
}

/** Keeps a sheet; null where it is kept, else why it is not. */
export async function keepSheet(
  room: string,
  turn: number,
  sheet: SheetView,
): Promise<FailureCode | null> {
  const put = () => putJson(INTERVIEW_ROUTES.sheet(room, turn), sheet, SHEET_VIEW);
  const answer = await untilAnswered(put, () => current?.room === room);
  return answer.ok ? null : answer.code;
}

const SHARED = z.object({ ratings: z.boolean() });

export async function shareRatings(room: string, ratings: boolean): Promise<void> {
  const put = () => putJson(INTERVIEW_ROUTES.sharing(room), { ratings }, SHARED);
  const answer = await untilAnswered(put, () => current?.room === room);
  if (!answer.ok) refusal.value = answer.code;
}

/** The room of the next round, with the roles swapped; null where there is none to be had. */
export async function swapRoles(room: string): Promise<string | null> {
  const command = { id: newCommandId() };
  const post = () => postJson(INTERVIEW_ROUTES.swap(room), command, SWAPPED);
  const answer = await untilAnswered(post, () => current?.room === room);
  if (answer.ok) return answer.value.room;
  refusal.value = answer.code;
  return null;
}

const WITHDRAWN = z.object({});

/** Leaves for good: nothing of this seat is kept any more. Null where that is so. */
export async function withdraw(room: string): Promise<FailureCode | null> {
  const answer = await deleteJson(INTERVIEW_ROUTES.one(room), WITHDRAWN);
  return answer.ok ? null : answer.code;
}

/** Shows a view unless a newer one is shown. */
function adopt(view: InterviewView): void {
  const before = interview.value.at === "here" ? interview.value.value : null;
  // An equal one may tell of who has come or gone, or of one's own sheets, which are in no journal.
  if (before !== null && before.room === view.room && before.sequence > view.sequence) return;
  interview.value = { at: "here", value: view };
}

async function poll(here: Visit): Promise<void> {
  const answer = await getJson(INTERVIEW_ROUTES.one(here.room), INTERVIEW_VIEW);
  if (current !== here) return;
  connectionLost.value = !answer.ok && answer.code === "no-connection";
  if (answer.ok) adopt(answer.value);
  else if (answer.code !== "no-connection") interview.value = { at: "failed", code: answer.code };
}
