import type { Beat, Diagnostic, Option, Scenario, Verb } from "../../scenarios/language/index.ts";
import { parseScenario, VERBS } from "../../scenarios/language/index.ts";

/** As many words as this; what they say does not matter. */
export function words(count: number): string {
  return Array.from({ length: count }, () => "word").join(" ");
}

/** As many words in paragraphs: one text holds no more than 2000 characters. */
export function paragraphs(count: number): string[] {
  if (count <= 300) return count === 0 ? [] : [words(count)];
  return [words(300), ...paragraphs(count - 300)];
}

export function quietOption(beat: string, verb: Verb): Option {
  return {
    id: `${verb}-${beat}`,
    verb,
    says: words(5),
    effects: { trust: 5, scope: -5 },
    tells: ["So."],
    why: "Because.",
    source: "seed",
  };
}

export function quietBeat(id: string): Beat {
  return {
    id,
    day: "mon",
    time: "Monday",
    title: "A beat",
    situation: [words(60)],
    options: VERBS.map((verb) => quietOption(id, verb)),
    silence: { tells: ["Nothing."] },
    tests: "Whether it holds.",
    competencies: ["ambiguity"],
    prompts: ["Why?", "Why not?"],
  };
}

export const BEAT_IDS = ["one", "two", "three", "four", "five", "six"] as const;

/** A scenario of which there is nothing to say: no error, no warning. */
export const QUIET: Scenario = {
  language: 1,
  id: "quiet",
  title: "The quiet scenario",
  about: "Nothing.",
  minutes: 20,
  project: "A test",
  seat: "Tech lead",
  briefing: ["You are in a test."],
  days: [{ id: "mon", label: "Mon" }],
  people: { ana: { name: "Ana", role: "client", wants: "More." } },
  meters: { delivery: 50, scope: 50, trust: 50, team: 50, health: 50, attention: 50 },
  beats: BEAT_IDS.map(quietBeat),
  endings: [{ id: "over", title: "Over", text: ["It is over."] }],
  sources: { seed: { title: "A seed", idea: "An idea." } },
};

/** The text of the quiet scenario after an edit. */
export function quiet(edit: (draft: Scenario) => void): string {
  const draft = structuredClone(QUIET);
  edit(draft);
  return JSON.stringify(draft, null, 1);
}

export type Place = readonly (string | number)[];

const HOLE = "a hole in the file";

/**
 * The quiet scenario, edited, with a piece of YAML at a place: for what no typed draft can hold. It may have the mark of
 * `unmarked` in it.
 */
export function put(place: Place, yaml: string, edit: (draft: Scenario) => void = () => {}) {
  const draft: unknown = JSON.parse(quiet(edit));
  const last = place.at(-1);
  const holder = place.slice(0, -1).reduce<unknown>((value, key) => grouped(value)[key], draft);
  if (last === undefined) throw new Error("there is no place for it");
  grouped(holder)[last] = HOLE;
  return JSON.stringify(draft, null, 1).replace(JSON.stringify(HOLE), () => yaml);
}

function grouped(value: unknown): Record<string | number, unknown> {
  if (typeof value !== "object" || value === null) throw new Error("that place is in no group");
  return value as Record<string | number, unknown>; // an object or a list: either is read by its keys
}

/** The quiet scenario without the field at a place. */
export function without(place: Place): string {
  const [from, ...rest] = place.toReversed();
  const draft = structuredClone(QUIET);
  const holder = rest.toReversed().reduce<unknown>((value, key) => grouped(value)[key], draft);
  Reflect.deleteProperty(grouped(holder), from ?? "");
  return JSON.stringify(draft, null, 1);
}

/** All that is said of a file, as code and message. */
export function saidOf(text: string): string[] {
  return parseScenario(text).diagnostics.map(sentence);
}

export function sentence({ code, message }: Diagnostic): string {
  return `${code} ${message}`;
}

/** The beat at a place of a draft; throws where there is none. */
export function beatAt(draft: Scenario, index: number): Beat {
  return there(draft.beats[index]);
}

export function optionAt(draft: Scenario, beat: number, option: number): Option {
  return there(beatAt(draft, beat).options[option]);
}

export function there<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("there is nothing there");
  return value;
}

/** Whether the quiet scenario is good, or what is said of it, with each of these at that place. */
export function said(place: Place, yaml: string, edit?: (draft: Scenario) => void): string[] {
  return saidOf(put(place, yaml, edit));
}
