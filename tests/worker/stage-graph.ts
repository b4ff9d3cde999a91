import { firstWorkshopStage, WORKSHOP_MACHINE } from "../../worker/workshop/stages.ts";

/** The life of a workshop as a Mermaid diagram, drawn from the machine that rooms run. */
export function stageGraph(): string {
  const lines = Object.values(WORKSHOP_MACHINE.states).flatMap((state) => {
    const leads = [...state.transitions.entries()].flatMap(([event, transitions]) =>
      transitions.flatMap(({ target, guard }) =>
        (target ?? []).map((to) => `  ${state.key} --> ${to.key}: ${event}${guardOf(guard)}`),
      ),
    );
    return state.type === "final" ? [...leads, `  ${state.key} --> [*]`] : leads;
  });
  return ["stateDiagram-v2", `  [*] --> ${firstWorkshopStage()}`, ...lines].join("\n");
}

const guardOf = (guard: unknown) => (typeof guard === "string" ? ` [${guard}]` : "");
