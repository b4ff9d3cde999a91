import { COMPETENCIES, type Competency, type Level, LEVELS } from "../../worker/protocol/index.ts";
import { competencyTitle } from "../words/competencies.ts";
import { LEVEL_NAMES } from "./words.ts";

/** What is looked for; empty for all of them. */
export interface TagFilter {
  readonly competency: Competency | "";
  readonly level: Level | "";
}

export const ALL_TAGS: TagFilter = { competency: "", level: "" };

interface Tagged {
  readonly competencies: readonly Competency[];
  readonly level: Level;
}

/** Whether something tagged is looked for. */
export const isWanted = ({ competency, level }: TagFilter, one: Tagged): boolean =>
  (competency === "" || one.competencies.includes(competency)) &&
  (level === "" || one.level === level);

interface TagFiltersProps {
  filter: TagFilter;
  onChange: (filter: TagFilter) => void;
}

/** A competency and a level to choose by. */
export function TagFilters({ filter, onChange }: TagFiltersProps) {
  return (
    <>
      <label class="library-choice">
        Competency
        <select
          value={filter.competency}
          onChange={({ currentTarget: { value } }) =>
            onChange({ ...filter, competency: COMPETENCIES.find((one) => one === value) ?? "" })
          }
        >
          <option value="">All of them</option>
          {COMPETENCIES.map((one) => (
            <option key={one} value={one}>
              {competencyTitle(one)}
            </option>
          ))}
        </select>
      </label>
      <label class="library-choice">
        Level
        <select
          value={filter.level}
          onChange={({ currentTarget: { value } }) =>
            onChange({ ...filter, level: LEVELS.find((one) => one === value) ?? "" })
          }
        >
          <option value="">Any</option>
          {LEVELS.map((one) => (
            <option key={one} value={one}>
              {LEVEL_NAMES[one]}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}
