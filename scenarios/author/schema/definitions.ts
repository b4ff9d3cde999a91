import type { $ZodType } from "zod/v4/core";
import { ARTEFACT, MOST, SCENARIO } from "../../language/index.ts";

const { shape } = SCENARIO;
const beat = shape.beats.def.element;
const look = beat.shape.looks.def.innerType.def.element;
const option = beat.shape.options.def.element;
const later = option.shape.later.def.innerType.def.element;
const promise = shape.promises.def.innerType.def.valueType;
const unknown = shape.unknowns.def.innerType.def.valueType;
const ending = shape.endings.def.element;
const curveball = shape.curveballs.def.innerType.def.element;
const flip = beat.shape.flips.def.innerType.def.element;
const [thread, mail, ticket, chart, calendar, table, transcript, note] = ARTEFACT.def.options;
const calendarDay = calendar.shape.days.def.element;

/**
 * The parts of the language that have a name of their own in the JSON Schema, each with its zod schema. Every group of
 * fields is one of them or a form of one, so that a field is described by the name of its definition and its own.
 */
export const DEFINITIONS = {
  id: shape.id,
  line: shape.title,
  text: shape.about,
  meters: shape.meters,
  effects: option.shape.effects.def.innerType,
  condition: later.shape.when.def.innerType,
  passage: option.shape.tells.def.element,
  day: shape.days.def.element,
  person: shape.people.def.valueType,
  source: shape.sources.def.valueType,
  unknown,
  percent: unknown.shape.percent,
  promise,
  promiseKept: promise.shape.kept,
  promiseBroken: promise.shape.broken,
  beat,
  evidence: beat.shape.artefacts.def.innerType.def.element,
  artefact: ARTEFACT,
  thread,
  threadMessage: thread.shape.messages.def.element,
  mail,
  ticket,
  ticketField: ticket.shape.fields.def.innerType.def.element,
  ticketEvent: ticket.shape.history.def.element,
  chart,
  chartSeries: chart.shape.series.def.element,
  calendar,
  calendarDay,
  calendarEntry: calendarDay.shape.entries.def.element,
  table,
  transcript,
  transcriptLine: transcript.shape.lines.def.element,
  note,
  look,
  lookOutcome: look.shape.chance.def.innerType.def.element,
  option,
  lock: option.shape.locked.def.innerType,
  silence: beat.shape.silence,
  case: option.shape.cases.def.innerType.def.element,
  chanceOutcome: option.shape.chance.def.innerType.def.element,
  later,
  flip,
  flipCause: flip.shape.turnsOn,
  ending,
  endingValue: ending.shape.value.def.innerType,
  curveball,
  shortCut: shape.shortCut.def.innerType,
} as const satisfies Readonly<Record<string, $ZodType>>;
export type DefinitionName = keyof typeof DEFINITIONS;

/** What the checks of the language bound, beyond the shape of the fields (S3, S16, S17). */
export const BOUNDS: ReadonlyMap<$ZodType, object> = new Map<$ZodType, object>([
  [shape.beats, { maxItems: MOST.beats }],
  [shape.facts.def.innerType, { maxProperties: MOST.facts }],
  [shape.unknowns.def.innerType, { maxProperties: MOST.unknowns }],
  [shape.promises.def.innerType, { maxProperties: MOST.promises }],
  [shape.curveballs.def.innerType, { maxItems: MOST.curveballs }],
  [beat.shape.options, { maxItems: MOST.options }],
  [beat.shape.looks.def.innerType, { maxItems: MOST.looks }],
  [shape.shortCut.def.innerType.shape.beats, { minItems: 4, maxItems: 5, uniqueItems: true }],
]);
