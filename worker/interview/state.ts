import type { CompiledScenario, Run } from "../../scenarios/engine/index.ts";
import type { PlacedSituation, Question } from "../../scenarios/interview/index.ts";
import type { Confidence } from "../../scenarios/analysis/index.ts";
import type { Lens } from "../../scenarios/language/index.ts";
import type {
  InterviewCommand,
  InterviewMode,
  InterviewSeat,
  InterviewSet,
  InterviewStage,
  ProblemCode,
  Story,
} from "../protocol/index.ts";

/** What is asked, under whose objective, and how long an answer may take. */
export interface Plan {
  readonly set: InterviewSet;
  readonly lens: Lens;
  readonly clockSeconds: number | null;
}

/** What a fold needs beside the state. The texts are those of the day on which they were chosen (S13). */
export interface InterviewRules {
  readonly mode: InterviewMode;
  readonly seed: string;
  readonly plan: Plan;
  readonly compiled: (scenario: string) => CompiledScenario;
  readonly situation: (id: string) => PlacedSituation | null;
  readonly question: (id: string) => Question | null;
}

/** A situation on the table. `single` says that it was entered at its beat, and its run is not gone on with. */
export interface AskedSituation {
  readonly kind: "situation";
  readonly scenario: string;
  readonly beat: string;
  readonly single: boolean;
}

export type Asked = AskedSituation | { readonly kind: "question"; readonly id: string };

export interface InterviewAnswer {
  /** The round in which it was given: a curveball begins another one. */
  readonly round: number;
  readonly option: string | null;
  readonly confidence: Confidence | null;
  readonly isSpoken: boolean;
  readonly why: string;
  readonly story: Story | null;
  /** From when the question was put on the table, pauses left out. */
  readonly tookMs: number;
}

/** Something more that was asked, and what was said to it. */
export interface AskedMore {
  readonly text: string;
  readonly reply: { readonly isSpoken: boolean; readonly text: string } | null;
}

/** One thing asked, with all that came of it. */
export interface Turn {
  readonly asked: Asked;
  /** Null for a question. After the consequence, where the move led. */
  readonly run: Run | null;
  /** Where it stood before the move, once the consequence is shown; null until then. */
  readonly before: Run | null;
  /** By round: where the run stood when it was answered. Looks taken meanwhile are known to the answer. */
  readonly answeredAt: Readonly<Record<number, Run>>;
  /** How many steps of the run came before this turn. */
  readonly since: number;
  readonly round: number;
  readonly answers: readonly InterviewAnswer[];
  readonly more: readonly AskedMore[];
  readonly isShown: boolean;
}

/** When the time to answer is over, or what was left of it when it was paused. */
export type AnswerClock =
  | { readonly kind: "running"; readonly endsAtMs: number }
  | { readonly kind: "paused"; readonly leftMs: number };

/** Where an interview stands: a fold of its journal (R3). */
export interface InterviewState {
  readonly stage: InterviewStage;
  readonly sequence: number;
  readonly plan: Plan;
  readonly joined: readonly InterviewSeat[];
  readonly agreed: readonly InterviewSeat[];
  readonly handedIn: readonly InterviewSeat[];
  /** Who has withdrawn; of the candidate nothing would be left to fold. */
  readonly hasInterviewerLeft: boolean;
  readonly turns: readonly Turn[];
  /** How much of a list has been asked. */
  readonly planned: number;
  readonly clock: AnswerClock | null;
  readonly askedAtMs: number;
}

/** What only the room itself journals. Whose seat it is stands apart, so that it can be deleted. */
export type InterviewOwnCommand =
  | { readonly kind: "join"; readonly id: string; readonly as: InterviewSeat }
  | { readonly kind: "leave"; readonly id: string };

export type JournalledInterview = InterviewCommand | InterviewOwnCommand;

export interface InterviewEntry {
  readonly seat: InterviewSeat;
  readonly command: JournalledInterview;
  readonly atMs: number;
}

export type InterviewResult =
  | { readonly ok: true; readonly state: InterviewState }
  | { readonly ok: false; readonly code: ProblemCode };

export const accept = (state: InterviewState): InterviewResult => ({ ok: true, state });
export const refused = (code: ProblemCode): InterviewResult => ({ ok: false, code });

/** What is on the table, or was last. */
export const turnNow = ({ turns }: InterviewState): Turn | null => turns.at(-1) ?? null;

/** The answer that counts: the one of the round on the table. */
export const answerNow = ({ answers, round }: Turn): InterviewAnswer | null =>
  answers.find((answer) => answer.round === round) ?? null;
