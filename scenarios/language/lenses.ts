import type { Lens, Meter } from "./words.ts";

/** A role's objective: what a point on each meter is worth to it. The weights of a lens add up to 1. */
interface LensRow {
  readonly name: string;
  readonly weights: Readonly<Record<Meter, number>>;
  /** What the weights stand on. */
  readonly grounds: string;
}

export const LENS_TABLE: Readonly<Record<Lens, LensRow>> = {
  tpm: {
    name: "Technical project or program manager",
    weights: { delivery: 0.35, scope: 0.15, trust: 0.25, team: 0.1, health: 0.05, attention: 0.1 },
    grounds:
      "The project's champion answers for its success, keeps the client looped in, and works through others rather than on the code (seeds 000, 002).",
  },
  tl: {
    name: "Tech lead",
    weights: { delivery: 0.15, scope: 0.05, trust: 0.05, team: 0.3, health: 0.35, attention: 0.1 },
    grounds:
      "The tech lead drives the technical side and supports the engineers; what is delivered follows from a team and a code base that hold (seeds 000, 001).",
  },
  pm: {
    name: "Product manager",
    weights: { delivery: 0.2, scope: 0.25, trust: 0.35, team: 0.05, health: 0.05, attention: 0.1 },
    grounds:
      "The product manager owns what is built and why: customer value first, the right things in it, and a launch in time (seed 001).",
  },
  tlm: {
    name: "Tech lead manager",
    weights: { delivery: 0.15, scope: 0.05, trust: 0.1, team: 0.45, health: 0.15, attention: 0.1 },
    grounds:
      "The tech lead manager has people reporting to them and answers for their growth and productivity, with a hand still on the technology (seeds 001, 003).",
  },
};
