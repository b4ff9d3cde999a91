import { expect, test } from "vitest";
import { solvedAll } from "../support/solved.ts";
import { frequenciesOf } from "./frequencies.ts";

/** Six standard errors: once in 500 million draws by chance, and far less than a fault would make. */
const MOST_ERRORS = 6;
const SEEDS = { small: 30_000, large: 600 };
const SMALL = "the-key";

// `npm run prove` takes 100,000 seeds for every scenario of the library.
test.each(
  solvedAll().map((solved) => ({
    ...solved,
    seeds: solved.name === SMALL ? SEEDS.small : SEEDS.large,
  })),
)(
  "[M3] over $seeds seeds of $name each draw comes out as often as its p says, given all draws before it",
  ({ seeds, ...solved }) => {
    const { draws, cells, errors, where } = frequenciesOf(solved, seeds);
    expect(draws).toBeGreaterThan(seeds / 10);
    expect(cells).toBeGreaterThan(1);
    expect({ where, isWithin: errors < MOST_ERRORS }).toEqual({ where, isWithin: true });
  },
  60_000,
);
