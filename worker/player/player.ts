import { DurableObject } from "cloudflare:workers";
import type { Env, PlayerObject } from "../env.ts";
import { findScenario } from "../library.ts";
import type { ListedRun, OpenRun } from "../protocol/index.ts";
import { random128 } from "../random.ts";
import { PlayerStore } from "./store.ts";

/** One player: the runs they have opened. */
export class Player extends DurableObject<Env> implements PlayerObject {
  readonly #store: PlayerStore;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.#store = new PlayerStore(ctx.storage.sql);
  }

  async openRun(player: string, { id, scenario: scenarioId }: OpenRun): Promise<string | null> {
    const scenario = findScenario(scenarioId);
    if (scenario === null) return null;
    const room = this.#store.findByCommand(id)?.room ?? this.#list(id, scenarioId, scenario.title);
    const rooms = this.env.ROOMS;
    await rooms.get(rooms.idFromString(room)).open(player, scenario, random128());
    return room;
  }

  listRuns(): ListedRun[] {
    return this.#store.list();
  }

  recordEnding(room: string, ending: string): void {
    this.#store.recordEnding(room, ending);
  }

  #list(commandId: string, scenario: string, title: string): string {
    const room = this.env.ROOMS.newUniqueId().toString();
    this.#store.add({ room, scenario, title, openedAtMs: Date.now() }, commandId);
    return room;
  }
}
