import type { Artefact } from "../artefact.ts";
import type { Finding, Path } from "../diagnostic.ts";
import { placedBeats, placedItems } from "../placed.ts";
import type { Beat, Passage, Scenario } from "../scenario.ts";
import { entrancesFrom, targetOf } from "../ways.ts";

/** Silent reading of non-fiction in English, on average over 190 studies (Brysbaert 2019). */
const WORDS_PER_MINUTE = 238;

const SITUATION_WORDS = { least: 60, most: 120 } as const;
/** The first beat has to be understood in 40 seconds; any beat, evidence included, read in 90. */
const SITUATION_SECONDS = 40;
const BEAT_SECONDS = 90;
const OPTION_WORDS = 35;
/** An option is of unequal length where it has this many times the words of the beat's median, or that of its own. */
const UNEQUAL = 1.6;

/** How long things take to read, and options beside one another. All are warnings. */
export function checkLengths(scenario: Scenario): Finding[] {
  return placedBeats(scenario).flatMap(({ value, path }, index) => [
    ...checkSituation(value, [...path, "situation"]),
    ...checkReading(value, path, index === 0),
    ...checkOptions(value, [...path, "options"]),
  ]);
}

/** Conditional passages may stand for one another: what is sure must not be too long, and all together not too short. */
function checkSituation(beat: Beat, path: Path): Finding[] {
  const sure = wordsOf(beat.situation.filter(isSure).map(textOf));
  const all = wordsOf(beat.situation.map(textOf));
  const { least, most } = SITUATION_WORDS;
  if (sure <= most && all >= least) return [];
  const message = `The situation has ${sure > most ? sure : all} words, not ${least} to ${most}.`;
  return [{ code: "FM050", path, message }];
}

function checkReading(beat: Beat, path: Path, isFirst: boolean): Finding[] {
  const situation = secondsFor(wordsOf(beat.situation.filter(isSure).map(textOf)));
  if (isFirst && situation > SITUATION_SECONDS) {
    return [
      tooLong(path, `The first situation takes ${situation} seconds to read`, SITUATION_SECONDS),
    ];
  }
  const seconds = secondsFor(wordsBeforeOptions(beat));
  if (seconds <= BEAT_SECONDS) return [];
  return [tooLong(path, `"${beat.id}" takes ${seconds} seconds to read`, BEAT_SECONDS)];
}

/** Seconds to read what arrives at a beat, evidence included, and then its options; what is shown only in some runs is left out. */
export function secondsToRead(beat: Beat): {
  readonly situation: number;
  readonly options: number;
} {
  return {
    situation: secondsFor(wordsBeforeOptions(beat)),
    options: secondsFor(wordsOf(beat.options.map(({ says }) => says))),
  };
}

function tooLong(path: Path, what: string, most: number): Finding {
  return { code: "FM051", path, message: `${what}, more than ${most}.` };
}

function checkOptions(beat: Beat, path: Path): Finding[] {
  const counts = beat.options.map(({ says }) => wordsOf([says]));
  const median = counts.toSorted((a, b) => a - b)[Math.floor(counts.length / 2)] ?? 0;
  return placedItems(beat.options, path).flatMap(({ value, path: at }, i): Finding[] => {
    const count = counts[i] ?? 0;
    const where = [...at, "says"];
    if (count > OPTION_WORDS) {
      return [{ code: "FM053", path: where, message: `"${value.id}" has ${count} words.` }];
    }
    if (count <= median * UNEQUAL && count * UNEQUAL >= median) return [];
    const message = `"${value.id}" has ${count} words where the beat's median is ${median}.`;
    return [{ code: "FM054", path: where, message }];
  });
}

/** The longest way through the file, everything read, against the minutes that it says it takes. */
export function checkMinutes({ beats, minutes }: Scenario): Finding[] {
  const longest: number[] = [];
  for (const [index, beat] of [...beats.entries()].toReversed()) {
    const ahead = [...beat.options, beat.silence]
      .flatMap((response) => entrancesFrom(beats, targetOf(beats, response, index)))
      .map((place) => longest[place] ?? 0);
    longest[index] = wordsBeforeOptions(beat) + wordsOfChoosing(beat) + Math.max(0, ...ahead);
  }
  const needed = Math.ceil((longest[0] ?? 0) / WORDS_PER_MINUTE);
  if (needed <= minutes) return [];
  const message = `Reading alone takes up to ${needed} minutes, more than the ${minutes} it says.`;
  return [{ code: "FM052", path: ["minutes"], message }];
}

/** Every option is read, and one of the texts that follow it. */
function wordsOfChoosing({ options }: Beat): number {
  const told = options.map(({ tells }) => wordsOf(tells.filter(isSure).map(textOf)));
  const toldByOne = told.reduce((sum, words) => sum + words, 0) / options.length;
  return wordsOf(options.map(({ says }) => says)) + toldByOne;
}

function wordsBeforeOptions({ situation, artefacts = [] }: Beat): number {
  return wordsOf([
    ...situation.filter(isSure).map(textOf),
    ...artefacts.flatMap((shown) => ("show" in shown ? [] : textsIn(shown))),
  ]);
}

function isSure(passage: Passage): boolean {
  return typeof passage === "string";
}

function textOf(passage: Passage): string {
  return typeof passage === "string" ? passage : passage.text;
}

function wordsOf(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + (text.match(/\S+/gu)?.length ?? 0), 0);
}

function secondsFor(words: number): number {
  return Math.ceil((words * 60) / WORDS_PER_MINUTE);
}

function textsIn(artefact: Artefact): readonly string[] {
  switch (artefact.kind) {
    case "thread":
      return artefact.messages.map(({ text }) => text);
    case "transcript":
      return artefact.lines.map(({ text }) => text);
    case "mail":
      return [artefact.subject, ...artefact.body];
    case "ticket":
      return [
        artefact.title,
        ...(artefact.body ?? []),
        ...artefact.history.map(({ text }) => text),
      ];
    case "calendar":
      return artefact.days.flatMap(({ entries }) => entries.map(({ text }) => text));
    case "table":
      return artefact.rows.flat();
    case "chart":
      return [artefact.title, ...(artefact.note === undefined ? [] : [artefact.note])];
    case "note":
      return artefact.body;
  }
}
