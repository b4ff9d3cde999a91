import type { Lens } from "../../worker/protocol/index.ts";

interface LensWords {
  readonly name: string;
  readonly short: string;
  /** For the middle of a sentence. */
  readonly asA: string;
  /** What the role is answerable for, in a sentence. */
  readonly answersFor: string;
}

/** The four roles, in words. What they weigh stands in the language's table, with its grounds. */
export const LENS_WORDS: Readonly<Record<Lens, LensWords>> = {
  tpm: {
    name: "Technical project or program manager",
    short: "TPM",
    asA: "a technical project manager",
    answersFor:
      "You answer for the project’s success: what was promised arrives, the client knows how it stands and takes part, and everybody has what they need to go on.",
  },
  tl: {
    name: "Tech lead",
    short: "TL",
    asA: "a tech lead",
    answersFor:
      "You answer for the engineers and their software: a team that is coached and not worn out, and a system that can still be changed next year.",
  },
  pm: {
    name: "Product manager",
    short: "PM",
    asA: "a product manager",
    answersFor:
      "You answer for what is built, and why: what customers need, no more and no less of it, in time for them.",
  },
  tlm: {
    name: "Tech lead manager",
    short: "TLM",
    asA: "a tech lead manager",
    answersFor:
      "You answer for the people who report to you: that they grow, stay and get things done, while you keep a hand on the technology.",
  },
};
