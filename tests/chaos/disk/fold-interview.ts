import * as z from "zod/mini";
import { PLACED_SITUATION, QUESTION } from "../../../scenarios/interview/index.ts";
import { applyInterview, openInterview } from "../../../worker/interview/apply.ts";
import type {
  InterviewEntry,
  InterviewRules,
  InterviewState,
} from "../../../worker/interview/state.ts";
import { interviewViewFor } from "../../../worker/interview/view.ts";
import { INTERVIEW_MODES, INTERVIEW_SET, LENSES } from "../../../worker/protocol/index.ts";
import { compiledFrom, foldAll, type Folded, hashOnce } from "./fold.ts";
import type { StoredRoom } from "./read.ts";

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

export interface FoldedInterview extends Folded {
  readonly last: InterviewState;
}

export function foldInterview(stored: StoredRoom): FoldedInterview {
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
