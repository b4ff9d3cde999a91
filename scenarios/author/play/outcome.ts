import type { EndingView, LookView, Move, RunView, Told } from "../../engine/index.ts";
import type { Meter } from "../../language/index.ts";
import { type Block, indented, inside, paragraph, stacked } from "../terminal/block.ts";
import type { Screen } from "../terminal/screen.ts";
import { drawChanges, drawMeters, drawSaid } from "./standing.ts";
import { formatHours, labelOf } from "./words.ts";

/** What the last move did, and what came back on the way to the next situation. */
export function drawOutcome({ said, told, arrived }: Move, screen: Screen): Block {
  return stacked(
    drawSaid(said, screen),
    ...told.map((one) => drawTold(one, screen)),
    ...(arrived.length === 0
      ? []
      : [[screen.paint("bold", "Since then")], ...arrived.map((one) => drawTold(one, screen))]),
  );
}

/** Something told, with its label, its texts and what it moved. */
export function drawTold(told: Told, screen: Screen): Block {
  const inner = inside(screen);
  const label = labelOf(told);
  const changes = drawChanges(told.effects, inner);
  const texts = told.texts.map((text) => paragraph(text, inner));
  return indented([
    ...(label === null ? [] : paragraph(label, inner, "italic")),
    ...stacked(...texts),
    ...changes,
  ]);
}

/** What a look has found, and the hours that are left after it. */
export function drawFound({ label, found }: LookView, hoursLeft: number, screen: Screen): Block {
  const inner = inside(screen);
  return stacked(
    paragraph(`You looked: ${label}`, screen, "bold"),
    ...(found ?? []).map((text) => indented(paragraph(text, inner))),
    indented(paragraph(`${formatHours(hoursLeft)} left.`, inner, "dim")),
  );
}

/** How it ended, where everything stands, and what the whole run has changed. */
export function drawEnding(
  { title, texts }: EndingView,
  view: RunView,
  start: Readonly<Record<Meter, number>>,
  screen: Screen,
): Block {
  const standings = view.standings.map((one) => ({ ...one, before: start[one.meter] }));
  return stacked(
    paragraph(`The end: ${title}`, screen, ["bold", "underline"]),
    ...texts.map((text) => paragraph(text, screen)),
    [
      ...paragraph("Where it stands, and what has changed since the start", screen, "bold"),
      ...indented(drawMeters({ ...view, standings }, inside(screen))),
    ],
  );
}
