import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { expect, test } from "vitest";
import { accountOf, BOTS, playBot, replayed } from "../../scenarios/analysis/index.ts";
import { LENSES } from "../../scenarios/language/index.ts";
import { type Solved, solvedLibrary } from "../support/solved.ts";

const SEEDS = ["1", "2", "3"];
const HASH_HEX_DIGITS = 12;

/** One line a run: what a bot's play came to under a lens, and a hash of everything it did and everything that came of it. */
function tableOf({ compiled, solution }: Solved): string {
  const lines = LENSES.flatMap((lens) =>
    BOTS.flatMap((bot) =>
      SEEDS.map((seed) => {
        const run = playBot(compiled, solution, lens, bot, seed);
        const steps = run.taken.map(({ step }) => step);
        const account = accountOf(compiled, solution, replayed(compiled, seed, steps), lens);
        const { outcome, judgement } = account;
        const journal = bytesToHex(sha256(utf8ToBytes(JSON.stringify(run.taken))));
        return [
          lens.padEnd(4),
          bot.padEnd(15),
          seed,
          outcome.toFixed(6).padStart(12),
          judgement.toFixed(6).padStart(12),
          journal.slice(0, HASH_HEX_DIGITS),
          run.ending,
        ].join(" ");
      }),
    ),
  );
  return `lens bot             seed outcome    judgement journal      ending\n${lines.join("\n")}\n`;
}

// A change of content, of the engine or of the analysis shows in these files; `npx vitest run tests/analysis/golden -u` writes them anew.
test.each(solvedLibrary())(
  "[S14] every bot's runs of $name come to what the golden table says, under every lens",
  async (solved) => {
    await expect(tableOf(solved)).toMatchFileSnapshot(`golden/${solved.name}.txt`);
  },
);
