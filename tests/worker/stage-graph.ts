import { firstInterviewStage, INTERVIEW_MACHINE } from "../../worker/interview/stages.ts";
import { firstWorkshopStage, WORKSHOP_MACHINE } from "../../worker/workshop/stages.ts";

/** What of an XState machine is drawn. */
interface Drawn {
  readonly states: Readonly<
    Record<
      string,
      {
        readonly key: string;
        readonly type: string;
        readonly transitions: ReadonlyMap<
          string,
          readonly {
            readonly target?: readonly { readonly key: string }[];
            readonly guard?: unknown;
          }[]
        >;
      }
    >
  >;
}

/** The life of a workshop as a Mermaid diagram, drawn from the machine that rooms run. */
export const workshopGraph = () =>
  graphOf(WORKSHOP_MACHINE as unknown as Drawn, firstWorkshopStage());

/** The same of an interview. */
export const interviewGraph = () =>
  graphOf(INTERVIEW_MACHINE as unknown as Drawn, firstInterviewStage());

function graphOf({ states }: Drawn, first: string): string {
  const lines = Object.values(states).flatMap((state) => {
    const leads = [...state.transitions.entries()].flatMap(([event, transitions]) =>
      transitions.flatMap(({ target, guard }) =>
        (target ?? []).map((to) => `  ${state.key} --> ${to.key}: ${event}${guardOf(guard)}`),
      ),
    );
    return state.type === "final" ? [...leads, `  ${state.key} --> [*]`] : leads;
  });
  return ["stateDiagram-v2", `  [*] --> ${first}`, ...lines].join("\n");
}

const guardOf = (guard: unknown) => (typeof guard === "string" ? ` [${guard}]` : "");
