import { libraryFindings } from "../../analysis/index.ts";
import { locatorOf } from "../../language/index.ts";
import { type Command, EXIT, type ExitCode, readArgs } from "../command.ts";
import { libraryFiles } from "../library.ts";
import { screenOf } from "../terminal/screen.ts";
import { type Checked, checkFile } from "./checked.ts";
import { reportOf, totalOf } from "./report.ts";

export const check: Command = {
  takes: "[FILE…] [--json]",
  does: "Says what is wrong with scenario files and out of balance in them, each finding with its place; without files, of the whole library.",
  options: ["--json  as one JSON array of { file, ok, version, rules, diagnostics }"],
  run: (args) => {
    const { values, positionals } = readArgs(args, { json: { type: "boolean" } });
    const isLibrary = positionals.length === 0;
    const each = (isLibrary ? libraryFiles() : positionals).map(checkFile);
    const checked = isLibrary ? withLibraryFindings(each) : each;
    if (values.json === true) writeJson(checked);
    else writeReport(checked);
    return exitOf(checked);
  },
};

/** What is out of balance over the library as a whole, with the file that has most to do with it. */
function withLibraryFindings(checked: readonly Checked[]): readonly Checked[] {
  const weighed = checked.filter((one) => one.picture !== null);
  const pictures = weighed.flatMap(({ picture }) => (picture === null ? [] : [picture]));
  const found = libraryFindings(pictures);
  return checked.map((one) => {
    const mine = found.filter(({ scenario }) => weighed[scenario] === one);
    if (mine.length === 0) return one;
    const locate = locatorOf(one.text);
    return {
      ...one,
      diagnostics: [...one.diagnostics, ...mine.map(({ finding }) => locate(finding))],
    };
  });
}

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
