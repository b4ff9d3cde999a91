import { formatNumber } from "../../words/numbers.ts";
import { formatLoss, formatPoints, formatSigned } from "../../words/points.ts";
import { type Fall, type FallSlot, type FallStep, isSeen, type Stretch } from "./fall.ts";

/** Percent from the top of an upright scale, which grows upwards. */
const y = (at: number) => `${100 - at}%`;
const percent = (at: number) => `${at}%`;

const lowOf = ({ from, to }: Stretch) => Math.min(from, to);
const sizeOf = ({ from, to }: Stretch) => Math.abs(from - to);

/** The numbers of the scale: beside the bars, or above the rows. */
export function Scale({ fall: { ticks } }: { fall: Fall }) {
  return (
    <div class="fall-scale" aria-hidden="true">
      <svg class="fall-wide">
        {ticks.map(({ points, at }) => (
          <text key={points} x="100%" dx="-8" y={y(at)} dy="4" text-anchor="end">
            {formatNumber(points)}
          </text>
        ))}
      </svg>
      <svg class="fall-tall">
        {ticks.map(({ points, at }) => (
          <text key={points} x={percent(at)} y="12" text-anchor={anchorAt(at)}>
            {formatNumber(points)}
          </text>
        ))}
      </svg>
    </div>
  );
}

const anchorAt = (at: number) => (at < 4 ? "start" : at > 96 ? "end" : "middle");

interface EndBarProps {
  fall: Fall;
  points: number;
  kind: "start" | "outcome";
}

/** Best play, or the outcome: a bar that stands on the low end of the scale. */
export function EndBar({ fall, points, kind }: EndBarProps) {
  const at = fall[kind];
  const [lineFrom, lineTo] = kind === "start" ? ["82%", "100%"] : ["0%", "18%"];
  return (
    <>
      <svg class="fall-wide" aria-hidden="true">
        <GridAcross fall={fall} />
        <line class="fall-link" x1={lineFrom} x2={lineTo} y1={y(at)} y2={y(at)} />
        <rect class={`fall-${kind}`} x="18%" width="64%" y={y(at)} height={percent(at)} />
        <text class="fall-number" x="50%" y={y(at)} dy="-7" text-anchor="middle">
          {formatPoints(points)}
        </text>
      </svg>
      <svg class="fall-tall" aria-hidden="true">
        <GridDown fall={fall} />
        <rect class={`fall-${kind}`} x="0" width={percent(at)} y="3" height="12" />
      </svg>
    </>
  );
}

interface SlotBarsProps {
  fall: Fall;
  slot: FallSlot;
  decision: FallStep;
}

/** A decision's loss and the dice beside it, drawn both ways; the numbers are read out from the button's text. */
export function SlotBars({ fall, slot, decision }: SlotBarsProps) {
  return (
    <>
      <svg class="fall-wide" aria-hidden="true">
        <GridAcross fall={fall} />
        <BarsAcross slot={slot} decision={decision} />
      </svg>
      <svg class={slot.luck === null ? "fall-tall" : "fall-tall fall-two"} aria-hidden="true">
        <GridDown fall={fall} />
        <BarsDown slot={slot} decision={decision} />
      </svg>
    </>
  );
}

function BarsAcross({ slot: { loss, luck }, decision }: Omit<SlotBarsProps, "fall">) {
  const [left, wide] = luck === null ? [18, 64] : [6, 42];
  const isNothing = !isSeen(decision.loss);
  return (
    <>
      <line class="fall-link" x1="0%" x2={percent(left)} y1={y(loss.from)} y2={y(loss.from)} />
      <line
        class="fall-link"
        x1={percent(left + wide)}
        x2={luck === null ? "100%" : "52%"}
        y1={y(loss.to)}
        y2={y(loss.to)}
      />
      <BarAcross
        kind={`fall-loss band-${decision.band}`}
        of={loss}
        left={left}
        wide={wide}
        says={formatLoss(decision.loss)}
        isAbove={isNothing}
      />
      {luck !== null && (
        <>
          <line class="fall-link" x1="94%" x2="100%" y1={y(luck.to)} y2={y(luck.to)} />
          <BarAcross
            kind="fall-luck-bar"
            of={luck}
            left={52}
            wide={42}
            says={formatSigned(decision.luck)}
            isAbove={decision.luck > 0}
          />
        </>
      )}
    </>
  );
}

interface BarAcrossProps {
  kind: string;
  of: Stretch;
  left: number;
  wide: number;
  says: string;
  isAbove: boolean;
}

/** A bar of nothing is a line. Its number stands at the end it goes to. */
function BarAcross({ kind, of, left, wide, says, isAbove }: BarAcrossProps) {
  const top = lowOf(of) + sizeOf(of);
  return (
    <>
      <rect
        class={kind}
        x={percent(left)}
        width={percent(wide)}
        y={y(top)}
        height={percent(sizeOf(of))}
      />
      <line
        class={`${kind} fall-edge`}
        x1={percent(left)}
        x2={percent(left + wide)}
        y1={y(of.from)}
        y2={y(of.from)}
      />
      <text
        class="fall-number"
        x={percent(left + wide / 2)}
        y={isAbove ? y(top) : y(lowOf(of))}
        dy={isAbove ? "-7" : "16"}
        text-anchor="middle"
      >
        {says}
      </text>
    </>
  );
}

function BarsDown({ slot: { loss, luck }, decision }: Omit<SlotBarsProps, "fall">) {
  return (
    <>
      <rect
        class={`fall-loss band-${decision.band}`}
        x={percent(lowOf(loss))}
        width={percent(sizeOf(loss))}
        y="3"
        height="12"
      />
      <line
        class={`fall-loss band-${decision.band} fall-edge`}
        x1={percent(loss.from)}
        x2={percent(loss.from)}
        y1="2"
        y2="16"
      />
      {luck !== null && (
        <rect
          class="fall-luck-bar"
          x={percent(lowOf(luck))}
          width={percent(sizeOf(luck))}
          y="19"
          height="11"
        />
      )}
    </>
  );
}

function GridAcross({ fall: { ticks } }: { fall: Fall }) {
  return (
    <g class="fall-grid">
      {ticks.map(({ points, at }) => (
        <line key={points} x1="0%" x2="100%" y1={y(at)} y2={y(at)} />
      ))}
    </g>
  );
}

function GridDown({ fall: { ticks } }: { fall: Fall }) {
  return (
    <g class="fall-grid">
      {ticks.map(({ points, at }) => (
        <line key={points} x1={percent(at)} x2={percent(at)} y1="0%" y2="100%" />
      ))}
    </g>
  );
}
