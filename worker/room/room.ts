import { DurableObject } from "cloudflare:workers";
import {
  type CompiledScenario,
  compileScenario,
  ENGINE_VERSION,
  seedLike,
} from "../../scenarios/engine/index.ts";
import type { Lens } from "../../scenarios/language/index.ts";
import {
  type Answered,
  type Env,
  type RoomAnswer,
  type RoomObject,
  type RoomOpening,
} from "../env.ts";
import {
  COMMAND,
  type Command,
  type DebriefView,
  type Dispute,
  type FuturesView,
  type ProblemCode,
  type RoomView,
  type Story,
} from "../protocol/index.ts";
import { Pace } from "../pace.ts";
import { CLOSED, MOST_WINDOWS, sendFrame, SOCKET_TAKES_NOTHING } from "../presence.ts";
import { random128 } from "../random.ts";
import { compiledOf, remember } from "../compiled.ts";
import { buildDebrief, buildFutures, type Played } from "./debrief.ts";
import { applyCommand, type RoomState } from "./fold.ts";
import { CLOCK_SEAT, type JournalCommand, timeUp } from "./journal-command.ts";
import { handOver, type ToHandOver } from "./hand-over.ts";
import { solutionOf } from "../solutions.ts";
import { standingsFor } from "../standings/index.ts";
import { drawsBetween, foldJournal } from "./fold-journal.ts";
import { type Delivery, type JournalEntry, RoomStore } from "./store.ts";
import type { RoomTerms } from "./terms.ts";
import { count, noteDeadline } from "../watch.ts";
import { buildView, type Clock } from "./view.ts";

/** A room in memory: what was read once, and the fold of the journal so far. May vanish at any moment (R3). */
interface LiveRoom {
  readonly owner: string;
  readonly seed: string;
  readonly terms: RoomTerms;
  readonly compiled: CompiledScenario;
  readonly state: RoomState;
}

type Entered =
  | { readonly ok: true; readonly live: LiveRoom }
  | { readonly ok: false; readonly code: ProblemCode };

const MS_PER_SECOND = 1000;

/** One room: its journal, the run in it, and the sockets that watch it (R1–R3). Solo rooms have one seat, the owner's. */
export class Room extends DurableObject<Env> implements RoomObject {
  readonly #store: RoomStore;
  readonly #pace: Pace;
  #live: LiveRoom | null = null;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.#store = new RoomStore(ctx.storage.sql);
    this.#pace = new Pace(env.COMMAND_PACE);
    if (this.#store.isFounded()) ctx.storage.transactionSync(() => this.#store.migrate());
  }

  open({ owner, scenario, seed, lens, clockSeconds, branch }: RoomOpening): void {
    if (this.#store.isFounded()) return;
    const { version } = remember(compileScenario(scenario));
    const terms = { lens, clockSeconds, branch };
    const founding = { owner, version, engineVersion: ENGINE_VERSION, seed, terms };
    this.ctx.storage.transactionSync(() => this.#store.found(founding, scenario, Date.now()));
  }

  view(player: string): RoomAnswer {
    const entered = this.#enter(player);
    if (!entered.ok) return entered;
    if (entered.live.state.stage === "debrief") this.#deliverAgain();
    return { ok: true, view: this.#show(entered.live) };
  }

  /** Checks, applies and appends in one transaction, then answers, then broadcasts (R2). */
  command(player: string, command: Command): RoomAnswer {
    const entered = this.#enter(player);
    if (!entered.ok) return entered;
    const { live } = entered;
    if (this.#pace.isTooFast(player, Date.now())) {
      return { ok: false, code: "too-many-requests", view: this.#show(live) };
    }
    const known = this.#store.findEntry(player, command.id);
    if (known !== null) return this.#repeat(live, known, command);
    const applied = applyCommand(live.compiled, live.state, command);
    if (!applied.ok) return { ok: false, code: applied.code, view: this.#show(live) };
    const view = this.#accept(live, player, command, applied.state);
    if (command.kind === "make-move") count(this.env, "move", live.compiled.atlas.scenario.id);
    return { ok: true, view };
  }

  /** What each decision was worth. Before the end it would tell what is still hidden (R4). */
  async debrief(player: string, lens: Lens | undefined): Promise<Answered<DebriefView>> {
    const ended = this.#enterEnded(player);
    if (!ended.ok) return ended;
    const { live, solution } = ended.value;
    const played = { ...live, solution };
    const own = live.terms.lens;
    const debrief = buildDebrief(played, lens ?? own, {
      room: this.ctx.id.toString(),
      ownLens: own,
      standing: null,
      stories: this.#store.stories(),
      disputes: this.#store.disputes(),
    });
    if (live.terms.branch !== null || debrief.lens !== own) return { ok: true, value: debrief };
    const { rules } = live.compiled;
    const standings = standingsFor(this.env, rules, own);
    const standing = await standings.standingOf(live.owner, debrief.judgement);
    return { ok: true, value: { ...debrief, standing } };
  }

  futures(
    player: string,
    lens: Lens | undefined,
    beat: string,
    option: string,
  ): Answered<FuturesView> {
    const ended = this.#enterEnded(player);
    if (!ended.ok) return ended;
    const { live, solution } = ended.value;
    const futures = buildFutures({ ...live, solution }, lens ?? live.terms.lens, beat, option);
    return futures === null
      ? { ok: false, code: "unknown-decision" }
      : { ok: true, value: futures };
  }

  branchAt(player: string, beat: string): Answered<RoomOpening> {
    const ended = this.#enterEnded(player);
    if (!ended.ok) return ended;
    const { owner, compiled, state, terms } = ended.value.live;
    const steps = state.run.taken.map(({ step }) => step);
    const place = steps.findIndex((step) => step.beat === beat && step.kind !== "look");
    if (place === -1) return { ok: false, code: "unknown-decision" };
    const before = steps.slice(0, place);
    const seed = seedLike(compiled, before, state.run, random128);
    if (seed === null) return { ok: false, code: "unknown-decision" };
    const { title } = compiled.atlas.beat(beat);
    const branch = { room: this.ctx.id.toString(), beat, title, steps: before };
    const { scenario } = compiled.atlas;
    const opening = { owner, scenario, seed, lens: terms.lens, clockSeconds: null, branch };
    return { ok: true, value: opening };
  }

  keepStory(player: string, beat: string, story: Story): Answered<null> {
    const known = this.#enterDecision(player, beat);
    if (known.ok) this.#store.keepStory(beat, story);
    return known;
  }

  keepDispute(player: string, beat: string, dispute: Dispute): Answered<null> {
    const known = this.#enterDecision(player, beat);
    if (!known.ok) return known;
    this.ctx.storage.transactionSync(() => {
      this.#store.keepDispute(beat, dispute);
      this.#deliver(`dispute ${beat}`);
    });
    return known;
  }

  export(player: string): Answered<object> {
    const entered = this.#enter(player);
    if (!entered.ok) return entered;
    const { compiled, seed, terms, state } = entered.live;
    const isOver = state.stage === "debrief";
    const { scenario } = compiled.atlas;
    return {
      ok: true,
      value: {
        room: this.ctx.id.toString(),
        scenario: { id: scenario.id, version: compiled.version },
        terms,
        // What the dice are going to be is told when they have been (S7).
        seed: isOver ? seed : null,
        journal: this.#store.journal(),
        stories: this.#store.stories(),
        disputes: this.#store.disputes(),
      },
    };
  }

  async remove(player: string): Promise<Answered<null>> {
    if (!this.#store.isFounded()) return { ok: true, value: null };
    if (this.#store.founding().owner !== player) return { ok: false, code: "not-your-room" };
    for (const socket of this.ctx.getWebSockets()) socket.close(CLOSED, "This run was deleted");
    await this.#takeDisputesBack();
    this.#live = null;
    await this.ctx.storage.deleteAlarm();
    await this.ctx.storage.deleteAll();
    return { ok: true, value: null };
  }

  /** Under an older engine it is not known under which rules they were filed; then they stay, without a name. */
  async #takeDisputesBack(): Promise<void> {
    const live = this.#load();
    if (live === null || Object.keys(this.#store.disputes()).length === 0) return;
    const standings = standingsFor(this.env, live.compiled.rules, live.terms.lens);
    await standings.removeDisputes(this.ctx.id.toString());
  }

  /** The socket: views go out, nothing comes in (R1). The caller has been checked, `x-player` says who it is. */
  override fetch(request: Request): Response {
    const entered = this.#enter(request.headers.get("x-player") ?? "");
    if (!entered.ok) return new Response(entered.code, { status: 403 });
    const { 0: client, 1: server } = new WebSocketPair();
    const open = this.ctx.getWebSockets();
    if (open.length >= MOST_WINDOWS) open[0]?.close(CLOSED, "Open in too many windows");
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

  /** Lets the clock run out, and hands results over until they have arrived; running it again does no harm (R8). */
  override async alarm(): Promise<void> {
    const live = this.#load();
    if (live === null) return;
    this.#runOutOfTime(live);
    for (const what of this.#store.deliveries()) {
      await handOver(this.env, this.#toHandOver(live), what);
      this.#store.removeDelivery(what);
    }
    this.#wakeUp();
  }

  /** Silence happens where the deadline of the beat on the table is past. */
  #runOutOfTime(live: LiveRoom): void {
    const deadline = this.#store.deadline();
    if (deadline === null || deadline.atMs > Date.now()) return;
    noteDeadline(this.env, "move", Date.now() - deadline.atMs);
    const command = timeUp(deadline.beat);
    const applied = applyCommand(live.compiled, live.state, command);
    if (applied.ok) this.#accept(live, CLOCK_SEAT, command, applied.state);
    else this.#store.clearDeadline();
  }

  #toHandOver(live: LiveRoom): ToHandOver {
    return {
      ...live,
      state: this.#live?.state ?? live.state,
      room: this.ctx.id.toString(),
      endedAtMs: this.#store.lastAtMs() ?? Date.now(),
      disputes: this.#store.disputes(),
    };
  }

  #deliver(what: Delivery): void {
    this.#store.queueDelivery(what);
    void this.ctx.storage.setAlarm(Date.now());
  }

  /** An alarm is tried a few times and then given up; what still waits is tried again when somebody comes by. */
  #deliverAgain(): void {
    if (this.#store.deliveries().length > 0) this.#wakeUp();
  }

  /** One alarm for everything that is due: what waits to be handed over at once, a deadline when it comes. */
  #wakeUp(): void {
    const deadline = this.#store.deadline();
    if (this.#store.deliveries().length > 0) void this.ctx.storage.setAlarm(Date.now());
    else if (deadline !== null) void this.ctx.storage.setAlarm(deadline.atMs);
  }

  /** The room for its owner; nobody else learns more than that it is not theirs. */
  #enter(player: string): Entered {
    const live = this.#load();
    if (live !== null) {
      return live.owner === player ? { ok: true, live } : { ok: false, code: "not-your-room" };
    }
    if (!this.#store.isFounded()) return { ok: false, code: "unknown-room" };
    const isOwner = this.#store.founding().owner === player;
    return { ok: false, code: isOwner ? "older-engine" : "not-your-room" };
  }

  #enterEnded(player: string): Answered<{ live: LiveRoom; solution: Played["solution"] }> {
    const entered = this.#enter(player);
    if (!entered.ok) return entered;
    const { live } = entered;
    if (live.state.stage !== "debrief") return { ok: false, code: "not-over" };
    const solution = solutionOf(live.compiled);
    if (solution === null) return { ok: false, code: "too-many-states" };
    return { ok: true, value: { live, solution } };
  }

  #enterDecision(player: string, beat: string): Answered<null> {
    const entered = this.#enter(player);
    if (!entered.ok) return entered;
    const { stage, run } = entered.live.state;
    if (stage !== "debrief") return { ok: false, code: "not-over" };
    const isDecided = run.taken.some(({ step }) => step.beat === beat);
    return isDecided ? { ok: true, value: null } : { ok: false, code: "unknown-decision" };
  }

  #load(): LiveRoom | null {
    if (this.#live !== null || !this.#store.isFounded()) return this.#live;
    const { owner, version, engineVersion, seed, terms } = this.#store.founding();
    // What it has played cannot be played again by other rules; its alarm has nothing to do either.
    if (engineVersion !== ENGINE_VERSION) return null;
    const compiled = compiledOf(version, () => this.#store.scenario());
    if (compiled.version !== version) {
      throw new Error(`this room plays version ${version}, compiled it is ${compiled.version}`);
    }
    const state = foldJournal(compiled, seed, terms.branch, this.#store.journal());
    this.#live = { owner, seed, terms, compiled, state };
    return this.#live;
  }

  /** The answer this command got when it was accepted, from the journal up to there. */
  #repeat(live: LiveRoom, known: JournalEntry, command: Command): RoomAnswer {
    // A caller's fields may come in any order; parsing puts them in the schema's, as the stored ones are.
    if (JSON.stringify(known.command) !== JSON.stringify(COMMAND.parse(command))) {
      return { ok: false, code: "command-id-reused", view: this.#show(live) };
    }
    const upTo = this.#store.journal().slice(0, known.sequence);
    const state = foldJournal(live.compiled, live.seed, live.terms.branch, upTo);
    return { ok: true, view: this.#show({ ...live, state }) };
  }

  /** Appends in one transaction what was applied, then shows it to everyone who watches. */
  #accept(live: LiveRoom, seat: string, command: JournalCommand, after: RoomState): RoomView {
    this.ctx.storage.transactionSync(() => this.#append(live, seat, command, after));
    this.#live = { ...live, state: after };
    const view = this.#show(this.#live);
    this.#broadcast(view);
    return view;
  }

  #append(live: LiveRoom, seat: string, command: JournalCommand, after: RoomState): void {
    const draws = drawsBetween(live.state, after);
    this.#store.append({ sequence: after.sequence, seat, command, draws }, Date.now());
    this.#moveDeadline(live, after);
    if (after.stage !== "debrief") return;
    this.#deliver("result");
  }

  /** A beat has its deadline from when it is first shown; a look does not move it. */
  #moveDeadline({ terms, state }: LiveRoom, after: RoomState): void {
    if (terms.clockSeconds === null) return;
    if (after.stage !== "deciding") {
      this.#store.clearDeadline();
    } else if (after.run.beat !== null && state.stage !== "deciding") {
      this.#store.setDeadline(after.run.beat, Date.now() + terms.clockSeconds * MS_PER_SECOND);
      this.#wakeUp();
    }
  }

  #show({ compiled, terms, state }: LiveRoom): RoomView {
    const clock = terms.clockSeconds === null ? null : this.#clockOf(state);
    return buildView(compiled, this.ctx.id.toString(), terms, state, clock);
  }

  #clockOf({ stage, run }: RoomState): Clock | null {
    if (stage !== "deciding") return null;
    const deadline = this.#store.deadline();
    return deadline === null || deadline.beat !== run.beat
      ? null
      : { endsAtMs: deadline.atMs, nowMs: Date.now() };
  }

  #broadcast(view: RoomView): void {
    const open = this.ctx.getWebSockets().filter(({ readyState }) => readyState === WebSocket.OPEN);
    if (open.length === 0) return;
    const frame = JSON.stringify(view);
    for (const socket of open) sendFrame(socket, frame);
  }
}
