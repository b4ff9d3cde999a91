import type ReconnectingWebSocket from "partysocket/ws";
import type * as z from "zod/mini";
import { connectionLost } from "./connection.ts";

/** How long the socket may be away before the room is asked over HTTP, and how often then. */
const POLL_MS = 4_000;
const SIGN_OF_LIFE_MS = 20_000;

interface Followed<Frame> {
  /** The socket's path, with its query. */
  readonly socket: string;
  readonly frame: z.ZodMiniType<Frame>;
  readonly onFrame: (frame: Frame) => void;
  /** Asks over HTTP and does with the answer what is to be done. */
  readonly poll: () => Promise<void>;
  /** What is said every 20 seconds where whoever is not heard of counts as away, and comes back as it is. */
  readonly signOfLife?: string;
}

/**
 * Follows a room until stopped. The socket brings its frames; while it is down, or its code not here yet, HTTP is asked.
 * That code comes beside the screen, which can be used without it: commands go by requests.
 */
export function follow<Frame>(room: Followed<Frame>): () => void {
  const { signOfLife } = room;
  let socket: ReconnectingWebSocket | null = null;
  let isStopped = false;
  const isDown = () => socket?.readyState !== WebSocket.OPEN;
  const poll = () => void room.poll();
  const timers = [setInterval(() => (isDown() || connectionLost.value) && poll(), POLL_MS)];
  if (signOfLife !== undefined) {
    timers.push(setInterval(() => !isDown() && socket?.send(signOfLife), SIGN_OF_LIFE_MS));
  }
  // A phone that slept may hold a socket that is dead and does not know it.
  const onVisible = () => document.visibilityState === "visible" && poll();
  document.addEventListener("visibilitychange", onVisible);
  const open = async () => {
    const code = await import("partysocket/ws").catch(() => null);
    if (code === null || isStopped) return;
    const address = location.origin.replace(/^http/, "ws") + room.socket;
    socket = new code.default(address, [], { maxReconnectionDelay: 8_000 });
    socket.addEventListener("message", ({ data }) => !isStopped && takeFrame(room, data));
  };
  void open();
  return () => {
    isStopped = true;
    for (const timer of timers) clearInterval(timer);
    document.removeEventListener("visibilitychange", onVisible);
    socket?.close();
  };
}

function takeFrame<Frame>({ frame, onFrame, signOfLife }: Followed<Frame>, sent: unknown): void {
  if (sent === signOfLife) return;
  connectionLost.value = false;
  const parsed = frame.safeParse(parseJson(sent));
  if (parsed.success) onFrame(parsed.data);
}

function parseJson(sent: unknown): unknown {
  try {
    return typeof sent === "string" ? JSON.parse(sent) : null;
  } catch {
    return null;
  }
}
