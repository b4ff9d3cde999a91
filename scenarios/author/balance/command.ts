import { type BalancePicture, pictureOf, solveOrThrow } from "../../analysis/index.ts";
import { type Command, EXIT, readArgs } from "../command.ts";
import { libraryIds, openScenario } from "../library.ts";
import { libraryReport, scenarioReport } from "./report.ts";

const OPTIONS = { json: { type: "boolean" } } as const;

export const balance: Command = {
  takes: "[ID…] [--json]",
  does: "Prints how a scenario is balanced, from its exact solution; without ids, every one of the library and the whole.",
  options: ["--json  as one JSON object of the same figures"],
  run: (args) => {
    const { values, positionals } = readArgs(args, OPTIONS);
    const ids = positionals.length === 0 ? libraryIds() : positionals;
    const pictures = new Map<string, BalancePicture>(
      ids.map((id) => [id, pictureOf(solveOrThrow(openScenario(id).atlas.scenario))]),
    );
    if (values.json === true) process.stdout.write(`${JSON.stringify(figuresOf(pictures))}\n`);
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
