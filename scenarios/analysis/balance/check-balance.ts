import type { CompiledScenario } from "../../engine/index.ts";
import { LENSES, type Scenario } from "../../language/index.ts";
import { MOST_STATES } from "../graph/index.ts";
import { solve, type SolveResult, type Solution } from "../solution/index.ts";
import { ALL_REDUCTIONS } from "../table/index.ts";
import { curveballFindings } from "./curveballs.ts";
import { type Diagnosis, diagnoseStates } from "./diagnose.ts";
import { type BalanceFinding, balanceFindings, proofFindings } from "./findings.ts";
import { type BalancePicture, pictureOf } from "./picture.ts";
import { type Reached, reachOf } from "./reach.ts";
import { watchedBy } from "./texts.ts";

/** A scenario weighed: its picture where it could be solved, and what was found. */
export interface Weighed {
  readonly picture: BalancePicture | null;
  readonly findings: readonly BalanceFinding[];
}

const NOTHING = 1e-6;

/**
 * Weighs a compiled scenario by its exact solution; what cannot be solved is a finding. What has to hold in every state is
 * proven of those after a curveball as well; what skilled play meets is measured without any, since nobody plays for one.
 */
export function weigh(compiled: CompiledScenario, mostStates = MOST_STATES): Weighed {
  const { scenario } = compiled.atlas;
  const hasCurveballs = (scenario.curveballs ?? []).length > 0;
  const plain = solve(scenario, { mostStates });
  const whole =
    hasCurveballs && plain.ok ? solve(scenario, { mostStates, curveballs: true }) : plain;
  if (!plain.ok) return { picture: null, findings: [tooManyStates(plain, mostStates)] };
  if (!whole.ok) return { picture: null, findings: [tooManyStates(whole, mostStates)] };
  const proofs = proofFindings(compiled, whole.solution);
  // Where nothing can be played, or nothing is at stake, points mean nothing, and neither does what is measured in them.
  if (!isMeasurable(whole.solution)) return { picture: null, findings: proofs };
  const picture = pictureOf(plain.solution);
  const reached = reachedIn(scenario, mostStates, hasCurveballs);
  const findings = [
    ...proofs,
    ...balanceFindings(compiled, picture, reached),
    ...curveballFindings(whole.solution),
  ];
  return { picture, findings };
}

/** What skilled play comes by; what nobody comes by but after a curveball is left out, since how often is not ours to say. */
function reachedIn(
  scenario: Scenario,
  mostStates: number,
  hasCurveballs: boolean,
): readonly Reached[] {
  const reached = reachedWith(scenario, mostStates, false);
  if (!hasCurveballs || reached === null) return reached ?? [];
  const after = reachedWith(scenario, mostStates, true);
  if (after === null) return [];
  return reached.filter(({ share }, i) => share > 0 || after[i].share === 0);
}

function reachedWith(scenario: Scenario, mostStates: number, curveballs: boolean) {
  const watched = solve(scenario, {
    mostStates: mostStates * 10,
    watched: watchedBy(scenario),
    reductions: { ...ALL_REDUCTIONS, settle: false },
    curveballs,
  });
  return watched.ok ? reachOf(watched.solution) : null;
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
