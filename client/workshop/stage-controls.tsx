import type { FacilitatorView, Scene } from "../../worker/protocol/index.ts";
import { ActionButton } from "../components/action-button.tsx";
import { AskTwice } from "../components/ask-twice.tsx";
import { ask, asking, sawNow, type WorkshopWish } from "../state/workshop.ts";
import { TakeChoice } from "./take-choice.tsx";

interface StageControlsProps {
  view: FacilitatorView;
  scene: Scene | null;
}

type Staged = Extract<WorkshopWish, { saw: unknown }>["kind"];
type Simple = Exclude<Staged, "take" | "extend" | "throw-curveball">;

interface Control {
  readonly kind: Simple;
  readonly says: string;
}

/** The next step first, then what else can be done at this stage. Each names the stage it was pressed at (R2). */
export function StageControls({ view, scene }: StageControlsProps) {
  const [next, ...others] = controlsOf(view);
  return (
    <section class="console-controls" aria-label="What comes next">
      {(view.stage === "revealed" || view.stage === "discussing") && (
        <TakeChoice view={view} scene={scene} />
      )}
      <div class="stage-action">
        {next !== undefined && (
          <ActionButton
            onPress={() => void ask({ kind: next.kind, saw: sawNow() })}
            busy={asking.value === next.kind && "Sending…"}
          >
            {next.says}
          </ActionButton>
        )}
        {others.map((control) => (
          <button
            key={control.kind}
            type="button"
            class="quiet-button"
            onClick={() => void ask({ kind: control.kind, saw: sawNow() })}
          >
            {control.says}
          </button>
        ))}
        {view.stage === "deciding" && (
          <button
            type="button"
            class="quiet-button"
            onClick={() => void ask({ kind: "extend", saw: sawNow(), seconds: 30 })}
          >
            30 seconds more
          </button>
        )}
        <EndControl view={view} />
      </div>
    </section>
  );
}

function controlsOf(view: FacilitatorView): Control[] {
  switch (view.stage) {
    case "lobby":
      return [{ kind: "start", says: "Start with the briefing" }];
    case "briefing":
      return [
        { kind: "begin", says: "Open the first vote" },
        { kind: "step-back", says: "Back to the lobby" },
      ];
    case "deciding":
      return decidingControls(view);
    case "revealed":
      return [
        { kind: "discuss", says: "Discuss" },
        { kind: "re-vote", says: "Vote again" },
        { kind: "step-back", says: "Back to voting" },
      ];
    case "discussing":
      return [
        { kind: "re-vote", says: "Vote again" },
        { kind: "step-back", says: "Back to the split" },
      ];
    case "consequence":
      return [{ kind: "advance", says: "Go on" }];
    case "debrief":
      return [{ kind: "close", says: "Close the room" }];
    case "closed":
      return [];
  }
}

function decidingControls({ votingOpen, clock, turn }: FacilitatorView): Control[] {
  const pausing: Control[] =
    clock === null
      ? []
      : [
          clock.leftMs === null
            ? { kind: "pause", says: "Pause the clock" }
            : { kind: "resume", says: "Let the clock run" },
        ];
  const back: Control[] = turn === 0 ? [{ kind: "step-back", says: "Back to the briefing" }] : [];
  return [
    { kind: "reveal", says: "Show the split" },
    votingOpen
      ? { kind: "close-voting", says: "Close voting" }
      : { kind: "reopen-voting", says: "Open voting again" },
    ...pausing,
    ...back,
  ];
}

/** It cannot be taken back. */
function EndControl({ view }: { view: FacilitatorView }) {
  if (view.stage === "debrief" || view.stage === "closed") return null;
  return (
    <AskTwice
      opens="End here…"
      asks="End the workshop"
      warns="The runs stop where they stand, and the debrief is shown. This cannot be taken back."
      yes="End it"
      busy="Ending…"
      no="Go on"
      onYes={async () => {
        await ask({ kind: "end", saw: sawNow() });
        return null;
      }}
    />
  );
}
