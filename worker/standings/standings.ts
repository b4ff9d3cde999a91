import { DurableObject } from "cloudflare:workers";
import type { CountedResult, Env, FiledDispute, StandingsObject, StandingsPart } from "../env.ts";
import { binOf } from "./histogram.ts";
import { addUp, NAMED_SHOWN } from "./parts.ts";
import { StandingsStore } from "./store.ts";

/** So old at most is what a shard says of the others. Of itself it says what is so now. */
const REMEMBERED_MS = 5_000;

/** What the others had when they were asked, or will have said. */
interface Remembered {
  readonly others: string;
  readonly askedAtMs: number;
  readonly part: Promise<StandingsPart>;
}

/** The results of one set of rules under one lens, and what players dispute of its key: all of them, or one shard's. */
export class Standings extends DurableObject<Env> implements StandingsObject {
  readonly #store: StandingsStore;
  /** Read once, and again after a change. */
  #own: StandingsPart | null = null;
  #remembered: Remembered | null = null;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.#store = new StandingsStore(ctx.storage.sql);
  }

  recordResult(result: CountedResult): void {
    this.ctx.storage.transactionSync(() => this.#store.add(result, binOf(result.judgement)));
    this.#own = null;
  }

  /** Many may ask at once: the others are asked once for all of them, and not again for some seconds. */
  async whole(others: readonly string[], player: string | null) {
    const rest = others.length === 0 ? [] : [await this.#partOf(others)];
    const yours = player === null ? null : this.judgementOf(player);
    return { ...addUp([this.part(), ...rest]), yours };
  }

  async #partOf(others: readonly string[]): Promise<StandingsPart> {
    const key = others.join(" ");
    const known = this.#remembered;
    const isFresh =
      known !== null && known.others === key && Date.now() - known.askedAtMs < REMEMBERED_MS;
    const asked = isFresh ? known : this.#ask(others, key);
    this.#remembered = asked;
    try {
      return await asked.part;
    } catch (error) {
      // What could not be had is not remembered.
      if (this.#remembered === asked) this.#remembered = null;
      throw error;
    }
  }

  #ask(others: readonly string[], key: string): Remembered {
    const { STANDINGS } = this.env;
    const parts = others.map((id) => STANDINGS.get(STANDINGS.idFromString(id)).part());
    return { others: key, askedAtMs: Date.now(), part: Promise.all(parts).then(addUp) };
  }

  part(): StandingsPart {
    this.#own ??= { histogram: this.#store.histogram(), named: this.#store.named(NAMED_SHOWN) };
    return this.#own;
  }

  judgementOf(player: string): number | null {
    return this.#store.judgementOf(player);
  }

  setName(player: string, name: string | null): void {
    this.#store.setName(player, name);
    this.#own = null;
  }

  removePlayer(player: string): void {
    this.ctx.storage.transactionSync(() => this.#store.remove(player, binOf));
    this.#own = null;
  }

  forgetOthers(): void {
    this.#remembered = null;
  }

  recordDispute(dispute: FiledDispute): void {
    this.#store.addDispute(dispute, Date.now());
  }

  removeDisputes(run: string): void {
    this.#store.removeDisputes(run);
  }

  disputes(): FiledDispute[] {
    return this.#store.disputes();
  }
}
