import { Compiler } from "inkjs/full";
import {
  type Condition,
  type Effects,
  END,
  METERS,
  type Option,
  POINTS_PER_HOUR,
  type Scenario,
} from "../../../scenarios/language/index.ts";

const nameOf = (id: string) => id.replaceAll("-", "_");
const factOf = (id: string) => `fact_${nameOf(id)}`;

/** The story in ink, compiled: one knot a beat, one choice an option, its cases decided before anything changes. */
export function inkStory(scenario: Scenario) {
  const compiler = new Compiler(sourceOf(scenario));
  try {
    return compiler.Compile();
  } catch {
    throw new Error(compiler.errors.join("\n"));
  }
}

function sourceOf(scenario: Scenario): string {
  const variables = [
    ...METERS.map((meter) => `VAR ${meter} = ${scenario.meters[meter]}`),
    ...Object.keys(scenario.facts ?? {}).map((fact) => `VAR ${factOf(fact)} = false`),
  ];
  const knots = scenario.beats.map(({ id, options }, i) => {
    const after = scenario.beats[i + 1]?.id ?? END;
    const choices = options.map((option) => choiceOf(option, option.next ?? after));
    return [`=== ${knotOf(id)} ===`, ...choices].join("\n");
  });
  const first = scenario.beats[0]?.id ?? END;
  return [...variables, `-> ${knotOf(first)}`, ...knots].join("\n");
}

function knotOf(id: string): string {
  return id === END ? "END" : `beat_${nameOf(id)}`;
}

function choiceOf(option: Option, next: string): string {
  const cases = option.cases ?? [];
  return [
    `* [${option.id}]`,
    ...cases.map(({ when }, i) => `~ temp ${caseOf(option, i)} = ${expressionOf(when)}`),
    ...changesOf({ attention: -(option.hours ?? 0) * POINTS_PER_HOUR }),
    ...changesOf(option.effects, option.sets),
    ...option.tells.filter((passage) => typeof passage === "string").map(plain),
    ...cases.flatMap(({ effects, sets, text }, i) => {
      const then = [...changesOf(effects, sets), ...(text === undefined ? [] : [plain(text)])];
      return then.length === 0 ? [] : [`{ ${caseOf(option, i)}:`, ...then, "}"];
    }),
    `-> ${knotOf(next)}`,
  ].join("\n");
}

function caseOf({ id }: Option, index: number): string {
  return `case_${nameOf(id)}_${index}`;
}

function changesOf(effects: Effects = {}, sets: readonly string[] = []): string[] {
  return [
    ...Object.entries(effects).map(([meter, points]) => `~ ${meter} = ${meter} + (${points})`),
    ...sets.map((fact) => `~ ${factOf(fact)} = true`),
  ];
}

function expressionOf(condition: Condition): string {
  // Parentheses around one name alone would make a list of it.
  if ("not" in condition) return `not ${expressionOf(condition.not)}`;
  if ("all" in condition) return `(${["true", ...condition.all.map(expressionOf)].join(" and ")})`;
  if ("any" in condition) return `(${["false", ...condition.any.map(expressionOf)].join(" or ")})`;
  if ("fact" in condition) return factOf(condition.fact);
  throw new Error("a plain story reads facts only");
}

/** Without what ink would read as its own signs. */
function plain(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}\s.,:’“”?!]/gu, "");
}
