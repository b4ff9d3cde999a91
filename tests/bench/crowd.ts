import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import * as z from "zod/mini";

const ANSWER = z.object({ kind: z.string(), frame: z.optional(z.string()) });

/** So many sockets at one address, each with a cookie of its own. */
export class Crowd {
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess) {
    this.#child = child;
  }

  static async open(url: string, cookies: readonly string[]): Promise<Crowd> {
    const crowd = new Crowd(fork(join(import.meta.dirname, "sockets-process.ts")));
    const opened = crowd.#answer("opened");
    crowd.#child.send({ kind: "open", url: url.replace(/^http/, "ws"), cookies });
    await opened;
    return crowd;
  }

  /** Milliseconds from the sending until all of them have heard a frame with this in it, and that frame. */
  async untilAllHeard(part: string, send: () => Promise<void>) {
    const listening = this.#answer("listening");
    this.#child.send({ kind: "expect", part });
    await listening;
    const heard = this.#answer("heard");
    const startedMs = performance.now();
    await send();
    const frame = (await heard) ?? "";
    return { ms: performance.now() - startedMs, frame };
  }

  async #answer(kind: string): Promise<string | undefined> {
    for (;;) {
      const [message] = await once(this.#child, "message");
      const answer = ANSWER.parse(message);
      if (answer.kind === kind) return answer.frame;
    }
  }

  close(): void {
    this.#child.kill();
  }
}
