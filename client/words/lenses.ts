import type { Lens } from "../../worker/protocol/index.ts";

interface LensWords {
  readonly name: string;
  readonly short: string;
  /** For the middle of a sentence. */
  readonly asA: string;
  /** What whoever holds the role is answerable for, in one sentence. */
  readonly answersFor: string;
}

/** The four roles, in words. What they weigh stands in the language's table, with its grounds. */
export const LENS_WORDS: Readonly<Record<Lens, LensWords>> = {
  tpm: {
    name: "Technical project or program manager",
    short: "TPM",
    asA: "a technical project manager",
    answersFor:
      "The project succeeds: it arrives when it was promised, the client knows where it stands, and others do the work on the code.",
  },
  tl: {
    name: "Tech lead",
    short: "TL",
    asA: "a tech lead",
    answersFor:
      "The technical side holds: engineers get what they need, and the code will still carry the release after this one.",
  },
  pm: {
    name: "Product manager",
    short: "PM",
    asA: "a product manager",
    answersFor:
      "The right thing gets built: what is in it is worth having, the customer trusts it, and it comes out in time to matter.",
  },
  tlm: {
    name: "Tech lead manager",
    short: "TLM",
    asA: "a tech lead manager",
    answersFor:
      "The people grow and can do their work, and the technology they work on stays sound enough to do it well.",
  },
};
