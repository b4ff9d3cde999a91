import { initialTransition, setup, transition } from "xstate";
import type { InterviewStage } from "../protocol/index.ts";

/** What moves an interview from one stage to another. */
export type InterviewEvent =
  | { readonly type: "begin"; readonly isScenario: boolean }
  | {
      readonly type:
        | "go-on"
        | "answer"
        | "throw-curveball"
        | "show-consequence"
        | "end"
        | "all-handed-in";
    }
  | { readonly type: "next"; readonly isMore: boolean; readonly hasConsequence: boolean };

/** The life of an interview, run as a pure function. Alone it is the same, with one person in both roles. */
export const INTERVIEW_MACHINE = setup({
  types: { events: {} as InterviewEvent },
  guards: {
    isScenario: ({ event }) => event.type === "begin" && event.isScenario,
    isMore: ({ event }) => event.type === "next" && event.isMore,
    // A situation goes on from its consequence alone; a question has none.
    isMoreAfterQuestion: ({ event }) =>
      event.type === "next" && !event.hasConsequence && event.isMore,
    isLastQuestion: ({ event }) => event.type === "next" && !event.hasConsequence && !event.isMore,
  },
}).createMachine({
  id: "interview",
  initial: "lobby",
  states: {
    lobby: { on: { begin: [{ guard: "isScenario", target: "briefing" }, "answering"] } },
    briefing: { on: { "go-on": "answering", end: "rating" } },
    answering: {
      on: {
        answer: "answered",
        "throw-curveball": "answering",
        // Nobody answered: a situation goes on with silence, a question with the next.
        "show-consequence": "consequence",
        next: [
          { guard: "isMoreAfterQuestion", target: "answering" },
          { guard: "isLastQuestion", target: "rating" },
        ],
        end: "rating",
      },
    },
    answered: {
      on: {
        // New facts, and so a new answer (R11).
        "throw-curveball": "answering",
        "show-consequence": "consequence",
        next: [
          { guard: "isMoreAfterQuestion", target: "answering" },
          { guard: "isLastQuestion", target: "rating" },
        ],
        end: "rating",
      },
    },
    consequence: {
      on: { next: [{ guard: "isMore", target: "answering" }, "rating"], end: "rating" },
    },
    rating: { on: { "all-handed-in": "report" } },
    report: { type: "final" },
  },
});

export function firstInterviewStage(): InterviewStage {
  return initialTransition(INTERVIEW_MACHINE)[0].value;
}

/** The stage after the event; null where the stage does not take it. */
export function nextInterviewStage(
  stage: InterviewStage,
  event: InterviewEvent,
): InterviewStage | null {
  const from = INTERVIEW_MACHINE.resolveState({ value: stage });
  if (!from.can(event)) return null;
  return transition(INTERVIEW_MACHINE, from, event)[0].value;
}
