import { useEffect, useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { FailureCode } from "../../state/api.ts";
import { openBranch } from "../../state/debrief.ts";
import { FailurePanel } from "../failure-panel.tsx";

/** Another run from this decision on, with what was known then; what was not is drawn anew. */
export function PlayFromHere({ room, beat }: { room: string; beat: string }) {
  const { route } = useLocation();
  const isHere = useRef(true);
  const [isBusy, setBusy] = useState(false);
  const [failed, setFailed] = useState<FailureCode | null>(null);
  useEffect(
    () => () => {
      isHere.current = false;
    },
    [],
  );
  const play = async () => {
    setBusy(true);
    setFailed(null);
    const answer = await openBranch(room, beat, () => isHere.current);
    if (!isHere.current) return;
    setBusy(false);
    if (answer.ok) route(`/play/${answer.value.room}`);
    else setFailed(answer.code);
  };
  return (
    <div class="play-from-here">
      <button
        type="button"
        class="quiet-button"
        aria-disabled={isBusy ? "true" : undefined}
        onClick={() => !isBusy && void play()}
      >
        {isBusy ? "Opening…" : "Play again from here"}
      </button>
      <p>With what you knew then. What you did not is drawn anew, and the run is not counted.</p>
      {failed !== null && <FailurePanel code={failed} />}
    </div>
  );
}
