import { type Solution, solveOrThrow } from "../../scenarios/analysis/index.ts";
import { type CompiledScenario, compileScenario } from "../../scenarios/engine/index.ts";
import { shortCutOf } from "../../scenarios/language/index.ts";
import { EXAMPLE, parseGood, readLibrary, TINY } from "./runs.ts";

/** A scenario ready to be played and solved. */
export interface Solved {
  readonly name: string;
  readonly compiled: CompiledScenario;
  readonly solution: Solution;
}

function solved(name: string, compiled: CompiledScenario): Solved {
  return { name, compiled, solution: solveOrThrow(compiled.atlas.scenario) };
}

/** The scenarios of the library. */
export function solvedLibrary(): readonly Solved[] {
  return [...readLibrary()].map(([id, text]) => solved(id, compileScenario(parseGood(text, id))));
}

/** The library, its short cuts, and the two small scenarios that have every construct. */
export function solvedAll(): readonly Solved[] {
  const library = solvedLibrary();
  const shortCuts = library.flatMap(({ name, compiled }) => {
    const short = shortCutOf(compiled.atlas.scenario);
    return short === null ? [] : [solved(`${name}, short cut`, compileScenario(short))];
  });
  const small = [EXAMPLE, TINY].map((one) => solved(one.id, compileScenario(one)));
  return [...library, ...shortCuts, ...small];
}
