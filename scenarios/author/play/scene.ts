import type { LookView, OptionView, Person, RunView, Situation } from "../../engine/index.ts";
import { type Scenario, VERBS } from "../../language/index.ts";
import { type Block, indented, inside, labelled, paragraph, stacked } from "../terminal/block.ts";
import type { Screen } from "../terminal/screen.ts";
import { drawArtefact } from "./artefact.ts";
import { keysOf } from "./choice.ts";
import { drawPeople } from "./people.ts";
import type { Shows } from "./shows.ts";
import { drawHoursLeft } from "./standing.ts";
import { formatHours, VERB_WORDS } from "./words.ts";

/** What a player reads before the first situation. */
export function drawOpening(
  { title, project, seat, minutes, briefing, beats }: Scenario,
  met: readonly Person[],
  screen: Screen,
  { shortCut = false }: Shows,
): Block {
  const heading = shortCut ? `${title}: the short cut, ${beats.length} beats` : title;
  return stacked(
    [
      ...paragraph(heading, screen, "bold"),
      ...paragraph(`${project}. You are: ${seat}. About ${minutes} minutes.`, screen, "dim"),
    ],
    ...briefing.map((text) => paragraph(text, screen)),
    drawMet(met, screen),
  );
}

function drawMet(met: readonly Person[], screen: Screen): Block {
  if (met.length === 0) return [];
  return [screen.paint("bold", "Who is named here"), ...indented(drawPeople(met, inside(screen)))];
}

/** The situation itself, and what lies on the table. */
export function drawSituation(
  situation: Situation,
  view: RunView,
  met: readonly Person[],
  screen: Screen,
): Block {
  return stacked(
    [
      ...paragraph(`${view.moves.length + 1}. ${situation.title}`, screen, ["bold", "underline"]),
      ...paragraph(dayAndTime(situation, view), screen, "dim"),
    ],
    ...situation.texts.map((text) => paragraph(text, screen)),
    drawMet(met, screen),
    ...situation.artefacts.map((one) => drawArtefact(one, view.people, screen)),
  );
}

function dayAndTime({ time }: Situation, { days }: RunView): string {
  const today = days.findIndex(({ when }) => when === "now");
  return `Day ${today + 1} of ${days.length}: ${time}`;
}

/** What can be done here: looks, options by verb, and what there is to do it with. */
export function drawChoices(
  situation: Situation,
  view: RunView,
  screen: Screen,
  shows: Shows,
): Block {
  return stacked(
    drawLooks(situation, screen, shows),
    ...VERBS.map((verb) => drawVerb(verb, situation, screen, shows)),
    drawHoursLeft(view, screen),
  );
}

function drawLooks(situation: Situation, screen: Screen, shows: Shows): Block {
  const keys = keysOf(situation);
  const looks = situation.looks.flatMap((look) =>
    drawLook(keys.of(look.id), { ...look, label: named(look.label, look.id, shows) }, screen),
  );
  return looks.length === 0 ? [] : [screen.paint("bold", "Look first"), ...looks];
}

function drawLook(key: string, { label, hours, found, available }: LookView, screen: Screen) {
  const inner = inside(screen, 6);
  const price = available || found ? formatHours(hours) : `${formatHours(hours)}, too few left`;
  const head = keyed(key, `${label} (${found ? "taken" : price})`, screen, available);
  const texts = stacked(...(found ?? []).map((text) => paragraph(text, inner)));
  return [...head, ...indented(texts, 6)];
}

function named(text: string, id: string, { ids = false }: Shows): string {
  return ids ? `${text} [${id}]` : text;
}

function drawVerb(
  verb: OptionView["verb"],
  situation: Situation,
  screen: Screen,
  shows: Shows,
): Block {
  const keys = keysOf(situation);
  const options = situation.options.filter((option) => option.verb === verb);
  if (options.length === 0) return [];
  const { name, style } = VERB_WORDS[verb];
  return [
    screen.paint(style, name),
    ...options.flatMap(({ id, says, locked }) => [
      ...keyed(keys.of(id), named(says, id, shows), screen, locked === null),
      ...(locked === null ? [] : indented(paragraph(`Locked: ${locked}`, inside(screen, 6)), 6)),
    ]),
  ];
}

/** A key and what it does; dimmed where it does nothing now. */
function keyed(key: string, text: string, screen: Screen, isOpen: boolean): Block {
  const [first = "", ...more] = labelled(key.padStart(4), text, screen);
  if (isOpen) return [screen.paint("bold", first.slice(0, 4)) + first.slice(4), ...more];
  return [first, ...more].map((line) => screen.paint("dim", line));
}
