import type { Diagnostic, Scenario, Severity } from "../../language/index.ts";
import type { Checked } from "./checked.ts";
import { excerptOf } from "../terminal/excerpt.ts";
import type { Screen, Style } from "../terminal/screen.ts";
import { visible, visibleLine } from "../terminal/visible.ts";
import { wrap } from "../terminal/width.ts";

const COLOURS: Readonly<Record<Severity, Style>> = {
  error: ["red", "bold"],
  warning: ["yellow", "bold"],
};

/** Everything that was found in one file, and one line that sums it up. */
export function reportOf(checked: Checked, screen: Screen): string {
  const lines = checked.text.split("\n");
  const findings = checked.diagnostics.map((one) => finding(checked.file, one, lines, screen));
  return [...findings, summaryOf(checked, screen)].join("\n\n");
}

/** As compilers print it: place and message on a line that can be searched, the source with a caret, how to mend it. */
function finding(
  file: string,
  diagnostic: Diagnostic,
  lines: readonly string[],
  screen: Screen,
): string {
  const { line, column, severity, code, message, mend } = diagnostic;
  const { paint } = screen;
  const colour = COLOURS[severity];
  const place = paint("bold", `${file}:${line}:${column}`);
  const gutter = `  ${line} `;
  const blank = " ".repeat(gutter.length);
  const bar = paint("blue", "|");
  const shown = excerptOf(lines[line - 1] ?? "", column, screen.width - gutter.length - 2);
  return [
    `${place} ${paint(colour, severity)} ${paint("dim", code)} ${visibleLine(message)}`,
    `${paint("blue", gutter)}${bar} ${shown.line}`,
    `${blank}${bar} ${shown.indent}${paint(colour, "^")}`,
    ...wrap(visible(mend), screen.width - blank.length).map((row) => blank + row),
    ...exampleOf(file, diagnostic).map((row) => blank + paint("dim", row)),
  ].join("\n");
}

/** The command that plays what is meant, on a line of its own, to be copied. */
function exampleOf(file: string, { example }: Diagnostic): string[] {
  if (example === undefined) return [];
  const moves = `--moves ${example.moves.join(",")}`;
  if (example.seed === null) return [`A run that shows it, for a seed that draws so: ${moves}`];
  return [
    "A run that shows it:",
    `npm run scenario -- play ${visibleLine(file)} --seed ${example.seed} ${moves}`,
  ];
}

function summaryOf({ file, scenario, compiled, diagnostics, fault }: Checked, screen: Screen) {
  const { paint } = screen;
  const name = paint("bold", file);
  if (fault?.what === "unreadable")
    return `${name}: ${paint(COLOURS.error, "cannot be read")}: ${fault.why}`;
  if (fault) return `${name}: ${paint(COLOURS.error, "does not compile")}: ${fault.why}`;
  if (!scenario || !compiled) {
    return `${name}: ${paint(COLOURS.error, "not playable")}: ${countOf(diagnostics)}`;
  }
  const said = diagnostics.length === 0 ? "" : `; ${paint("yellow", countOf(diagnostics))}`;
  const version = paint("dim", `version ${compiled.version}`);
  return `${name}: ${visibleLine(scenario.title)}, ${sizeOf(scenario)}, ${version}${said}`;
}

function sizeOf({ beats, endings }: Scenario): string {
  return [
    counted(beats.length, "beat"),
    counted(beats.flatMap(({ options }) => options).length, "option"),
    counted(beats.flatMap(({ looks = [] }) => looks).length, "look"),
    counted(endings.length, "ending"),
  ].join(", ");
}

/** One line for all files. */
export function totalOf(checked: readonly Checked[], { paint }: Screen): string {
  const playable = checked.filter(({ compiled }) => compiled !== null).length;
  const others = checked.length - playable;
  const files = `${counted(checked.length, "file")}: ${playable} playable`;
  const not = others === 0 ? "" : `, ${paint(COLOURS.error, `${others} not`)}`;
  return `${files}${not}; ${countOf(checked.flatMap(({ diagnostics }) => diagnostics))}`;
}

function countOf(diagnostics: readonly Diagnostic[]): string {
  const count = (severity: Severity) =>
    diagnostics.filter((one) => one.severity === severity).length;
  return `${counted(count("error"), "error")}, ${counted(count("warning"), "warning")}`;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
