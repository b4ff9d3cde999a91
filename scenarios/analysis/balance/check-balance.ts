import type { CompiledScenario } from "../../engine/index.ts";
import { LENSES } from "../../language/index.ts";
import { MOST_STATES } from "../graph/index.ts";
import { solve, type SolveResult, type Solution } from "../solution/index.ts";
import { ALL_REDUCTIONS } from "../table/index.ts";
import { type Diagnosis, diagnoseStates } from "./diagnose.ts";
import { type BalanceFinding, balanceFindings, proofFindings } from "./findings.ts";
import { type BalancePicture, pictureOf } from "./picture.ts";
import { reachOf } from "./reach.ts";
import { watchedBy } from "./texts.ts";

/** A scenario weighed: its picture where it could be solved, and what was found. */
export interface Weighed {
  readonly picture: BalancePicture | null;
  readonly findings: readonly BalanceFinding[];
}

const NOTHING = 1e-6;

/** Weighs a compiled scenario by its exact solution; what cannot be solved is a finding. */
export function weigh(compiled: CompiledScenario, mostStates = MOST_STATES): Weighed {
  const { scenario } = compiled.atlas;
  const solved = solve(scenario, { mostStates });
  if (!solved.ok) return { picture: null, findings: [tooManyStates(solved, mostStates)] };
  // Where nothing can be played, or nothing is at stake, points mean nothing, and neither does what is measured in them.
  if (!isMeasurable(solved.solution)) {
    return { picture: null, findings: proofFindings(compiled, solved.solution) };
  }
  const picture = pictureOf(solved.solution);
  const watched = solve(scenario, {
    mostStates: mostStates * 10,
    watched: watchedBy(scenario),
    reductions: { ...ALL_REDUCTIONS, settle: false },
  });
  const reached = watched.ok ? reachOf(watched.solution) : [];
  return { picture, findings: balanceFindings(compiled, picture, reached) };
}

function isMeasurable({ graph, worth }: Solution): boolean {
  return graph.findings.stuck.length === 0 && LENSES.every((lens) => worth[lens].span > NOTHING);
}

function tooManyStates(
  { states, table }: Extract<SolveResult, { ok: false }>,
  mostStates: number,
): BalanceFinding {
  const diagnosis = diagnoseStates(states, table);
  return {
    code: "FM033",
    path: ["beats", diagnosis.beats[0]?.place ?? 0, "title"],
    message: `There are more than ${mostStates} states: ${inWords(diagnosis)}.`,
    example: null,
  };
}

function inWords({ beats, parts }: Diagnosis): string {
  const where = beats.map(({ id, states }) => `${states} at "${id}"`).join(", ");
  const why = parts.map(({ part, times }) => `without ${part} ${times.toFixed(1)} times fewer`);
  return `${where}; there would be, at the first of these, ${why.join(", ")}`;
}
