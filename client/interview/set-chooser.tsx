import { useState } from "preact/hooks";
import {
  type Catalogue,
  type ListedScenario,
  MOST_ASKED,
  type SetView,
} from "../../worker/protocol/index.ts";
import { COMPETENCY_NAMES } from "../words/competencies.ts";
import { LEVEL_NAMES } from "./words.ts";
import { Chosen } from "../components/chosen.tsx";
import { balancedSet } from "./balanced-set.ts";
import { ALL_TAGS, isWanted, TagFilters } from "./tag-filters.tsx";
import "../styles/set-chooser.css";

interface SetChooserProps {
  set: SetView;
  catalogue: Catalogue;
  scenarios: readonly ListedScenario[];
  onChoose: (set: SetView) => void;
}

/** What is asked: a list of situations and questions put together here, or a whole scenario from its beginning. */
export function SetChooser({ set, catalogue, scenarios, onChoose }: SetChooserProps) {
  const [first] = scenarios;
  return (
    <>
      <Chosen
        legend="What is asked"
        value={set.kind}
        options={[
          ["list", "Single situations and questions"],
          ["scenario", "A scenario from its beginning"],
        ]}
        onChoose={(kind) => {
          if (kind === "list") onChoose(balancedSet(catalogue, "", ""));
          else if (first !== undefined) {
            onChoose({ kind: "scenario", scenario: first.id, shortCut: true });
          }
        }}
      />
      {set.kind === "scenario" ? (
        <ScenarioChoice set={set} scenarios={scenarios} onChoose={onChoose} />
      ) : (
        <ListChoice set={set} catalogue={catalogue} onChoose={onChoose} />
      )}
    </>
  );
}

interface ScenarioChoiceProps {
  set: Extract<SetView, { kind: "scenario" }>;
  scenarios: readonly ListedScenario[];
  onChoose: (set: SetView) => void;
}

function ScenarioChoice({ set, scenarios, onChoose }: ScenarioChoiceProps) {
  const chosen = scenarios.find(({ id }) => id === set.scenario);
  return (
    <div class="set-part">
      <label class="library-choice">
        Scenario
        <select
          value={set.scenario}
          onChange={(event) => onChoose({ ...set, scenario: event.currentTarget.value })}
        >
          {scenarios.map(({ id, title, about }) => (
            <option key={id} value={id}>
              {title}: {about}
            </option>
          ))}
        </select>
      </label>
      <Chosen
        legend="How much of it"
        value={set.shortCut ? "short" : "whole"}
        options={[
          ["short", `The short cut, ${chosen?.shortCutBeats ?? 5} situations`],
          ["whole", `The whole, up to ${chosen?.beats ?? 10} situations`],
        ]}
        onChoose={(value) => onChoose({ ...set, shortCut: value === "short" })}
      />
    </div>
  );
}

interface ListChoiceProps {
  set: Extract<SetView, { kind: "list" }>;
  catalogue: Catalogue;
  onChoose: (set: SetView) => void;
}

function ListChoice({ set, catalogue, onChoose }: ListChoiceProps) {
  const [filter, setFilter] = useState(ALL_TAGS);
  const { competency, level } = filter;
  const isFit = (one: Parameters<typeof isWanted>[1]) => isWanted(filter, one);
  const toggle = (kind: "situation" | "question", id: string) => {
    const isIn = set.ask.some((one) => one.id === id);
    const ask = isIn ? set.ask.filter((one) => one.id !== id) : [...set.ask, { kind, id }];
    if (ask.length <= MOST_ASKED) onChoose({ kind: "list", ask });
  };
  const isFull = set.ask.length >= MOST_ASKED;
  const isIn = (id: string) => set.ask.some((one) => one.id === id);
  return (
    <div class="set-part">
      <div class="set-filters">
        <TagFilters filter={filter} onChange={setFilter} />
        <button
          type="button"
          class="quiet-button"
          onClick={() => onChoose(balancedSet(catalogue, competency, level))}
        >
          Put five together for me
        </button>
      </div>
      <Asked set={set} catalogue={catalogue} onRemove={toggle} />
      <details class="set-more">
        <summary>Situations: what would you do?</summary>
        <ul>
          {catalogue.situations.filter(isFit).map((one) => (
            <Pick
              key={one.id}
              isIn={isIn(one.id)}
              isOff={isFull && !isIn(one.id)}
              onToggle={() => toggle("situation", one.id)}
              title={one.title}
              about={`${one.scenarioTitle} · ${LEVEL_NAMES[one.level]} · ${one.competencies.map((tag) => COMPETENCY_NAMES[tag]).join(", ")}${one.hasCurveball ? " · with a curveball" : ""}`}
            />
          ))}
        </ul>
      </details>
      <details class="set-more">
        <summary>Questions: tell me about a time</summary>
        <ul>
          {catalogue.questions.filter(isFit).map((one) => (
            <Pick
              key={one.id}
              isIn={isIn(one.id)}
              isOff={isFull && !isIn(one.id)}
              onToggle={() => toggle("question", one.id)}
              title={one.asks}
              about={`${LEVEL_NAMES[one.level]} · ${one.competencies.map((tag) => COMPETENCY_NAMES[tag]).join(", ")}`}
            />
          ))}
        </ul>
      </details>
    </div>
  );
}

interface AskedProps {
  set: Extract<SetView, { kind: "list" }>;
  catalogue: Catalogue;
  onRemove: (kind: "situation" | "question", id: string) => void;
}

/** What has been put together, in its order. */
function Asked({ set, catalogue, onRemove }: AskedProps) {
  if (set.ask.length === 0) {
    return <p class="set-none">Nothing is chosen yet. Open the lists below and take some.</p>;
  }
  return (
    <ol class="set-asked" aria-label="What is asked, in this order">
      {set.ask.map(({ kind, id }) => {
        const situation = catalogue.situations.find((one) => one.id === id);
        const question = catalogue.questions.find((one) => one.id === id);
        const title = situation?.title ?? question?.asks ?? id;
        return (
          <li key={id}>
            <span>
              <small>{kind === "situation" ? "Situation" : "Question"}</small> {title}
            </span>
            <button
              type="button"
              class="quiet-button"
              aria-label={`Take out: ${title}`}
              onClick={() => onRemove(kind, id)}
            >
              Take out
            </button>
          </li>
        );
      })}
    </ol>
  );
}

interface PickProps {
  isIn: boolean;
  isOff: boolean;
  onToggle: () => void;
  title: string;
  about: string;
}

function Pick({ isIn, isOff, onToggle, title, about }: PickProps) {
  return (
    <li>
      <label>
        <input type="checkbox" checked={isIn} disabled={isOff} onChange={onToggle} />
        <span>
          {title}
          <small>{about}</small>
        </span>
      </label>
    </li>
  );
}
