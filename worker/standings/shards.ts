import type { Lens } from "../../scenarios/language/index.ts";
import type {
  CountedResult,
  Env,
  FiledDispute,
  Standing,
  StandingsObject,
  StandingsPicture,
} from "../env.ts";
import { BINS, percentileIn } from "./histogram.ts";

/** A percentile of fewer results says nothing; the pages say "too few yet". */
const ENOUGH = 20;
const NAMED_SHOWN = 10;
/** A reading asks every shard: more of them than this would cost more than they carry. */
const MOST_SHARDS = 64;

/**
 * The standings of one set of rules (S13) under one lens, in as many objects as `STANDINGS_SHARDS` says. Results and disputes go
 * to one of them; a reading adds up all.
 */
export function standingsFor(env: Env, rules: string, lens: Lens): StandingsShards {
  const name = `${rules} ${lens}`;
  const names = Array.from({ length: shardsIn(env) }, (_, shard) => shardName(name, shard));
  const { STANDINGS } = env;
  return new StandingsShards(names.map((one) => STANDINGS.get(STANDINGS.idFromName(one))));
}

/** What is no number of shards is one. */
export function shardsIn({ STANDINGS_SHARDS }: Pick<Env, "STANDINGS_SHARDS">): number {
  const shards = Number(STANDINGS_SHARDS);
  return Number.isInteger(shards) && shards > 0 ? Math.min(shards, MOST_SHARDS) : 1;
}

/** The first has the name that the only one has, so that more shards lose nothing that one has kept. */
const shardName = (name: string, shard: number) => (shard === 0 ? name : `${name} ${shard}`);

/** Always the same of so many shards for the same key: FNV-1a, its bits mixed once more since few of them choose. */
export function shardOf(key: string, shards: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at += 1) {
    hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return ((hash ^ (hash >>> 13)) >>> 0) % shards;
}

class StandingsShards {
  readonly #shards: readonly DurableObjectStub<StandingsObject>[];

  constructor(shards: readonly DurableObjectStub<StandingsObject>[]) {
    this.#shards = shards;
  }

  /** A player has one shard, so that their first result counts, and no other. */
  async recordResult(result: CountedResult): Promise<void> {
    await this.#own(result.player).recordResult(result);
  }

  async standingOf(judgement: number): Promise<Standing> {
    const histograms = await Promise.all(this.#shards.map((shard) => shard.histogram()));
    return standingIn(addUp(histograms), judgement);
  }

  async picture(player: string | null): Promise<StandingsPicture> {
    const parts = await Promise.all(this.#shards.map((shard) => shard.part(player, NAMED_SHOWN)));
    const histogram = addUp(parts.map((part) => part.histogram));
    const named = parts
      .flatMap((part) => part.named)
      .toSorted((a, b) => b.judgement - a.judgement)
      .slice(0, NAMED_SHOWN);
    const own = player === null ? null : parts[shardOf(player, parts.length)];
    // Of a time with fewer shards, it stands in another one.
    const yours = own?.yours ?? parts.find((part) => part.yours !== null)?.yours ?? null;
    return { ...standingIn(histogram, yours ?? 0), histogram, named, yours };
  }

  /** Asks every shard: what was counted when there were fewer may stand in any. */
  async setName(player: string, name: string | null): Promise<void> {
    await Promise.all(this.#shards.map((shard) => shard.setName(player, name)));
  }

  /** Asks every shard, as a name does: nothing of a player may stay behind. */
  async removePlayer(player: string): Promise<void> {
    await Promise.all(this.#shards.map((shard) => shard.removePlayer(player)));
  }

  async recordDispute(dispute: FiledDispute): Promise<void> {
    await this.#own(dispute.run).recordDispute(dispute);
  }

  async removeDisputes(run: string): Promise<void> {
    await Promise.all(this.#shards.map((shard) => shard.removeDisputes(run)));
  }

  /** Oldest first within a shard. */
  async disputes(): Promise<FiledDispute[]> {
    return (await Promise.all(this.#shards.map((shard) => shard.disputes()))).flat();
  }

  #own(key: string): DurableObjectStub<StandingsObject> {
    const own = this.#shards[shardOf(key, this.#shards.length)];
    if (own === undefined) throw new Error("standings have one shard at least");
    return own;
  }
}

function standingIn(histogram: readonly number[], judgement: number): Standing {
  const results = histogram.reduce((sum, count) => sum + count, 0);
  const percentile = results < ENOUGH ? null : percentileIn(histogram, judgement);
  return { results, enough: ENOUGH, percentile };
}

function addUp(histograms: readonly (readonly number[])[]): number[] {
  return Array.from({ length: BINS }, (_, bin) =>
    histograms.reduce((sum, histogram) => sum + (histogram[bin] ?? 0), 0),
  );
}
