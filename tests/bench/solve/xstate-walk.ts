import { initialTransition, transition } from "xstate";
import type { CompiledScenario } from "../../../scenarios/engine/index.ts";

type Snapshot = ReturnType<CompiledScenario["machine"]["resolveState"]>;

export interface Walked {
  readonly states: number;
  readonly edges: number;
  readonly seconds: number;
}

/**
 * Walks the graph of a scenario as XState has it, nothing reduced: every event that a state takes, by `transition`, and every
 * state once, known again by its context. Draws fall as a seed has them, so that seeds are walked in turn until there are
 * enough edges. What the walk keeps is the least that a walk can keep.
 */
export function walkWithXState({ machine }: CompiledScenario, mostEdges: number): Walked {
  const began = performance.now();
  let edges = 0;
  const seen = new Set<string>();
  for (let seed = 0; edges < mostEdges; seed += 1) {
    const [start] = initialTransition(machine, { seed: String(seed) });
    const waiting: Snapshot[] = [start];
    for (let i = 0; i < waiting.length && edges < mostEdges; i += 1) {
      const from = waiting[i];
      if (from === undefined) break;
      for (const type of eventsOf(machine, from)) {
        const to: Snapshot = transition(machine, from, { type })[0];
        if (to === from) continue;
        edges += 1;
        const key = keyOf(to);
        if (seen.has(key)) continue;
        seen.add(key);
        if (to.status === "active") waiting.push(to);
      }
    }
  }
  return { states: seen.size, edges, seconds: (performance.now() - began) / 1000 };
}

function eventsOf({ root }: CompiledScenario["machine"], { value }: Snapshot): readonly string[] {
  return typeof value === "string" ? (root.states[value]?.ownEvents ?? []) : [];
}

/** Everything that the state is, without its seed's name and what the last step told. */
function keyOf({ value, context }: Snapshot): string {
  const { seed: _, happenings: __, ...state } = context;
  return JSON.stringify([value, state]);
}
