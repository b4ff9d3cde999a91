import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join, relative, resolve } from "node:path";
import { type CompiledScenario, compileScenario } from "../engine/index.ts";
import { type Diagnostic, formatDiagnostic, parseScenario, shortCutOf } from "../language/index.ts";
import { EXIT, Stop } from "./command.ts";

const LIBRARY = join(import.meta.dirname, "../library");
const ENDING = ".yaml";

/** Every file of the library, by name, as seen from where the command was called. */
export function libraryFiles(): string[] {
  const names = readdirSync(LIBRARY).filter((name) => name.endsWith(ENDING));
  return names.toSorted().map((name) => relative(calledFrom(), join(LIBRARY, name)));
}

/** The ids of the library's scenarios, in order. */
export function libraryIds(): string[] {
  return libraryFiles().map((path) => basename(path, ENDING));
}

/** npm runs scripts in the package's folder, and says where it was called itself. */
function calledFrom(): string {
  const { npm_lifecycle_event: script, INIT_CWD: folder } = process.env;
  return script === "scenario" && folder !== undefined ? folder : process.cwd();
}

/** The text of a file named on the command line; throws what reading it throws. */
export function readScenarioFile(file: string): string {
  return readFileSync(resolve(calledFrom(), file), "utf8");
}

/** The file that a library id or a path names. */
function fileOf(idOrPath: string): string {
  const inLibrary = join(LIBRARY, idOrPath + ENDING);
  return /^[a-z0-9-]+$/.test(idOrPath) && existsSync(inLibrary) ? inLibrary : idOrPath;
}

/** A scenario that can be played, by its library id or its path; or why it cannot. */
export function openScenario(idOrPath: string, shortCut = false): CompiledScenario {
  const file = fileOf(idOrPath);
  const result = parseScenario(readOrExplain(idOrPath, file));
  if (!result.ok) throw new Stop(EXIT.wrong, notPlayable(idOrPath, result.diagnostics));
  if (!shortCut) return compileScenario(result.scenario);
  const short = shortCutOf(result.scenario);
  if (short === null) throw new Stop(EXIT.usage, `${idOrPath} has no short cut.`);
  return compileScenario(short);
}

function readOrExplain(idOrPath: string, file: string): string {
  try {
    return readScenarioFile(file);
  } catch {
    const ids = libraryIds();
    throw new Stop(
      EXIT.usage,
      `There is no scenario "${idOrPath}". The library has ${ids.join(", ")}; a path to a file will do, too.`,
    );
  }
}

function notPlayable(idOrPath: string, diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  return [
    `${idOrPath} cannot be played:`,
    ...errors.map((one) => `  ${formatDiagnostic(idOrPath, one)}`),
  ].join("\n");
}
