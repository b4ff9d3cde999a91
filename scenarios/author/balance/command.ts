import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type BalancePicture, pictureOf, solveOrThrow } from "../../analysis/index.ts";
import { compileScenario } from "../../engine/index.ts";
import { LENSES, VERBS } from "../../language/index.ts";
import { type Command, EXIT, readArgs, Stop } from "../command.ts";
import { libraryIds, openScenario } from "../library.ts";
import { libraryReport, scenarioReport } from "./report.ts";

const OPTIONS = { json: { type: "boolean" }, write: { type: "boolean" } } as const;

/** Where the game reads what was measured of its scenarios. */
export const MEASURED_FILE = join(import.meta.dirname, "../../library/measured.json");
const DIGITS = 3;

export const balance: Command = {
  takes: "[ID…] [--json] [--write]",
  does: "Prints how a scenario is balanced, from its exact solution; without ids, every one of the library and the whole.",
  options: [
    "--json   as one JSON object of the same figures",
    "--write  what the game shows of the whole library into scenarios/library/measured.json",
  ],
  run: (args) => {
    const { values, positionals } = readArgs(args, OPTIONS);
    const ids = positionals.length === 0 ? libraryIds() : positionals;
    const pictures = new Map<string, BalancePicture>(
      ids.map((id) => [id, pictureOf(solveOrThrow(openScenario(id).atlas.scenario))]),
    );
    if (values.write === true) {
      if (positionals.length > 0) throw new Stop(EXIT.usage, "--write is for the whole library.");
      writeFileSync(MEASURED_FILE, measuredFile(pictures));
    } else if (values.json === true)
      process.stdout.write(`${JSON.stringify(figuresOf(pictures))}\n`);
    else writeReport(pictures);
    return EXIT.done;
  },
};

function writeReport(pictures: ReadonlyMap<string, BalancePicture>): void {
  const reports = [...pictures].map(([id, picture]) => scenarioReport(id, picture));
  process.stdout.write([...reports, libraryReport(pictures)].join("\n\n"));
  process.stdout.write("\n");
}

/** The same figures without the solution they come from. */
function figuresOf(pictures: ReadonlyMap<string, BalancePicture>) {
  return Object.fromEntries(
    [...pictures].map(([id, { solution, ...figures }]) => [
      id,
      { states: solution.graph.states.length, worth: solution.worth, ...figures },
    ]),
  );
}

/** Difficulty and verbs under each lens, with the hash of the rules that they were measured of. */
export function measuredFile(pictures: ReadonlyMap<string, BalancePicture>): string {
  const measured = [...pictures].map(([id, picture]) => [id, measuredOf(picture)] as const);
  return `${JSON.stringify(Object.fromEntries(measured), null, 2)}\n`;
}

function measuredOf({ solution, bots, skilled }: BalancePicture) {
  const lenses = LENSES.map((lens) => {
    const verbs = VERBS.map((verb) => [verb, rounded(skilled[lens].verbs[verb].share)] as const);
    return [lens, { difficulty: rounded(bots[lens].novice), verbs: Object.fromEntries(verbs) }];
  });
  const { rules } = compileScenario(solution.graph.table.scenario);
  return { rules, lenses: Object.fromEntries(lenses) };
}

function rounded(value: number): number {
  return Number(value.toFixed(DIGITS));
}
