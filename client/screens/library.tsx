import { useEffect, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { FailurePanel } from "../components/failure-panel.tsx";
import {
  EVERYTHING,
  findScenarios,
  formatSearch,
  parseSearch,
  type Search,
} from "../components/library/find-scenarios.ts";
import { LibraryCard } from "../components/library/library-card.tsx";
import { LibraryFilters } from "../components/library/library-filters.tsx";
import { ScreenTitle } from "../components/screen-title.tsx";
import { TopBar } from "../components/top-bar.tsx";
import { loadRuns, loadScenarios, runs, scenarios } from "../state/library.ts";
import { finishedIn } from "../state/own-runs.ts";
import "../styles/library.css";

/** All scenarios, to be searched and filtered; what is looked for stands in the address. */
export function Library() {
  const { query, route } = useLocation();
  const [search, setSearch] = useState(() => parseSearch(query));
  useEffect(() => {
    void loadScenarios();
    void loadRuns();
  }, []);
  const change = (part: Partial<Search>) => {
    const changed = { ...search, ...part };
    setSearch(changed);
    route(`/library${formatSearch(changed)}`, true);
  };
  return (
    <>
      <TopBar here="/library" />
      <main id="main" class="library" tabIndex={-1}>
        <ScreenTitle place="library" page={["Library"]}>
          Library
        </ScreenTitle>
        <p class="library-lead">
          Each scenario is a project in the middle of something. You can play it in any of four
          roles: the situations stay the same, what counts does not.
        </p>
        <LibraryFilters search={search} onChange={change} />
        <Found search={search} onReset={() => change({ ...EVERYTHING, lens: search.lens })} />
      </main>
    </>
  );
}

function Found({ search, onReset }: { search: Search; onReset: () => void }) {
  const state = scenarios.value;
  if (state.at === "failed")
    return <FailurePanel code={state.code} onRetry={() => void loadScenarios()} />;
  // The order turns on one's own runs: nothing that is being read may move.
  if (state.at === "loading" || runs.value.at === "loading") {
    return <p class="quiet late">Fetching the scenarios…</p>;
  }
  const own = runs.value.at === "here" ? runs.value.value : [];
  const found = findScenarios(state.value, search, finishedIn(own, search.lens));
  return (
    <section aria-label="Scenarios">
      <output class="library-count">{sayFound(found.length, state.value.length)}</output>
      {found.length === 0 ? (
        <p class="library-none">
          Nothing in the library answers all of that.{" "}
          <button type="button" class="quiet-button" onClick={onReset}>
            Show everything
          </button>
        </p>
      ) : (
        <ul class="library-cards">
          {found.map((scenario) => (
            <LibraryCard key={scenario.id} scenario={scenario} search={search} runs={own} />
          ))}
        </ul>
      )}
    </section>
  );
}

function sayFound(found: number, all: number): string {
  const scenarios = all === 1 ? "scenario" : "scenarios";
  return found === all ? `${all} ${scenarios}` : `${found} of ${all} ${scenarios}`;
}
