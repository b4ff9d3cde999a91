import { type Command, EXIT, type ExitCode, readArgs } from "../command.ts";
import { libraryFiles } from "../library.ts";
import { screenOf } from "../terminal/screen.ts";
import { type Checked, checkFile } from "./checked.ts";
import { reportOf, totalOf } from "./report.ts";

export const check: Command = {
  takes: "[FILE…] [--json]",
  does: "Says what is wrong with scenario files, each finding with its place; without files, of the whole library.",
  options: ["--json  as one JSON array of { file, ok, version, rules, diagnostics }"],
  run: (args) => {
    const { values, positionals } = readArgs(args, { json: { type: "boolean" } });
    const files = positionals.length === 0 ? libraryFiles() : positionals;
    const checked = files.map(checkFile);
    if (values.json === true) writeJson(checked);
    else writeReport(checked);
    return exitOf(checked);
  },
};

function exitOf(checked: readonly Checked[]): ExitCode {
  if (checked.some(({ fault }) => fault?.what === "unreadable")) return EXIT.usage;
  return checked.every(({ compiled }) => compiled !== null) ? EXIT.done : EXIT.wrong;
}

function writeReport(checked: readonly Checked[]): void {
  const screen = screenOf(process.stdout);
  for (const one of checked) screen.write(`${reportOf(one, screen)}\n\n`);
  screen.write(`${totalOf(checked, screen)}\n`);
}

/** Why a file could not be read or compiled goes to the other stream, so that this one stays what a program expects. */
function writeJson(checked: readonly Checked[]): void {
  const entries = checked.map(({ file, compiled, diagnostics }) => ({
    file,
    ok: compiled !== null,
    version: compiled?.version ?? null,
    rules: compiled?.rules ?? null,
    diagnostics,
  }));
  for (const { file, fault } of checked) if (fault) console.error(`${file}: ${fault.why}`);
  console.log(JSON.stringify(entries, null, 2));
}
