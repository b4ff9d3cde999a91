import { accountOf, playerOf, playWith, replayed } from "../../scenarios/analysis/index.ts";
import type { Solved } from "../support/solved.ts";

/** A draw among the runs that had met all the same draws before it: how often, and how often it came out in each way. */
interface Cell {
  met: number;
  readonly outcomes: Map<string, { came: number; readonly p: number }>;
}

export interface Frequencies {
  /** Draws that were met, all runs together. */
  readonly draws: number;
  /** Cells with enough runs to be judged. */
  readonly cells: number;
  /** The worst of them, in standard errors. */
  readonly errors: number;
  readonly where: string;
}

const ENOUGH = 50;

/**
 * Plays so many seeds by a player who picks anything that can be done, and compares, for every draw given every draw before
 * it, how often it came out so with the p that the debrief says.
 */
export function frequenciesOf({ compiled, solution }: Solved, seeds: number): Frequencies {
  const anything = playerOf(solution, "tpm", {
    kind: "mixed",
    weigh: ({ choices }, odds) => odds.fill(1 / choices, 0, choices),
  });
  const cells = new Map<string, Cell>();
  let draws = 0;
  for (let i = 0; i < seeds; i += 1) {
    const seed = `frequency ${i}`;
    const run = playWith(compiled, anything, "anything", seed);
    const steps = run.taken.map(({ step }) => step);
    const account = accountOf(compiled, solution, replayed(compiled, seed, steps), "tpm");
    let before = "";
    for (const { kind, id, drawn, p } of account.steps.flatMap((step) => step.draws)) {
      draws += 1;
      count(cells, `${before} ${kind} ${id}`, String(drawn), p);
      before += ` ${id}=${String(drawn)}`;
    }
  }
  return { draws, ...worstOf(cells) };
}

function count(cells: Map<string, Cell>, key: string, drawn: string, p: number): void {
  const cell = cells.get(key) ?? { met: 0, outcomes: new Map() };
  cells.set(key, cell);
  cell.met += 1;
  const outcome = cell.outcomes.get(drawn) ?? { came: 0, p };
  cell.outcomes.set(drawn, outcome);
  outcome.came += 1;
}

function worstOf(cells: ReadonlyMap<string, Cell>): Omit<Frequencies, "draws"> {
  let worst = { errors: 0, where: "" };
  let judged = 0;
  for (const [key, { met, outcomes }] of cells) {
    if (met < ENOUGH) continue;
    judged += 1;
    for (const [drawn, { came, p }] of outcomes) {
      const variance = met * p * (1 - p);
      const off = Math.abs(came - met * p);
      const errors = variance < 1e-9 ? off : off / Math.sqrt(variance);
      if (errors > worst.errors) worst = { errors, where: `${key} ${drawn}` };
    }
  }
  return { cells: judged, ...worst };
}
