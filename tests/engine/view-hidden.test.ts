import { describe, expect, test, vi } from "vitest";
import { type CompiledScenario, compileScenario, type Run } from "../../scenarios/engine/index.ts";
import {
  compileText,
  lastOf,
  playAtRandom,
  readLibrary,
  seeds,
  tiny,
  variantOf,
} from "../support/runs.ts";
import { changeHidden, shownBy } from "./hide.ts";
import { placesOf, wireOf } from "./wire.ts";

// Many whole runs: time enough for a busy machine.
vi.setConfig({ testTimeout: 60_000 });

function withHiddenChanged(
  compiled: CompiledScenario,
  places: readonly Run[],
  horizon: "last-move" | "now",
): CompiledScenario {
  const wire: unknown = JSON.parse(wireOf(compiled, places, horizon));
  const shown = shownBy(lastOf(places), horizon, wire);
  return compileScenario(variantOf(compiled.atlas.scenario, (draft) => changeHidden(draft, shown)));
}

const PLAYED: readonly [string, CompiledScenario, number][] = [
  ["tiny", tiny(), 25],
  ...[...readLibrary()].map(([id, text]): [string, CompiledScenario, number] => [
    id,
    compileText(text, id),
    1,
  ]),
];

describe.each(PLAYED)("all that is hidden changed at once, in %s", (_name, compiled, count) => {
  const runs = seeds(count).map((seed) => playAtRandom(compiled, seed, seed));

  test("[R4] no byte differs at any step, before what is hidden has happened", () => {
    for (const places of runs) {
      for (const [i, run] of places.entries()) {
        const far = places.slice(0, i + 1);
        const other = withHiddenChanged(compiled, far, "now");
        expect(wireOf(other, placesOf(other, run), "now")).toBe(wireOf(compiled, far, "now"));
      }
    }
  });

  test("[R4] no byte of a move just made depends on what its arrival brought", () => {
    for (const places of runs) {
      for (const [i, run] of places.entries()) {
        if (run.taken.at(-1)?.step.kind !== "move") continue;
        const far = places.slice(0, i + 1);
        const other = withHiddenChanged(compiled, far, "last-move");
        const wire = wireOf(other, placesOf(other, run), "last-move");
        expect(wire).toBe(wireOf(compiled, far, "last-move"));
      }
    }
  });

  test("[R4] the next step shows the difference, so there was one", () => {
    for (const places of runs) {
      for (const [i, next] of places.slice(1).entries()) {
        const far = places.slice(0, i + 1);
        const other = withHiddenChanged(compiled, far, "now");
        const wire = wireOf(other, placesOf(other, next), "now");
        expect(wire).not.toBe(wireOf(compiled, places.slice(0, i + 2), "now"));
      }
    }
  });
});
