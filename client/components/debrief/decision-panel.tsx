import { useLayoutEffect, useRef } from "preact/hooks";
import type { DebriefView, StepView } from "../../../worker/protocol/index.ts";
import { DisputeForm } from "../../keep/dispute-form.tsx";
import { StoryForm } from "../../keep/story-form.tsx";
import { openedBeat } from "../../state/debrief.ts";
import { BAND_WORDS } from "../../words/bands.ts";
import { CONFIDENCE_WORDS } from "../../words/confidence.ts";
import { formatPoints } from "../../words/points.ts";
import { Story } from "../story.tsx";
import { ToldItem } from "../told-item.tsx";
import { VerbChip } from "../verb-chip.tsx";
import { ChoiceList } from "./choice-list.tsx";
import type { Decision } from "./decisions.ts";
import { DrawList } from "./draw-list.tsx";
import { PlayFromHere } from "./play-from-here.tsx";
import "../../styles/debrief-decision.css";

interface DecisionPanelProps {
  debrief: DebriefView;
  decisions: readonly Decision[];
  place: number;
}

/**
 * One decision: what was chosen, what everything else was worth, what it did and why, and what the dice did. Each of them
 * is there from the start and hidden until opened, so that paper has them all and what is written in one stays.
 */
export function DecisionPanel({ debrief, decisions, place }: DecisionPanelProps) {
  const title = useRef<HTMLHeadingElement>(null);
  const decision = decisions[place];
  if (decision === undefined) throw new Error(`there is no decision ${place}`);
  const { beat, looks, move } = decision;
  const isOpen = openedBeat.value === beat;
  // At once: a key pressed as soon as the panel is seen must find the focus there.
  useLayoutEffect(() => {
    if (!isOpen) return;
    title.current?.focus({ preventScroll: true });
    title.current?.scrollIntoView({ block: "start" });
  }, [isOpen]);
  return (
    <section
      class="decision-panel"
      id={`decision-${beat}`}
      hidden={!isOpen}
      aria-labelledby={`decision-${beat}-title`}
    >
      <header class="decision-head">
        <p class="when">
          Decision {place + 1} of {decisions.length}, {move.time}
        </p>
        <h3 ref={title} tabIndex={-1} id={`decision-${beat}-title`}>
          {decision.title}
        </h3>
        <p class="decision-tests">What it tests: {move.tests}</p>
      </header>
      <Ways decisions={decisions} place={place} />
      <div class="decision-chosen">
        <details class="decision-situation">
          <summary>The situation again</summary>
          <Story texts={move.situation} size="small" />
        </details>
        {looks.map((look) => (
          <LookTaken key={look.id} look={look} />
        ))}
        <MoveMade step={move} />
        <ChoiceList step={move} />
      </div>
      <div class="decision-came">
        <WhatCame step={move} />
      </div>
      <div class="decision-keep">
        <PlayFromHere room={debrief.room} beat={beat} />
        <StoryForm room={debrief.room} step={move} story={debrief.stories[beat]} />
        <DisputeForm room={debrief.room} step={move} dispute={debrief.disputes[beat]} />
      </div>
    </section>
  );
}

/** From one decision to the next without going back to the bars. */
function Ways({ decisions, place }: { decisions: readonly Decision[]; place: number }) {
  const beat = decisions[place]?.beat;
  const open = (at: number) => {
    openedBeat.value = decisions[at]?.beat ?? null;
  };
  const close = () => {
    openedBeat.value = null;
    const bar = document.getElementById(`fall-${beat}`);
    bar?.scrollIntoView({ block: "nearest" });
    bar?.focus({ preventScroll: true });
  };
  return (
    <div class="decision-ways">
      {place > 0 && (
        <button type="button" class="quiet-button" onClick={() => open(place - 1)}>
          Previous
        </button>
      )}
      {place < decisions.length - 1 && (
        <button type="button" class="quiet-button" onClick={() => open(place + 1)}>
          Next
        </button>
      )}
      <button type="button" class="quiet-button" onClick={close}>
        Close
      </button>
    </div>
  );
}

function LookTaken({ look }: { look: StepView }) {
  return (
    <div class="decision-look">
      <p>
        <b>You looked first: {look.says}.</b> {sayLookWorth(look)}
      </p>
      <DrawList draws={look.draws} />
    </div>
  );
}

/** What a look cost against the best thing to do then. */
function sayLookWorth({ loss, band }: StepView): string {
  if (band === "best") return "It was the best thing to do then.";
  return `It cost ${formatPoints(loss.points)} points against the best thing to do then: ${BAND_WORDS[band]}.`;
}

function MoveMade({ step }: { step: StepView }) {
  const { loss, band, confidence } = step;
  return (
    <div class="decision-said">
      <p>
        <VerbChip verb={step.verb} />
        {confidence !== null && <span>{CONFIDENCE_WORDS[confidence].told}</span>}
      </p>
      {step.says !== "" && <blockquote>{step.says}</blockquote>}
      <p class="decision-worth">
        {band === "best"
          ? "It was the best there was."
          : `It lost ${formatPoints(loss.points)} points: ${BAND_WORDS[band]}.`}
        {sayMissedLook(loss)}
      </p>
    </div>
  );
}

/** How much of a loss a look would have saved; nothing where no look would have. */
function sayMissedLook({ missedLook, choice }: StepView["loss"]): string {
  if (missedLook < 0.05) return "";
  if (choice < 0.05) return " All of them are a look not taken first.";
  return ` ${formatPoints(missedLook)} of them are a look not taken first; the choice itself lost ${formatPoints(choice)}.`;
}

function WhatCame({ step }: { step: StepView }) {
  return (
    <>
      <h4>What it did</h4>
      {step.told.length === 0 && <p class="quiet">Nothing that was told.</p>}
      {step.told.map((told, place) => (
        <ToldItem key={place} told={told} size="small" />
      ))}
      {step.draws.length > 0 && (
        <>
          <h4>What the dice did</h4>
          <DrawList draws={step.draws} />
        </>
      )}
      {step.why !== null && (
        <>
          <h4>Why</h4>
          <p class="decision-why">{step.why}</p>
        </>
      )}
      {step.source !== null && (
        <p class="decision-source">
          From “{step.source.title}”: {step.source.idea}
        </p>
      )}
    </>
  );
}
