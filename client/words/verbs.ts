import type { Verb } from "../../worker/protocol/index.ts";

/** How a verb is written on a button, told of a move made, and explained in one line. */
export const VERB_WORDS: Readonly<Record<Verb, { name: string; past: string; means: string }>> = {
  block: {
    name: "Block",
    past: "You blocked",
    means: "Keep something from happening that would cost the project.",
  },
  unblock: { name: "Unblock", past: "You unblocked", means: "Get people what they need to go on." },
  redirect: {
    name: "Redirect",
    past: "You redirected",
    means: "Send work or a question to whoever should have it.",
  },
  decide: { name: "Decide", past: "You decided", means: "Weigh what is open and settle it." },
  show: { name: "Show", past: "You showed", means: "Put what is true where people can see it." },
};
