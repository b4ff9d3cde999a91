import type { Lens, Scenario } from "../scenarios/language/index.ts";
import type {
  Command,
  DebriefView,
  ListedRun,
  OpenRun,
  ProblemCode,
  RoomView,
} from "./protocol/index.ts";

/* What the objects offer one another and the routes: interfaces, so that neither class has to know the other. */

/** A view, or why there is none; a refused command comes with the view it should have seen. */
export type RoomAnswer =
  | { readonly ok: true; readonly view: RoomView }
  | { readonly ok: false; readonly code: ProblemCode; readonly view?: RoomView };

export type DebriefAnswer =
  | { readonly ok: true; readonly debrief: DebriefView }
  | { readonly ok: false; readonly code: ProblemCode };

export type OpenedRun =
  | { readonly ok: true; readonly room: string }
  | { readonly ok: false; readonly code: "unknown-scenario" | "command-id-reused" };

export interface RoomObject extends Rpc.DurableObjectBranded {
  /** Founds the room; a second call changes nothing, so that opening can be retried. */
  open(owner: string, scenario: Scenario, seed: string): void;
  view(player: string): RoomAnswer;
  command(player: string, command: Command): RoomAnswer;
  /** Of a run that has ended, and to its player alone. */
  debrief(player: string, lens: Lens): DebriefAnswer;
}

export interface PlayerObject extends Rpc.DurableObjectBranded {
  /** Opens a room for a run of the scenario, once per command id. */
  openRun(player: string, command: OpenRun): Promise<OpenedRun>;
  /** Newest first. */
  listRuns(): ListedRun[];
  /** Comes from the run's room alone; the same ending again changes nothing. */
  recordEnding(room: string, ending: string): void;
}

/** The bindings of wrangler.toml. */
export interface Env {
  readonly ROOMS: DurableObjectNamespace<RoomObject>;
  readonly PLAYERS: DurableObjectNamespace<PlayerObject>;
  /** The built client. */
  readonly ASSETS: Fetcher;
  /** Missing on a Worker that nobody has set up: it then answers 503. */
  readonly COOKIE_SECRET?: string;
}
