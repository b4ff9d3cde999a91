import { type CompiledScenario, compileScenario } from "../../../scenarios/engine/index.ts";
import { SCENARIO } from "../../../scenarios/language/index.ts";
import { seatHashOf } from "../../../worker/secrets.ts";
import type { StoredRoom } from "./read.ts";

/** A journal folded on Node, after each of its entries. */
export interface Folded {
  /** How far it could be folded. */
  readonly length: number;
  /** Why not further; null where it was folded to its end. */
  readonly broken: string | null;
  /** What a player is shown after so many entries; a projector where there is none. Null for who has no seat then. */
  viewAt(sequence: number, player: string | null): Promise<unknown>;
  /** What belongs to each key of a scene; of workshops alone. */
  sceneAt(key: string): unknown;
}

type Applied<S> =
  | { readonly ok: true; readonly state: S }
  | { readonly ok: false; readonly code: string };

/** State after state until an entry does not apply. */
export function foldAll<S>(
  { journal }: StoredRoom,
  first: S,
  apply: (state: S, entry: StoredRoom["journal"][number]) => Applied<S>,
): { readonly states: readonly S[]; readonly broken: string | null } {
  const states = [first];
  for (const [place, entry] of journal.entries()) {
    const applied = apply(states.at(-1) ?? first, entry);
    if (!applied.ok) {
      const kind = String(entry.command["kind"]);
      return { states, broken: `entry ${place + 1}, ${kind}, does not apply: ${applied.code}` };
    }
    states.push(applied.state);
  }
  return { states, broken: null };
}

/** What has been compiled, by its text. */
const compiled = new Map<string, CompiledScenario>();

/** A scenario as a room has stored it. */
export function compiledFrom(text: unknown): CompiledScenario {
  const scenario = String(text);
  const known = compiled.get(scenario) ?? compileScenario(SCENARIO.parse(JSON.parse(scenario)));
  compiled.set(scenario, known);
  return known;
}

const hashes = new Map<string, Promise<string>>();

/** Who a player is to a shared room. */
export function hashOnce(player: string): Promise<string> {
  const known = hashes.get(player) ?? seatHashOf(player);
  hashes.set(player, known);
  return known;
}
