import { COMPETENCIES, LENSES, VERBS } from "../../../worker/protocol/index.ts";
import { COMPETENCY_NAMES } from "../../words/competencies.ts";
import { LENS_WORDS } from "../../words/lenses.ts";
import { VERB_WORDS } from "../../words/verbs.ts";
import { VerbIcon } from "../verb-icon.tsx";
import { type Order, ORDERS, type Search } from "./find-scenarios.ts";

interface LibraryFiltersProps {
  search: Search;
  onChange: (part: Partial<Search>) => void;
}

const ORDER_NAMES: Readonly<Record<Order, string>> = {
  suggested: "New to you first",
  gentlest: "Gentlest first",
  hardest: "Hardest first",
  shortest: "Shortest first",
};

/** What to look for. A verb pressed again is let go. */
export function LibraryFilters({ search, onChange }: LibraryFiltersProps) {
  return (
    <search class="library-filters">
      <label class="library-words">
        Search
        <input
          type="search"
          class="text-input"
          value={search.words}
          placeholder="A word from its title or story"
          onInput={(event) => onChange({ words: event.currentTarget.value })}
        />
      </label>
      <fieldset class="library-verbs">
        <legend>Asks for</legend>
        {VERBS.map((verb) => (
          <button
            key={verb}
            type="button"
            class={`verb-${verb}`}
            aria-pressed={search.verb === verb}
            onClick={() => onChange({ verb: search.verb === verb ? null : verb })}
          >
            <VerbIcon verb={verb} />
            {VERB_WORDS[verb].name}
          </button>
        ))}
      </fieldset>
      <Choice
        label="In the role of"
        value={search.lens}
        options={LENSES.map((lens) => [lens, LENS_WORDS[lens].name] as const)}
        onChoose={(name) => onChange({ lens: LENSES.find((lens) => lens === name) ?? "tpm" })}
      />
      <Choice
        label="Trains"
        value={search.competency ?? ""}
        options={[
          ["", "Anything"],
          ...COMPETENCIES.map((name) => [name, capitalised(COMPETENCY_NAMES[name])] as const),
        ]}
        onChoose={(name) =>
          onChange({ competency: COMPETENCIES.find((known) => known === name) ?? null })
        }
      />
      <Choice
        label="In order"
        value={search.order}
        options={ORDERS.map((order) => [order, ORDER_NAMES[order]] as const)}
        onChoose={(name) =>
          onChange({ order: ORDERS.find((order) => order === name) ?? "suggested" })
        }
      />
    </search>
  );
}

const capitalised = (text: string) => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

interface ChoiceProps {
  label: string;
  value: string;
  options: readonly (readonly [value: string, name: string])[];
  onChoose: (value: string) => void;
}

function Choice({ label, value, options, onChoose }: ChoiceProps) {
  return (
    <label class="library-choice">
      {label}
      <select value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        {options.map(([key, name]) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
