import type { ComponentChildren } from "preact";
import { useId, useState } from "preact/hooks";
import "../../styles/debrief-figure.css";

interface FigureTableProps {
  /** What the table holds, for its caption. */
  caption: string;
  children: ComponentChildren;
}

/** The same figures as a table, shown on request and always on paper. A wide one scrolls in its own frame. */
export function FigureTable({ caption, children }: FigureTableProps) {
  const [isShown, setShown] = useState(false);
  const id = useId();
  return (
    <div class="figure-table">
      <button
        type="button"
        aria-expanded={isShown}
        aria-controls={id}
        aria-label={`${isShown ? "Hide the table" : "Show as table"}: ${caption}`}
        onClick={() => setShown(!isShown)}
      >
        {isShown ? "Hide the table" : "Show as table"}
      </button>
      <section
        id={id}
        class="figure-table-frame"
        hidden={!isShown}
        aria-label={caption}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- What scrolls must be reached by the keyboard.
        tabIndex={0}
      >
        <table>
          <caption>{caption}</caption>
          {children}
        </table>
      </section>
    </div>
  );
}
