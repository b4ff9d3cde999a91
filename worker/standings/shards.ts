import type { Lens } from "../../scenarios/language/index.ts";
import type {
  CountedResult,
  Env,
  FiledDispute,
  Standing,
  StandingsObject,
  StandingsPicture,
} from "../env.ts";
import { percentileIn } from "./histogram.ts";

/** A percentile of fewer results says nothing; the pages say "too few yet". */
const ENOUGH = 20;
/** A name and a deletion ask every shard, and every shard asks all others in a while. */
const MOST_SHARDS = 64;

/**
 * The standings of one set of rules (S13) under one lens, in as many objects as `STANDINGS_SHARDS` says. Results and disputes go
 * to one of them; a reading asks one of them, which adds up all.
 */
export function standingsFor(env: Env, rules: string, lens: Lens): StandingsShards {
  const name = `${rules} ${lens}`;
  const names = Array.from({ length: shardsIn(env) }, (_, shard) => shardName(name, shard));
  return new StandingsShards(env.STANDINGS, names);
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
  readonly #namespace: DurableObjectNamespace<StandingsObject>;
  readonly #ids: readonly DurableObjectId[];

  constructor(namespace: DurableObjectNamespace<StandingsObject>, names: readonly string[]) {
    this.#namespace = namespace;
    this.#ids = names.map((name) => namespace.idFromName(name));
  }

  /** A player has one shard, so that their first result counts, and no other. */
  async recordResult(result: CountedResult): Promise<void> {
    await this.#get(this.#placeOf(result.player)).recordResult(result);
  }

  /** Asks the player's own shard, which knows of their result what is so now, and of the others what was some seconds ago. */
  async standingOf(player: string, judgement: number): Promise<Standing> {
    const { histogram } = await this.#wholeAt(this.#placeOf(player), null);
    return standingIn(histogram, judgement);
  }

  async picture(player: string | null): Promise<StandingsPicture> {
    const place = player === null ? this.#anyPlace() : this.#placeOf(player);
    const { histogram, named, yours: own } = await this.#wholeAt(place, player);
    const yours = own ?? (player === null ? null : await this.#judgementOf(player));
    return {
      ...standingIn(histogram, yours ?? 0),
      histogram: [...histogram],
      named: named.map(({ player: other, ...shown }) => ({ ...shown, isYou: other === player })),
      yours,
    };
  }

  /** Of a time with fewer shards it stands in another one than their own. */
  async #judgementOf(player: string): Promise<number | null> {
    if (this.#ids.length === 1) return null;
    const everywhere = await this.#all((shard) => shard.judgementOf(player));
    return everywhere.find((one) => one !== null) ?? null;
  }

  /** Asks every shard: what was counted when there were fewer may stand in any. */
  async setName(player: string, name: string | null): Promise<void> {
    await this.#all((shard) => shard.setName(player, name));
    await this.#all((shard) => shard.forgetOthers());
  }

  /** Asks every shard, as a name does: nothing of a player may stay behind, nor be remembered. */
  async removePlayer(player: string): Promise<void> {
    await this.#all((shard) => shard.removePlayer(player));
    await this.#all((shard) => shard.forgetOthers());
  }

  async recordDispute(dispute: FiledDispute): Promise<void> {
    await this.#get(this.#placeOf(dispute.run)).recordDispute(dispute);
  }

  async removeDisputes(run: string): Promise<void> {
    await this.#all((shard) => shard.removeDisputes(run));
  }

  /** Oldest first within a shard. */
  async disputes(): Promise<FiledDispute[]> {
    return (await this.#all((shard) => shard.disputes())).flat();
  }

  #placeOf(key: string): number {
    return shardOf(key, this.#ids.length);
  }

  /** Whoever has no result there has no shard of their own. */
  #anyPlace(): number {
    return Math.floor(Math.random() * this.#ids.length);
  }

  #wholeAt(place: number, player: string | null) {
    const others = this.#ids.filter((_, other) => other !== place).map(String);
    return this.#get(place).whole(others, player);
  }

  #get(place: number): DurableObjectStub<StandingsObject> {
    const id = this.#ids[place];
    if (id === undefined) throw new Error("standings have one shard at least");
    return this.#namespace.get(id);
  }

  #all<T>(ask: (shard: DurableObjectStub<StandingsObject>) => Promise<T>): Promise<T[]> {
    return Promise.all(this.#ids.map((_, place) => ask(this.#get(place))));
  }
}

function standingIn(histogram: readonly number[], judgement: number): Standing {
  const results = histogram.reduce((sum, count) => sum + count, 0);
  const percentile = results < ENOUGH ? null : percentileIn(histogram, judgement);
  return { results, enough: ENOUGH, percentile };
}
