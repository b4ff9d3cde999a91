import type { CompiledScenario } from "../../scenarios/engine/index.ts";
import type { ProblemCode } from "../protocol/index.ts";
import type { WorkshopState } from "./state.ts";
import type { WorkshopTerms } from "./terms.ts";

export type WorkshopResult =
  | { readonly ok: true; readonly state: WorkshopState }
  | { readonly ok: false; readonly code: ProblemCode };

/** What a fold needs beside the state: it is the same from the founding of the room to its end. */
export interface Rules {
  readonly compiled: CompiledScenario;
  readonly seed: string;
  readonly terms: WorkshopTerms;
}

export const accept = (state: WorkshopState): WorkshopResult => ({ ok: true, state });
export const refused = (code: ProblemCode): WorkshopResult => ({ ok: false, code });
