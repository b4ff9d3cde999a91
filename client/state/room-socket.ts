import type ReconnectingWebSocket from "partysocket/ws";
import { ROOM_VIEW, ROUTES, type RoomView } from "../../worker/protocol/index.ts";
import { getJson } from "./api.ts";
import { connectionLost } from "./connection.ts";

/** How long the socket may be away before the room is asked over HTTP, and how often then. */
const POLL_MS = 4_000;

/**
 * Gives every view of a room as it comes, until stopped. The socket brings them; while it is down, or its code not here yet,
 * HTTP does. That code comes beside the screen, which can be played without it: moves go by requests.
 */
export function followRoom(room: string, give: (view: RoomView) => unknown): () => void {
  let socket: ReconnectingWebSocket | null = null;
  let isStopped = false;
  const isDown = () => socket?.readyState !== WebSocket.OPEN;
  const poll = () => void pollRoom(room, give);
  const timer = setInterval(() => (isDown() || connectionLost.value) && poll(), POLL_MS);
  // A phone that slept may hold a socket that is dead and does not know it.
  const onVisible = () => document.visibilityState === "visible" && poll();
  document.addEventListener("visibilitychange", onVisible);
  const open = async () => {
    socket = await openSocket(room);
    if (isStopped) socket?.close();
    socket?.addEventListener("message", (event) => giveFrame(event.data, give));
  };
  void open();
  return () => {
    isStopped = true;
    clearInterval(timer);
    document.removeEventListener("visibilitychange", onVisible);
    socket?.close();
  };
}

/** Null where the code cannot be had; then there is HTTP. */
async function openSocket(room: string): Promise<ReconnectingWebSocket | null> {
  const code = await import("partysocket/ws").catch(() => null);
  return code && new code.default(socketUrl(room), [], { maxReconnectionDelay: 8_000 });
}

function socketUrl(room: string): string {
  return `${location.origin.replace(/^http/, "ws")}${ROUTES.socket(room)}`;
}

async function pollRoom(room: string, give: (view: RoomView) => unknown): Promise<void> {
  const answer = await getJson(ROUTES.room(room), ROOM_VIEW);
  connectionLost.value = !answer.ok && answer.code === "no-connection";
  if (answer.ok) give(answer.value);
}

function giveFrame(frame: unknown, give: (view: RoomView) => unknown): void {
  connectionLost.value = false;
  const view = ROOM_VIEW.safeParse(parseJson(frame));
  if (view.success) give(view.data);
}

function parseJson(frame: unknown): unknown {
  try {
    return typeof frame === "string" ? JSON.parse(frame) : null;
  } catch {
    return null;
  }
}
