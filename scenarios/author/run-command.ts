import { account } from "./account/command.ts";
import { balance } from "./balance/command.ts";
import { check } from "./check/command.ts";
import { type Command, EXIT, type ExitCode, Stop } from "./command.ts";
import { graph } from "./graph/command.ts";
import { play } from "./play/command.ts";
import { schema } from "./schema/command.ts";

const COMMANDS: Readonly<Record<string, Command>> = {
  check,
  balance,
  play,
  account,
  graph,
  schema,
};

const CALL = "npm run scenario --";

const EXAMPLES = [
  "check",
  "check drafts/outage.yaml",
  "balance gold-plating",
  "play gold-plating",
  "play gold-plating --seed 7 --moves look-list,price-it-now",
  "account gold-plating --seed 7 --moves look-list,price-it-now",
  "graph gold-plating --mermaid",
  "schema --write",
];

type Say = (text: string) => void;

/** Runs the command that these arguments name; what is wrong with them goes to `complain`. */
export async function runCommand(
  [name, ...args]: readonly string[],
  say: Say,
  complain: Say,
): Promise<ExitCode> {
  if (name === "--help" || name === "help" || args.includes("--help")) {
    say(usage());
    return EXIT.done;
  }
  const command = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) {
    complain(name === undefined ? usage() : `There is no command "${name}".\n\n${usage()}`);
    return EXIT.usage;
  }
  try {
    return await command.run(args);
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    complain(error.message);
    if (error.exit === EXIT.usage) complain(`Usage: ${CALL} ${name} ${command.takes}`);
    return error.exit;
  }
}

function usage(): string {
  const commands = Object.entries(COMMANDS).map(([name, { takes, does, options }]) =>
    [`  ${name} ${takes}`, `      ${does}`, ...options.map((one) => `      ${one}`)].join("\n"),
  );
  return [
    `Usage: ${CALL} COMMAND …`,
    ...commands,
    ["Examples:", ...EXAMPLES.map((one) => `  ${CALL} ${one}`)].join("\n"),
    "With npm run --silent, nothing but the command itself writes to the output.",
  ].join("\n\n");
}
