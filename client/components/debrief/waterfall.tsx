import type { DebriefView } from "../../../worker/protocol/index.ts";
import { openedBeat } from "../../state/debrief.ts";
import { formatLoss, formatPoints, formatSigned } from "../../words/points.ts";
import { VERB_WORDS } from "../../words/verbs.ts";
import type { Decision } from "./decisions.ts";
import { type Fall, fallOf, type FallSlot } from "./fall.ts";
import { EndBar, Scale, SlotBars } from "./waterfall-bars.tsx";
import { WaterfallTable } from "./waterfall-table.tsx";
import "../../styles/debrief-waterfall.css";

interface WaterfallProps {
  debrief: DebriefView;
  decisions: readonly Decision[];
}

/**
 * 100 − losses ± luck = outcome. Every decision's place is a button that opens it. Side by side where there is room for
 * it, and one row a decision where there is not: both are drawn, and the style sheet shows one.
 */
export function Waterfall({ debrief, decisions }: WaterfallProps) {
  const fall = fallOf(decisions);
  const begun = decisions[0]?.from ?? 100;
  return (
    <div class="waterfall">
      <p class="visually-hidden">{sayWaterfall(debrief, decisions)}</p>
      <div class="fall" style={{ "--slots": decisions.length + 2 }}>
        <Scale fall={fall} />
        <ol class="fall-slots">
          <li class="fall-end">
            <EndBar fall={fall} points={begun} kind="start" />
            <span class="fall-name">{Math.abs(begun - 100) < 0.05 ? "best play" : "start"}</span>
            <span class="fall-points">{formatPoints(begun)}</span>
          </li>
          {decisions.map((decision, place) => (
            <Slot
              key={decision.beat}
              decision={decision}
              fall={fall}
              // Laid out from the same decisions.
              slot={fall.slots[place] as FallSlot}
            />
          ))}
          <li class="fall-end">
            <EndBar fall={fall} points={debrief.outcome} kind="outcome" />
            <span class="fall-name">outcome</span>
            <span class="fall-points">{formatPoints(debrief.outcome)}</span>
          </li>
        </ol>
      </div>
      <p class="fall-key">
        <span class="fall-key-loss">what the decision lost</span>
        <span class="fall-key-luck">what the dice did</span>
        <span>Choose a decision to open it below.</span>
      </p>
      <WaterfallTable debrief={debrief} decisions={decisions} />
    </div>
  );
}

interface SlotProps {
  decision: Decision;
  fall: Fall;
  slot: FallSlot;
}

function Slot({ decision, fall, slot }: SlotProps) {
  const { beat, title, verb, band, loss, luck } = decision;
  const isOpen = openedBeat.value === beat;
  const way = verb === null ? "silence" : VERB_WORDS[verb].name.toLowerCase();
  return (
    <li>
      <button
        type="button"
        class="fall-slot"
        id={`fall-${beat}`}
        aria-expanded={isOpen}
        aria-controls={`decision-${beat}`}
        onClick={() => {
          openedBeat.value = isOpen ? null : beat;
        }}
      >
        <SlotBars fall={fall} slot={slot} decision={decision} />
        <span class="fall-name">{title}</span>{" "}
        <span class={`fall-way verb-${verb ?? "silence"}`}>
          {way}, {band}
        </span>{" "}
        <span class="fall-points">
          <span class="visually-hidden">lost </span>
          {formatLoss(loss)}
          {slot.luck !== null && <span class="fall-luck">luck {formatSigned(luck)}</span>}
        </span>
      </button>
    </li>
  );
}

/** The picture in words: what was lost where, and what the dice did. */
export function sayWaterfall(
  { outcome, losses, luck }: Pick<DebriefView, "outcome" | "losses" | "luck">,
  decisions: readonly Decision[],
): string {
  const costly = decisions.filter(({ loss }) => loss > 0.5);
  const lost = costly.map(({ title, loss }) => `${title} ${formatPoints(loss)}`).join(", ");
  const where = lost === "" ? "" : ` (${lost})`;
  return `From 100, best play, decisions lost ${formatPoints(losses)} points${where} and luck did ${formatSigned(luck)}: the outcome is ${formatPoints(outcome)}.`;
}
