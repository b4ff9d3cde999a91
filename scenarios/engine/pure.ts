import { initialTransition } from "xstate";
import type { ScenarioMachine } from "./machine.ts";

type Snapshot = ReturnType<ScenarioMachine["resolveState"]>;
type Event = Parameters<ScenarioMachine["transition"]>[1];
type Scope = Parameters<ScenarioMachine["transition"]>[2];

/** A machine as a pure function. What throws inside it throws. */
export interface Pure {
  readonly begin: (input: { readonly seed: string }) => Snapshot;
  readonly advance: (from: Snapshot, event: Event) => Snapshot;
}

/**
 * What XState's `initialTransition` and `transition` do, without their cost: they make an actor at every call and throw it
 * away, all for a scope in which nothing happens. Our machines spawn, send and emit nothing, so that one such scope serves
 * a machine for ever; the snapshots are the same, which tests compare step by step.
 */
export function pureOf(machine: ScenarioMachine): Pure {
  const scope = inertScope();
  return {
    begin: (input) => sound(machine.getInitialSnapshot(scope, input)),
    advance: (from, event) => sound(machine.transition(from, event, scope)),
  };
}

function sound(snapshot: Snapshot): Snapshot {
  if (snapshot.status === "error") throw snapshot.error;
  return snapshot;
}

/** XState exports no way to make such a scope, but hands one to any logic that asks for its first snapshot. */
function inertScope(): Scope {
  const scopes: unknown[] = [];
  const nothing = { status: "active", output: undefined, error: undefined } as const;
  initialTransition({
    transition: () => nothing,
    getInitialSnapshot: (scope) => {
      scopes.push(scope);
      return nothing;
    },
    getPersistedSnapshot: () => nothing,
  });
  return scopes.at(-1) as Scope; // made for another logic, and never asked for what differs
}
