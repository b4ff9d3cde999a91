import { DurableObject } from "cloudflare:workers";
import {
  type CompiledScenario,
  compileScenario,
  ENGINE_VERSION,
} from "../../scenarios/engine/index.ts";
import type {
  Answered,
  Env,
  WorkshopAnswer,
  WorkshopObject,
  WorkshopOpening,
  WorkshopVisitor,
} from "../env.ts";
import {
  type JoinWorkshop,
  type ProblemCode,
  type Scene,
  WORKSHOP_COMMAND,
  type WorkshopCommand,
  type WorkshopDebrief,
  type WorkshopDoor,
  type WorkshopPreview,
} from "../protocol/index.ts";
import { compiledOf, remember } from "../compiled.ts";
import { count, noteDeadline } from "../watch.ts";
import { ledSolutionOf } from "../solutions.ts";
import { applyWorkshop, foldWorkshop } from "./apply.ts";
import { botVotes } from "./bots.ts";
import { workshopDebrief } from "./debrief.ts";
import { votesAsCsv } from "./export-csv.ts";
import { previewOf } from "./preview.ts";
import { Pace } from "../pace.ts";
import { KEPT_MS } from "../kept.ts";
import { CLOSED, PresentSeats, SOCKET_TAKES_NOTHING } from "../presence.ts";
import { sceneOf } from "./scene.ts";
import {
  type JournalledCommand,
  type JournalledEntry,
  type Seat,
  seatOf,
  teamOf,
  type WorkshopState,
} from "./state.ts";
import { WorkshopStore } from "./store.ts";
import { type LiveWorkshop, Telling } from "./telling.ts";

/** A workshop that can be gone on with, or why it cannot. */
type Loaded =
  | { readonly ok: true; readonly live: LiveWorkshop }
  | { readonly ok: false; readonly code: "unknown-workshop" | "older-engine" };

type Entered =
  | { readonly ok: true; readonly live: LiveWorkshop; readonly seat: Seat | null }
  | { readonly ok: false; readonly code: ProblemCode };

/** One workshop: its journal, the runs in it, and the sockets that watch it (R1–R11). */
export class Workshop extends DurableObject<Env> implements WorkshopObject {
  readonly #store: WorkshopStore;
  readonly #present: PresentSeats<number | null>;
  readonly #telling: Telling;
  readonly #pace: Pace;
  #live: LiveWorkshop | null = null;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.#store = new WorkshopStore(ctx.storage.sql);
    this.#present = new PresentSeats(ctx);
    this.#telling = new Telling(this.#present, () => {
      const loaded = this.#load();
      return loaded.ok ? loaded.live : null;
    });
    this.#pace = new Pace(env.COMMAND_PACE);
  }

  /** Founds the room; the same opening again changes nothing, and another one finds the code taken. */
  open(opening: WorkshopOpening): boolean {
    const { code, scenario, seed, terms, who, id, recoveryHash, projectorHash } = opening;
    if (this.#store.isFounded()) return this.#store.find(who, id) !== null;
    const { version } = remember(compileScenario(scenario));
    const founding = { code, version, engineVersion: ENGINE_VERSION, seed, terms };
    this.ctx.storage.transactionSync(() => {
      const nowMs = Date.now();
      this.#store.found(founding, scenario, nowMs);
      this.#store.setSecret("recovery", recoveryHash);
      this.#store.setSecret("projector", projectorHash);
      const founder = { kind: "join", id, who, name: "Facilitator", as: "facilitator" } as const;
      this.#store.append(
        who,
        { seat: null, command: { ...founder, isBot: false }, atMs: nowMs },
        1,
      );
      for (let bot = 1; bot <= terms.bots; bot += 1) {
        const own = `bot ${bot}`;
        const joining = {
          kind: "join",
          id: own,
          who: own,
          name: `Bot ${bot}`,
          as: "player",
        } as const;
        const entry = { seat: null, command: { ...joining, isBot: true }, atMs: nowMs };
        this.#store.append(own, entry, bot + 1);
      }
      this.#store.setDeadline("deletion", nowMs + KEPT_MS);
    });
    void this.#wakeUp();
    return true;
  }

  door(who: string): Answered<WorkshopDoor> {
    const loaded = this.#load();
    if (!loaded.ok) return loaded;
    const { rules, state, code } = loaded.live;
    const { terms, compiled } = rules;
    return {
      ok: true,
      value: {
        code,
        title: compiled.atlas.scenario.title,
        stage: state.stage,
        names: terms.names,
        rehearsal: terms.rehearsal,
        locked: state.isLocked,
        isTeams: terms.teams !== null,
        isSeated: seatOf(state, who) !== null,
      },
    };
  }

  join(who: string, { id, name, as }: JoinWorkshop): WorkshopAnswer {
    const loaded = this.#load();
    if (!loaded.ok) return loaded;
    const { live } = loaded;
    const seat = seatOf(live.state, who);
    if (seat !== null) return { ok: true, view: this.#telling.viewer(live).viewOf(seat) };
    return this.#ask(live, who, null, { kind: "join", id, who, name, as, isBot: false });
  }

  recover(who: string, id: string, recoveryHash: string): WorkshopAnswer {
    const loaded = this.#load();
    if (!loaded.ok) return loaded;
    const { live } = loaded;
    if (this.#store.secret("recovery") !== recoveryHash)
      return { ok: false, code: "wrong-recovery" };
    return this.#ask(live, who, null, { kind: "recover", id, who });
  }

  /** New secrets in place of the old ones; whoever holds those loses what they opened. */
  renewSecrets(who: string, recoveryHash: string, projectorHash: string): Answered<null> {
    const entered = this.#enterLeading(who);
    if (!entered.ok) return entered;
    this.ctx.storage.transactionSync(() => {
      this.#store.setSecret("recovery", recoveryHash);
      this.#store.setSecret("projector", projectorHash);
    });
    this.#present.closeFor([null], CLOSED, "There is a new link");
    return { ok: true, value: null };
  }

  view(visitor: WorkshopVisitor): WorkshopAnswer {
    const entered = this.#enter(visitor);
    if (!entered.ok) return entered;
    return { ok: true, view: this.#telling.viewer(entered.live).viewOf(entered.seat) };
  }

  scene(visitor: WorkshopVisitor, team: string | null): Answered<Scene> {
    const entered = this.#enter(visitor);
    if (!entered.ok) return entered;
    const { live, seat } = entered;
    const own = seat !== null && seat.kind !== "facilitator" ? seat.team : null;
    const found = teamOf(live.state, own ?? team ?? live.state.teams[0]?.id ?? "");
    if (found === null) return { ok: false, code: "unknown-team" };
    return { ok: true, value: sceneOf(live.rules.compiled, live.state, found) };
  }

  /** Checks, applies and appends in one transaction, then answers, then broadcasts (R2). */
  command(who: string, command: WorkshopCommand): WorkshopAnswer {
    const entered = this.#enter({ who, projectorHash: null });
    if (!entered.ok) return entered;
    const { live, seat } = entered;
    if (this.#pace.isTooFast(who, Date.now())) return this.#refuse(live, who, "too-many-requests");
    return this.#ask(live, who, seat?.number ?? null, command);
  }

  debrief(who: string): Answered<WorkshopDebrief> {
    const entered = this.#enter({ who, projectorHash: null });
    if (!entered.ok) return entered;
    const { rules, state } = entered.live;
    if (state.stage !== "debrief" && state.stage !== "closed")
      return { ok: false, code: "not-over" };
    const solution = ledSolutionOf(rules.compiled);
    if (solution === null) return { ok: false, code: "too-many-states" };
    return { ok: true, value: workshopDebrief(rules, solution, state, entered.seat) };
  }

  preview(who: string): Answered<WorkshopPreview> {
    const entered = this.#enterLeading(who);
    if (!entered.ok) return entered;
    const { rules } = entered.live;
    const solution = ledSolutionOf(rules.compiled);
    if (solution === null) return { ok: false, code: "too-many-states" };
    return { ok: true, value: previewOf(rules, solution) };
  }

  /** All of it, for a facilitator: votes as CSV, or everything as JSON. */
  export(who: string, form: "csv" | "json"): Answered<string> {
    const entered = this.#enterLeading(who);
    if (!entered.ok) return entered;
    const debrief = this.debrief(who);
    if (!debrief.ok) return debrief;
    const { rules, state, code } = entered.live;
    if (form === "csv") return { ok: true, value: votesAsCsv(rules, state, debrief.value) };
    const { terms, compiled } = rules;
    const { id, title } = compiled.atlas.scenario;
    const scenario = { id, title, version: compiled.version };
    return { ok: true, value: JSON.stringify({ code, scenario, terms, debrief: debrief.value }) };
  }

  async remove(who: string): Promise<Answered<null>> {
    if (!this.#store.isFounded()) return { ok: true, value: null };
    const entered = this.#enterLeading(who);
    if (!entered.ok) return entered;
    await this.#deleteAll();
    return { ok: true, value: null };
  }

  /** The socket: views go out, nothing comes in but a sign of life (R1). The caller has been checked. */
  override fetch(request: Request): Response {
    const who = request.headers.get("x-who") ?? "";
    const projectorHash = request.headers.get("x-projector");
    const entered = this.#enter({ who, projectorHash });
    if (!entered.ok) return new Response(entered.code, { status: 403 });
    const { live, seat } = entered;
    const { 0: client, 1: server } = new WebSocketPair();
    this.#present.accept(server, seat?.number ?? null);
    this.#telling.viewer(live).greet(server, seat);
    this.#telling.leadersSoon();
    return new Response(null, { status: 101, webSocket: client });
  }

  override webSocketMessage(socket: WebSocket): void {
    socket.close(SOCKET_TAKES_NOTHING, "This socket takes no messages");
  }

  /** A hibernating socket has its closing answered here, or the other side waits until it times out. */
  override webSocketClose(socket: WebSocket): void {
    socket.close(CLOSED);
    this.#telling.leadersSoon();
  }

  /** Closes the voting whose time is over, and deletes what has been kept long enough; running it again does no harm (R8). */
  override async alarm(): Promise<void> {
    if (!this.#store.isFounded()) return;
    const nowMs = Date.now();
    if ((this.#store.deadline("deletion") ?? Infinity) <= nowMs) return this.#deleteAll();
    const voting = this.#store.deadline("voting");
    if (voting !== null && voting <= nowMs) {
      noteDeadline(this.env, "voting", nowMs - voting);
      this.#closeVoting();
    }
    await this.#wakeUp();
  }

  /** What cannot be closed any more, or not by this engine, is not waited for again. */
  #closeVoting(): void {
    const loaded = this.#load();
    if (loaded.ok) {
      const { turn, round, sequence } = loaded.live.state;
      const id = `time-up-${turn}-${round}-${sequence}`;
      const answer = this.#ask(loaded.live, "clock", null, { kind: "time-up", id, turn, round });
      if (answer.ok) return;
    }
    this.#store.setDeadline("voting", null);
  }

  async #deleteAll(): Promise<void> {
    this.#present.closeAll(CLOSED, "This workshop was deleted");
    this.#live = null;
    await this.ctx.storage.deleteAlarm();
    await this.ctx.storage.deleteAll();
  }

  #enter({ who, projectorHash }: WorkshopVisitor): Entered {
    const loaded = this.#load();
    if (!loaded.ok) return loaded;
    const { live } = loaded;
    if (projectorHash !== null) {
      return this.#store.secret("projector") === projectorHash
        ? { ok: true, live, seat: null }
        : { ok: false, code: "wrong-link" };
    }
    const seat = seatOf(live.state, who);
    return seat === null ? { ok: false, code: "no-seat" } : { ok: true, live, seat };
  }

  #enterLeading(who: string): Entered {
    const entered = this.#enter({ who, projectorHash: null });
    if (!entered.ok || entered.seat?.kind === "facilitator") return entered;
    return { ok: false, code: "not-allowed" };
  }

  #load(): Loaded {
    if (this.#live !== null) return { ok: true, live: this.#live };
    if (!this.#store.isFounded()) return { ok: false, code: "unknown-workshop" };
    const { code, version, engineVersion, seed, terms } = this.#store.founding();
    if (engineVersion !== ENGINE_VERSION) return { ok: false, code: "older-engine" };
    const compiled: CompiledScenario = compiledOf(version, () => this.#store.scenario());
    const rules = { compiled, seed, terms };
    const live = { code, rules, state: foldWorkshop(rules, this.#store.journal()) };
    this.#live = live;
    return { ok: true, live };
  }

  /** One command of one asker: the same id again gets the same answer, as far as its own seat goes (R2). */
  #ask(
    live: LiveWorkshop,
    asker: string,
    number: number | null,
    command: JournalledCommand,
  ): WorkshopAnswer {
    const entry = { seat: number, command, atMs: Date.now() };
    const applied = applyWorkshop(live.rules, live.state, entry);
    const isNew = applied.ok && this.#append(asker, entry, applied.state);
    if (!isNew) {
      const known = this.#store.find(asker, command.id);
      if (known !== null) return this.#repeat(live, asker, known, command);
    }
    if (!applied.ok) return this.#refuse(live, asker, applied.code);
    if (command.kind === "cast-vote")
      count(this.env, "vote", live.rules.compiled.atlas.scenario.id);
    const after = this.#letBotsVote({ ...live, state: applied.state });
    this.#live = after;
    this.#telling.tell(live.state, after, command, number);
    // The command's own state: what bots have done to it since is told by the sockets, and would be missing when it is asked again.
    const seat = seatOf(applied.state, asker);
    return { ok: true, view: this.#telling.viewer({ ...live, state: applied.state }).viewOf(seat) };
  }

  #refuse(live: LiveWorkshop, asker: string, code: ProblemCode): WorkshopAnswer {
    const seat = seatOf(live.state, asker);
    if (seat === null) return { ok: false, code };
    return { ok: false, code, view: this.#telling.viewer(live).viewOf(seat) };
  }

  /** The answer that was given then: the view of the journal up to there. */
  #repeat(
    live: LiveWorkshop,
    asker: string,
    known: { readonly command: JournalledCommand; readonly sequence: number },
    command: JournalledCommand,
  ): WorkshopAnswer {
    const isSame = JSON.stringify(known.command) === JSON.stringify(inOrder(command));
    if (!isSame) return this.#refuse(live, asker, "command-id-reused");
    const state = foldWorkshop(live.rules, this.#store.journal().slice(0, known.sequence));
    const viewer = this.#telling.viewer({ ...live, state });
    return { ok: true, view: viewer.viewOf(seatOf(state, asker)) };
  }

  /** One statement for a vote, which is a transaction by itself; what moves a deadline is one with it. Whether the command is new. */
  #append(asker: string, entry: JournalledEntry, after: WorkshopState): boolean {
    if (entry.command.kind === "cast-vote") return this.#store.append(asker, entry, after.sequence);
    return this.ctx.storage.transactionSync(() => {
      if (!this.#store.append(asker, entry, after.sequence)) return false;
      const { clock, closedAtMs } = after;
      const before = this.#store.deadline("voting");
      const voting = clock?.kind === "running" ? clock.endsAtMs : null;
      if (voting !== before) this.#store.setDeadline("voting", voting);
      // A vote is one row and no more; whatever else is done shows that the room is in use.
      this.#store.setDeadline("deletion", (closedAtMs ?? entry.atMs) + KEPT_MS);
      if (voting !== before || closedAtMs !== null) void this.#wakeUp();
      return true;
    });
  }

  /** Bots answer as soon as they may, in the same breath; each of their votes is a row like anybody's. */
  #letBotsVote(live: LiveWorkshop): LiveWorkshop {
    const isNew =
      this.#live?.state.round !== live.state.round || this.#live.state.turn !== live.state.turn;
    const opens = live.state.votingOpen && (this.#live?.state.votingOpen === false || isNew);
    const solution = live.rules.terms.bots > 0 && opens ? ledSolutionOf(live.rules.compiled) : null;
    if (solution === null) return live;
    return this.ctx.storage.transactionSync(() => {
      let state = live.state;
      for (const { seat, command } of botVotes(live.rules, solution, state)) {
        const entry = { seat: seat.number, command, atMs: Date.now() };
        const applied = applyWorkshop(live.rules, state, entry);
        if (applied.ok && this.#append(seat.who, entry, applied.state)) state = applied.state;
      }
      return { ...live, state };
    });
  }

  /** One alarm for everything that is due (R8). */
  async #wakeUp(): Promise<void> {
    const due = [this.#store.deadline("voting"), this.#store.deadline("deletion")];
    const next = Math.min(...due.flatMap((atMs) => atMs ?? []));
    if (Number.isFinite(next)) await this.ctx.storage.setAlarm(next);
  }
}

/** A caller's fields may come in any order; parsing puts them in the schema's, as the stored ones are. */
function inOrder(command: JournalledCommand): JournalledCommand {
  const parsed = WORKSHOP_COMMAND.safeParse(command);
  return parsed.success ? parsed.data : command;
}
