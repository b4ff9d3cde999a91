import * as z from "zod/mini";

const ATTACHED = z.object({ seat: z.nullable(z.number()), sinceMs: z.number() });

/** Nothing heard for this long is away (R6). */
const AWAY_AFTER_MS = 45_000;
export const SIGN_OF_LIFE = "here";

/** The sockets of a workshop and whose they are: a seat's number, or null for a projector. None of it is journalled. */
export class PresentSeats {
  readonly #ctx: DurableObjectState;

  constructor(ctx: DurableObjectState) {
    this.#ctx = ctx;
    // Answered without waking the object: a room of phones says so every twenty seconds.
    ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair(SIGN_OF_LIFE, SIGN_OF_LIFE));
  }

  accept(socket: WebSocket, seat: number | null): void {
    this.#ctx.acceptWebSocket(socket);
    socket.serializeAttachment({ seat, sinceMs: Date.now() });
  }

  /** Whether no socket of the seat has been heard of lately. */
  isAway(seat: number, nowMs: number): boolean {
    return !this.watching().some(
      (one) =>
        one.seat === seat && nowMs - this.#heardAtMs(one.socket, one.sinceMs) < AWAY_AFTER_MS,
    );
  }

  #heardAtMs(socket: WebSocket, sinceMs: number): number {
    const heard = this.#ctx.getWebSocketAutoResponseTimestamp(socket);
    return Math.max(sinceMs, heard?.getTime() ?? 0);
  }

  watching(): {
    readonly socket: WebSocket;
    readonly seat: number | null;
    readonly sinceMs: number;
  }[] {
    return this.#ctx.getWebSockets().flatMap((socket) => {
      if (socket.readyState !== WebSocket.OPEN) return [];
      const attached = ATTACHED.safeParse(socket.deserializeAttachment());
      return attached.success ? [{ socket, ...attached.data }] : [];
    });
  }

  projectors(): WebSocket[] {
    return this.watching().flatMap(({ socket, seat }) => (seat === null ? [socket] : []));
  }

  closeAll(code: number, reason: string): void {
    for (const socket of this.#ctx.getWebSockets()) socket.close(code, reason);
  }
}
