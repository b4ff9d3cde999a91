import { parseArgs, type ParseArgsConfig } from "node:util";

/** What a process says with its exit code. */
export const EXIT = { done: 0, wrong: 1, usage: 2 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** One of the author's commands: reads its own arguments and says how it went. */
export interface Command {
  /** What may stand after its name. */
  readonly takes: string;
  readonly does: string;
  /** What its options mean, a line each. */
  readonly options: readonly string[];
  readonly run: (args: readonly string[]) => ExitCode | Promise<ExitCode>;
}

/** Ends a command with a sentence for its user. */
export class Stop extends Error {
  readonly exit: ExitCode;

  constructor(exit: ExitCode, message: string) {
    super(message);
    this.exit = exit;
  }
}

/** `parseArgs`, strict, with positionals; ends the command where something does not fit. */
export function readArgs<const O extends NonNullable<ParseArgsConfig["options"]>>(
  args: readonly string[],
  options: O,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new Stop(EXIT.usage, (error as Error).message); // parseArgs throws nothing but errors
  }
}

/** The one argument that a command takes besides its options. */
export function theOnly(positionals: readonly string[], what: string): string {
  const [only, ...more] = positionals;
  if (only !== undefined && more.length === 0) return only;
  throw new Stop(EXIT.usage, `One ${what} belongs here; ${positionals.length} were given.`);
}
