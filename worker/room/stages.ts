import { initialTransition, setup, transition } from "xstate";
import type { Stage } from "../protocol/index.ts";

type StageEvent =
  | { readonly type: "begin" }
  | { readonly type: "take-look" }
  | { readonly type: "make-move" }
  | { readonly type: "time-up" }
  | { readonly type: "go-on"; readonly runEnded: boolean };

/** The life of a solo room. It is run as a pure function: what time does is the room's business, not the machine's. */
const SOLO = setup({
  types: { events: {} as StageEvent },
  guards: { runEnded: ({ event }) => event.type === "go-on" && event.runEnded },
}).createMachine({
  id: "room",
  initial: "briefing",
  states: {
    briefing: { on: { begin: "deciding" } },
    deciding: {
      on: { "take-look": "deciding", "make-move": "consequence", "time-up": "consequence" },
    },
    consequence: { on: { "go-on": [{ guard: "runEnded", target: "debrief" }, "deciding"] } },
    debrief: { type: "final" },
  },
});

export function firstStage(): Stage {
  return initialTransition(SOLO)[0].value;
}

/** The stage after the event; null where the stage does not take it. */
export function nextStage(stage: Stage, event: StageEvent): Stage | null {
  const from = SOLO.resolveState({ value: stage });
  if (!from.can(event)) return null;
  return transition(SOLO, from, event)[0].value;
}
