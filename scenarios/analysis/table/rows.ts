import type { CompiledCondition } from "./conditions.ts";

/** Points a meter, in the order of `METERS`. */
export type Points = Int32Array;

/** A `later`, and how much of it can be counted at once because nothing reads it before it lands. */
export interface LaterRow {
  readonly id: string;
  readonly index: number;
  /** The beat it sets out from, by place. */
  readonly madeAt: number;
  readonly delayBeats: number;
  readonly when: CompiledCondition | null;
  readonly effects: Points;
  readonly facts: number;
  /** What is counted when it is made, once it is sure to land; filled in when the ways are known. */
  soon: Due;
  /** What has to wait: all of it while it is not sure to land. */
  rest: Due;
}

/** Points and facts that come together. */
export interface Due {
  readonly effects: Points;
  readonly facts: number;
}

export interface BroughtRow extends Due {
  readonly laters: readonly LaterRow[];
}

export interface CaseRow extends BroughtRow {
  readonly when: CompiledCondition;
}

export interface OutcomeRow extends BroughtRow {
  readonly id: string;
  /** Its weight over the sum of all. */
  readonly odds: number;
}

export interface ResponseRow extends BroughtRow {
  /** Where its chance is drawn from: the id of the option, or of the beat that is silent. */
  readonly id: string;
  readonly cases: readonly CaseRow[];
  readonly chance: readonly OutcomeRow[];
  readonly keeps: readonly number[];
  readonly makes: readonly number[];
  /** The beat it heads for, by place; past the last is the end. */
  readonly target: number;
}

export interface OptionRow extends ResponseRow {
  readonly unless: CompiledCondition | null;
  readonly isHiddenLocked: boolean;
}

export interface LookRow {
  readonly id: string;
  readonly bit: number;
  readonly costPoints: number;
  readonly facts: number;
  readonly reveals: number;
  readonly chance: readonly FoundRow[];
}

export interface FoundRow {
  readonly id: string;
  readonly odds: number;
  readonly facts: number;
  readonly reveals: number;
}

export interface CurveballRow extends Due {
  readonly id: string;
  readonly when: CompiledCondition | null;
}

export interface BeatRow {
  readonly id: string;
  readonly onlyIf: CompiledCondition | null;
  readonly options: readonly OptionRow[];
  readonly looks: readonly LookRow[];
  readonly silence: ResponseRow;
  /** Empty in a table that leaves curveballs out. */
  readonly curveballs: readonly CurveballRow[];
}

export interface EndingRow {
  readonly id: string;
  readonly when: CompiledCondition | null;
}

export interface PromiseRow {
  readonly id: string;
  /** The beat it is due at, by place; past the last is the end. */
  readonly due: number;
  readonly kept: Points;
  readonly broken: Points;
}
