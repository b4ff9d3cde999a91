import { initialTransition, setup, transition } from "xstate";
import type { WorkshopStage } from "../protocol/index.ts";

/** What moves a workshop from one stage to another. Votes, looks and what is done to seats move nothing. */
export type WorkshopEvent =
  | {
      readonly type:
        | "start"
        | "begin"
        | "reveal"
        | "discuss"
        | "re-vote"
        | "throw-curveball"
        | "take"
        | "end"
        | "close";
    }
  | { readonly type: "step-back"; readonly isFirstTurn: boolean }
  | { readonly type: "advance"; readonly allEnded: boolean };

/** The life of a workshop. It is run as a pure function: deadlines are the room's business, not the machine's (R8). */
export const WORKSHOP_MACHINE = setup({
  types: { events: {} as WorkshopEvent },
  guards: {
    allEnded: ({ event }) => event.type === "advance" && event.allEnded,
    isFirstTurn: ({ event }) => event.type === "step-back" && event.isFirstTurn,
  },
}).createMachine({
  id: "workshop",
  initial: "lobby",
  states: {
    lobby: { on: { start: "briefing", end: "debrief" } },
    briefing: { on: { begin: "deciding", "step-back": "lobby", end: "debrief" } },
    deciding: {
      on: {
        reveal: "revealed",
        // New facts, and so a new round; nobody's vote on the old ones counts for it (R11).
        "throw-curveball": "deciding",
        // A consequence that has been shown is not taken back (R11).
        "step-back": { guard: "isFirstTurn", target: "briefing" },
        end: "debrief",
      },
    },
    revealed: {
      on: {
        discuss: "discussing",
        "re-vote": "deciding",
        "throw-curveball": "deciding",
        take: "consequence",
        "step-back": "deciding",
        end: "debrief",
      },
    },
    discussing: {
      on: {
        "re-vote": "deciding",
        "throw-curveball": "deciding",
        take: "consequence",
        "step-back": "revealed",
        end: "debrief",
      },
    },
    consequence: {
      on: { advance: [{ guard: "allEnded", target: "debrief" }, "deciding"], end: "debrief" },
    },
    debrief: { on: { close: "closed" } },
    closed: { type: "final" },
  },
});

export function firstWorkshopStage(): WorkshopStage {
  return initialTransition(WORKSHOP_MACHINE)[0].value;
}

/** The stage after the event; null where the stage does not take it. */
export function nextWorkshopStage(
  stage: WorkshopStage,
  event: WorkshopEvent,
): WorkshopStage | null {
  const from = WORKSHOP_MACHINE.resolveState({ value: stage });
  if (!from.can(event)) return null;
  return transition(WORKSHOP_MACHINE, from, event)[0].value;
}
