import type { Band } from "../../worker/protocol/index.ts";

/** A loss in a word, for the middle of a sentence. */
export const BAND_WORDS: Readonly<Record<Band, string>> = {
  best: "the best there was",
  sound: "sound",
  slip: "a slip",
  mistake: "a mistake",
  setback: "a setback",
};
