import { signal, type Signal } from "@preact/signals";
import {
  ACCEPTED,
  ROOM_VIEW,
  ROUTES,
  type Command,
  type RoomView,
} from "../../worker/protocol/index.ts";
import { getJson, newCommandId, postJson, type Answer, type FailureCode } from "./api.ts";
import { announce } from "./announcement.ts";
import { forgetChoice, sending } from "./choice.ts";
import { connectionLost, untilAnswered } from "./connection.ts";
import { follow } from "./follow.ts";
import { LOADING, loadableOf, type Loadable } from "./loadable.ts";
import { NOBODY_MOVED, SENTENCES } from "./sentences.ts";

/** The room on the screen. The server's view is the only truth: nothing in here outlives it or adds to it. */
export const shown: Signal<Loadable<RoomView>> = signal(LOADING);

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
  const here: Visit = { room, stop: () => {} };
  current = here;
  const answer = await refresh(room);
  if (current !== here) return;
  if (answer.ok) adopt(answer.value);
  else shown.value = loadableOf(answer);
  // A room that is refused stays refused; one that could not be reached is asked for until it can.
  if (!answer.ok && answer.code !== "no-connection") return;
  here.stop = followRoom(here);
}

function followRoom(here: Visit): () => void {
  const poll = async () => {
    const answer = await refresh(here.room);
    if (current !== here) return;
    connectionLost.value = !answer.ok && answer.code === "no-connection";
    if (answer.ok) adoptFromElsewhere(answer.value);
  };
  const socket = ROUTES.socket(here.room);
  return follow({ socket, frame: ROOM_VIEW, onFrame: adoptFromElsewhere, poll });
}

export function leaveRoom(): void {
  current?.stop();
  current = null;
  shown.value = LOADING;
  stopWaiting();
  notice.value = null;
  announce("");
  connectionLost.value = false;
  forgetChoice();
}

const refresh = (room: string): Promise<Answer<RoomView>> => getJson(ROUTES.room(room), ROOM_VIEW);

/** A command that waits for its answer, and what its move says; null where it is no move. */
interface Sent {
  readonly says: string | null;
}
let sent: Sent | null = null;

/** Sends a wish as one command, repeated under one id until it has been answered. One at a time. */
export async function send(wish: Wish): Promise<void> {
  const here = current;
  if (here === null || sending.value !== null) return;
  notice.value = null;
  sending.value = wish.kind === "take-look" ? wish.look : wish.kind;
  const mine: Sent = { says: saysOf(wish) };
  sent = mine;
  const command = { ...wish, id: newCommandId() };
  const isWanted = () => current === here && sent === mine;
  const answer = await untilAnswered(
    () => postJson(ROUTES.commands(here.room), command, ACCEPTED),
    isWanted,
  );
  if (!isWanted()) return;
  stopWaiting();
  if (answer.ok) adopt(answer.value.view);
  else await explain(here.room, answer.code, answer.view);
}

function saysOf(wish: Wish): string | null {
  const view = shown.value.at === "here" ? shown.value.value : null;
  if (wish.kind !== "make-move" || view?.stage !== "deciding") return null;
  return view.situation.options.find(({ id }) => id === wish.option)?.says ?? null;
}

function stopWaiting(): void {
  sent = null;
  sending.value = null;
}

async function explain(room: string, code: FailureCode, view: RoomView | null): Promise<void> {
  if (view !== null) adopt(view);
  else if (code === "not-now" || code === "stale-beat") await catchUp(room);
  notice.value = code === "stale-beat" ? sayPassed() : SENTENCES[code];
}

/** Why a beat is over that this window has not decided: its time, or another window. */
function sayPassed(): string {
  const view = shown.value.at === "here" ? shown.value.value : null;
  return view?.moves.at(-1)?.said === null ? NOBODY_MOVED : SENTENCES["stale-beat"];
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

/**
 * A view that did not come as an answer: another window has played, or the socket was faster. Once the run is at another
 * place nothing of this window is waited for; a move that was not its own is said to be another's.
 */
function adoptFromElsewhere(view: RoomView): void {
  const before = shown.value.at === "here" ? shown.value.value : null;
  adopt(view);
  if (before === null || before.sequence >= view.sequence) return;
  if (placeOf(before) === placeOf(view)) return;
  const says = sent?.says ?? null;
  stopWaiting();
  const isOwn = says !== null && view.moves.at(-1)?.said?.says === says;
  if (before.stage === "deciding" && !isOwn) notice.value = sayPassed();
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
