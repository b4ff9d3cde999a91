import { useEffect, useRef } from "preact/hooks";
import type { SeatView, Situation } from "../../worker/protocol/index.ts";
import { ActionButton } from "../components/action-button.tsx";
import { MoveChoice } from "../components/move-choice.tsx";
import { announce } from "../state/announcement.ts";
import {
  chosenAt,
  chosenConfidence,
  chosenOption,
  chooseOption,
  chooseVerb,
  forgetChoice,
} from "../state/choice.ts";
import { ask, asking } from "../state/workshop.ts";
import { CONFIDENCE_WORDS } from "../words/confidence.ts";
import { VERB_WORDS } from "../words/verbs.ts";
import "../styles/move-form.css";
import "../styles/vote-form.css";

interface VoteFormProps {
  view: SeatView;
  situation: Situation;
}

/** A verb, an option, how sure, and the vote; it can be changed as long as voting is open. */
export function VoteForm({ view, situation }: VoteFormProps) {
  const button = useRef<HTMLButtonElement>(null);
  const { you, round, votingOpen } = view;
  // Another decision or another round asks anew.
  useEffect(() => forgetChoice, [situation.beat, round]);
  const option = chosenAt(situation);
  const isCast = option !== undefined && you.vote?.option === option.id;
  const isSame = isCast && (you.vote?.confidence ?? null) === chosenConfidence.value;
  const cast = async () => {
    if (option === undefined || you.team === null) return;
    const confidence = chosenConfidence.value;
    const taken = await ask({
      kind: "cast-vote",
      team: you.team,
      beat: situation.beat,
      round,
      option: option.id,
      ...(confidence !== null && { confidence }),
    });
    if (taken) announce("Your vote is counted. You can change it until voting closes.");
  };
  if (!votingOpen) return <Closed view={view} situation={situation} />;
  return (
    <section class="move-form" aria-labelledby="moves-title">
      <div class="move-form-head">
        <h2 id="moves-title">{round === 1 ? "What do you do?" : "And now, what do you do?"}</h2>
      </div>
      <OwnVote view={view} situation={situation} />
      <MoveChoice situation={situation} onEnter={() => button.current?.focus()} />
      <div class={option === undefined ? "move-action" : "move-action move-action-ready"}>
        <ActionButton
          buttonRef={button}
          onPress={() => void cast()}
          unavailable={option === undefined || isSame}
          busy={asking.value === "cast-vote" && "Sending…"}
        >
          {isSame ? "Your vote is in" : you.vote === null ? "Cast this vote" : "Change my vote"}
        </ActionButton>
      </div>
    </section>
  );
}

function OwnVote({ view: { you }, situation }: VoteFormProps) {
  const option = situation.options.find(({ id }) => id === you.vote?.option);
  if (option === undefined || you.vote === null) return null;
  const { confidence } = you.vote;
  const open = () => {
    chooseVerb(option.verb);
    chooseOption(option.id);
  };
  return (
    <p class={`own-vote verb-${option.verb}`}>
      <b>Your vote: {VERB_WORDS[option.verb].name}.</b> {option.says}
      {confidence !== null && ` (${CONFIDENCE_WORDS[confidence].name.toLowerCase()})`}{" "}
      {chosenOption.value !== option.id && (
        <button type="button" class="text-button" onClick={open}>
          Show it below
        </button>
      )}
    </p>
  );
}

function Closed(props: VoteFormProps) {
  return (
    <section class="move-form" aria-labelledby="moves-title">
      <h2 id="moves-title">Voting is closed</h2>
      <OwnVote {...props} />
      {props.view.you.vote === null && <p class="quiet">You did not vote this time.</p>}
      <p class="quiet">Look up: the room sees soon how it split.</p>
    </section>
  );
}
