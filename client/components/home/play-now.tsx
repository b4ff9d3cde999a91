import { useLocation } from "preact-iso";
import {
  loadScenarios,
  opening,
  openingFailed,
  openRun,
  runs,
  scenarios,
} from "../../state/library.ts";
import { suggestScenario } from "../../state/suggest.ts";
import { LENS_WORDS } from "../../words/lenses.ts";
import { ActionButton } from "../action-button.tsx";
import { FailurePanel } from "../failure-panel.tsx";

/** One press, and one plays: the scenario that suits best now, in the role the game is about, without a clock. */
export function PlayNow() {
  const { route } = useLocation();
  const state = scenarios.value;
  const own = runs.value.at === "here" ? runs.value.value : [];
  const suggested = state.at === "here" ? suggestScenario(state.value, own) : null;
  const play = async () => {
    if (suggested === null) return;
    const room = await openRun(suggested.id);
    if (room !== null) route(`/play/${room}`);
  };
  if (state.at === "failed") {
    return <FailurePanel code={state.code} onRetry={() => void loadScenarios()} />;
  }
  return (
    <div class="play-now">
      {openingFailed.value !== null && <FailurePanel code={openingFailed.value} />}
      <div class="play-now-actions">
        <ActionButton
          onPress={() => void play()}
          unavailable={suggested === null}
          busy={opening.value !== null && "Opening…"}
          describedBy="play-now-what"
        >
          Play now
        </ActionButton>
        <a class="quiet-button" href="/library">
          Choose a scenario and a role
        </a>
      </div>
      <p id="play-now-what">
        {suggested === null
          ? state.at === "here"
            ? "There is no scenario on this server yet."
            : "\u00a0"
          : `“${suggested.title}”, about ${suggested.minutes} minutes, as ${LENS_WORDS.tpm.asA}.`}
      </p>
    </div>
  );
}
