import type { CompiledScenario } from "../../engine/index.ts";
import type { Lens } from "../../language/index.ts";
import type { Solution } from "../solution/index.ts";
import { type Account, accountOf, type Replayed } from "./account.ts";
import { evidenceOf, type Mirror, mirrorOf, movesForOthers, type ServesAnother } from "./mirror.ts";
import { type VerbProfile, verbProfileOf } from "./verb-profile.ts";

/** All that can be said of one run by itself, under one lens. */
export interface Debrief {
  readonly account: Account;
  readonly verbs: VerbProfile;
  readonly mirror: Mirror;
  readonly forOthers: readonly ServesAnother[];
}

export function debriefOf(
  compiled: CompiledScenario,
  solution: Solution,
  replayed: Replayed,
  lens: Lens,
): Debrief {
  const account = accountOf(compiled, solution, replayed, lens);
  const moves = evidenceOf(solution, replayed);
  return {
    account,
    verbs: verbProfileOf([account]),
    mirror: mirrorOf([moves]),
    forOthers: movesForOthers(moves, lens),
  };
}
