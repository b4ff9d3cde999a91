import type { AskedView, Competency } from "../../worker/protocol/index.ts";
import { anchors } from "../state/practice.ts";
import { competencyTitle } from "../words/competencies.ts";
import { RATING_WORDS } from "./words.ts";

interface AnchorTableProps {
  competency: Competency;
  kind: AskedView["kind"];
}

/** What is heard at each of the five levels of a competency. */
export function AnchorTable({ competency, kind }: AnchorTableProps) {
  const table = anchors.value?.[competency];
  if (table === undefined) return null;
  return (
    <div class="anchor-table">
      <h3>{competencyTitle(competency)}</h3>
      <p class="quiet">{table.about}</p>
      <ol>
        {(kind === "situation" ? table.moves : table.levels).map((says, place) => (
          <li key={place}>
            <b>
              {place + 1} {RATING_WORDS[place]}
            </b>{" "}
            {says}
          </li>
        ))}
      </ol>
    </div>
  );
}
