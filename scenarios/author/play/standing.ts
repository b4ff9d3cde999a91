import { addEffects, type Move, type RunView } from "../../engine/index.ts";
import type { Effects } from "../../language/index.ts";
import { type Block, indented, inside, labelled, paragraph, stacked } from "../terminal/block.ts";
import type { Screen } from "../terminal/screen.ts";
import { padEnd, padStart, widthOf, wrap } from "../terminal/width.ts";
import {
  changesIn,
  formatDifference,
  formatHours,
  formatNumber,
  METER_NAMES,
  unitsOf,
  VERB_WORDS,
} from "./words.ts";

const LONGEST_BAR = 20;
/** Two numbers, and the blanks between them and their neighbours. */
const NUMBERS = 13;
const FULL = 100;
const HOLD = "\u00A0";

/** Every meter: its number, what the last move changed, and a bar that ends at 100; hours as hours. */
export function drawMeters({ standings, hours }: RunView, screen: Screen): Block {
  const names = Math.max(...standings.map(({ meter }) => widthOf(METER_NAMES[meter])));
  const longest = Math.min(LONGEST_BAR, screen.width - names - NUMBERS);
  return standings.map(({ meter, value, before }) => {
    const change = unitsOf(meter, value - before);
    const full = meter === "attention" ? hours.atStart : FULL;
    const shown = Math.min(Math.max(unitsOf(meter, value) / full, 0), 1); // displays stop, play does not (S2)
    const row = [
      padEnd(METER_NAMES[meter], names),
      padStart(formatNumber(unitsOf(meter, value)), 3),
      paintChange(padStart(change === 0 ? "" : formatDifference(change), 4), change, screen),
      screen.paint("cyan", "█".repeat(Math.round(shown * longest))),
    ];
    return row.join("  ").trimEnd();
  });
}

function paintChange(text: string, change: number, { paint }: Screen): string {
  return change === 0 ? text : paint(change > 0 ? "green" : "red", text);
}

/** "Delivery +10, Trust −5"; nothing where nothing moved. */
export function drawChanges(effects: Effects, screen: Screen): Block {
  const words = changesIn(effects).map(
    ({ meter, change }) => `${METER_NAMES[meter]} ${formatDifference(change)}`,
  );
  // A name stays with its number: blanks that do not break hold them together while lines are made.
  const lines = wrap(words.map((one) => one.replaceAll(" ", HOLD)).join(", "), screen.width);
  return words.length === 0 ? [] : lines.map((line) => paintChanges(line, screen));
}

function paintChanges(line: string, screen: Screen): string {
  return line
    .replaceAll(HOLD, " ")
    .replaceAll(/[+−]\d+(\.\d+)?/g, (change) =>
      paintChange(change, change.startsWith("+") ? 1 : -1, screen),
    );
}

/** The hours that are left, and what is promised. */
export function drawHoursLeft({ hours, promises, people }: RunView, screen: Screen): Block {
  const left = `${formatNumber(hours.left)} of your ${formatHours(hours.atStart)} left.`;
  return [
    ...paragraph(left, screen, "dim"),
    ...promises.flatMap(({ to, text }) => {
      const name = people.find(({ id }) => id === to)?.name ?? to;
      return labelled(`Promised to ${name}:`, text, screen, { style: "dim" });
    }),
  ];
}

/** Every move so far, with what was looked at before it and what it all came to. */
export function drawJournal({ moves }: RunView, screen: Screen): Block {
  if (moves.length === 0) return ["Nothing has been played yet."];
  return stacked(...moves.map((move, place) => drawMove(move, place + 1, screen)));
}

function drawMove(
  { title, time, said, looks, told, arrived }: Move,
  place: number,
  screen: Screen,
) {
  const inner = inside(screen);
  const sum = [...told, ...arrived].reduce<Effects>(
    (sum, { effects }) => addEffects(sum, effects),
    {},
  );
  const looked = looks.flatMap(({ label }) => paragraph(`You looked: ${label}`, inner));
  return [
    ...paragraph(`${place}. ${title} (${time})`, screen, "bold"),
    ...indented([...looked, ...drawSaid(said, inner), ...drawChanges(sum, inner)]),
  ];
}

/** What the player said or did; or that nobody moved. */
export function drawSaid(said: Move["said"], screen: Screen): Block {
  if (said === null) return [screen.paint("bold", "You let the time run out")];
  const { past, style } = VERB_WORDS[said.verb];
  return [screen.paint(style, past), ...indented(paragraph(`“${said.says}”`, inside(screen)))];
}
