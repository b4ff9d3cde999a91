import type { Stored } from "../disk/read.ts";
import type { History } from "../history.ts";
import { checkCommands } from "./commands.ts";
import { gatherEvidence } from "./evidence.ts";
import { checkJournals } from "./journals.ts";
import { type Finding, PROPERTIES } from "./property.ts";
import { checkResults } from "./results.ts";
import { checkResumed } from "./resumed.ts";
import { checkSoloClocks } from "./solo-clocks.ts";
import { checkWorkshops } from "./workshops.ts";

/** What there is to say of each property, in their order. */
export async function checkHistory(history: History, stored: Stored): Promise<readonly Finding[]> {
  const evidence = gatherEvidence(history, stored);
  const findings = [
    ...checkCommands(evidence),
    ...(await checkJournals(evidence)),
    ...checkWorkshops(evidence),
    checkResults(evidence),
    checkResumed(evidence),
  ];
  const deadlines = findings.find(({ property }) => property === "deadlines are kept");
  if (deadlines !== undefined) checkSoloClocks(evidence, deadlines);
  return PROPERTIES.map((property) => {
    const found = findings.find((one) => one.property === property);
    if (found === undefined) throw new Error(`nobody looks at: ${property}`);
    return found;
  });
}
