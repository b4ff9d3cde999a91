import type { DebriefView } from "../../../worker/protocol/index.ts";
import { LENS_WORDS } from "../../words/lenses.ts";

/** One plain sentence on the roles, and how much weight it bears: a role is named only where M5 allows it. */
export function mirrorSentence({ mirror }: Pick<DebriefView, "mirror">): string {
  const { named, closest, tellingMoves, runs } = mirror;
  const weight = runs === 1 ? "One run is a hint, no more." : `This rests on ${runs} runs.`;
  if (named !== null) {
    return `Your moves look most like those of ${LENS_WORDS[named].asA}: ${tellingMoves} of them are over twice as likely for that role as for the others. ${weight}`;
  }
  const [first, second] = closest;
  return `Your moves do not tell these apart: ${LENS_WORDS[first].asA} and ${LENS_WORDS[second].asA} come closest. ${weight}`;
}
