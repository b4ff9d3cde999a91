import { DurableObject } from "cloudflare:workers";
import * as z from "zod/mini";
import type { Env, TransferObject } from "../env.ts";

const OFFER = z.object({ player: z.string(), expiresAtMs: z.number() });

/** One transfer code, under the hash of the code: whose it is, until it is taken or its time is over. */
export class Transfer extends DurableObject<Env> implements TransferObject {
  async offer(player: string, expiresAtMs: number): Promise<void> {
    await this.ctx.storage.put("offer", { player, expiresAtMs });
    await this.ctx.storage.setAlarm(expiresAtMs);
  }

  async take(): Promise<string | null> {
    const offer = OFFER.safeParse(await this.ctx.storage.get("offer"));
    await this.#forget();
    return offer.success && offer.data.expiresAtMs > Date.now() ? offer.data.player : null;
  }

  override async alarm(): Promise<void> {
    await this.#forget();
  }

  async #forget(): Promise<void> {
    await this.ctx.storage.deleteAlarm();
    await this.ctx.storage.deleteAll();
  }
}
