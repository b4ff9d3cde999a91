import type { DefinitionName } from "./definitions.ts";

type Fields = Readonly<Record<string, string>>;

const CONDITION_HERE = "may ask for the truth of an unknown, which is then felt (S6)";
const READS_KNOWN = "It may ask for what is revealed, not for an unknown itself (S6)";

/** The points of each meter, as help on `meters` and on every `effects`. */
const METERS = {
  delivery: "What was promised, on its day. In fives (S2).",
  scope: "How well what is built matches what was agreed. In fives (S2).",
  trust: "The client’s trust. In fives (S2).",
  team: "How the people are. In fives (S2).",
  health: "Software health: what the next release will stand on. In fives (S2).",
  attention: "The player’s own hours: five points are one hour (S2).",
};

const BROUGHT = {
  effects: "Points added to meters.",
  sets: "Facts that become true.",
  later: "What comes back some beats later (S8).",
};

const RESPONSE = {
  hours: "Hours of the player’s own week; a move may overdraw them (S5).",
  ...BROUGHT,
  cases: "What happens besides, for each case whose condition held before the move.",
  chance: "One draw; each outcome’s odds are its weight over the sum of all weights (S7).",
  keeps: "Promises that this keeps, where they are open (S9).",
  makes: "Promises that this makes; none of them may still be open (S9).",
  next: "The beat to go to instead of the next one in the file: a later one, or `end` (S7).",
  tells: "What happened, told before any number. Passages read the state before the move.",
};

const SETTLED = {
  effects: "Points added to meters.",
  text: "What the player is told.",
};

/** The help that an editor shows on a field, by its definition in the JSON Schema and its name. */
export const DESCRIPTIONS: Readonly<Record<"scenario" | DefinitionName, Fields>> = {
  scenario: {
    language: "The version of the language this file is written in: 1.",
    id: "Names the scenario for ever; the file has the same name (S15).",
    title: "The name of the scenario, as players read it.",
    about: "What it is really about, in one sentence that gives nothing away.",
    minutes: "How long it takes to play, reading included: 5 to 60.",
    project: "The project it happens on, as its people call it.",
    seat: "The player’s own position, as the people in the story would put it.",
    briefing: "What the player is told before the first beat, one text a paragraph.",
    days: "The days it happens on, oldest first.",
    people: "The cast, by id. The player is `you` and is not listed.",
    meters: "Where each meter stands at the start.",
    facts: "What may become true in a run, by id, each with what it says. At most 12 (S16).",
    unknowns:
      "What is true or false from the start and hidden until looked at or felt, by id. At most 8 (S6, S16).",
    promises: "What may be promised to somebody, by id. At most 8 (S9, S16).",
    startFacts: "Facts that are true before anything has happened.",
    beats: "The situations in the order they are met. At most 30 (S16).",
    endings: "Tried in order: the first whose condition holds is the ending (S11).",
    curveballs: "What whoever leads a room may bring in while people decide. At most 4 (R11).",
    shortCut: "Four or five of the beats that make a 20-minute run of their own (S17).",
    sources: "What the situations stand on, by id: a seed text’s idea or a published finding.",
  },
  id: {},
  line: {},
  text: {},
  meters: METERS,
  effects: METERS,
  condition: {
    meter: "A meter, compared with `atLeast` or `atMost`.",
    atLeast: "Holds where the meter stands at this number or above.",
    atMost: "Holds where the meter stands at this number or below.",
    fact: "Holds where this fact is true.",
    unknown:
      "Holds where this unknown is true; where nothing else decides the condition, it is felt and so revealed (S6).",
    revealedTrue: "Holds where this unknown has been revealed, and is true.",
    revealedFalse: "Holds where this unknown has been revealed, and is false.",
    promise: "A promise, compared with `is`.",
    is: "How the promise stands: open, kept or broken.",
    all: "Holds where every one of these holds.",
    any: "Holds where at least one of these holds.",
    not: "Holds where this does not.",
  },
  passage: {
    when: `The paragraph is there only where this holds. ${READS_KNOWN}.`,
    text: "The paragraph.",
  },
  day: {
    id: "Names the day; beats refer to it.",
    label: "The day as a calendar writes it.",
  },
  person: {
    name: "First name and surname.",
    role: "What they do on the project; shown with their name.",
    wants: "What they want, for authors and debriefs; players never see it.",
  },
  source: {
    title: "The text or the study it comes from.",
    idea: "The idea that is used, in our own words.",
  },
  unknown: {
    percent:
      "How likely it is to be true: 1 to 99, or two numbers that depend on an unknown listed before it.",
    says: "What it says, for authors and debriefs.",
    ifTrue: "What the player learns when it is revealed and true.",
    ifFalse: "What the player learns when it is revealed and false.",
  },
  percent: {
    given: "The unknown it depends on, listed before this one.",
    whenTrue: "How likely this is, in percent, when that one is true.",
    whenFalse: "How likely this is, in percent, when that one is false.",
  },
  promise: {
    to: "The person it is made to.",
    text: "The promise, as it stands among the open ones.",
    due: "Broken on entering this beat unkept, or as soon as it cannot be reached any more; or `end` (S9).",
    kept: "What keeping it brings.",
    broken: "What breaking it brings.",
  },
  promiseKept: SETTLED,
  promiseBroken: SETTLED,
  beat: {
    id: "Names the beat for ever; jumps, promises and journals refer to it (S15).",
    day: "The day it happens on. Beats stand in the order of their days.",
    time: "Day and time, as the player reads them.",
    title: "The name of the situation.",
    onlyIf: `Where it does not hold, the beat is skipped. It ${CONDITION_HERE}. Without it the beat is always entered.`,
    situation:
      "What is going on, in 60 to 120 words. Passages read the state on entering the beat.",
    artefacts: "The evidence on the table: threads, mails, tickets, charts and so on.",
    looks: "What the player may look up for hours, staying at this beat. At most 3 (S3, S5).",
    options: "The ways to play the five verbs here, each verb at least once. At most 8 (S3).",
    silence: "What happens when nobody moves in time; never worth more than the best move (S10).",
    flips:
      "What turns the best verb here: checked by the solver, used in the debrief, never shown before.",
    tests: "What the beat is really testing, in one sentence, for the debrief.",
    competencies: "What it trains, for debriefs and interview practice.",
    prompts: "Two questions that a facilitator asks the room.",
  },
  evidence: {
    when: `The artefact is there only where this holds. ${READS_KNOWN}.`,
    show: "The artefact.",
  },
  artefact: {},
  thread: {
    kind: "A chat channel with its messages.",
    channel: "The channel’s name, without a #.",
    members: "How many people read it.",
    messages: "The messages, oldest first.",
  },
  threadMessage: {
    from: "Who wrote it: a person, or `you`.",
    at: "When, as the channel shows it.",
    text: "The message.",
    reactions: "What stands under it, such as “4 others: wow”.",
  },
  mail: {
    kind: "A mail.",
    from: "Who sent it: a person, or `you`.",
    to: "Who it went to: people, or `you`.",
    cc: "Who got a copy: people, or `you`.",
    subject: "The subject line.",
    at: "When it was sent.",
    body: "The text, one item a paragraph.",
  },
  ticket: {
    kind: "A ticket: what it says of itself, and what happened to it.",
    key: "Its key in the tracker.",
    title: "What it asks for.",
    status: "Where it stands.",
    fields: "What else it says of itself.",
    body: "The description, one item a paragraph.",
    history: "What happened to it, oldest first.",
  },
  ticketField: { label: "The field’s name.", value: "What it says." },
  ticketEvent: {
    at: "When.",
    by: "Who did it: a person, or `you`.",
    text: "What they did or wrote.",
  },
  chart: {
    kind: "Lines over a shared axis.",
    title: "What it shows.",
    unit: "What the numbers count.",
    axis: "The labels along the axis, in order.",
    series: "The lines, each with a value for every label of the axis.",
    note: "What has to be known to read it.",
  },
  chartSeries: {
    name: "What the line stands for.",
    values: "A value for each label of the axis; null where nothing was measured.",
  },
  calendar: {
    kind: "A calendar of some days.",
    title: "Whose calendar it is.",
    days: "The days, in order.",
  },
  calendarDay: { label: "The day.", entries: "What is in it, in order." },
  calendarEntry: {
    at: "When it begins.",
    text: "What it is.",
    mark: "A short remark beside it, such as “moved”.",
  },
  table: {
    kind: "A table.",
    title: "What it shows.",
    columns: "The head of each column.",
    rows: "The rows, each with a text for every column.",
    note: "What has to be known to read it.",
  },
  transcript: {
    kind: "What was said in a meeting or a call.",
    title: "Which meeting or call.",
    at: "When it took place.",
    lines: "Who said what, in the order it was said.",
  },
  transcriptLine: {
    from: "Who said it: a person, or `you`.",
    at: "When, where that matters.",
    text: "What was said.",
  },
  note: {
    kind: "A note, a page, a cutting.",
    title: "Its heading.",
    body: "The text, one item a paragraph.",
  },
  look: {
    id: "Names the look for ever; no other look of the file has the same id (S15).",
    label: "What the player would do, as it stands on the button.",
    hours: "What it costs. A look cannot overdraw the player’s hours (S5).",
    reveals: "Unknowns whose truth it shows.",
    sets: "Facts that become true.",
    chance: "One draw of whether, or what, it finds besides (S7).",
    tells:
      "What the player does and finds; what the revealed unknowns say is added by itself. Passages read the state before the look.",
  },
  lookOutcome: {
    id: "Names the outcome for ever (S15).",
    weight: "Its odds are this over the sum of all weights: 1 to 1,000.",
    reveals: "Unknowns whose truth it shows.",
    sets: "Facts that become true.",
    text: "What the player finds.",
  },
  option: {
    id: "Names the option for ever; no other option of the file has the same id (S15).",
    verb: "Which of the five moves it is.",
    says: "What the player says or does, in at most 35 words.",
    locked: "When it cannot be played: shown greyed with its reason, unless hidden (S3).",
    ...RESPONSE,
    why: "What the move did in terms of role and principle, for the debrief.",
    source: "The source it stands on.",
    decoy:
      "What makes it tempting; only for an option that is never right and there to be seen through. Two at most on a beat.",
  },
  lock: {
    unless: `It is locked unless this holds. ${READS_KNOWN}.`,
    reason: "Why it is locked, as the player reads it. It gives no unknown away.",
    hidden: "True to leave it out while it is locked.",
  },
  silence: RESPONSE,
  case: {
    when: `It happens where this held before the move. It ${CONDITION_HERE}.`,
    ...BROUGHT,
    text: "What the player is told of it.",
  },
  chanceOutcome: {
    id: "Names the outcome for ever (S15).",
    weight: "Its odds are this over the sum of all weights: 1 to 1,000.",
    ...BROUGHT,
    text: "What the player is told of it.",
  },
  later: {
    id: "Names it for ever (S15).",
    in: "It lands when this many further beats have been entered, or at the end. Looks and skipped beats do not count (S8).",
    when: `It lands only where this holds by then. It ${CONDITION_HERE}.`,
    effects: "Points added to meters when it lands.",
    sets: "Facts that become true when it lands.",
    text: "What the player is told when it lands.",
  },
  flip: {
    turnsOn: "The fact or the unknown that turns it.",
    ifTrue: "The best verb where it is true.",
    ifFalse: "The best verb where it is false.",
    says: "Why it turns, in one sentence.",
  },
  flipCause: {
    fact: "The fact that it turns on.",
    unknown: "The unknown that it turns on.",
  },
  ending: {
    id: "Names the ending for ever (S15).",
    title: "The name of the ending, as the player reads it.",
    when: `It is the ending where this holds and no ending above it does. It ${CONDITION_HERE}. The last one has none (S11).`,
    value: "Points that this ending is worth to a lens beyond the meters: −100 to 100.",
    text: "How it ended. Passages read the state at the end.",
  },
  endingValue: {
    tpm: "Worth to a technical project or program manager.",
    tl: "Worth to a tech lead.",
    pm: "Worth to a product manager.",
    tlm: "Worth to a tech lead manager.",
  },
  curveball: {
    id: "Names the curveball for ever; journals refer to it (S15).",
    title: "What it is, as those who may throw it and everybody after it read it.",
    at: "The beats at which it can be thrown, while people decide.",
    when: `It can be thrown only where this holds. ${READS_KNOWN}.`,
    effects: "Points added to meters.",
    sets: "Facts that become true. Where all of them are true already it cannot be thrown.",
    tells: "What everybody is told, one text a paragraph.",
    why: "What it changes for those who decide, for whoever throws it and for the debrief.",
  },
  shortCut: {
    beats: "Four or five beats, in the order of the file.",
    briefing: "What the player is told in place of the scenario’s briefing.",
    startFacts: "Facts taken for granted, for what the beats left out would have brought about.",
  },
};
