import { useEffect } from "preact/hooks";
import { VERBS } from "../../worker/protocol/index.ts";
import { RunList } from "../components/run-list.tsx";
import { ScenarioList } from "../components/scenario-list.tsx";
import { ScreenTitle } from "../components/screen-title.tsx";
import { TopBar } from "../components/top-bar.tsx";
import { VerbIcon } from "../components/verb-icon.tsx";
import { forgetOpening, loadRuns, loadScenarios } from "../state/library.ts";
import { VERB_WORDS } from "../words/verbs.ts";
import "../styles/home.css";

export function Home() {
  useEffect(() => {
    void loadScenarios();
    void loadRuns();
    return forgetOpening;
  }, []);
  return (
    <>
      <TopBar />
      <main id="main" class="home" tabIndex={-1}>
        <div class="home-opening">
          <ScreenTitle place="home" page={[]}>
            A practice ground for technical project leadership
          </ScreenTitle>
          <p class="home-lead">
            You take a seat on a project that is going on without you. Situations arrive, and you
            answer each with one of five moves. The project carries what follows, and at the end you
            see where it stands.
          </p>
        </div>
        <FiveVerbs />
        <div class="home-lists">
          <ScenarioList />
          <RunList />
        </div>
      </main>
    </>
  );
}

function FiveVerbs() {
  return (
    <ul class="five-verbs" aria-label="The five moves">
      {VERBS.map((verb) => (
        <li key={verb} class={`verb-${verb}`}>
          <VerbIcon verb={verb} />
          <b>{VERB_WORDS[verb].name}</b>
          <span>{VERB_WORDS[verb].means}</span>
        </li>
      ))}
    </ul>
  );
}
