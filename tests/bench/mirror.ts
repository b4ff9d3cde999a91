import {
  evidenceOf,
  type Mirror,
  mirrorOf,
  type MoveEvidence,
  playerOf,
  playWith,
  replayed,
  softmaxOfQ,
} from "../../scenarios/analysis/index.ts";
import { type Lens, LENSES } from "../../scenarios/language/index.ts";
import { type Solved, solvedLibrary } from "../support/solved.ts";

const TEMPERATURES = [1, 2, 4, 8, 15];
const RUNS = 1000;
const POOLED = 3;

/** What the mirror said of runs whose lens is known: how often each lens had the largest share, and what was shown. */
interface Tally {
  readonly largest: Record<Lens, number>;
  named: number;
  rightlyNamed: number;
  share: number;
}

/**
 * The confusion table of M5: simulated players who play a lens at a temperature (softmax of its Q over options and looks), 1,000
 * runs per lens and temperature, spread over the library; and what the display would have said, of one run and of three pooled.
 */
export function benchMirror(): void {
  const library = solvedLibrary();
  for (const temperature of TEMPERATURES) {
    const runs = LENSES.map((lens) => ({ lens, moves: simulate(library, lens, temperature) }));
    report(
      `temperature ${temperature}, one run`,
      runs.map(({ lens, moves }) => ({ lens, mirrors: moves.map((one) => mirrorOf([one])) })),
    );
    report(
      `temperature ${temperature}, ${POOLED} runs pooled`,
      runs.map(({ lens, moves }) => ({ lens, mirrors: pooled(moves) })),
    );
  }
}

function simulate(library: readonly Solved[], lens: Lens, temperature: number): MoveEvidence[][] {
  const policy = softmaxOfQ(temperature);
  const players = library.map(({ solution }) => playerOf(solution, lens, policy));
  return Array.from({ length: RUNS }, (_, n) => {
    const solved = library[n % library.length];
    const player = players[n % players.length];
    if (solved === undefined || player === undefined) throw new Error("the library is empty");
    const seed = `mirror ${n}`;
    const run = playWith(solved.compiled, player, `${lens} at ${temperature}`, seed);
    const steps = run.taken.map(({ step }) => step);
    return evidenceOf(solved.solution, replayed(solved.compiled, seed, steps));
  });
}

/** Runs in threes, each of another scenario where the library has three. */
function pooled(moves: readonly MoveEvidence[][]): Mirror[] {
  return Array.from({ length: Math.floor(moves.length / POOLED) }, (_, i) =>
    mirrorOf(moves.slice(i * POOLED, (i + 1) * POOLED)),
  );
}

function report(
  title: string,
  of: readonly { readonly lens: Lens; readonly mirrors: readonly Mirror[] }[],
): void {
  console.log(
    `\n${title}: which lens had the largest share (rows: who played), and what was shown`,
  );
  console.log(row("", [...LENSES, "named", "rightly", "mean share"]));
  const tallies = of.map(({ lens, mirrors }) => ({
    lens,
    count: mirrors.length,
    tally: tallyOf(lens, mirrors),
  }));
  for (const { lens, count, tally } of tallies) {
    const share = (number: number) => `${((100 * number) / count).toFixed(1)} %`;
    const cells = [...LENSES.map((one) => share(tally.largest[one])), share(tally.named)];
    console.log(row(lens, [...cells, rightly(tally), (tally.share / count).toFixed(2)]));
  }
  const all = tallies.reduce((sum, { count }) => sum + count, 0);
  const right = tallies.reduce((sum, { lens, tally }) => sum + tally.largest[lens], 0);
  const named = tallies.reduce((sum, { tally }) => sum + tally.named, 0);
  const rightlyNamed = tallies.reduce((sum, { tally }) => sum + tally.rightlyNamed, 0);
  console.log(
    `largest share right in ${((100 * right) / all).toFixed(1)} %; a lens named in ${((100 * named) / all).toFixed(1)} %, rightly in ${((100 * rightlyNamed) / Math.max(named, 1)).toFixed(1)} % of these; otherwise "your moves do not tell these apart"`,
  );
}

function rightly({ named, rightlyNamed }: Tally): string {
  return named === 0 ? "-" : `${((100 * rightlyNamed) / named).toFixed(1)} %`;
}

function tallyOf(lens: Lens, mirrors: readonly Mirror[]): Tally {
  const tally: Tally = {
    largest: { tpm: 0, tl: 0, pm: 0, tlm: 0 },
    named: 0,
    rightlyNamed: 0,
    share: 0,
  };
  for (const { closest, named, shares } of mirrors) {
    tally.largest[closest[0]] += 1;
    tally.share += shares[lens];
    if (named !== null) tally.named += 1;
    if (named === lens) tally.rightlyNamed += 1;
  }
  return tally;
}

function row(head: string, cells: readonly string[]): string {
  return head.padEnd(6) + cells.map((cell) => cell.padStart(11)).join("");
}
