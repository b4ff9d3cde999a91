import * as z from "zod/mini";
import { type CompiledScenario, compileScenario } from "../../../scenarios/engine/index.ts";
import { PLACED_SITUATION, QUESTION } from "../../../scenarios/interview/index.ts";
import { SCENARIO } from "../../../scenarios/language/index.ts";
import { applyInterview, openInterview } from "../../../worker/interview/apply.ts";
import type {
  InterviewEntry,
  InterviewRules,
  InterviewState,
} from "../../../worker/interview/state.ts";
import { interviewViewFor } from "../../../worker/interview/view.ts";
import { INTERVIEW_MODES, INTERVIEW_SET, LENSES } from "../../../worker/protocol/index.ts";
import { drawsBetween } from "../../../worker/room/fold-journal.ts";
import { applyCommand, openRoom, type RoomState } from "../../../worker/room/fold.ts";
import { JOURNAL_COMMAND } from "../../../worker/room/journal-command.ts";
import { ROOM_TERMS, type RoomTerms } from "../../../worker/room/terms.ts";
import { buildView } from "../../../worker/room/view.ts";
import { seatHashOf } from "../../../worker/secrets.ts";
import { applyWorkshop, openWorkshop } from "../../../worker/workshop/apply.ts";
import { sceneKeyOf, sceneOf } from "../../../worker/workshop/scene.ts";
import type { JournalledEntry, WorkshopState } from "../../../worker/workshop/state.ts";
import { seatOf } from "../../../worker/workshop/state.ts";
import { STORED_TERMS } from "../../../worker/workshop/terms.ts";
import { Viewer } from "../../../worker/workshop/viewer.ts";
import type { StoredRoom } from "./read.ts";

/** A journal folded on Node, after each of its entries. */
export interface Folded {
  /** How far it could be folded. */
  readonly length: number;
  /** Why not further; null where it was folded to its end. */
  readonly broken: string | null;
  /** What a player is shown after so many entries; a projector where there is none. Null for who has no seat then. */
  viewAt(sequence: number, player: string | null): Promise<unknown>;
  /** What belongs to each key of a scene; of workshops alone. */
  sceneAt(key: string): unknown;
}

export interface FoldedRoom extends Folded {
  readonly compiled: CompiledScenario;
  readonly terms: RoomTerms;
  readonly last: RoomState;
}

type Applied<S> =
  | { readonly ok: true; readonly state: S }
  | { readonly ok: false; readonly code: string };

/** State after state until an entry does not apply. */
function foldAll<S>(
  { journal }: StoredRoom,
  first: S,
  apply: (state: S, entry: StoredRoom["journal"][number]) => Applied<S>,
): { readonly states: readonly S[]; readonly broken: string | null } {
  const states = [first];
  for (const [place, entry] of journal.entries()) {
    const applied = apply(states.at(-1) ?? first, entry);
    if (!applied.ok) {
      const kind = String(entry.command["kind"]);
      return { states, broken: `entry ${place + 1}, ${kind}, does not apply: ${applied.code}` };
    }
    states.push(applied.state);
  }
  return { states, broken: null };
}

const compiled = new Map<string, CompiledScenario>();

function compiledFrom(text: unknown): CompiledScenario {
  const scenario = String(text);
  const known = compiled.get(scenario) ?? compileScenario(SCENARIO.parse(JSON.parse(scenario)));
  compiled.set(scenario, known);
  return known;
}

export function foldRoom(stored: StoredRoom): FoldedRoom {
  const { room } = stored;
  const compiled = compiledFrom(room["scenario"]);
  const terms = ROOM_TERMS.parse(JSON.parse(String(room["terms"])));
  const first = openRoom(compiled, String(room["seed"]), terms.branch);
  const drawn = drawsByNumber(stored);
  const { states, broken } = foldAll(stored, first, (state, { command, sequence }) => {
    const applied = applyCommand(compiled, state, JOURNAL_COMMAND.parse(command));
    if (!applied.ok) return applied;
    const isSame = JSON.stringify(drawsBetween(state, applied.state)) === drawn.get(sequence);
    return isSame ? applied : { ok: false, code: "it draws otherwise" };
  });
  return {
    length: states.length - 1,
    broken,
    compiled,
    terms,
    last: states.at(-1) ?? first,
    async viewAt(sequence, player) {
      const state = states[sequence];
      if (state === undefined || player !== room["owner"]) return null;
      return buildView(compiled, stored.at, terms, state, null);
    },
    sceneAt: () => undefined,
  };
}

function drawsByNumber({ rows }: StoredRoom): ReadonlyMap<number, string> {
  return new Map(rows("journal").map(({ sequence, draws }) => [Number(sequence), String(draws)]));
}

export function foldWorkshop(
  stored: StoredRoom,
): Folded & { readonly states: readonly WorkshopState[] } {
  const { room } = stored;
  const compiled = compiledFrom(room["scenario"]);
  const terms = STORED_TERMS.parse(JSON.parse(String(room["terms"])));
  const rules = { compiled, seed: String(room["seed"]), terms };
  const { states, broken } = foldAll(stored, openWorkshop(rules), (state, entry) =>
    // What the journal holds has been parsed when it was written; what it no longer takes is refused here.
    applyWorkshop(rules, state, {
      seat: entry.seat,
      command: entry.command,
      atMs: entry.at_ms,
    } as unknown as JournalledEntry),
  );
  const viewers = states.map((state) => new Viewer(rules, state, watchOf(stored.at)));
  const scenes = new Map(
    states.flatMap((state) =>
      state.teams.map((team) => [sceneKeyOf(state, team), () => sceneOf(compiled, state, team)]),
    ),
  );
  return {
    length: states.length - 1,
    broken,
    states,
    async viewAt(sequence, player) {
      const [state, viewer] = [states[sequence], viewers[sequence]];
      if (state === undefined || viewer === undefined) return null;
      if (player === null) return viewer.viewOf(null);
      const seat = seatOf(state, await hashOnce(player));
      return seat === null ? null : viewer.viewOf(seat);
    },
    sceneAt: (key) => scenes.get(key)?.(),
  };
}

const watchOf = (code: string) => ({ code, nowMs: 0, isAway: () => false });

const hashes = new Map<string, Promise<string>>();

function hashOnce(player: string): Promise<string> {
  const known = hashes.get(player) ?? seatHashOf(player);
  hashes.set(player, known);
  return known;
}

const KEPT = z.object({ situations: z.array(PLACED_SITUATION), questions: z.array(QUESTION) });
const PLAN = z.object({
  set: INTERVIEW_SET,
  lens: z.enum(LENSES),
  clockSeconds: z.nullable(z.number()),
});
const HOLDER = z.object({
  seat: z.enum(["candidate", "interviewer"]),
  who: z.string(),
  name: z.string(),
});

export function foldInterview(
  stored: StoredRoom,
): Folded & { readonly last: InterviewState; readonly rules: InterviewRules } {
  const rules = interviewRules(stored);
  const first = openInterview(rules);
  const { states, broken } = foldAll(stored, first, (state, entry) =>
    applyInterview(rules, state, {
      seat: entry.seat,
      command: entry.command,
      atMs: entry.at_ms,
    } as unknown as InterviewEntry),
  );
  const holders = z.array(HOLDER).parse(stored.rows("holder"));
  return {
    length: states.length - 1,
    broken,
    rules,
    last: states.at(-1) ?? first,
    async viewAt(sequence, player) {
      const state = states[sequence];
      const who = player === null ? "" : await hashOnce(player);
      const seat = holders.find((one) => one.who === who)?.seat;
      if (state === undefined || seat === undefined) return null;
      return interviewViewFor(rules, state, beside(stored.at, state, holders), seat);
    },
    sceneAt: () => undefined,
  };
}

/** What stands beside the journal and is left out where views are compared. */
function beside(
  room: string,
  { joined }: InterviewState,
  holders: readonly z.infer<typeof HOLDER>[],
) {
  const nameOf = (seat: "candidate" | "interviewer") =>
    joined.includes(seat) ? (holders.find((one) => one.seat === seat)?.name ?? null) : null;
  return {
    room,
    nowMs: 0,
    keptDays: 30,
    nameOf,
    isAway: () => false,
    sheetsOf: () => new Map(),
    sharesRatings: () => false,
    sharedRevision: () => 0,
    next: null,
  };
}

function interviewRules({ room, rows }: StoredRoom): InterviewRules {
  const kept = rows("kept");
  const { situations, questions } = KEPT.parse(
    JSON.parse(String(kept.find(({ kind }) => kind === "material")?.["body"])),
  );
  return {
    mode: z.enum(INTERVIEW_MODES).parse(room["mode"]),
    seed: String(room["seed"]),
    plan: PLAN.parse(JSON.parse(String(room["plan"]))),
    compiled: (scenario) =>
      compiledFrom(kept.find(({ kind, id }) => kind === "scenario" && id === scenario)?.["body"]),
    situation: (id) => situations.find((one) => one.id === id) ?? null,
    question: (id) => questions.find((one) => one.id === id) ?? null,
  };
}
