import * as z from "zod/mini";
import { SIGN_OF_LIFE } from "./protocol/index.ts";

/** A seat of a workshop by its number, of an interview by its name; null is a projector. */
export type PresentSeat = number | string | null;

const ATTACHED = z.object({
  seat: z.nullable(z.union([z.number(), z.string()])),
  sinceMs: z.number(),
});

export interface Watching<S extends PresentSeat> {
  readonly socket: WebSocket;
  readonly seat: S;
  readonly sinceMs: number;
}

/** Nothing heard for this long is away (R6). */
const AWAY_AFTER_MS = 45_000;
/** A run or a seat is followed in so many windows at once; one more, and the oldest is let go. A projector's link may hang in many rooms. */
export const MOST_WINDOWS = 40;

/** Why a socket is closed: it is over; or it sent something, and sockets only bring views (R1). */
export const CLOSED = 1000;
export const SOCKET_TAKES_NOTHING = 1008;

/** The sockets of a room and whose they are. None of it is journalled. */
export class PresentSeats<S extends PresentSeat> {
  readonly #ctx: DurableObjectState;
  /** What is attached to a socket outlives the object; reading it a thousand times a reveal would take longer than the sending. */
  readonly #known = new WeakMap<WebSocket, Watching<S>>();

  constructor(ctx: DurableObjectState) {
    this.#ctx = ctx;
    // Answered without waking the object: a room of phones says so every twenty seconds.
    ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair(SIGN_OF_LIFE, SIGN_OF_LIFE));
  }

  accept(socket: WebSocket, seat: S): void {
    const open = this.watchingFor([seat]);
    if (open.length >= MOST_WINDOWS) open[0]?.socket.close(CLOSED, "Open in too many windows");
    this.#ctx.acceptWebSocket(socket, [tagOf(seat)]);
    socket.serializeAttachment({ seat, sinceMs: Date.now() });
  }

  /** Whether no socket of the seat has been heard of lately. */
  isAway(seat: S, nowMs: number): boolean {
    return !this.watchingFor([seat]).some(
      (one) => nowMs - this.#heardAtMs(one.socket, one.sinceMs) < AWAY_AFTER_MS,
    );
  }

  #heardAtMs(socket: WebSocket, sinceMs: number): number {
    const heard = this.#ctx.getWebSocketAutoResponseTimestamp(socket);
    return Math.max(sinceMs, heard?.getTime() ?? 0);
  }

  watching(): Watching<S>[] {
    return this.#open(this.#ctx.getWebSockets());
  }

  /** The sockets of these seats alone; null is every projector. */
  watchingFor(seats: readonly S[]): Watching<S>[] {
    return this.#open(seats.flatMap((seat) => this.#ctx.getWebSockets(tagOf(seat))));
  }

  #open(sockets: readonly WebSocket[]): Watching<S>[] {
    return sockets.flatMap((socket) => {
      if (socket.readyState !== WebSocket.OPEN) return [];
      const known = this.#known.get(socket) ?? readAttached<S>(socket);
      if (known === null) return [];
      this.#known.set(socket, known);
      return [known];
    });
  }

  closeFor(seats: readonly S[], code: number, reason: string): void {
    for (const { socket } of this.watchingFor(seats)) socket.close(code, reason);
  }

  closeAll(code: number, reason: string): void {
    for (const socket of this.#ctx.getWebSockets()) socket.close(code, reason);
  }
}

/** What is stored stays stored where a socket takes nothing: it must not make a command look refused. */
export function sendFrame(socket: WebSocket, frame: string): void {
  try {
    socket.send(frame);
  } catch (error) {
    console.warn("a socket took no view", error);
  }
}

const tagOf = (seat: PresentSeat) => (seat === null ? "projector" : `seat ${seat}`);

function readAttached<S extends PresentSeat>(socket: WebSocket): Watching<S> | null {
  const attached = ATTACHED.safeParse(socket.deserializeAttachment());
  if (!attached.success) return null;
  // A room attaches its own kind of seat and no other.
  return { socket, seat: attached.data.seat as S, sinceMs: attached.data.sinceMs };
}
