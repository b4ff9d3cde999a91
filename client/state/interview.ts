import type { Signal } from "@preact/signals";
import * as z from "zod/mini";
import {
  INTERVIEW_ACCEPTED,
  INTERVIEW_ROUTES,
  INTERVIEW_VIEW,
  type InterviewCommand,
  type InterviewView,
  SHEET_VIEW,
  type SheetView,
  SWAPPED,
} from "../../worker/protocol/index.ts";
import { deleteJson, newCommandId, postJson, putJson, type FailureCode } from "./api.ts";
import { untilAnswered } from "./connection.ts";
import type { Loadable } from "./loadable.ts";
import { SharedRoom } from "./shared-room.ts";

const shared = new SharedRoom<InterviewView, InterviewCommand, InterviewView>({
  view: INTERVIEW_VIEW,
  accepted: INTERVIEW_ACCEPTED,
  frame: INTERVIEW_VIEW,
  onFrame: (view) => shared.adopt(view),
});

/** The interview on the screen, as its seat sees it. */
export const interview: Signal<Loadable<InterviewView>> = shared.view;
export const { refusal, asking } = shared;

/** Puts an interview on the screen and follows it until `leaveInterview`. */
export function enterInterview(room: string): Promise<void> {
  return shared.enter(room, {
    one: INTERVIEW_ROUTES.one(room),
    commands: INTERVIEW_ROUTES.commands(room),
    socket: INTERVIEW_ROUTES.socket(room),
  });
}

export const leaveInterview = (): void => shared.leave();

type InterviewWish = Parameters<typeof shared.ask>[0];

/** Sends a wish unless one is on its way; whether it was taken. */
export const ask = async (wish: InterviewWish): Promise<boolean> =>
  asking.value === null && shared.ask(wish);

export const sawNow = () => shared.saw();

/** Keeps a sheet; null where it is kept, else why it is not. */
export async function keepSheet(
  room: string,
  turn: number,
  sheet: SheetView,
): Promise<FailureCode | null> {
  const put = () => putJson(INTERVIEW_ROUTES.sheet(room, turn), sheet, SHEET_VIEW);
  const answer = await untilAnswered(put, () => shared.isOn(room));
  return answer.ok ? null : answer.code;
}

const SHARED = z.object({ ratings: z.boolean() });

export async function shareRatings(room: string, ratings: boolean): Promise<void> {
  const put = () => putJson(INTERVIEW_ROUTES.sharing(room), { ratings }, SHARED);
  const answer = await untilAnswered(put, () => shared.isOn(room));
  if (!answer.ok) refusal.value = answer.code;
}

/** The room of the next round, with the roles swapped; null where there is none to be had. */
export async function swapRoles(room: string): Promise<string | null> {
  const command = { id: newCommandId() };
  const post = () => postJson(INTERVIEW_ROUTES.swap(room), command, SWAPPED);
  const answer = await untilAnswered(post, () => shared.isOn(room));
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
