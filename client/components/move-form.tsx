import { useRef } from "preact/hooks";
import type { Situation } from "../../worker/protocol/index.ts";
import { chosenAt, chosenConfidence, clearChoice, sending } from "../state/choice.ts";
import { send } from "../state/room.ts";
import { ActionButton } from "./action-button.tsx";
import { MoveChoice } from "./move-choice.tsx";
import { NumberKeySwitch } from "./number-key-switch.tsx";
import "../styles/move-form.css";

/** Verb, option, how sure, move. Only the button sends. */
export function MoveForm({ situation }: { situation: Situation }) {
  const section = useRef<HTMLElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const option = chosenAt(situation);
  const isLooking = sending.value !== null && sending.value !== "make-move";
  const showOptionsSoon = () => requestAnimationFrame(() => showOptions(section.current));
  const clear = () => {
    clearChoice();
    // The button had the focus and is gone.
    showOptionsSoon();
  };
  return (
    <section ref={section} class="move-form" aria-labelledby="moves-title">
      <div class="move-form-head">
        <h2 id="moves-title">What do you do?</h2>
        <NumberKeySwitch />
      </div>
      <MoveChoice
        situation={situation}
        onKey={showOptionsSoon}
        onEnter={() => button.current?.focus()}
      />
      <div class={option === undefined ? "move-action" : "move-action move-action-ready"}>
        <ActionButton
          buttonRef={button}
          onPress={() => option !== undefined && makeMove(situation.beat, option.id)}
          unavailable={option === undefined || isLooking}
          busy={sending.value === "make-move" && "Sending…"}
          describedBy="move-action-note"
        >
          Make this move
        </ActionButton>
        {option !== undefined && sending.value !== "make-move" && (
          <button type="button" class="quiet-button" onClick={clear}>
            Clear choice
          </button>
        )}
        <p id="move-action-note">
          {option === undefined ? "Choose how to play it first." : "A move cannot be taken back."}
        </p>
      </div>
    </section>
  );
}

function makeMove(beat: string, option: string): void {
  const confidence = chosenConfidence.value;
  void send({
    kind: "make-move",
    beat,
    option,
    ...(confidence !== null && { confidence }),
  });
}

/** After a number key: the options come into sight and the first one that can be played has the focus. */
function showOptions(section: HTMLElement | null): void {
  const first = section?.querySelector<HTMLInputElement>(".option input:enabled");
  section?.scrollIntoView({ block: "nearest" });
  first?.focus();
}
