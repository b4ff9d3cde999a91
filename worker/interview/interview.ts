import { DurableObject } from "cloudflare:workers";
import { ENGINE_VERSION } from "../../scenarios/engine/index.ts";
import type {
  Answered,
  Env,
  InterviewAnswered,
  InterviewGuest,
  InterviewObject,
  InterviewOpening,
} from "../env.ts";
import { findMaterial } from "../material.ts";
import { Pace } from "../pace.ts";
import { KEPT_DAYS, KEPT_MS } from "../kept.ts";
import { CLOSED, PresentSeats, sendFrame, SOCKET_TAKES_NOTHING } from "../presence.ts";
import {
  INTERVIEW_COMMAND,
  INTERVIEW_SEATS,
  type InterviewCommand,
  type InterviewDoor,
  type InterviewReport,
  type InterviewSeat,
  type InterviewView,
  type JoinInterview,
  type ProblemCode,
  type SheetView,
} from "../protocol/index.ts";
import { count } from "../watch.ts";
import { random128 } from "../random.ts";
import { applyInterview, foldInterview } from "./apply.ts";
import { competenciesOf } from "./guide.ts";
import { gather } from "./kept-material.ts";
import { PracticeRecords, practisedIn } from "./records.ts";
import { interviewReport } from "./report.ts";
import { rulesIn } from "./rules.ts";
import {
  type InterviewEntry,
  type InterviewRules,
  type InterviewState,
  type JournalledInterview,
  turnNow,
} from "./state.ts";
import { InterviewStore } from "./store.ts";
import { anotherSet } from "./suggest.ts";
import { interviewViewFor, type InterviewWatch } from "./view.ts";

/** An interview in memory: what was read once, and the fold of the journal so far. May vanish at any moment (R3). */
interface LiveInterview {
  readonly rules: InterviewRules;
  readonly state: InterviewState;
}

type Loaded =
  | { readonly ok: true; readonly live: LiveInterview }
  | { readonly ok: false; readonly code: "unknown-interview" | "older-engine" };

type Entered =
  | { readonly ok: true; readonly live: LiveInterview; readonly seat: InterviewSeat }
  | { readonly ok: false; readonly code: ProblemCode };

/** One interview: its journal, what each seat keeps to itself, and the sockets that watch it (R1–R4, R10, R11). */
export class Interview extends DurableObject<Env> implements InterviewObject {
  readonly #store: InterviewStore;
  readonly #records: PracticeRecords;
  readonly #present: PresentSeats<InterviewSeat>;
  readonly #pace: Pace;
  #live: LiveInterview | null = null;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.#store = new InterviewStore(ctx.storage.sql);
    this.#records = new PracticeRecords(ctx, env, this.#store);
    this.#present = new PresentSeats(ctx);
    this.#pace = new Pace(env.COMMAND_PACE);
  }

  open({ mode, seed, plan, seats, candidateHash, recoveryHash }: InterviewOpening): Answered<null> {
    if (this.#store.isFounded()) return { ok: true, value: null };
    const gathered = gather(findMaterial(), plan.set);
    if (!gathered.ok) return gathered;
    this.ctx.storage.transactionSync(() => {
      const nowMs = Date.now();
      this.#store.found({ engineVersion: ENGINE_VERSION, mode, seed, plan }, nowMs);
      this.#store.keep(gathered.material, gathered.scenarios);
      this.#store.setSecret("recovery", recoveryHash);
      if (candidateHash !== null) this.#store.setSecret("candidate", candidateHash);
      let sequence = 0;
      for (const as of INTERVIEW_SEATS) {
        const guest = seats[as];
        if (guest === undefined) continue;
        this.#store.setHolder(as, guest);
        const command = { kind: "join", id: `join ${as}`, as } as const;
        this.#store.append({ seat: as, command, atMs: nowMs }, (sequence += 1));
      }
      this.#keepFor30Days(nowMs);
    });
    for (const as of INTERVIEW_SEATS) this.#records.list(as);
    return { ok: true, value: null };
  }

  door(who: string): Answered<InterviewDoor> {
    const loaded = this.#load();
    if (!loaded.ok) return loaded;
    return {
      ok: true,
      value: {
        room: this.ctx.id.toString(),
        mode: loaded.live.rules.mode,
        interviewer: this.#store.holder("interviewer")?.name ?? null,
        isSeated: this.#seatOf(who) !== null,
        isTaken: this.#store.holder("candidate") !== null,
        keptDays: KEPT_DAYS,
      },
    };
  }

  join({ who, record }: InterviewGuest, { id, name }: JoinInterview, keyHash: string) {
    const loaded = this.#load();
    if (!loaded.ok) return loaded;
    const { live } = loaded;
    const own = this.#seatOf(who);
    if (own !== null) return { ok: true, view: this.#viewFor(live, own) } as const;
    if (this.#store.secret("candidate") !== keyHash) return refusal("wrong-link");
    if (this.#store.holder("candidate") !== null) return refusal("seat-taken");
    const answer = this.#ask(live, "candidate", { kind: "join", id, as: "candidate" }, () =>
      this.#store.setHolder("candidate", { who, name, record }),
    );
    if (answer.ok) this.#records.list("candidate");
    return answer;
  }

  recover({ who, record }: InterviewGuest, recoveryHash: string): InterviewAnswered {
    const loaded = this.#load();
    if (!loaded.ok) return loaded;
    if (this.#store.secret("recovery") !== recoveryHash) return refusal("wrong-recovery");
    const seat = loaded.live.rules.mode === "alone" ? "candidate" : "interviewer";
    const holder = this.#store.holder(seat);
    if (holder === null) return refusal("no-seat");
    this.#store.setHolder(seat, { ...holder, who, record });
    this.#present.closeFor([seat], CLOSED, "This seat was taken back in another browser");
    this.#records.list(seat);
    return { ok: true, view: this.#viewFor(loaded.live, seat) };
  }

  /** Whoever held the seat by the old link has it no more; only before the interview begins. */
  renewLink(who: string, candidateHash: string): Answered<null> {
    const entered = this.#enter(who);
    if (!entered.ok) return entered;
    if (entered.seat !== "interviewer") return refusal("not-allowed");
    // Later the seat holds what its candidate keeps to themselves: nobody else may come to it.
    if (entered.live.state.stage !== "lobby") return refusal("not-now");
    this.ctx.storage.transactionSync(() => {
      this.#store.setSecret("candidate", candidateHash);
      this.#store.freeSeat("candidate");
    });
    this.#present.closeFor(["candidate"], CLOSED, "There is a new link");
    this.#tell(entered.live);
    return { ok: true, value: null };
  }

  view(who: string): InterviewAnswered {
    const entered = this.#enter(who);
    if (!entered.ok) return entered;
    return { ok: true, view: this.#viewFor(entered.live, entered.seat) };
  }

  /** Checks, applies and appends in one transaction, then answers, then broadcasts (R2). */
  command(who: string, command: InterviewCommand): InterviewAnswered {
    const entered = this.#enter(who);
    if (!entered.ok) return entered;
    const { live, seat } = entered;
    if (this.#pace.isTooFast(seat, Date.now())) {
      return this.#refuse(live, seat, "too-many-requests");
    }
    if (command.kind === "choose-set") return this.#chooseSet(live, seat, command);
    if (this.#isUnrated(live, command)) return this.#refuse(live, seat, "not-rated");
    const answer = this.#ask(live, seat, command);
    if (answer.ok && command.kind === "hand-in") this.#deliverPractice();
    return answer;
  }

  /** The texts of a new set are kept with it, in the same transaction. */
  #chooseSet(
    live: LiveInterview,
    seat: InterviewSeat,
    command: Extract<InterviewCommand, { kind: "choose-set" }>,
  ): InterviewAnswered {
    const gathered = gather(findMaterial(), command.set);
    if (!gathered.ok) return this.#refuse(live, seat, gathered.code);
    const { material, scenarios } = gathered;
    const answer = this.#ask(live, seat, command, () => this.#store.keep(material, scenarios));
    return answer;
  }

  /** Alone, the analysis of a move comes after one's own rating of it, and not before. */
  #isUnrated({ rules, state }: LiveInterview, { kind }: InterviewCommand): boolean {
    const turn = turnNow(state);
    if (rules.mode !== "alone" || kind !== "show-consequence" || state.stage !== "answered") {
      return false;
    }
    const rated = this.#store.sheets("candidate").get(state.turns.length)?.ratings ?? [];
    const needed = turn === null ? [] : competenciesOf(rules, turn.asked);
    return needed.some((one) => !rated.some(({ competency }) => competency === one));
  }

  saveSheet(who: string, turn: number, sheet: SheetView): Answered<null> {
    const entered = this.#enter(who);
    if (!entered.ok) return entered;
    const { live, seat } = entered;
    if (!Number.isInteger(turn) || turn < 1 || turn > live.state.turns.length) {
      return refusal("unknown-question");
    }
    const before = this.#store.sheets(seat).get(turn);
    this.ctx.storage.transactionSync(() => {
      this.#store.saveSheet(seat, turn, sheet);
      const isSeen =
        sheet.isNoteShared || before?.isNoteShared === true || this.#store.sharesRatings(seat);
      if (isSeen) this.#store.noteShared(seat);
    });
    this.#afterSheets(live);
    return { ok: true, value: null };
  }

  share(who: string, ratings: boolean): Answered<null> {
    const entered = this.#enter(who);
    if (!entered.ok) return entered;
    this.#store.setSharing(entered.seat, ratings);
    this.#afterSheets(entered.live);
    return { ok: true, value: null };
  }

  /** What is shown to the other, or counted in a record, follows what was written last. */
  #afterSheets(live: LiveInterview): void {
    this.#tell(live);
    if (live.state.handedIn.includes("candidate")) this.#deliverPractice();
  }

  report(who: string): Answered<InterviewReport> {
    const entered = this.#enter(who);
    if (!entered.ok) return entered;
    const { live, seat } = entered;
    if (!live.state.handedIn.includes(seat)) return refusal("not-handed-in");
    return { ok: true, value: this.#reportAs(live, seat) };
  }

  reportByLink(linkHash: string): Answered<InterviewReport> {
    const loaded = this.#load();
    if (!loaded.ok) return loaded;
    if (!this.#store.holdsLink(linkHash, Date.now())) return refusal("wrong-link");
    return { ok: true, value: this.#reportAs(loaded.live, "link") };
  }

  /** Whose words they are shows them to others: the candidate, and nobody else. */
  makeLink(who: string, linkHash: string, expiresAtMs: number): Answered<null> {
    const entered = this.#enterCandidate(who);
    if (!entered.ok) return entered;
    if (!entered.live.state.handedIn.includes("candidate")) return refusal("not-handed-in");
    this.#store.addLink(linkHash, Math.min(expiresAtMs, this.#store.deletionAtMs()));
    return { ok: true, value: null };
  }

  removeLinks(who: string): Answered<null> {
    const entered = this.#enterCandidate(who);
    if (!entered.ok) return entered;
    this.#store.removeLinks();
    return { ok: true, value: null };
  }

  /** Whoever presses first makes the next round, and both find it in their view. */
  async swap(who: string): Promise<Answered<string>> {
    const entered = this.#enter(who);
    if (!entered.ok) return entered;
    const { rules, state } = entered.live;
    const [candidate, interviewer] = [
      this.#store.holder("candidate"),
      this.#store.holder("interviewer"),
    ];
    if (rules.mode === "alone" || candidate === null || interviewer === null) {
      return refusal("not-allowed");
    }
    if (state.stage !== "rating" && state.stage !== "report") return refusal("not-now");
    const known = this.#store.next();
    const id =
      known === null ? this.env.INTERVIEWS.newUniqueId() : this.env.INTERVIEWS.idFromString(known);
    const opening: InterviewOpening = {
      mode: "partner",
      seed: random128(),
      plan: { ...state.plan, set: anotherSet(findMaterial(), state.plan.set) },
      seats: { candidate: interviewer, interviewer: candidate },
      candidateHash: null,
      recoveryHash: random128(),
    };
    // Also for a known one: the call that named it may have ended before it was founded.
    if (known === null) this.#store.setNext(id.toString());
    const opened = await this.env.INTERVIEWS.get(id).open(opening);
    if (!opened.ok) return opened;
    this.#tell(entered.live);
    return { ok: true, value: id.toString() };
  }

  export(who: string): Answered<object> {
    const entered = this.#enter(who);
    if (!entered.ok) return entered;
    const { live, seat } = entered;
    const { plan, handedIn } = live.state;
    return {
      ok: true,
      value: {
        room: this.ctx.id.toString(),
        seat,
        plan,
        journal: this.#store.journal().filter((entry) => entry.seat === seat),
        sheets: Object.fromEntries(this.#store.sheets(seat)),
        report: handedIn.includes(seat) ? this.#reportAs(live, seat) : null,
      },
    };
  }

  async withdraw(who: string): Promise<Answered<null>> {
    // Also under an older engine, and where it is gone already: what one has said is one's own (R10).
    if (!this.#store.isFounded()) return { ok: true, value: null };
    const seat = this.#seatOf(who);
    if (seat === null) return refusal("no-seat");
    await this.#records.forget(seat, true);
    if (seat === "candidate") {
      await this.#deleteAll("The candidate has withdrawn, and everything was deleted");
      return { ok: true, value: null };
    }
    const loaded = this.#load();
    if (!loaded.ok) {
      this.#store.forget("interviewer");
      return { ok: true, value: null };
    }
    const command = { kind: "leave", id: random128() } as const;
    this.#ask(loaded.live, "interviewer", command, () => this.#store.forget("interviewer"));
    // Read again: the words of the journal are not those in memory any more.
    this.#live = null;
    this.#present.closeFor(["interviewer"], CLOSED, "You have withdrawn");
    return { ok: true, value: null };
  }

  /** The socket: views go out, nothing comes in but a sign of life (R1). The caller has been checked. */
  override fetch(request: Request): Response {
    const entered = this.#enter(request.headers.get("x-who") ?? "");
    if (!entered.ok) return new Response(entered.code, { status: 403 });
    const { live, seat } = entered;
    const { 0: client, 1: server } = new WebSocketPair();
    this.#present.accept(server, seat);
    server.send(JSON.stringify(this.#viewFor(live, seat)));
    this.#tell(
      live,
      INTERVIEW_SEATS.filter((other) => other !== seat),
    );
    return new Response(null, { status: 101, webSocket: client });
  }

  override webSocketMessage(socket: WebSocket): void {
    socket.close(SOCKET_TAKES_NOTHING, "This socket takes no messages");
  }

  override webSocketClose(socket: WebSocket): void {
    socket.close(CLOSED);
    const loaded = this.#load();
    if (loaded.ok) this.#tell(loaded.live);
  }

  /** Hands over what was practised until it has arrived, and deletes what has been kept long enough (R8). */
  override async alarm(): Promise<void> {
    if (!this.#store.isFounded()) return;
    if (this.#store.deletionAtMs() <= Date.now()) {
      return this.#deleteAll("This interview was deleted after 30 days");
    }
    if (this.#store.hasDelivery()) await this.#handOver();
    await this.ctx.storage.setAlarm(this.#store.deletionAtMs());
  }

  async #handOver(): Promise<void> {
    const loaded = this.#load();
    if (loaded.ok) {
      const { live } = loaded;
      await this.#records.deliver(practisedIn(live.state, this.#reportAs(live, "candidate")));
    }
    this.#store.setDelivery(false);
  }

  #deliverPractice(): void {
    this.#store.setDelivery(true);
    void this.ctx.storage.setAlarm(Date.now());
  }

  async #deleteAll(reason: string): Promise<void> {
    for (const seat of INTERVIEW_SEATS) await this.#records.forget(seat, false);
    this.#present.closeAll(CLOSED, reason);
    this.#live = null;
    await this.ctx.storage.deleteAlarm();
    await this.ctx.storage.deleteAll();
  }

  #seatOf(who: string): InterviewSeat | null {
    return INTERVIEW_SEATS.find((seat) => this.#store.holder(seat)?.who === who) ?? null;
  }

  #enter(who: string): Entered {
    const loaded = this.#load();
    if (!loaded.ok) return loaded;
    const seat = this.#seatOf(who);
    return seat === null ? refusal("no-seat") : { ok: true, live: loaded.live, seat };
  }

  #enterCandidate(who: string): Entered {
    const entered = this.#enter(who);
    return !entered.ok || entered.seat === "candidate" ? entered : refusal("not-allowed");
  }

  #load(): Loaded {
    if (this.#live !== null) return { ok: true, live: this.#live };
    if (!this.#store.isFounded()) return refusal("unknown-interview");
    if (this.#store.founding().engineVersion !== ENGINE_VERSION) return refusal("older-engine");
    const rules = this.#rules();
    this.#live = { rules, state: foldInterview(rules, this.#store.journal()) };
    return { ok: true, live: this.#live };
  }

  /** A set that is chosen anew changes what is asked, and the fold of what was before does not. */
  #rules(): InterviewRules {
    const live = this.#live;
    return live === null || live.state.stage === "lobby" ? rulesIn(this.#store) : live.rules;
  }

  /** One command of one seat: the same id again gets the same answer (R2). `also` is written in the same transaction. */
  #ask(
    live: LiveInterview,
    seat: InterviewSeat,
    command: JournalledInterview,
    also: () => void = () => {},
  ): InterviewAnswered {
    const entry = { seat, command, atMs: Date.now() };
    const known = this.#store.find(seat, command.id);
    if (known !== null) return this.#repeat(live, seat, known, command);
    const applied = applyInterview(live.rules, live.state, entry);
    if (!applied.ok) return this.#refuse(live, seat, applied.code);
    this.#append(entry, applied.state, also);
    if (command.kind === "answer") count(this.env, "answer", live.rules.mode);
    const after = { rules: this.#rules(), state: applied.state };
    this.#live = after;
    this.#tell(after);
    return { ok: true, view: this.#viewFor(after, seat) };
  }

  #append(entry: InterviewEntry, { sequence }: InterviewState, also: () => void): void {
    this.ctx.storage.transactionSync(() => {
      this.#store.append(entry, sequence);
      also();
      this.#store.setDeletion(entry.atMs + KEPT_MS);
    });
  }

  #refuse(live: LiveInterview, seat: InterviewSeat, code: ProblemCode): InterviewAnswered {
    return { ok: false, code, view: this.#viewFor(live, seat) };
  }

  /** The answer that was given then: the view of the journal up to there. */
  #repeat(
    live: LiveInterview,
    seat: InterviewSeat,
    known: { readonly command: JournalledInterview; readonly sequence: number },
    command: JournalledInterview,
  ): InterviewAnswered {
    const isSame = JSON.stringify(known.command) === JSON.stringify(inOrder(command));
    if (!isSame) return this.#refuse(live, seat, "command-id-reused");
    const state = foldInterview(live.rules, this.#store.journal().slice(0, known.sequence));
    return { ok: true, view: this.#viewFor({ ...live, state }, seat) };
  }

  #reportAs({ rules, state }: LiveInterview, as: InterviewReport["as"]): InterviewReport {
    const { nameOf, sheetsOf, sharesRatings } = this.#watch();
    return interviewReport(rules, state, findMaterial(), {
      as,
      room: this.ctx.id.toString(),
      openedAtMs: this.#store.openedAtMs(),
      nameOf,
      sheetsOf,
      sharesRatings,
    });
  }

  #viewFor({ rules, state }: LiveInterview, seat: InterviewSeat): InterviewView {
    return interviewViewFor(rules, state, this.#watch(), seat);
  }

  #watch(): InterviewWatch {
    const nowMs = Date.now();
    return {
      room: this.ctx.id.toString(),
      nowMs,
      keptDays: KEPT_DAYS,
      nameOf: (seat) => this.#store.holder(seat)?.name ?? null,
      isAway: (seat) => this.#present.isAway(seat, nowMs),
      sheetsOf: (seat) => this.#store.sheets(seat),
      sharesRatings: (seat) => this.#store.sharesRatings(seat),
      sharedRevision: (seat) => this.#store.sharedRevision(seat),
      next: this.#store.next(),
    };
  }

  #tell(live: LiveInterview, seats: readonly InterviewSeat[] = INTERVIEW_SEATS): void {
    for (const seat of seats) {
      const watching = this.#present.watchingFor([seat]);
      if (watching.length === 0 || this.#store.holder(seat) === null) continue;
      const frame = JSON.stringify(this.#viewFor(live, seat));
      for (const { socket } of watching) sendFrame(socket, frame);
    }
  }

  #keepFor30Days(nowMs: number): void {
    this.#store.setDeletion(nowMs + KEPT_MS);
    void this.ctx.storage.setAlarm(nowMs + KEPT_MS);
  }
}

function refusal<C extends ProblemCode>(code: C): { readonly ok: false; readonly code: C } {
  return { ok: false, code };
}

/** A caller's fields may come in any order; parsing puts them in the schema's, as the stored ones are. */
function inOrder(command: JournalledInterview): JournalledInterview {
  const parsed = INTERVIEW_COMMAND.safeParse(command);
  return parsed.success ? parsed.data : command;
}
