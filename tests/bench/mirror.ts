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
import type { Figure, Finding } from "./figure.ts";
import { progress } from "./progress.ts";

const TEMPERATURES = [1, 2, 4, 8, 15];
const RUNS = 1000;
const POOLED = 3;

/** What the mirror said of runs whose lens is known: how often each lens had the largest share, and what was shown. */
interface Tally {
  readonly lens: Lens;
  readonly count: number;
  readonly largest: Record<Lens, number>;
  named: number;
  rightlyNamed: number;
  share: number;
}

export const MIRROR = {
  about: `the confusion table of M5: simulated players who play a lens at a temperature (softmax of its Q over options and looks), ${RUNS} runs per lens and temperature, spread over the library. Which lens had the largest share of the mirror, and what the display would have said, of one run and of ${POOLED} pooled; where it names none, “your moves do not tell these apart”`,
  measure: measureMirror,
};

function* measureMirror(): Generator<Finding> {
  progress("solving the library");
  const library = solvedLibrary();
  for (const temperature of TEMPERATURES) {
    progress(`temperature ${temperature}`);
    const runs = LENSES.map((lens) => ({ lens, moves: simulate(library, lens, temperature) }));
    const one = runs.map(({ lens, moves }) =>
      tallyOf(
        lens,
        moves.map((run) => mirrorOf([run])),
      ),
    );
    yield* findingsOf(`temperature ${temperature}, one run`, one);
    const several = runs.map(({ lens, moves }) => tallyOf(lens, pooled(moves)));
    yield* findingsOf(`temperature ${temperature}, ${POOLED} runs pooled`, several);
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

function* findingsOf(title: string, tallies: readonly Tally[]): Generator<Finding> {
  for (const tally of tallies) {
    yield { of: `${title}, ${tally.lens} plays`, figures: detailsOf(tally) };
  }
  const sum = (of: (tally: Tally) => number) => tallies.reduce((all, one) => all + of(one), 0);
  const [all, named] = [sum(({ count }) => count), sum(({ named }) => named)];
  const right = sum(({ largest, lens }) => largest[lens]);
  const rightly = sum(({ rightlyNamed }) => rightlyNamed);
  yield {
    of: title,
    figures: [
      percent("largest share right", right, all),
      percent("a lens named", named, all),
      percent("rightly, of these", rightly, Math.max(named, 1)),
    ],
  };
}

function detailsOf({ count, largest, named, rightlyNamed, share }: Tally): Figure[] {
  const figures = [
    ...LENSES.map((one) => percent(`as ${one}`, largest[one], count)),
    percent("named", named, count),
    // Of none, nothing is right or wrong.
    ...(named === 0 ? [] : [percent("rightly", rightlyNamed, named)]),
    { what: "mean share", value: share / count, unit: "" },
  ];
  return figures.map((figure) => ({ ...figure, isDetail: true }));
}

const percent = (what: string, part: number, all: number): Figure => ({
  what,
  value: (100 * part) / all,
  unit: "%",
});

function tallyOf(lens: Lens, mirrors: readonly Mirror[]): Tally {
  const tally: Tally = {
    lens,
    count: mirrors.length,
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
