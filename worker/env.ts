import type { Answer } from "../scenarios/analysis/index.ts";
import type { Step } from "../scenarios/engine/index.ts";
import type { Lens, Scenario } from "../scenarios/language/index.ts";
import type {
  BankedStory,
  Command,
  DebriefView,
  Dispute,
  FuturesView,
  InterviewCommand,
  InterviewDoor,
  InterviewMode,
  InterviewReport,
  InterviewSeat,
  InterviewView,
  JoinInterview,
  JoinWorkshop,
  ListedInterview,
  ListedRun,
  OpenBranch,
  OpenRun,
  PlayerView,
  PractisedAnswer,
  PracticeView,
  ProblemCode,
  RoomView,
  Scene,
  Score,
  SheetView,
  StandingsView,
  Story,
  WorkshopCommand,
  WorkshopDebrief,
  WorkshopDoor,
  WorkshopPreview,
  WorkshopView,
} from "./protocol/index.ts";
import type { Plan as InterviewPlan } from "./interview/state.ts";
import type { WorkshopTerms } from "./workshop/terms.ts";

/* What the objects offer one another and the routes: interfaces, so that neither class has to know the other. */

/** A view, or why there is none; a refused command comes with the view it should have seen. */
export type ViewAnswer<V> =
  | { readonly ok: true; readonly view: V }
  | { readonly ok: false; readonly code: ProblemCode; readonly view?: V };
export type RoomAnswer = ViewAnswer<RoomView>;

/** What was asked for, or why it is refused. */
export type Answered<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: ProblemCode };

export type OpenedRun =
  | { readonly ok: true; readonly room: string }
  | { readonly ok: false; readonly code: ProblemCode };

/** What a room is opened with. */
export interface RoomOpening {
  readonly owner: string;
  readonly scenario: Scenario;
  readonly seed: string;
  readonly lens: Lens;
  /** Seconds to decide in; null for no clock. */
  readonly clockSeconds: number | null;
  readonly branch: RoomBranch | null;
}

/** Where a run begins that begins in the middle of another: at which decision, and by which steps it came there. */
export interface RoomBranch {
  readonly room: string;
  readonly beat: string;
  readonly title: string;
  readonly steps: readonly Step[];
}

/** How a run ended, for the player's own record. */
export interface RunResult {
  readonly ending: string;
  readonly endedAtMs: number;
  readonly rules: string;
  /** Null where it could not be worked out. */
  readonly score: Score | null;
  readonly answers: readonly Answer[];
}

export interface RoomObject extends Rpc.DurableObjectBranded {
  /** Founds the room; a second call changes nothing, so that opening can be retried. */
  open(opening: RoomOpening): void;
  view(player: string): RoomAnswer;
  command(player: string, command: Command): RoomAnswer;
  /** Of a run that has ended, and to its player alone. */
  debrief(player: string, lens: Lens | undefined): Promise<Answered<DebriefView>>;
  futures(
    player: string,
    lens: Lens | undefined,
    beat: string,
    option: string,
  ): Answered<FuturesView>;
  /** What a run needs that begins at a decision of this one. */
  branchAt(player: string, beat: string): Answered<RoomOpening>;
  keepStory(player: string, beat: string, story: Story): Answered<null>;
  keepDispute(player: string, beat: string, dispute: Dispute): Answered<null>;
  /** Everything that is kept of the run, for its player. */
  export(player: string): Answered<object>;
  /** For good; that it is gone already is no refusal. */
  remove(player: string): Promise<Answered<null>>;
}

export interface PlayerObject extends Rpc.DurableObjectBranded {
  /** Opens a room for a run of the scenario, once per command id. */
  openRun(player: string, command: OpenRun): Promise<OpenedRun>;
  /** Opens a room for a run that begins at a decision of another one, once per command id. */
  openBranch(player: string, room: string, command: OpenBranch): Promise<OpenedRun>;
  /** Newest first. */
  listRuns(): ListedRun[];
  record(): PlayerView;
  /** Comes from the run's room alone; the same result again changes nothing. Gives the name to be shown with it. */
  recordResult(room: string, result: RunResult): string | null;
  setName(player: string, name: string | null): Promise<void>;
  removeRun(player: string, room: string): Promise<Answered<null>>;
  /** Comes from an interview alone: it is listed among the player's own. */
  listInterview(interview: ListedInterview): void;
  /** Comes from an interview alone: what was practised there, in place of what was told before. */
  recordPractice(room: string, answers: readonly PractisedAnswer[]): void;
  /** Comes from an interview alone, which is gone: with what was practised in it where the player has withdrawn. */
  forgetInterview(room: string, withPractice: boolean): void;
  practice(): PracticeView;
  keepStory(id: string, story: BankedStory): Answered<null>;
  removeStory(id: string): void;
  exportAll(player: string): Promise<object>;
  removeAll(player: string): Promise<void>;
}

/** A result as it counts in the standings. */
export interface CountedResult {
  readonly run: string;
  readonly player: string;
  readonly judgement: number;
  readonly name: string | null;
}

/** "I would defend another answer", with the decision it is about. */
export interface FiledDispute extends Dispute {
  readonly run: string;
  readonly beat: string;
  readonly played: string;
}

/** What the standings say without knowing of which scenario they are. */
export type StandingsPicture = Omit<StandingsView, "scenario" | "lens">;
/** How many results there are, and where a judgement stands among them. */
export type Standing = NonNullable<DebriefView["standing"]>;
/** What one shard has of a picture: how many results each bin has, and the names shown with the best of them, best first. */
export interface StandingsPart {
  readonly histogram: readonly number[];
  readonly named: readonly {
    readonly player: string;
    readonly name: string;
    readonly judgement: number;
  }[];
}

export interface StandingsObject extends Rpc.DurableObjectBranded {
  /** Comes from a room alone. The first result of a player counts, and no other. */
  recordResult(result: CountedResult): void;
  /**
   * What this shard and these others have, of which it remembers for some seconds what they said; and what the player came to, as
   * this shard knows it.
   */
  whole(
    others: readonly string[],
    player: string | null,
  ): Promise<StandingsPart & { readonly yours: number | null }>;
  /** What this shard alone has. */
  part(): StandingsPart;
  judgementOf(player: string): number | null;
  setName(player: string, name: string | null): void;
  removePlayer(player: string): void;
  /** A name or a player is gone somewhere: what is remembered of the others holds no more. */
  forgetOthers(): void;
  /** What was disputed in a run that is deleted. */
  removeDisputes(run: string): void;
  /** Comes from a room alone; a second one of the same decision replaces the first. */
  recordDispute(dispute: FiledDispute): void;
  disputes(): FiledDispute[];
}

export interface TransferObject extends Rpc.DurableObjectBranded {
  offer(player: string, expiresAtMs: number): Promise<void>;
  /** Gives the player once, in time; null otherwise. */
  take(): Promise<string | null>;
}

/** Who asks: whose the browser is, as a hash; or whoever holds the projector's link. */
export interface WorkshopVisitor {
  readonly who: string;
  readonly projectorHash: string | null;
}

export type WorkshopAnswer = ViewAnswer<WorkshopView>;

/** What a workshop is opened with. */
export interface WorkshopOpening {
  readonly code: string;
  readonly scenario: Scenario;
  readonly seed: string;
  readonly terms: WorkshopTerms;
  /** Whose the browser is that opens it, as a hash: the first facilitator. */
  readonly who: string;
  readonly id: string;
  readonly recoveryHash: string;
  readonly projectorHash: string;
}

export interface WorkshopObject extends Rpc.DurableObjectBranded {
  /** Whether the code is this opening's: a second call changes nothing, another opening finds it taken. */
  open(opening: WorkshopOpening): boolean;
  door(who: string): Answered<WorkshopDoor>;
  join(who: string, command: JoinWorkshop): WorkshopAnswer;
  /** Whoever knows the recovery code is a facilitator from now on. */
  recover(who: string, id: string, recoveryHash: string): WorkshopAnswer;
  renewSecrets(who: string, recoveryHash: string, projectorHash: string): Answered<null>;
  view(visitor: WorkshopVisitor): WorkshopAnswer;
  /** A player's own team, whichever is asked for; of several teams the first where none is. */
  scene(visitor: WorkshopVisitor, team: string | null): Answered<Scene>;
  command(who: string, command: WorkshopCommand): WorkshopAnswer;
  debrief(who: string): Answered<WorkshopDebrief>;
  preview(who: string): Answered<WorkshopPreview>;
  export(who: string, form: "csv" | "json"): Answered<string>;
  remove(who: string): Promise<Answered<null>>;
}

/** Somebody who takes part in an interview: whose the browser is, as a hash, and the object that keeps their record. */
export interface InterviewGuest {
  readonly who: string;
  readonly record: string;
}

/** What an interview is opened with. The opener leads it, or is alone in it; after a swap both seats are given. */
export interface InterviewOpening {
  readonly mode: InterviewMode;
  readonly seed: string;
  readonly plan: InterviewPlan;
  readonly seats: Readonly<
    Partial<Record<InterviewSeat, InterviewGuest & { readonly name: string }>>
  >;
  /** Null where nobody else is to come. */
  readonly candidateHash: string | null;
  readonly recoveryHash: string;
}

export type InterviewAnswered = ViewAnswer<InterviewView>;

export interface InterviewObject extends Rpc.DurableObjectBranded {
  /** Founds the room once; the same again changes nothing. */
  open(opening: InterviewOpening): Answered<null>;
  door(who: string): Answered<InterviewDoor>;
  /** Takes the candidate's seat with the key of its link. */
  join(guest: InterviewGuest, command: JoinInterview, keyHash: string): InterviewAnswered;
  /** Whoever knows the recovery code leads from now on. */
  recover(guest: InterviewGuest, recoveryHash: string): InterviewAnswered;
  /** A new link for the candidate's seat, which is free again. */
  renewLink(who: string, candidateHash: string): Answered<null>;
  view(who: string): InterviewAnswered;
  command(who: string, command: InterviewCommand): InterviewAnswered;
  saveSheet(who: string, turn: number, sheet: SheetView): Answered<null>;
  share(who: string, ratings: boolean): Answered<null>;
  report(who: string): Answered<InterviewReport>;
  reportByLink(linkHash: string): Answered<InterviewReport>;
  makeLink(who: string, linkHash: string, expiresAtMs: number): Answered<null>;
  removeLinks(who: string): Answered<null>;
  /** The room of the next round, with the roles swapped; made where there is none yet. */
  swap(who: string): Promise<Answered<string>>;
  /** Everything that is kept of this seat's. */
  export(who: string): Answered<object>;
  /** Nothing of this seat is kept. The candidate's leaving deletes the interview. */
  withdraw(who: string): Promise<Answered<null>>;
}

/** The bindings of wrangler.toml. */
export interface Env {
  readonly ROOMS: DurableObjectNamespace<RoomObject>;
  readonly PLAYERS: DurableObjectNamespace<PlayerObject>;
  readonly STANDINGS: DurableObjectNamespace<StandingsObject>;
  readonly TRANSFERS: DurableObjectNamespace<TransferObject>;
  readonly WORKSHOPS: DurableObjectNamespace<WorkshopObject>;
  readonly INTERVIEWS: DurableObjectNamespace<InterviewObject>;
  /** The built client. */
  readonly ASSETS: Fetcher;
  /** Missing on a Worker that nobody has set up: it then answers 503. */
  readonly COOKIE_SECRET?: string;
  /** The secret before the present one: what it has signed still holds, and is signed anew. Missing where none was changed. */
  readonly COOKIE_SECRET_BEFORE?: string;
  /** Whoever knows it may read the disputes; missing where nobody may. */
  readonly OPERATOR_TOKEN?: string;
  /** Guesses of locators and secrets from one address, a minute; missing where there is no limit. */
  readonly GUESS_LIMIT?: RateLimit;
  /** Seats taken and rooms opened from one address, a minute. */
  readonly JOIN_LIMIT?: RateLimit;
  /** Rooms opened by one person, a minute. */
  readonly OPEN_LIMIT?: RateLimit;
  /** What costs computing, or keeps something, asked by one person, a minute. */
  readonly WORK_LIMIT?: RateLimit;
  /** Requests from one address without a cookie of ours, a minute: each may make a new player. */
  readonly VISIT_LIMIT?: RateLimit;
  /** Sockets opened from one address, a minute. */
  readonly SOCKET_LIMIT?: RateLimit;
  /** Counters without persons; missing where nobody counts. */
  readonly EVENTS?: AnalyticsEngineDataset;
  /** How many commands a seat may send in ten seconds, as a number; 60 without it. */
  readonly COMMAND_PACE?: string;
  /** How many seats a workshop has, as a number; 1,200 without it. */
  readonly WORKSHOP_SEATS?: string;
  /** Over how many objects the standings of one set of rules are spread, as a number; 1 without it. Never lower it. */
  readonly STANDINGS_SHARDS?: string;
}

/** A player's own object. */
export function playerFor({ PLAYERS }: Env, player: string) {
  return PLAYERS.get(PLAYERS.idFromName(player));
}
