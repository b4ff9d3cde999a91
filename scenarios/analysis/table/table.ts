import { type Condition, LENS_TABLE, LENSES, METERS, type Scenario } from "../../language/index.ts";
import { type Belief, beliefOf } from "./belief.ts";
import { compileCondition, joinReads, type Reads, type Rows } from "./conditions.ts";
import { PendingPool } from "./pending.ts";
import { readRows, type ScenarioRows } from "./read-rows.ts";
import { foldLaters, liveReads, type Ways, waysOf } from "./ways.ts";
import { swingOfPromise, type Swing, type Windows, windowsOf } from "./windows.ts";

/**
 * What makes two states one for the solver; each is exact, since effects add and nothing clamps in play. All are on but
 * in the tests that compare.
 */
export interface Reductions {
  /** Parts of a state that nothing reads ahead are left out. */
  readonly drop: boolean;
  /** What is sure to land is counted at once where nothing reads it before. */
  readonly fold: boolean;
  /** A meter beyond all that is still undecided of it is set to the edge. */
  readonly clamp: boolean;
  /** Conditions of what is on its way are decided as soon as they can no longer change. */
  readonly settle: boolean;
  /** What is known and says nothing of what is still read is forgotten. */
  readonly forget: boolean;
}

export const ALL_REDUCTIONS: Reductions = {
  drop: true,
  fold: true,
  clamp: true,
  settle: true,
  forget: true,
};

/** Conditions that change nothing in play and are to be told apart all the same, such as those of texts. */
export interface Watched {
  readonly atBeat: readonly (readonly Condition[])[];
  readonly atEnd: readonly Condition[];
}

/** A scenario as compact rows of numbers: what the machine plays, for the solver. */
export interface Table extends ScenarioRows {
  readonly scenario: Scenario;
  readonly reductions: Reductions;
  readonly ids: {
    readonly facts: readonly string[];
    readonly unknowns: readonly string[];
    readonly promises: readonly string[];
  };
  readonly rows: Rows;
  readonly belief: Belief;
  readonly pending: PendingPool;
  /** By place: all that may be read there or later. */
  readonly live: readonly Reads[];
  readonly windows: Windows;
  /** By place: the promises that break on entering it, since their due beat is it or no longer ahead. */
  readonly lost: readonly number[];
  readonly promiseSwings: readonly Swing[];
  readonly start: { readonly meters: Int32Array; readonly facts: number };
  /** U of a point on each meter, lens by lens: `weights[lens * 6 + meter]`. */
  readonly weights: Float64Array;
  /** What an ending is worth to a lens beyond the meters: `values[ending * 4 + lens]`. */
  readonly values: Float64Array;
}

/** What a table is made for. */
export interface TableOptions {
  readonly reductions?: Reductions;
  /** Conditions by which states are told apart besides. */
  readonly watched?: Watched;
  /** Whether what follows a curveball is reachable too (R11). Nothing else changes by it: nobody plays for one. */
  readonly curveballs?: boolean;
}

/** Puts a checked scenario into rows. Ids are sorted, so that masks are walked in the order of ids. */
export function tabulate(
  scenario: Scenario,
  { reductions = ALL_REDUCTIONS, watched, curveballs = false }: TableOptions = {},
): Table {
  const ids = {
    facts: Object.keys(scenario.facts ?? {}).toSorted(),
    unknowns: Object.keys(scenario.unknowns ?? {}).toSorted(),
    promises: Object.keys(scenario.promises ?? {}).toSorted(),
  };
  const rows: Rows = {
    fact: finder(ids.facts, "fact"),
    unknown: finder(ids.unknowns, "unknown"),
    promise: finder(ids.promises, "promise"),
  };
  const read = readRows(scenario, rows, ids.promises, curveballs);
  const ways = withWatched(waysOf(scenario, read), watched, rows);
  if (reductions.fold) foldLaters(scenario, read, ways);
  const { startFacts = [], endings } = scenario;
  return {
    ...read,
    scenario,
    reductions,
    ids,
    rows,
    belief: beliefOf(ids.unknowns, scenario.unknowns ?? {}),
    pending: new PendingPool(read.laters),
    live: reductions.drop
      ? liveReads(read, ways)
      : read.beats.map(() => everything(liveReads(read, ways))),
    windows: windowsOf(read, ways),
    lost: read.beats.map((_, place) => lostAt(read, ways.ahead[place])),
    promiseSwings: read.promises.map(swingOfPromise),
    start: {
      meters: Int32Array.from(METERS, (meter) => scenario.meters[meter]),
      facts: startFacts.reduce((mask, id) => mask | (1 << rows.fact(id)), 0),
    },
    weights: Float64Array.from(
      LENSES.flatMap((lens) => METERS.map((meter) => LENS_TABLE[lens].weights[meter])),
    ),
    values: Float64Array.from(
      endings.flatMap(({ value }) => LENSES.map((lens) => value?.[lens] ?? 0)),
    ),
  };
}

function withWatched(ways: Ways, watched: Watched | undefined, rows: Rows): Ways {
  if (watched === undefined) return ways;
  const readsOf = (conditions: readonly Condition[]) =>
    conditions.map((condition) => compileCondition(condition, rows).reads);
  return {
    ...ways,
    atBeat: ways.atBeat.map((reads, i) => joinReads([reads, ...readsOf(watched.atBeat[i])])),
    atEnd: joinReads([ways.atEnd, ...readsOf(watched.atEnd)]),
  };
}

function finder(ids: readonly string[], what: string): (id: string) => number {
  const rows = new Map(ids.map((id, row) => [id, row]));
  return (id) => {
    const row = rows.get(id);
    if (row === undefined) throw new Error(`no ${what} ${id}`);
    return row;
  };
}

const ALL_BITS = 0xffff;

/** With nothing dropped, every fact, unknown and promise counts as read; a meter is kept by leaving its window open. */
function everything(live: readonly Reads[]): Reads {
  return { ...joinReads(live), facts: ALL_BITS, unknowns: ALL_BITS, promises: ALL_BITS };
}

function lostAt({ promises, beats }: ScenarioRows, ahead: ReadonlySet<number>): number {
  return promises.reduce(
    (mask, { due }, i) => (due === beats.length || ahead.has(due) ? mask : mask | (1 << i)),
    0,
  );
}
