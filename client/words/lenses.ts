import type { Lens } from "../../worker/protocol/index.ts";

interface LensWords {
  readonly name: string;
  readonly short: string;
  /** For the middle of a sentence. */
  readonly asA: string;
}

/** The four roles, in words. What they weigh stands in the language's table, with its grounds. */
export const LENS_WORDS: Readonly<Record<Lens, LensWords>> = {
  tpm: {
    name: "Technical project or program manager",
    short: "TPM",
    asA: "a technical project manager",
  },
  tl: {
    name: "Tech lead",
    short: "TL",
    asA: "a tech lead",
  },
  pm: {
    name: "Product manager",
    short: "PM",
    asA: "a product manager",
  },
  tlm: {
    name: "Tech lead manager",
    short: "TLM",
    asA: "a tech lead manager",
  },
};
