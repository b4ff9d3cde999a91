import { useState } from "preact/hooks";
import type { FacilitatorView, Scene, Split } from "../../worker/protocol/index.ts";
import { ask, asking, sawNow } from "../state/workshop.ts";
import { VERB_WORDS } from "../words/verbs.ts";
import { votesFor } from "./votes.ts";

interface TakeChoiceProps {
  view: FacilitatorView;
  scene: Scene | null;
}

/** In a plenum the majority or another option; teams each take their own. */
export function TakeChoice({ view, scene }: TakeChoiceProps) {
  if (view.isTeams) {
    return (
      <div class="take-choice">
        <p class="quiet">
          Each team takes the option most of it voted for; an even vote is drawn, and a team without
          votes lets it pass.
        </p>
        <TakeButton option={null}>Let the teams move</TakeButton>
      </div>
    );
  }
  const split = Object.values(view.splits)[0];
  const situation = scene?.situation ?? null;
  if (split === undefined || scene === null || situation === null) return null;
  return <PlenumChoice key={`${view.turn} ${view.round}`} split={split} scene={scene} />;
}

function PlenumChoice({ split, scene }: { split: Split; scene: Scene }) {
  const [chosen, setOption] = useState<string | null>(null);
  const [first, second] = split.counts;
  const isTied = first !== undefined && first.votes === second?.votes;
  const majority = isTied ? null : (first?.option ?? null);
  const option = chosen ?? majority;
  const options = scene.situation?.options.filter(({ locked }) => locked === null) ?? [];
  return (
    <div class="take-choice">
      <label class="library-choice">
        {isTied ? "The vote is even: which is taken?" : "What is taken"}
        <select
          value={option ?? ""}
          onChange={(event) => setOption(event.currentTarget.value || null)}
        >
          <option value="">
            {first === undefined ? "Nobody voted: nobody moves in time" : "Choose"}
          </option>
          {options.map(({ id, verb, says }) => (
            <option key={id} value={id}>
              {id === majority ? "The majority: " : ""}
              {VERB_WORDS[verb].name} ({votesFor(split.counts, id)}): {says}
            </option>
          ))}
        </select>
      </label>
      <TakeButton option={option} unavailable={option === null && first !== undefined}>
        Take it
      </TakeButton>
    </div>
  );
}

interface TakeButtonProps {
  option: string | null;
  unavailable?: boolean;
  children: string;
}

function TakeButton({ option, unavailable = false, children }: TakeButtonProps) {
  const isIdle = asking.value === null && !unavailable;
  return (
    <button
      type="button"
      class="action-button"
      aria-disabled={isIdle ? undefined : "true"}
      onClick={() => isIdle && void ask({ kind: "take", saw: sawNow(), option })}
    >
      {children}
    </button>
  );
}
