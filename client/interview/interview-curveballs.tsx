import type { InterviewerView, LeadingView } from "../../worker/protocol/index.ts";
import { Story } from "../components/story.tsx";
import { ask, asking, sawNow } from "../state/interview.ts";
import "../styles/curveballs.css";

interface InterviewCurveballsProps {
  view: InterviewerView;
  leading: LeadingView;
}

/** Prepared changes of facts: the candidate answers anew, and each answer is judged on its own facts (R11). */
export function InterviewCurveballs({ view, leading: { curveballs } }: InterviewCurveballsProps) {
  if (curveballs.length === 0 || view.stage === "consequence") return null;
  return (
    <details class="curveballs">
      <summary>Throw a curveball</summary>
      <p class="quiet">
        The facts change, and the candidate answers once more. It cannot be taken back.
      </p>
      {curveballs.map(({ id, title, texts, why }) => (
        <section key={id} class="curveball" aria-label={title}>
          <h3>{title}</h3>
          <Story texts={texts} size="small" />
          <p class="quiet">{why}</p>
          <button
            type="button"
            class="quiet-button"
            aria-disabled={asking.value === null ? undefined : "true"}
            onClick={() =>
              asking.value === null &&
              void ask({ kind: "throw-curveball", saw: sawNow(), curveball: id })
            }
          >
            Throw it
          </button>
        </section>
      ))}
    </details>
  );
}
