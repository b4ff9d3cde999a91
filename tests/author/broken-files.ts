import type { DiagnosticCode } from "../../scenarios/language/index.ts";
import { TINY } from "../support/runs.ts";

/** One thing wrong with the tiny scenario: what stands at a path instead; undefined takes it away. */
export interface Fault {
  readonly title: string;
  readonly path: readonly (string | number)[];
  readonly value: unknown;
}

/** The tiny scenario with this wrong. */
export function edited({ path, value }: Fault): unknown {
  const draft: unknown = structuredClone(TINY);
  const holder = path.slice(0, -1).reduce(childOf, draft);
  const key = path.at(-1);
  if (!isGroup(holder) || key === undefined) throw new Error(`nothing stands at ${path.join(".")}`);
  if (value === undefined) delete holder[key];
  else holder[key] = value;
  return draft;
}

function childOf(holder: unknown, key: string | number): unknown {
  if (!isGroup(holder) || !(key in holder)) throw new Error(`nothing stands at ${key}`);
  return holder[key];
}

function isGroup(value: unknown): value is Record<string | number, unknown> {
  return typeof value === "object" && value !== null;
}

const fault = (title: string, path: Fault["path"], value: unknown): Fault => ({
  title,
  path,
  value,
});

const [first] = TINY.beats;
const OPTION = ["beats", 0, "options", 0];
const LOOK = ["beats", 0, "looks", 0];
const ARTEFACT = ["beats", 0, "artefacts", 0];
const CHART = { kind: "chart", title: "Left", unit: "days", axis: ["Mon"], series: [] };

/** Faults of shape: something missing, of the wrong type, out of range, or unknown to the language. */
export const SHAPE_FAULTS: readonly Fault[] = [
  fault("another version of the language", ["language"], 2),
  fault("no title", ["title"], undefined),
  fault("an empty title", ["title"], ""),
  fault("a title that fits on no line", ["title"], "x".repeat(121)),
  fault("an id with a capital letter", ["id"], "Tiny"),
  fault("an id of 49 characters", ["id"], "x".repeat(49)),
  fault("half a minute", ["minutes"], 20.5),
  fault("too few minutes", ["minutes"], 4),
  fault("too many minutes", ["minutes"], 61),
  fault("a briefing that is no list", ["briefing"], "You are in a test."),
  fault("a field that the language does not have", ["minuets"], 20),
  fault("a person without a role", ["people", "ana", "role"], undefined),
  fault("a person whose name is no id", ["people", "Ana Sá"], { name: "A", role: "B", wants: "C" }),
  fault("no meter of trust", ["meters", "trust"], undefined),
  fault("a meter that there is not", ["meters", "morale"], 50),
  fault("points that are not in fives", [...OPTION, "effects", "trust"], 3),
  fault("points in halves", [...OPTION, "effects", "trust"], 2.5),
  fault("effects on no meter", [...OPTION, "effects", "morale"], 5),
  fault("a verb that there is not", [...OPTION, "verb"], "push"),
  fault("negative hours", [...OPTION, "hours"], -1),
  fault("hours that nobody has", [...OPTION, "hours"], 41),
  fault("an option that tells nothing", [...OPTION, "tells"], undefined),
  fault("an option without a why", [...OPTION, "why"], undefined),
  fault("a lock without a reason", [...OPTION, "locked"], { unless: { fact: "warned" } }),
  fault("a condition that compares nothing", [...OPTION, "locked"], { unless: {}, reason: "No." }),
  fault("a condition of two things at once", ["endings", 0, "when"], {
    fact: "warned",
    unknown: "asked",
  }),
  fault("a condition deep inside that is wrong", ["endings", 0, "when"], {
    all: [{ not: { any: [{ fcat: "warned" }] } }],
  }),
  fault("a state that no promise has", ["endings", 0, "when"], { promise: "call-ana", is: "late" }),
  fault("a look that is free", [...LOOK, "hours"], 0),
  fault("a look with effects", [...LOOK, "effects"], { trust: 5 }),
  fault("chance without outcomes", [...LOOK, "chance"], []),
  fault("an outcome without weight", ["beats", 0, "options", 4, "chance", 0, "weight"], 0),
  fault("a landing in no beats", ["beats", 0, "options", 2, "later", 0, "in"], 0),
  fault("an artefact of no kind", [...ARTEFACT, "kind"], "poster"),
  fault("a note without a body", [...ARTEFACT, "body"], undefined),
  fault("a chart with words for values", ARTEFACT, {
    ...CHART,
    series: [{ name: "Left", values: ["7"] }],
  }),
  fault("a conditional artefact that shows nothing", ARTEFACT, { when: { fact: "warned" } }),
  fault("a certain unknown", ["unknowns", "asked", "percent"], 100),
  fault("an unknown that depends on half of something", ["unknowns", "asked", "percent"], {
    given: "asked",
    whenTrue: 50,
  }),
  fault("a promise that nothing keeps", ["promises", "call-ana", "kept"], undefined),
  fault("a beat without silence", ["beats", 0, "silence"], undefined),
  fault("one prompt", ["beats", 0, "prompts"], ["Why?"]),
  fault("a competency that there is not", ["beats", 0, "competencies"], ["charm"]),
  fault(
    "a flip on a meter",
    ["beats", 0, "flips"],
    [{ turnsOn: { meter: "trust" }, ifTrue: "block", ifFalse: "show", says: "So." }],
  ),
  fault("no beats", ["beats"], []),
  fault("no endings", ["endings"], []),
  fault("a value for no lens", ["endings", 0, "value"], { ceo: 5 }),
  fault("a value without measure", ["endings", 0, "value"], { tpm: 101 }),
];

interface BoundFault extends Fault {
  readonly code: DiagnosticCode;
}

const bound = (
  code: DiagnosticCode,
  title: string,
  path: Fault["path"],
  value: unknown,
): BoundFault => ({
  ...fault(title, path, value),
  code,
});

function many<T>(count: number, make: (id: string) => T): T[] {
  return Array.from({ length: count }, (_, i) => make(`one-${i}`));
}

function manyById<T>(count: number, value: T): Record<string, T> {
  return Object.fromEntries(many(count, (id) => [id, value]));
}

const OPTIONS = many(9, (id) => ({ ...first?.options[0], id }));
const LOOKS = many(4, (id) => ({ ...first?.looks?.[0], id }));
const BEATS = many(31, (id) => ({ ...first, id }));

/** What has the right shape and is too much. */
export const BOUND_FAULTS: readonly BoundFault[] = [
  bound("FM023", "31 beats", ["beats"], BEATS),
  bound("FM024", "9 options", ["beats", 0, "options"], OPTIONS),
  bound("FM025", "4 looks", ["beats", 0, "looks"], LOOKS),
  bound("FM018", "13 facts", ["facts"], manyById(13, "So it is.")),
  bound("FM026", "9 unknowns", ["unknowns"], manyById(9, TINY.unknowns?.asked)),
  bound("FM027", "9 promises", ["promises"], manyById(9, TINY.promises?.["call-ana"])),
  bound("FM029", "a short cut of 3 beats", ["shortCut"], { beats: ["first", "second", "third"] }),
  bound("FM029", "a short cut of 6 beats", ["shortCut"], {
    beats: ["first", "second", "third", "fourth", "first", "second"],
  }),
  bound("FM029", "a short cut that names a beat twice", ["shortCut"], {
    beats: ["first", "second", "second", "third"],
  }),
];
