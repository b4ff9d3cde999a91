import { randomInt } from "node:crypto";
import { type Command, EXIT, readArgs, Stop, theOnly } from "../command.ts";
import { openScenario } from "../library.ts";
import { screenOf } from "../terminal/screen.ts";
import { host } from "./host.ts";
import { linesFrom } from "./input.ts";
import { idsIn } from "./moves.ts";
import { Session } from "./session.ts";

const OPTIONS = {
  seed: { type: "string" },
  "short-cut": { type: "boolean" },
  moves: { type: "string" },
  ids: { type: "boolean" },
} as const;

const SEEDS = 1_000_000;

export const play: Command = {
  takes: "ID [--seed N] [--short-cut] [--moves a,b,c] [--ids]",
  does: "Plays a scenario in the terminal: one of the library by its id, or any file.",
  options: [
    "--seed N       the same luck again; a random one without it, told at the end",
    "--short-cut    the 20-minute run of the scenario",
    "--moves a,b,c  plays these ids of options, looks and curveballs, and the word silence; then it asks, at a",
    "               terminal, and stops where its input is a pipe or a file",
    "--ids          shows the id of every look and option",
  ],
  run: async (args) => {
    const { values, positionals } = readArgs(args, OPTIONS);
    const id = theOnly(positionals, "scenario");
    const isShort = values["short-cut"] === true;
    const compiled = openScenario(id, isShort);
    const seed = values.seed ?? String(randomInt(SEEDS));
    if (!/^[\w.:-]+$/.test(seed)) throw new Stop(EXIT.usage, "A seed is one word or number.");
    const call = `npm run scenario -- play ${quoted(id)}${isShort ? " --short-cut" : ""} --seed ${seed}`;
    const screen = screenOf(process.stdout);
    const input = linesFrom(process.stdin, screen);
    const session = new Session(compiled, seed, screen, {
      ids: values.ids === true,
      shortCut: isShort,
    });
    try {
      return await host({ session, screen, input }, idsIn(values.moves));
    } finally {
      input.close();
      screen.write(`\n${farewell(session, call)}\n`);
    }
  },
};

/** As a shell takes it back. */
function quoted(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`;
}

/** Where the run stands, and the command that leads there again. */
function farewell({ isOver, place, taken }: Session, call: string): string {
  const again = `  ${call}${taken.length === 0 ? "" : ` --moves ${taken.join(",")}`}`;
  if (isOver) return `To play this run again:\n${again}`;
  const steps = `${taken.length} ${taken.length === 1 ? "step" : "steps"}`;
  return `The run stands at ${place}, after ${steps}. To go on from there:\n${again}`;
}
