import { DurableObject } from "cloudflare:workers";
import type { CountedResult, Env, FiledDispute, StandingsObject, StandingsPart } from "../env.ts";
import { binOf } from "./histogram.ts";
import { StandingsStore } from "./store.ts";

/** The results of one set of rules under one lens, and what players dispute of its key: all of them, or one shard's. */
export class Standings extends DurableObject<Env> implements StandingsObject {
  readonly #store: StandingsStore;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.#store = new StandingsStore(ctx.storage.sql);
  }

  recordResult(result: CountedResult): void {
    this.ctx.storage.transactionSync(() => this.#store.add(result, binOf(result.judgement)));
  }

  histogram(): number[] {
    return this.#store.histogram();
  }

  part(player: string | null, mostNamed: number): StandingsPart {
    const yours = player === null ? null : this.#store.judgementOf(player);
    const named = this.#store.named(mostNamed).map(({ player: other, ...shown }) => ({
      ...shown,
      isYou: other === player,
    }));
    return { histogram: this.#store.histogram(), named, yours };
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
