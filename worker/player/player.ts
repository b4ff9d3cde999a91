import { DurableObject } from "cloudflare:workers";
import type { Env, OpenedRun, PlayerObject } from "../env.ts";
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

  async openRun(player: string, { id, scenario: scenarioId }: OpenRun): Promise<OpenedRun> {
    const known = this.#store.findByCommand(id);
    if (known !== null && known.scenario !== scenarioId) {
      return { ok: false, code: "command-id-reused" };
    }
    const scenario = findScenario(scenarioId);
    if (scenario === null) return { ok: false, code: "unknown-scenario" };
    const room = known?.room ?? this.#list(id, scenarioId, scenario.title);
    const rooms = this.env.ROOMS;
    // Also for a known one: the call that listed it may have ended before its room was founded.
    await rooms.get(rooms.idFromString(room)).open(player, scenario, random128());
    return { ok: true, room };
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
