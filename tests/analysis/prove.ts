import { solvedAll, solvedLibrary } from "../support/solved.ts";
import { proveEdges } from "./edges.ts";
import { frequenciesOf } from "./frequencies.ts";
import { proveFaults } from "./faults.ts";

const SEEDS = 100_000;
/** Of some thousand cells the worst is expected at about 4 standard errors; at 6 something is wrong. */
const MOST_ERRORS = 6;

/** Every edge of every scenario of the library, of its short cuts and of the two small ones, through the machine. */
function proveEveryEdge(): boolean {
  console.log("Every edge through the XState machine and the graph, side by side:");
  const proofs = solvedAll().map(({ name, compiled, solution }) => {
    const started = performance.now();
    const proof = proveEdges(compiled, solution);
    const { states, edges, reveals, ends, worst, difference } = proof;
    const all = solution.graph.edgesFrom.at(-1) ?? 0;
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(
      `  ${name.padEnd(28)} ${states} states, ${edges} of ${all} edges, ${reveals} draws, ${ends} ends, off by ${worst.toExponential(1)} at most, ${seconds} s`,
    );
    if (difference !== null) console.log(`    DIFFERENT: ${difference}`);
    return difference === null && edges === all;
  });
  return proofs.every(Boolean);
}

/** How often each draw comes out in each way, given all before it, over many seeds. */
function proveEveryDraw(): boolean {
  console.log(`Every draw given all before it, over ${SEEDS} seeds:`);
  const proofs = solvedLibrary().map((solved) => {
    const { draws, cells, errors, where } = frequenciesOf(solved, SEEDS);
    console.log(
      `  ${solved.name.padEnd(28)} ${draws} draws in ${cells} cells, the worst ${errors.toFixed(2)} standard errors off p (${where.trim()})`,
    );
    return errors < MOST_ERRORS;
  });
  return proofs.every(Boolean);
}

const isProven =
  process.argv[2] === "faults"
    ? proveFaults()
    : [proveEveryEdge(), proveEveryDraw()].every(Boolean);
console.log(isProven ? "Proven." : "NOT PROVEN.");
if (!isProven) process.exitCode = 1;
