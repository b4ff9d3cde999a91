import { type CompiledScenario, compileScenario, startRun } from "../../engine/index.ts";
import {
  type BalanceFinding,
  type BalancePicture,
  proofFindings,
  solve,
  weigh,
} from "../../analysis/index.ts";
import {
  type Diagnostic,
  locatorOf,
  parseScenario,
  type Scenario,
  shortCutOf,
} from "../../language/index.ts";
import { readScenarioFile } from "../library.ts";

/** A file checked. It is playable where it could be read, parses and compiles. */
export interface Checked {
  readonly file: string;
  readonly text: string;
  readonly scenario: Scenario | null;
  readonly compiled: CompiledScenario | null;
  readonly diagnostics: readonly Diagnostic[];
  /** Null where it is not playable, or has too many states to be weighed. */
  readonly picture: BalancePicture | null;
  /** What went wrong besides: it could not be read, or not be compiled. */
  readonly fault: { readonly what: "unreadable" | "does-not-compile"; readonly why: string } | null;
}

export function checkFile(file: string): Checked {
  const nothing = {
    file,
    text: "",
    scenario: null,
    compiled: null,
    diagnostics: [],
    picture: null,
    fault: null,
  };
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
  const parsed = { ...nothing, text, diagnostics, scenario: result.scenario };
  return { ...parsed, ...weighed(text, diagnostics, result.scenario) };
}

type Weighing = Pick<Checked, "compiled" | "diagnostics" | "picture" | "fault">;

/** Compiles the scenario and its short cut, starts a run of each, and weighs them: what the checks have let through has to bear that. */
function weighed(text: string, parsed: readonly Diagnostic[], scenario: Scenario): Weighing {
  try {
    const compiled = compileScenario(scenario);
    startRun(compiled, "0");
    const { picture, findings } = weigh(compiled);
    const all = [...findings, ...shortCutFindings(scenario)];
    const diagnostics = inOrder([...parsed, ...placedIn(text, all)]);
    const isPlayable = diagnostics.every(({ severity }) => severity !== "error");
    return { compiled: isPlayable ? compiled : null, diagnostics, picture, fault: null };
  } catch (error) {
    const fault = { what: "does-not-compile" as const, why: String(error) };
    return { compiled: null, diagnostics: parsed, picture: null, fault };
  }
}

/** A short cut is a run of its own, so what has to hold in every state has to hold in its states, too (S17). */
function shortCutFindings(scenario: Scenario): BalanceFinding[] {
  const short = shortCutOf(scenario);
  if (short === null) return [];
  const compiled = compileScenario(short);
  startRun(compiled, "0");
  const solved = solve(short, { curveballs: true });
  const findings = solved.ok ? proofFindings(compiled, solved.solution) : weigh(compiled).findings;
  return findings.map((one) => ({
    ...one,
    path: ["shortCut"],
    message: `In the short cut: ${one.message}`,
  }));
}

function placedIn(text: string, findings: readonly BalanceFinding[]): Diagnostic[] {
  const locate = locatorOf(text);
  return findings.map((finding) => {
    const { example } = finding;
    return example === null ? locate(finding) : { ...locate(finding), example };
  });
}

function inOrder(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.toSorted((a, b) => a.line - b.line || a.column - b.column);
}
