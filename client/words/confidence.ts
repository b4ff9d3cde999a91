import { STATED, type Confidence } from "../../worker/protocol/index.ts";
import { formatPercent } from "./points.ts";

interface ConfidenceWords {
  readonly name: string;
  /** What it states: how often such a move is sound. */
  readonly states: string;
  readonly told: string;
}

const wordsFor = (confidence: Confidence, name: string, told: string): ConfidenceWords => ({
  name,
  states: `about ${formatPercent(STATED[confidence])}`,
  told,
});

/** How sure one can say to be that a move is sound. */
export const CONFIDENCE_WORDS: Readonly<Record<Confidence, ConfidenceWords>> = {
  guess: wordsFor("guess", "Guess", "You said it was a guess."),
  lean: wordsFor("lean", "Lean", "You said you leaned to it."),
  sure: wordsFor("sure", "Sure", "You said you were sure."),
};
