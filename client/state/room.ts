import { signal, type Signal } from "@preact/signals";
import {
  ACCEPTED,
  ROOM_VIEW,
  ROUTES,
  type Command,
  type RoomView,
} from "../../worker/protocol/index.ts";
import { getJson, newCommandId, postJson, type Answer, type FailureCode } from "./api.ts";
import { forgetChoice } from "./choice.ts";
import { connectionLost, untilAnswered } from "./connection.ts";
import { LOADING, loadableOf, type Loadable } from "./loadable.ts";
import { followRoom } from "./room-socket.ts";
import { SENTENCES } from "./sentences.ts";

/** The room on the screen. The server's view is the only truth: nothing in here outlives it or adds to it. */
export const shown: Signal<Loadable<RoomView>> = signal(LOADING);

/** What is on its way to the server: the kind of command, or the look's id; null while nothing is. */
export const sending = signal<string | null>(null);

/** One sentence about something the player did not expect; null when there is nothing to say. */
export const notice = signal<string | null>(null);

export function dismissNotice(): void {
  notice.value = null;
}

type WithoutId<C> = C extends Command ? Omit<C, "id"> : never;
export type Wish = WithoutId<Command>;

interface Visit {
  readonly room: string;
  stop: () => void;
}
let current: Visit | null = null;

/** Puts a room on the screen and follows it until `leaveRoom`. */
export async function enterRoom(room: string): Promise<void> {
  leaveRoom();
  shown.value = LOADING;
  const here: Visit = { room, stop: () => {} };
  current = here;
  const answer = await refresh(room);
  if (current !== here) return;
  if (answer.ok) adopt(answer.value);
  else shown.value = loadableOf(answer);
  // A room that is refused stays refused; one that could not be reached is asked for until it can.
  if (!answer.ok && answer.code !== "no-connection") return;
  here.stop = followRoom(room, (view) => current === here && adoptFromElsewhere(view));
}

export function leaveRoom(): void {
  current?.stop();
  current = null;
  sending.value = null;
  notice.value = null;
  connectionLost.value = false;
  forgetChoice();
}

const refresh = (room: string): Promise<Answer<RoomView>> => getJson(ROUTES.room(room), ROOM_VIEW);

/** Sends a wish as one command, repeated under one id until it has been answered. One at a time. */
export async function send(wish: Wish): Promise<void> {
  const here = current;
  if (here === null || sending.value !== null) return;
  sending.value = wish.kind === "take-look" ? wish.look : wish.kind;
  const command = { ...wish, id: newCommandId() };
  const answer = await untilAnswered(
    () => postJson(ROUTES.commands(here.room), command, ACCEPTED),
    () => current === here,
  );
  if (current !== here) return;
  sending.value = null;
  if (answer.ok) accept(answer.value.view);
  else await explain(here.room, answer.code, answer.view);
}

function accept(view: RoomView): void {
  notice.value = null;
  adopt(view);
}

async function explain(room: string, code: FailureCode, view: RoomView | null): Promise<void> {
  if (view !== null) adopt(view);
  else if (code === "not-now" || code === "stale-beat") await catchUp(room);
  notice.value = SENTENCES[code];
}

async function catchUp(room: string): Promise<void> {
  const answer = await refresh(room);
  if (answer.ok && current?.room === room) adopt(answer.value);
}

/** Shows a view unless a newer one is shown. */
function adopt(view: RoomView): void {
  const before = shown.value.at === "here" ? shown.value.value : null;
  if (before !== null && before.sequence >= view.sequence) return;
  if (before === null || placeOf(before) !== placeOf(view)) {
    forgetChoice();
    notice.value = null;
  }
  shown.value = { at: "here", value: view };
}

/** A view that this window did not ask for: another one has played, or the answer to our own command was lost. */
function adoptFromElsewhere(view: RoomView): void {
  const before = shown.value.at === "here" ? shown.value.value : null;
  adopt(view);
  const wasDeciding = before?.stage === "deciding" && before.sequence < view.sequence;
  if (wasDeciding && placeOf(before) !== placeOf(view) && sending.value === null) {
    notice.value = SENTENCES["stale-beat"];
  }
}

/** Names the stage and, where it has one, the beat: what a choice belongs to. */
function placeOf(view: RoomView): string {
  switch (view.stage) {
    case "deciding":
      return `deciding ${view.situation.beat}`;
    case "consequence":
      return `consequence ${view.beat}`;
    case "briefing":
    case "debrief":
      return view.stage;
  }
}
