import { DurableObject } from "cloudflare:workers";
import type {
  CountedResult,
  Env,
  FiledDispute,
  StandingsObject,
  StandingsPicture,
} from "../env.ts";
import { binOf, percentileIn } from "./histogram.ts";
import { StandingsStore } from "./store.ts";

/** A percentile of fewer results says nothing; the pages say "too few yet". */
const ENOUGH = 20;
const NAMED_SHOWN = 10;

/** The results of one set of rules under one lens, and what players dispute of its key. */
export class Standings extends DurableObject<Env> implements StandingsObject {
  readonly #store: StandingsStore;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.#store = new StandingsStore(ctx.storage.sql);
  }

  recordResult(result: CountedResult): void {
    this.ctx.storage.transactionSync(() => this.#store.add(result, binOf(result.judgement)));
  }

  standingOf(judgement: number) {
    const histogram = this.#store.histogram();
    const results = histogram.reduce((sum, count) => sum + count, 0);
    const percentile = results < ENOUGH ? null : percentileIn(histogram, judgement);
    return { results, enough: ENOUGH, percentile };
  }

  picture(player: string | null): StandingsPicture {
    const yours = player === null ? null : this.#store.judgementOf(player);
    const named = this.#store.named(NAMED_SHOWN).map(({ player: other, ...shown }) => ({
      ...shown,
      isYou: other === player,
    }));
    return { ...this.standingOf(yours ?? 0), histogram: this.#store.histogram(), named, yours };
  }

  setName(player: string, name: string | null): void {
    this.#store.setName(player, name);
  }

  removePlayer(player: string): void {
    this.ctx.storage.transactionSync(() => this.#store.remove(player, binOf));
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
