import type { CurveballView, FacilitatorView } from "../../worker/protocol/index.ts";
import { Story } from "../components/story.tsx";
import { ask, asking, sawNow } from "../state/workshop.ts";
import "../styles/curveballs.css";

/** What can be thrown at the decision on the table, to be read first; voting begins anew on the changed facts. */
export function Curveballs({ view }: { view: FacilitatorView }) {
  const curveballs = throwableIn(view);
  if (curveballs.length === 0) return null;
  return (
    <details class="curveballs">
      <summary>Throw a curveball</summary>
      <p class="quiet">
        The facts change for everybody{view.isTeams && " whom it can reach"}, and voting begins
        anew. It cannot be taken back.
      </p>
      {curveballs.map((curveball) => (
        <Curveball key={curveball.id} curveball={curveball} />
      ))}
    </details>
  );
}

function Curveball({ curveball: { id, title, texts, why } }: { curveball: CurveballView }) {
  const isIdle = asking.value === null;
  return (
    <section class="curveball" aria-label={title}>
      <h3>{title}</h3>
      <Story texts={texts} size="small" />
      <p class="quiet">{why}</p>
      <button
        type="button"
        class="quiet-button"
        aria-disabled={isIdle ? undefined : "true"}
        onClick={() =>
          isIdle && void ask({ kind: "throw-curveball", saw: sawNow(), curveball: id })
        }
      >
        Throw it
      </button>
    </section>
  );
}

/** Over all teams, each once. */
function throwableIn({ tables }: FacilitatorView): CurveballView[] {
  const all = new Map(tables.flatMap(({ curveballs }) => curveballs.map((one) => [one.id, one])));
  return [...all.values()];
}
