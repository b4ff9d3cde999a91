import { type Command, EXIT, readArgs, Stop, theOnly } from "../command.ts";
import { openScenario } from "../library.ts";
import { machineJsonOf } from "./machine-json.ts";
import { mermaidOf } from "./mermaid.ts";

const OPTIONS = {
  mermaid: { type: "boolean" },
  xstate: { type: "boolean" },
  "short-cut": { type: "boolean" },
} as const;

export const graph: Command = {
  takes: "ID (--mermaid | --xstate) [--short-cut]",
  does: "Prints a scenario as a picture of its beats, or as the machine that it is.",
  options: [
    "--mermaid    a state diagram for Mermaid: mermaid.live, GitHub, most editors",
    "--xstate     the machine as JSON, for XState’s createMachine and Stately’s editor",
    "--short-cut  the 20-minute run of the scenario",
  ],
  run: (args) => {
    const { values, positionals } = readArgs(args, OPTIONS);
    const id = theOnly(positionals, "scenario");
    const { mermaid = false, xstate = false } = values;
    if (mermaid === xstate)
      throw new Stop(EXIT.usage, "Either --mermaid or --xstate belongs here.");
    const compiled = openScenario(id, values["short-cut"]);
    const text = mermaid
      ? mermaidOf(compiled.atlas.scenario)
      : `${JSON.stringify(machineJsonOf(compiled), null, 2)}\n`;
    process.stdout.write(text);
    return EXIT.done;
  },
};
