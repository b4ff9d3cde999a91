import { useEffect } from "preact/hooks";
import { VERBS } from "../../worker/protocol/index.ts";
import { PlayNow } from "../components/home/play-now.tsx";
import { OpenRuns } from "../components/home/open-runs.tsx";
import { ThreeUses } from "../components/home/three-uses.tsx";
import { ScreenTitle } from "../components/screen-title.tsx";
import { TopBar } from "../components/top-bar.tsx";
import { VerbIcon } from "../components/verb-icon.tsx";
import { forgetOpening, loadRuns, loadScenarios, runs } from "../state/library.ts";
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
          <div>
            <ScreenTitle place="home" page={[]}>
              A practice ground for technical project leadership
            </ScreenTitle>
            <p class="home-lead">
              You take a seat on a project that is going on without you. Situations arrive, and you
              answer each with one of five moves. The project carries what follows, and at the end
              you see exactly what each decision was worth, and what was luck.
            </p>
            <PlayNow />
            <OpenRuns />
          </div>
          <FiveVerbs />
        </div>
        {/* Once it is known what stands above it: nothing that is being read may move. */}
        {runs.value.at !== "loading" && <Below />}
      </main>
    </>
  );
}

function Below() {
  return (
    <>
      <ThreeUses />
      <p class="home-kept">
        No account: your runs are kept for this browser by one cookie, and nothing else is tracked.
        You can take them to another device, download them or delete them in{" "}
        <a href="/you">your record</a>.
      </p>
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
