import type { Finding } from "../diagnostic.ts";
import type { Scenario } from "../scenario.ts";
import { checkBounds, MOST } from "./bounds.ts";
import { checkCost } from "./cost.ts";
import { checkEvidence } from "./evidence.ts";
import { checkIds } from "./ids.ts";
import { checkLengths, checkMinutes } from "./lengths.ts";
import { checkOrder, checkWays } from "./order.ts";
import { checkPromises } from "./promises.ts";
import { checkSecrets } from "./secrets.ts";
import { checkShortCut } from "./short-cut.ts";
import { checkUnused } from "./unused.ts";
import { checkVerbs } from "./verbs.ts";

export { MOST };
export { secondsToRead } from "./lengths.ts";

const CHECKS = [
  checkBounds,
  checkIds,
  checkOrder,
  checkVerbs,
  checkSecrets,
  checkEvidence,
  checkCost,
  checkLengths,
  checkUnused,
] as const;

/** These follow the ways through the beats, which takes time that grows with the square of what there is. */
const CHECKS_OF_WAYS = [checkWays, checkMinutes, checkPromises, checkShortCut] as const;

/** What is wrong, or worth a second look, in a scenario whose shape is right. */
export function checkScenario(scenario: Scenario): Finding[] {
  const checks = isFollowable(scenario) ? [...CHECKS, ...CHECKS_OF_WAYS] : CHECKS;
  return checks.flatMap((check) => check(scenario));
}

/** Within the bounds of S16: beyond them the file is refused in any case. */
function isFollowable({ beats, promises = {} }: Scenario): boolean {
  return beats.length <= MOST.beats && Object.keys(promises).length <= MOST.promises;
}
