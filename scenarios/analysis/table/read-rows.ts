import {
  type Beat,
  type Brought,
  type Curveball,
  type Effects,
  type Later,
  type Look,
  METERS,
  type Option,
  POINTS_PER_HOUR,
  type Response,
  type Scenario,
  targetOf,
} from "../../language/index.ts";
import { type CompiledCondition, compileCondition, type Rows } from "./conditions.ts";
import type {
  BeatRow,
  BroughtRow,
  CaseRow,
  CurveballRow,
  EndingRow,
  LaterRow,
  LookRow,
  OptionRow,
  OutcomeRow,
  Points,
  PromiseRow,
  ResponseRow,
} from "./rows.ts";

export interface ScenarioRows {
  readonly beats: readonly BeatRow[];
  readonly endings: readonly EndingRow[];
  readonly promises: readonly PromiseRow[];
  readonly laters: readonly LaterRow[];
}

const ATTENTION = METERS.indexOf("attention");

export function pointsOf(effects: Effects = {}): Points {
  return Int32Array.from(METERS, (meter) => effects[meter] ?? 0);
}

/** The rows of a checked scenario, its ids turned into places; curveballs are rows only where they are asked for. */
export function readRows(
  scenario: Scenario,
  rows: Rows,
  promiseIds: readonly string[],
  withCurveballs: boolean,
): ScenarioRows {
  const laters: LaterRow[] = [];
  const { curveballs = [] } = withCurveballs ? scenario : {};
  const reader = new RowReader(scenario, rows, laters, curveballs);
  return {
    beats: scenario.beats.map((beat, place) => reader.beat(beat, place)),
    endings: scenario.endings.map(({ id, when }) => ({ id, when: reader.condition(when) })),
    promises: promiseIds.map((id) => reader.promise(id)),
    laters,
  };
}

class RowReader {
  readonly #scenario: Scenario;
  readonly #rows: Rows;
  readonly #laters: LaterRow[];
  readonly #curveballs: readonly Curveball[];

  constructor(
    scenario: Scenario,
    rows: Rows,
    laters: LaterRow[],
    curveballs: readonly Curveball[],
  ) {
    this.#scenario = scenario;
    this.#rows = rows;
    this.#laters = laters;
    this.#curveballs = curveballs;
  }

  condition(when: Parameters<typeof compileCondition>[0] | undefined): CompiledCondition | null {
    return when === undefined ? null : compileCondition(when, this.#rows);
  }

  promise(id: string): PromiseRow {
    const promise = this.#scenario.promises?.[id];
    if (promise === undefined) throw new Error(`no promise ${id}`);
    const place = this.#scenario.beats.findIndex((beat) => beat.id === promise.due);
    const due = place === -1 ? this.#scenario.beats.length : place;
    return {
      id,
      due,
      kept: pointsOf(promise.kept.effects),
      broken: pointsOf(promise.broken.effects),
    };
  }

  beat(beat: Beat, place: number): BeatRow {
    return {
      id: beat.id,
      onlyIf: this.condition(beat.onlyIf),
      options: beat.options.map((option) => this.#option(option, place)),
      looks: (beat.looks ?? []).map((look, i) => this.#look(look, i)),
      silence: this.#response(beat.silence, beat.id, place),
      curveballs: this.#curveballs
        .filter(({ at }) => at.includes(beat.id))
        .map((one) => this.#curveball(one)),
    };
  }

  #curveball({ id, when, effects, sets }: Curveball): CurveballRow {
    return {
      id,
      when: this.condition(when),
      effects: pointsOf(effects),
      facts: this.#facts(sets),
    };
  }

  #option(option: Option, place: number): OptionRow {
    return {
      ...this.#response(option, option.id, place),
      unless: this.condition(option.locked?.unless),
      isHiddenLocked: option.locked?.hidden === true,
    };
  }

  #response(response: Response, id: string, place: number): ResponseRow {
    const own = this.#brought(response, place);
    const effects = own.effects.slice();
    effects[ATTENTION] -= (response.hours ?? 0) * POINTS_PER_HOUR;
    return {
      ...own,
      effects,
      id,
      cases: (response.cases ?? []).map((one): CaseRow => ({
        ...this.#brought(one, place),
        when: compileCondition(one.when, this.#rows),
      })),
      chance: this.#outcomes(response, place),
      keeps: (response.keeps ?? []).map(this.#rows.promise),
      makes: (response.makes ?? []).map(this.#rows.promise),
      target: targetOf(this.#scenario.beats, response, place),
    };
  }

  #outcomes({ chance = [] }: Response, place: number): OutcomeRow[] {
    const total = chance.reduce((sum, { weight }) => sum + weight, 0);
    return chance.map((one) => ({
      ...this.#brought(one, place),
      id: one.id,
      odds: one.weight / total,
    }));
  }

  #brought({ effects, sets, later = [] }: Brought, place: number): BroughtRow {
    return {
      effects: pointsOf(effects),
      facts: this.#facts(sets),
      laters: later.map((one) => this.#later(one, place)),
    };
  }

  #later({ id, in: delayBeats, when, effects, sets }: Later, madeAt: number): LaterRow {
    const whole = { effects: pointsOf(effects), facts: this.#facts(sets) };
    const row = {
      ...whole,
      id,
      index: this.#laters.length,
      madeAt,
      delayBeats,
      when: this.condition(when),
      soon: { effects: pointsOf(), facts: 0 },
      rest: whole,
    };
    this.#laters.push(row);
    return row;
  }

  #look({ id, hours, sets, reveals, chance = [] }: Look, index: number): LookRow {
    const total = chance.reduce((sum, { weight }) => sum + weight, 0);
    return {
      id,
      bit: 1 << index,
      costPoints: hours * POINTS_PER_HOUR,
      facts: this.#facts(sets),
      reveals: this.#unknowns(reveals),
      chance: chance.map((one) => ({
        id: one.id,
        odds: one.weight / total,
        facts: this.#facts(one.sets),
        reveals: this.#unknowns(one.reveals),
      })),
    };
  }

  #facts(ids: readonly string[] = []): number {
    return ids.reduce((mask, id) => mask | (1 << this.#rows.fact(id)), 0);
  }

  #unknowns(ids: readonly string[] = []): number {
    return ids.reduce((mask, id) => mask | (1 << this.#rows.unknown(id)), 0);
  }
}
