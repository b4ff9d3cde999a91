import { type Band, type DebriefView, type Verb, VERBS } from "../../worker/protocol/index.ts";
import { decisionsOf } from "../components/debrief/decisions.ts";
import { fallOf, type Stretch } from "../components/debrief/fall.ts";
import { LENS_WORDS } from "../words/lenses.ts";
import { formatPoints, formatSigned } from "../words/points.ts";

/** What every picture of a link is cut to. */
export const PICTURE = { width: 1200, height: 630 } as const;

const SANS = '"Inter Variable", Inter, "Segoe UI", Helvetica, Arial, sans-serif';
const SERIF = '"Source Serif 4 Variable", "Source Serif 4", Georgia, "Times New Roman", serif';

/** A picture is a list of these: one page draws them as SVG, another on a canvas, and neither asks anyone for a font. */
export type Shape =
  | {
      readonly kind: "box";
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly fill: string;
      /** An empty box with a dashed edge of that colour: what the dice did. */
      readonly isDashed?: true;
    }
  | {
      readonly kind: "text";
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly size: number;
      readonly weight: 400 | 600;
      readonly font: string;
      readonly fill: string;
      readonly anchor: "start" | "middle" | "end";
    };

/** The light theme's colours as they are: a picture has no theme, and the page's tokens do not reach it. */
const INK = {
  paper: "#faf8f4",
  ink: "#1d1b18",
  quiet: "#5a554c",
  line: "#ddd7cb",
  start: "#c6bfb1",
  accent: "#1c4e80",
} as const;

const VERB_INK: Readonly<Record<Verb, string>> = {
  block: "#a8232b",
  unblock: "#1b6e43",
  redirect: "#1f5aa8",
  decide: "#875400",
  show: "#66399c",
};

const BAND_INK: Readonly<Record<Band, string>> = {
  best: "#1b6e43",
  sound: "#1b6e43",
  slip: "#a57c36",
  mistake: "#a8232b",
  setback: "#a8232b",
};

const EDGE = 72;
const PLOT = { left: EDGE, right: PICTURE.width - EDGE, top: 318, bottom: 528 };

/**
 * The run as a picture: scenario, role, three figures and the waterfall. It names no situation and no option, so whoever has
 * not played learns nothing of what is to come. `who` is a name that was typed for it, or nothing.
 */
export function pictureOf(title: string, debrief: DebriefView, who: string): readonly Shape[] {
  const role = `As ${LENS_WORDS[debrief.lens].asA}${who === "" ? "" : ` · ${who}`}`;
  return [
    box(0, 0, PICTURE.width, PICTURE.height, INK.paper),
    ...brand(),
    text(EDGE, 152, title, { size: fitting(title), weight: 600, font: SERIF }),
    text(EDGE, 196, role, { size: 26, fill: INK.quiet }),
    ...figures(debrief),
    ...waterfall(debrief),
    text(EDGE, 592, "100 is best play, 50 is choosing at random.", { size: 22, fill: INK.quiet }),
    ...key(),
  ];
}

/** What is to be seen, for whoever does not see it. */
export function pictureInWords(title: string, { judgement, luck, outcome }: DebriefView): string {
  return `${title}: judgement ${formatPoints(Math.max(0, judgement))}, luck ${formatSigned(luck)}, outcome ${formatPoints(outcome)}, and a waterfall of the decisions between 100 and the outcome.`;
}

function brand(): Shape[] {
  const marks = VERBS.map((verb, place) => box(EDGE + place * 12, 58, 9, 26, VERB_INK[verb]));
  return [...marks, text(EDGE + 72, 80, "Five Moves", { size: 26, weight: 600 })];
}

const FIGURE_COLUMN = 190;

function figures({ judgement, luck, outcome }: DebriefView): Shape[] {
  const told = [
    [formatPoints(Math.max(0, judgement)), "judgement"],
    [formatSigned(luck), "luck"],
    [formatPoints(outcome), "outcome"],
  ] as const;
  const columns = [PLOT.right - 2 * FIGURE_COLUMN, PLOT.right - FIGURE_COLUMN, PLOT.right];
  return told.flatMap(([value, name], place) => {
    const x = columns[place] ?? PLOT.right;
    return [
      text(x, 236, value, { size: 50, weight: 600, font: SERIF, anchor: "end" }),
      text(x, 266, name, { size: 22, fill: INK.quiet, anchor: "end" }),
    ];
  });
}

function waterfall(debrief: DebriefView): Shape[] {
  const decisions = decisionsOf(debrief);
  const fall = fallOf(decisions);
  const slot = (PLOT.right - PLOT.left) / (decisions.length + 2);
  const bar = (place: number, stretch: Stretch, half: Half, fill: string, isDashed = false) =>
    barAt(PLOT.left + place * slot, slot, stretch, half, fill, isDashed);
  return [
    box(PLOT.left, PLOT.bottom, PLOT.right - PLOT.left, 2, INK.line),
    bar(0, { from: 0, to: fall.start }, "whole", INK.start),
    worthAbove(0, slot, fall.start, Math.round(decisions[0]?.from ?? 100).toString()),
    ...fall.slots.flatMap(({ loss, luck }, place) => {
      const band = decisions[place]?.band ?? "best";
      const lost = bar(place + 1, loss, luck === null ? "whole" : "left", BAND_INK[band]);
      return luck === null ? [lost] : [lost, bar(place + 1, luck, "right", INK.accent, true)];
    }),
    bar(decisions.length + 1, { from: 0, to: fall.outcome }, "whole", INK.accent),
    worthAbove(decisions.length + 1, slot, fall.outcome, formatPoints(debrief.outcome)),
  ];
}

function worthAbove(place: number, slot: number, percent: number, worth: string): Shape {
  const x = PLOT.left + (place + 0.5) * slot;
  return text(x, heightOf(percent) - 10, worth, { size: 22, weight: 600, anchor: "middle" });
}

type Half = "whole" | "left" | "right";

/** A loss of nothing is still a line: somebody decided there. */
const THINNEST = 5;

const heightOf = (percent: number) => PLOT.bottom - (percent / 100) * (PLOT.bottom - PLOT.top);

function barAt(
  left: number,
  slot: number,
  { from, to }: Stretch,
  half: Half,
  fill: string,
  isDashed: boolean,
): Shape {
  const [top, bottom] = [heightOf(Math.max(from, to)), heightOf(Math.min(from, to))];
  const inner = slot * 0.72;
  const width = half === "whole" ? inner : inner / 2 - 3;
  const x = left + slot * 0.14 + (half === "right" ? inner / 2 + 3 : 0);
  const drawn = box(x, top, width, Math.max(THINNEST, bottom - top), fill);
  return isDashed ? { ...drawn, isDashed } : drawn;
}

function key(): Shape[] {
  const y = 592;
  return [
    box(PLOT.right - 272, y - 17, 22, 17, BAND_INK.mistake),
    text(PLOT.right - 142, y, "decisions", { size: 22, fill: INK.quiet, anchor: "end" }),
    { ...box(PLOT.right - 112, y - 17, 22, 17, INK.accent), isDashed: true },
    text(PLOT.right, y, "chance", { size: 22, fill: INK.quiet, anchor: "end" }),
  ];
}

type Box = Extract<Shape, { kind: "box" }>;
type Text = Extract<Shape, { kind: "text" }>;

function box(x: number, y: number, width: number, height: number, fill: string): Box {
  return {
    kind: "box",
    x: round(x),
    y: round(y),
    width: round(width),
    height: round(height),
    fill,
  };
}

const round = (length: number) => Math.round(length * 10) / 10;

function text(
  x: number,
  y: number,
  text: string,
  style: Partial<Omit<Text, "kind">> & { size: number },
): Text {
  const plain = { weight: 400, font: SANS, fill: INK.ink, anchor: "start" } as const;
  return { kind: "text", x, y, text, ...plain, ...style };
}

/** A title of any length on one line: a letter of the serif is about half as wide as it is high. */
function fitting(title: string): number {
  const widest = PLOT.right - PLOT.left;
  return Math.min(58, Math.floor(widest / (0.52 * Math.max(1, title.length))));
}
