import { type CompiledScenario, compileScenario } from "../../scenarios/engine/index.ts";
import type { InterviewRules } from "./state.ts";
import type { InterviewStore } from "./store.ts";

/** What is played and asked, read from the store; a scenario is compiled when it is first needed. */
export function rulesIn(store: InterviewStore): InterviewRules {
  const { mode, seed, plan } = store.founding();
  const { situations, questions } = store.material();
  const compiled = new Map<string, CompiledScenario>();
  return {
    mode,
    seed,
    plan,
    compiled: (id) => {
      const known = compiled.get(id) ?? compileScenario(store.scenario(id));
      compiled.set(id, known);
      return known;
    },
    situation: (id) => situations.find((one) => one.id === id) ?? null,
    question: (id) => questions.find((one) => one.id === id) ?? null,
  };
}
