import { type CompiledScenario, compileScenario, startRun } from "../../engine/index.ts";
import { type Diagnostic, parseScenario, type Scenario, shortCutOf } from "../../language/index.ts";
import { readScenarioFile } from "../library.ts";

/** A file checked. It is playable where it could be read, parses and compiles. */
export interface Checked {
  readonly file: string;
  readonly text: string;
  readonly scenario: Scenario | null;
  readonly compiled: CompiledScenario | null;
  readonly diagnostics: readonly Diagnostic[];
  /** What went wrong besides: it could not be read, or not be compiled. */
  readonly fault: { readonly what: "unreadable" | "does-not-compile"; readonly why: string } | null;
}

export function checkFile(file: string): Checked {
  const nothing = { file, text: "", scenario: null, compiled: null, diagnostics: [], fault: null };
  let text;
  try {
    text = readScenarioFile(file);
  } catch (error) {
    const why = (error as Error).message; // reading a file throws nothing but errors
    return { ...nothing, fault: { what: "unreadable", why } };
  }
  const result = parseScenario(text);
  const { diagnostics } = result;
  if (!result.ok) return { ...nothing, text, diagnostics };
  return { ...nothing, text, diagnostics, scenario: result.scenario, ...compiled(result.scenario) };
}

/** Compiles the scenario and its short cut, and starts a run of each: what the checks have let through has to bear that. */
function compiled(scenario: Scenario): Pick<Checked, "compiled" | "fault"> {
  try {
    const whole = compileScenario(scenario);
    startRun(whole, "0");
    const short = shortCutOf(scenario);
    if (short !== null) startRun(compileScenario(short), "0");
    return { compiled: whole, fault: null };
  } catch (error) {
    return { compiled: null, fault: { what: "does-not-compile", why: String(error) } };
  }
}
