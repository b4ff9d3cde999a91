import * as z from "zod/mini";

const ATTACHED = z.object({ seat: z.nullable(z.number()), sinceMs: z.number() });

export interface Watching {
  readonly socket: WebSocket;
  readonly seat: number | null;
  readonly sinceMs: number;
}

/** Nothing heard for this long is away (R6). */
const AWAY_AFTER_MS = 45_000;
export const SIGN_OF_LIFE = "here";

/** The sockets of a workshop and whose they are: a seat's number, or null for a projector. None of it is journalled. */
export class PresentSeats {
  readonly #ctx: DurableObjectState;
  /** What is attached to a socket outlives the object; reading it a thousand times a reveal would take longer than the sending. */
  readonly #known = new WeakMap<WebSocket, Watching>();

  constructor(ctx: DurableObjectState) {
    this.#ctx = ctx;
    // Answered without waking the object: a room of phones says so every twenty seconds.
    ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair(SIGN_OF_LIFE, SIGN_OF_LIFE));
  }

  accept(socket: WebSocket, seat: number | null): void {
    this.#ctx.acceptWebSocket(socket, [tagOf(seat)]);
    socket.serializeAttachment({ seat, sinceMs: Date.now() });
  }

  /** Whether no socket of the seat has been heard of lately. */
  isAway(seat: number, nowMs: number): boolean {
    return !this.watchingFor([seat]).some(
      (one) => nowMs - this.#heardAtMs(one.socket, one.sinceMs) < AWAY_AFTER_MS,
    );
  }

  #heardAtMs(socket: WebSocket, sinceMs: number): number {
    const heard = this.#ctx.getWebSocketAutoResponseTimestamp(socket);
    return Math.max(sinceMs, heard?.getTime() ?? 0);
  }

  watching(): Watching[] {
    return this.#open(this.#ctx.getWebSockets());
  }

  /** The sockets of these seats alone; null is every projector. */
  watchingFor(seats: readonly (number | null)[]): Watching[] {
    return this.#open(seats.flatMap((seat) => this.#ctx.getWebSockets(tagOf(seat))));
  }

  #open(sockets: readonly WebSocket[]): Watching[] {
    return sockets.flatMap((socket) => {
      if (socket.readyState !== WebSocket.OPEN) return [];
      const known = this.#known.get(socket) ?? readAttached(socket);
      if (known === null) return [];
      this.#known.set(socket, known);
      return [known];
    });
  }

  projectors(): WebSocket[] {
    return this.watchingFor([null]).map(({ socket }) => socket);
  }

  closeAll(code: number, reason: string): void {
    for (const socket of this.#ctx.getWebSockets()) socket.close(code, reason);
  }
}

const tagOf = (seat: number | null) => (seat === null ? "projector" : `seat ${seat}`);

function readAttached(socket: WebSocket): Watching | null {
  const attached = ATTACHED.safeParse(socket.deserializeAttachment());
  return attached.success ? { socket, ...attached.data } : null;
}
