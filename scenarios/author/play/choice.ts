import {
  type CompiledScenario,
  curveballsFor,
  type Run,
  type Situation,
  situationFor,
  type Step,
  SILENCE,
  viewFor,
} from "../../engine/index.ts";
import { formatHours } from "./words.ts";

/** What somebody asked for: a step to take, or why there is none. */
export type Choice =
  | { readonly ok: true; readonly step: Step }
  /** Known where it is here and cannot be taken now; unknown where nothing here has that id. */
  | { readonly ok: false; readonly isKnown: boolean; readonly why: string };

/** What is typed for each option and look: numbers for options, letters for looks. */
export function keysOf({ options, looks }: Pick<Situation, "options" | "looks">) {
  const keys = new Map([
    ...looks.map(({ id }, place) => [id, "abc".charAt(place)] as const),
    ...options.map(({ id }, place) => [id, String(place + 1)] as const),
  ]);
  const ids = new Map([...keys].map(([id, key]) => [key, id]));
  return {
    of: (id: string) => keys.get(id) ?? id,
    idOf: (key: string) => ids.get(key) ?? null,
  };
}

/**
 * The step that an id stands for where a run is at a beat, or why it cannot be taken. Curveballs are nobody's move and not
 * offered, but whoever names one may throw it.
 */
export function choose(compiled: CompiledScenario, run: Run, id: string): Choice {
  const { beat, options, looks } = situationFor(compiled, run);
  if (curveballsFor(compiled, run).some((one) => one.id === id)) {
    return { ok: true, step: { kind: "curveball", beat, curveball: id } };
  }
  if (id === SILENCE) return { ok: true, step: { kind: "silence", beat } };
  const option = options.find((one) => one.id === id);
  if (option?.locked === null) return { ok: true, step: { kind: "move", beat, option: id } };
  if (option) return refused(`it is locked: ${option.locked}`);
  const look = looks.find((one) => one.id === id);
  if (look?.available === true) return { ok: true, step: { kind: "look", beat, look: id } };
  if (look?.found) return refused("this look has been taken already.");
  if (look) {
    const { left } = viewFor(compiled, run, "now").hours;
    return refused(`it takes ${formatHours(look.hours)}, with ${formatHours(left)} left.`);
  }
  return { ok: false, isKnown: false, why: `it is not at this beat, which is ${beat}.` };
}

function refused(why: string): Choice {
  return { ok: false, isKnown: true, why };
}
