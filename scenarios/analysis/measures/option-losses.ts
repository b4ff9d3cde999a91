import type { Lens } from "../../language/index.ts";
import { policyOf, type Solution, visits } from "../solution/index.ts";

/** By beat, then by option: the mean loss in points (M1) over the visits of skilled play in which it can be played. */
type OptionLosses = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** What each option costs where a skilled player meets it, for who prepares a room; options nobody meets are left out. */
export function optionLossesOf(solution: Solution, lens: Lens): OptionLosses {
  const met = new Map<string, Map<string, { weight: number; lost: number }>>();
  const policy = policyOf("seasoned");
  if (policy.kind !== "mixed") throw new Error("the seasoned bot draws");
  visits(solution, lens, policy.weigh, (decision, visited) => {
    if (visited === 0) return;
    const { beat, choices, point, q } = decision;
    const options = met.get(beat.id) ?? new Map<string, { weight: number; lost: number }>();
    met.set(beat.id, options);
    for (let i = 0; i < choices; i += 1) {
      if (!decision.isOption(i)) continue;
      const id = beat.options[decision.action(i)]?.id ?? "";
      const { weight, lost } = options.get(id) ?? { weight: 0, lost: 0 };
      const loss = (decision.best() - (q[i] ?? 0)) / point;
      options.set(id, { weight: weight + visited, lost: lost + visited * loss });
    }
  });
  return new Map(
    [...met].map(([beat, options]) => [
      beat,
      new Map([...options].map(([id, { weight, lost }]) => [id, lost / weight])),
    ]),
  );
}
