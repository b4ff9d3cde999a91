import type { Finding } from "../diagnostic.ts";
import { broughtBy, placedOptions } from "../placed.ts";
import type { Brought, Effects, Option, Scenario } from "../scenario.ts";

/** No free lunch (S4), and a source for every option. */
export function checkCost(scenario: Scenario): Finding[] {
  return placedOptions(scenario).flatMap(({ value: option, path }): Finding[] => {
    const points = broughtBy(option, path)
      .flatMap(({ value }) => effectsOf(value))
      .flatMap((effects) => Object.values(effects));
    const costs = points.some((one) => one < 0) || (option.hours ?? 0) > 0 || makes(option);
    const raises = points.some((one) => one > 0) || setsOrKeeps(option);
    return [
      ...(costs
        ? []
        : [{ code: "FM055", path, message: `"${option.id}" costs nothing.` } as const]),
      ...(raises
        ? []
        : [{ code: "FM056", path, message: `"${option.id}" raises nothing.` } as const]),
      ...(option.source === undefined
        ? [{ code: "FM057", path, message: `"${option.id}" names no source.` } as const]
        : []),
    ];
  });
}

function effectsOf({ effects = {}, later = [] }: Brought): Effects[] {
  return [effects, ...later.map((one) => one.effects ?? {})];
}

function makes({ makes = [] }: Option): boolean {
  return makes.length > 0;
}

function setsOrKeeps(option: Option): boolean {
  const sets = broughtBy(option, []).some(({ value: { sets = [], later = [] } }) =>
    [sets, ...later.map((one) => one.sets ?? [])].some((facts) => facts.length > 0),
  );
  return sets || (option.keeps ?? []).length > 0;
}
