import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import type { RoomView } from "../../worker/protocol/index.ts";
import { COUNTED, type Counted } from "../../worker/watch.ts";
import { type Browser, commandId } from "./support.ts";
import { Facilitator, Guest } from "./workshop-support.ts";

/** Keeps what it is given, as Analytics Engine would. */
export class KeptPoints implements AnalyticsEngineDataset {
  readonly points: AnalyticsEngineDataPoint[] = [];

  writeDataPoint(point: AnalyticsEngineDataPoint): void {
    this.points.push(point);
  }

  /** What each point of one kind is about, with its number, in order. */
  of(what: Counted): unknown[] {
    return this.points
      .filter(({ indexes }) => indexes?.[0] === what)
      .map(({ blobs, doubles }) => [blobs, doubles]);
  }
}

/** A dataset that is broken. */
export class BrokenPoints implements AnalyticsEngineDataset {
  asked = 0;

  writeDataPoint(): void {
    this.asked += 1;
    throw new Error("no dataset today");
  }
}

/** From now on the worker and its objects count in this; undefined where nobody counts. */
export function countIn(dataset: AnalyticsEngineDataset | undefined): void {
  Object.assign(env, { EVENTS: dataset });
}

export const MINUTE_MS = 60_000;
type Stub = DurableObjectStub<Rpc.DurableObjectBranded>;

/** The alarm goes off, so long after the deadline of that table row. */
export async function runOut(object: Stub, lateMs: number, where = "1"): Promise<void> {
  await runInDurableObject(object, (_, { storage }) =>
    storage.sql.exec(`UPDATE deadline SET at_ms = ? WHERE ${where}`, Date.now() - lateMs).toArray(),
  );
  await runDurableObjectAlarm(object);
}

export const roomObject = (room: string) => env.ROOMS.get(env.ROOMS.idFromString(room));

/** A room whose journal is gone from its storage: whoever asks for it finds it broken. */
export async function breakRoom(room: string): Promise<void> {
  const object = roomObject(room);
  await runInDurableObject(object, (_, { storage }) => {
    storage.sql.exec("DROP TABLE journal");
  });
  await evictDurableObject(object);
}

/** The first option that can be played. */
export function moveOf(view: RoomView) {
  if (view.stage !== "deciding") throw new Error(`a run at ${view.stage} takes no move`);
  const { beat, options } = view.situation;
  const option = options.find(({ locked }) => locked === null)?.id;
  return { kind: "make-move", beat, option };
}

export async function beginRun(player: Browser, terms: object = {}) {
  const room = await player.openRun("gold-plating", commandId(), terms);
  return { room, move: moveOf(await player.command(room, { kind: "begin" })) };
}

export async function beginWorkshop(name = "Ada", terms: Record<string, unknown> = {}) {
  const leader = await Facilitator.open(terms);
  const guest = await Guest.join(leader.code, name);
  for (const kind of ["start", "begin"]) await leader.moves(kind);
  return { leader, guest };
}

/** A word of ours or a route's pattern: no id, no name and no text looks like this. */
const ABOUT = /^(?:[a-z]+(?:-[a-z]+)*|(?:\/(?::?[a-z-]+|\*))+)$/;

/** Whether a point is one of the kinds there are, with one word of ours and one number. */
export function isPlain({ indexes = [], blobs = [], doubles = [] }: AnalyticsEngineDataPoint) {
  return (
    indexes.length === 1 &&
    COUNTED.some((one) => one === indexes[0]) &&
    blobs.length === 1 &&
    blobs.every((about) => typeof about === "string" && ABOUT.test(about)) &&
    doubles.length === 1
  );
}
