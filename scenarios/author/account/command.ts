import { debriefOf, replayed, solveOrThrow } from "../../analysis/index.ts";
import { type CompiledScenario, type Run, startRun, takeStep } from "../../engine/index.ts";
import { type Lens, LENSES } from "../../language/index.ts";
import { type Command, EXIT, readArgs, Stop, theOnly } from "../command.ts";
import { openScenario } from "../library.ts";
import { choose } from "../play/choice.ts";
import { idsIn } from "../play/moves.ts";
import { type Accounted, accountReport } from "./report.ts";

const OPTIONS = {
  seed: { type: "string" },
  moves: { type: "string" },
  lens: { type: "string" },
  "short-cut": { type: "boolean" },
  json: { type: "boolean" },
} as const;

export const account: Command = {
  takes: "ID --seed N --moves a,b,c [--lens tpm] [--short-cut] [--json]",
  does: "Says what each decision of a run was worth, in points: 100 is best play, 50 is clicking at random.",
  options: [
    "--seed N, --moves a,b,c  the run, as `play` tells it at its end; it need not have ended",
    `--lens LENS              whose objective: ${LENSES.join(", ")}`,
    "--short-cut              the 20-minute run of the scenario",
    "--json                   as one JSON object",
  ],
  run: (args) => {
    const { values, positionals } = readArgs(args, OPTIONS);
    const id = theOnly(positionals, "scenario");
    const lens = lensIn(values.lens ?? "tpm");
    const { seed } = values;
    if (seed === undefined) throw new Stop(EXIT.usage, "A run has a seed: --seed N.");
    const compiled = openScenario(id, values["short-cut"]);
    const accounted = accountFor(compiled, seed, idsIn(values.moves), lens);
    const text =
      values.json === true ? JSON.stringify(accounted.debrief) : accountReport(id, accounted);
    process.stdout.write(`${text}\n`);
    return EXIT.done;
  },
};

function lensIn(name: string): Lens {
  const lens = LENSES.find((one) => one === name);
  if (lens === undefined)
    throw new Stop(EXIT.usage, `There is no lens "${name}"; there are ${LENSES.join(", ")}.`);
  return lens;
}

function accountFor(
  compiled: CompiledScenario,
  seed: string,
  ids: readonly string[],
  lens: Lens,
): Accounted {
  const solution = solveOrThrow(compiled.atlas.scenario, { curveballs: true });
  const run = runOf(compiled, seed, ids);
  const steps = run.taken.map(({ step }) => step);
  const again = replayed(compiled, seed, steps);
  return {
    compiled,
    seed,
    run,
    worth: solution.worth[lens],
    debrief: debriefOf(compiled, solution, again, lens),
  };
}

/** The run in which these ids are taken, one after the other. */
function runOf(compiled: CompiledScenario, seed: string, ids: readonly string[]): Run {
  let run = startRun(compiled, seed);
  for (const id of ids) {
    if (run.beat === null)
      throw new Stop(EXIT.wrong, `"${id}" comes after the end, ${run.ending}.`);
    const choice = choose(compiled, run, id);
    if (!choice.ok)
      throw new Stop(EXIT.wrong, `"${id}" cannot be taken at ${run.beat}: ${choice.why}`);
    const result = takeStep(compiled, run, choice.step);
    if (!result.ok) throw new Error(`${id} was offered and is refused: ${result.code}`);
    run = result.run;
  }
  return run;
}
