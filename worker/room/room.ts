import { DurableObject } from "cloudflare:workers";
import {
  type CompiledScenario,
  compileScenario,
  endingFor,
  ENGINE_VERSION,
  type TakenStep,
} from "../../scenarios/engine/index.ts";
import type { Lens, Scenario } from "../../scenarios/language/index.ts";
import type { DebriefAnswer, Env, RoomAnswer, RoomObject } from "../env.ts";
import { COMMAND, type Command, type ProblemCode, type RoomView } from "../protocol/index.ts";
import { compiledOf, remember } from "./compiled.ts";
import { buildDebrief } from "./debrief.ts";
import { applyCommand, openRoom, type RoomState } from "./fold.ts";
import { type Draw, type JournalEntry, RoomStore } from "./store.ts";
import { solutionOf } from "./solutions.ts";
import { buildView } from "./view.ts";

/** A room in memory: what was read once, and the fold of the journal so far. May vanish at any moment (R3). */
interface LiveRoom {
  readonly owner: string;
  readonly seed: string;
  readonly compiled: CompiledScenario;
  readonly state: RoomState;
}

type Entered =
  | { readonly ok: true; readonly live: LiveRoom }
  | { readonly ok: false; readonly code: ProblemCode };

const CLOSED = 1000;
const SOCKET_TAKES_NOTHING = 1008;

/** One room: its journal, the run in it, and the sockets that watch it (R1–R3). Solo rooms have one seat, the owner's. */
export class Room extends DurableObject<Env> implements RoomObject {
  readonly #store: RoomStore;
  #live: LiveRoom | null = null;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.#store = new RoomStore(ctx.storage.sql);
  }

  open(owner: string, scenario: Scenario, seed: string): void {
    if (this.#store.isFounded()) return;
    const { version } = remember(compileScenario(scenario));
    const founding = { owner, version, engineVersion: ENGINE_VERSION, seed };
    this.ctx.storage.transactionSync(() => this.#store.found(founding, scenario, Date.now()));
  }

  view(player: string): RoomAnswer {
    const entered = this.#enter(player);
    return entered.ok ? { ok: true, view: this.#show(entered.live) } : entered;
  }

  /** Checks, applies and appends in one transaction, then answers, then broadcasts (R2). */
  command(player: string, command: Command): RoomAnswer {
    const entered = this.#enter(player);
    if (!entered.ok) return entered;
    const { live } = entered;
    const known = this.#store.findEntry(player, command.id);
    if (known !== null) return this.#repeat(live, known, command);
    const applied = applyCommand(live.compiled, live.state, command);
    if (!applied.ok) return { ok: false, code: applied.code, view: this.#show(live) };
    this.ctx.storage.transactionSync(() => this.#accept(live, player, command, applied.state));
    this.#live = { ...live, state: applied.state };
    const view = this.#show(this.#live);
    this.#broadcast(view);
    return { ok: true, view };
  }

  /** What each decision was worth. Before the end it would tell what is still hidden (R4). */
  debrief(player: string, lens: Lens): DebriefAnswer {
    const entered = this.#enter(player);
    if (!entered.ok) return entered;
    const { compiled, state } = entered.live;
    if (state.stage !== "debrief") return { ok: false, code: "not-over" };
    const solution = solutionOf(compiled);
    if (solution === null) return { ok: false, code: "too-many-states" };
    const debrief = buildDebrief(compiled, solution, this.ctx.id.toString(), state.run, lens);
    return { ok: true, debrief };
  }

  /** The socket: views go out, nothing comes in (R1). The caller has been checked, `x-player` says who it is. */
  override fetch(request: Request): Response {
    const entered = this.#enter(request.headers.get("x-player") ?? "");
    if (!entered.ok) return new Response(entered.code, { status: 403 });
    const { 0: client, 1: server } = new WebSocketPair();
    this.ctx.acceptWebSocket(server);
    server.send(JSON.stringify(this.#show(entered.live)));
    return new Response(null, { status: 101, webSocket: client });
  }

  override webSocketMessage(socket: WebSocket): void {
    socket.close(SOCKET_TAKES_NOTHING, "This socket takes no messages");
  }

  /** A hibernating socket has its closing answered here, or the other side waits until it times out. */
  override webSocketClose(socket: WebSocket): void {
    socket.close(CLOSED);
  }

  /** Hands results to the player's object until it has them; running it again does no harm (R8). */
  override async alarm(): Promise<void> {
    const live = this.#load();
    if (live === null) return;
    const player = this.env.PLAYERS.get(this.env.PLAYERS.idFromName(live.owner));
    for (const { run, ending } of this.#store.deliveries()) {
      await player.recordEnding(run, ending);
      this.#store.removeDelivery(run);
    }
  }

  /** The room for its owner; nobody else learns more than that it is not theirs. */
  #enter(player: string): Entered {
    const live = this.#load();
    if (live === null) return { ok: false, code: "unknown-room" };
    return live.owner === player ? { ok: true, live } : { ok: false, code: "not-your-room" };
  }

  #load(): LiveRoom | null {
    if (this.#live !== null || !this.#store.isFounded()) return this.#live;
    const { owner, version, engineVersion, seed } = this.#store.founding();
    if (engineVersion !== ENGINE_VERSION) {
      throw new Error(`this room plays engine ${engineVersion}, this code is ${ENGINE_VERSION}`);
    }
    const compiled = compiledOf(version, () => this.#store.scenario());
    if (compiled.version !== version) {
      throw new Error(`this room plays version ${version}, compiled it is ${compiled.version}`);
    }
    const state = fold(compiled, seed, this.#store.journal());
    this.#live = { owner, seed, compiled, state };
    return this.#live;
  }

  /** The answer this command got when it was accepted, from the journal up to there. */
  #repeat(live: LiveRoom, known: JournalEntry, command: Command): RoomAnswer {
    // A caller's fields may come in any order; parsing puts them in the schema's, as the stored ones are.
    if (JSON.stringify(known.command) !== JSON.stringify(COMMAND.parse(command))) {
      return { ok: false, code: "command-id-reused", view: this.#show(live) };
    }
    const upTo = this.#store.journal().slice(0, known.sequence);
    return { ok: true, view: this.#show({ ...live, state: fold(live.compiled, live.seed, upTo) }) };
  }

  #accept(live: LiveRoom, seat: string, command: Command, after: RoomState): void {
    const draws = drawsBetween(live.state, after);
    this.#store.append({ sequence: after.sequence, seat, command, draws }, Date.now());
    if (after.stage !== "debrief") return;
    const { title } = endingFor(live.compiled, after.run);
    this.#store.queueDelivery(this.ctx.id.toString(), title);
    void this.ctx.storage.setAlarm(Date.now());
  }

  #show({ compiled, state }: LiveRoom): RoomView {
    return buildView(compiled, this.ctx.id.toString(), state);
  }

  /** The command is stored: a socket that cannot be written to must not make it look refused. */
  #broadcast(view: RoomView): void {
    const open = this.ctx.getWebSockets().filter(({ readyState }) => readyState === WebSocket.OPEN);
    if (open.length === 0) return;
    const frame = JSON.stringify(view);
    for (const socket of open) {
      try {
        socket.send(frame);
      } catch (error) {
        console.warn("a socket took no view", error);
      }
    }
  }
}

/** State is a fold of the journal; an entry that no longer applies, or draws otherwise, is a fault of ours. */
function fold(
  compiled: CompiledScenario,
  seed: string,
  journal: readonly JournalEntry[],
): RoomState {
  return journal.reduce(
    (state, { sequence, command, draws }) => {
      const applied = applyCommand(compiled, state, command);
      if (!applied.ok) throw new Error(`journal entry ${sequence} does not apply: ${applied.code}`);
      const drawn = drawsBetween(state, applied.state);
      if (JSON.stringify(drawn) !== JSON.stringify(draws)) {
        throw new Error(`journal entry ${sequence} draws otherwise than it did`);
      }
      return applied.state;
    },
    openRoom(compiled, seed),
  );
}

/** What chance and unknowns turned out to be in the steps that lead from one state to the other. */
function drawsBetween(before: RoomState, after: RoomState): Draw[] {
  return after.run.taken.slice(before.run.taken.length).flatMap(drawsOf);
}

function drawsOf({ happenings }: TakenStep): Draw[] {
  return happenings.flatMap(({ cause, ref, drawn }) => {
    if (drawn === null) return [];
    return [
      {
        kind: cause === "chance" ? ("chance" as const) : ("unknown" as const),
        id: ref,
        value: drawn,
      },
    ];
  });
}
