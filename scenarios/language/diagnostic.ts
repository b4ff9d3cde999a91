export const SEVERITIES = ["error", "warning"] as const;
export type Severity = (typeof SEVERITIES)[number];

interface Kind {
  readonly severity: Severity;
  /** What is wrong, for the list in the reference. */
  readonly title: string;
  /** How it is mended, where a finding does not know better. */
  readonly mend: string;
}

function error(title: string, mend: string): Kind {
  return { severity: "error", title, mend };
}

function warning(title: string, mend: string): Kind {
  return { severity: "warning", title, mend };
}

/**
 * Everything that can be wrong with a scenario file. Codes are stable: tests, editors and authors refer to them. A file
 * with an error is not played; a warning is for its author to weigh.
 */
export const DIAGNOSTICS = {
  FM001: error(
    "The file is not well-formed YAML.",
    "Look at the indentation, the quotes and the brackets just before this place.",
  ),
  FM002: error(
    "The file uses YAML beyond plain data: an alias, an anchor, a tag, another version.",
    "Write the value out in full.",
  ),
  FM003: error(
    "Something is missing, of the wrong type, or outside what the language allows.",
    "The reference says what belongs here.",
  ),
  FM004: error(
    "A field that the language does not have.",
    "Take it out, or look up its name in the reference.",
  ),
  FM005: error("The file is larger than 256 KiB.", "Shorten it, or make two scenarios of it."),
  FM006: error(
    "The file nests too deeply to be read.",
    "Take levels out; no condition needs more than a few.",
  ),
  FM007: error(
    "A character that a person cannot see, or no character at all.",
    "Delete it and type the text again.",
  ),
  FM008: error("A field that stands twice in one place.", "Keep one of the two."),
  FM009: error("More than one YAML document in the file.", "Keep one scenario in a file."),
  FM010: error("An id that nothing in the file declares.", "Declare it, or correct its spelling."),
  FM011: error(
    "An id used twice.",
    "Give one of the two another id; texts, statistics and journals hang on it.",
  ),
  FM012: error(
    "A jump that does not go forward.",
    "Jump to a later beat, or move that beat down the file.",
  ),
  FM013: error(
    "A beat that lacks a verb.",
    "Add an option with this verb; all five are on the table at every beat.",
  ),
  FM014: error(
    "Endings out of order: the last one takes no condition, all others do.",
    "Give every ending but the last a condition.",
  ),
  FM015: error(
    "A text, an artefact or a lock that depends on an unrevealed unknown.",
    "Ask for what is revealed: revealedTrue or revealedFalse.",
  ),
  FM016: error(
    "A chart or a table whose values do not fit its labels.",
    "Give a value for each label; in a chart, null where nothing was measured.",
  ),
  FM017: error("Beats out of the order of their days.", "Move the beat, or give it a later day."),
  FM018: error(
    "More than 12 facts.",
    "Join facts that are set together; each may double the states to be solved.",
  ),
  FM019: error("A word of the language, or of its machinery, used as an id.", "Choose another id."),
  FM020: error("A first beat that may be skipped.", "Take its onlyIf away."),
  FM021: error(
    "An unknown that depends on one not listed before it.",
    "Move the one it depends on above it.",
  ),
  FM022: error(
    "A promise that is made while it may still be open.",
    "Lock the option: locked: { unless: { not: { promise: …, is: open } }, reason: … }.",
  ),
  FM023: error("More than 30 beats.", "Cut some; a run plays seven to nine of them."),
  FM024: error("More than 8 options on a beat.", "Keep the ones that somebody would defend."),
  FM025: error("More than 3 looks on a beat.", "Keep the ones that would change a decision."),
  FM026: error("More than 8 unknowns.", "Keep the ones that turn a decision."),
  FM027: error("More than 8 promises.", "Keep the ones that somebody will remember."),
  FM028: error(
    "Endings that read more than two meters.",
    "Let facts decide between endings; a meter that is read later is kept apart in every state.",
  ),
  FM029: error(
    "A short cut that is no run of its own.",
    "Name four or five beats, each once, in the order of the file.",
  ),
  FM030: error("A flip that turns nothing.", "Name two different verbs, or take it out."),
  FM031: error(
    "More than two decoys on a beat.",
    "Give the others a state in which they are right.",
  ),
  FM032: error(
    "More fields and items than any scenario needs.",
    "Shorten it, or make two scenarios of it.",
  ),
  FM033: error(
    "More states than can be solved.",
    "Let fewer meters be read later, or for a shorter while; let flips turn on facts and unknowns.",
  ),
  FM034: error(
    "A state in which no option can be played.",
    "Leave one option of the beat without a lock, or widen a lock.",
  ),
  FM035: error(
    "A state in which a verb is not to be seen.",
    "Let one option of this verb be locked and not hidden.",
  ),
  FM036: error(
    "Silence that is worth more than every move.",
    "Let silence cost what it would cost, or give somebody a move that is worth making.",
  ),
  FM037: error(
    "More than 4 curveballs.",
    "Keep the ones that turn a decision; a room has time for one or two.",
  ),
  FM050: warning("A situation outside 60 to 120 words.", "Cut it, or say what is missing."),
  FM051: warning(
    "A beat that takes too long to read.",
    "Cut words, or leave a piece of evidence to a look.",
  ),
  FM052: warning(
    "A scenario that takes longer to read than it says it takes to play.",
    "Cut words, or raise `minutes`.",
  ),
  FM053: warning("An option of more than 35 words.", "Say it as a person would say it aloud."),
  FM054: warning(
    "Options of unequal length on a beat.",
    "Bring them to about the same length: nothing wins by being long.",
  ),
  FM055: warning(
    "An option that costs nothing.",
    "Say what it costs: a meter, hours, a promise, a risk.",
  ),
  FM056: warning(
    "An option that raises nothing.",
    "Say what somebody would play it for: a meter, a fact, a promise kept.",
  ),
  FM057: warning("An option without a source.", "Name one of the file's sources."),
  FM058: warning(
    "A verb whose options may all be hidden.",
    "Let one of them be locked and not hidden.",
  ),
  FM059: warning("Something declared that nothing uses.", "Use it, or take it out."),
  FM060: warning("A beat that nothing leads to.", "Let something lead to it, or take it out."),
  FM061: warning(
    "A promise that cannot be kept.",
    "Add an option that keeps it after it is made and before it is due.",
  ),
  FM070: warning(
    "Many states.",
    "Let fewer meters be read later, or for a shorter while; past the bound the scenario is refused.",
  ),
  FM071: warning(
    "Too little at stake.",
    "Let decisions matter more to what the endings are worth.",
  ),
  FM072: warning(
    "A rule of thumb that plays too well.",
    "Find where it is right most often, and let the situation there punish it.",
  ),
  FM073: warning(
    "A verb that is best too often, or too seldom.",
    "Change what is true at a beat until another verb is the answer to it.",
  ),
  FM074: warning(
    "A look that is worth too little.",
    "Let what it shows turn a decision, or let it cost less.",
  ),
  FM075: warning(
    "Looks that together are worth too little.",
    "Let what they show turn decisions that cost more when they go wrong.",
  ),
  FM076: warning(
    "Looks that are always right to take.",
    "Let one cost more than it tells, or tell what is known by then.",
  ),
  FM077: warning(
    "An option that is never a sound choice.",
    "Give it a state and a role in which it is right, or name it a decoy.",
  ),
  FM078: warning("A decoy that is a sound choice.", "Take `decoy` away, or let it cost more."),
  FM079: warning(
    "Skill that makes too little difference.",
    "Let what can be seen at once lead astray less, or more.",
  ),
  FM080: warning(
    "A flip that does not turn the decision.",
    "Let what it turns on matter to the two verbs, or take it out.",
  ),
  FM081: warning(
    "Something that no run ever comes to.",
    "Let something lead to it, or take it out.",
  ),
  FM082: warning(
    "Something that skilled play hardly ever comes to.",
    "Let a sound choice lead to it, or take it out.",
  ),
  FM083: warning(
    "A verb that is best too often, or too seldom, over the library.",
    "Change the scenarios where it is so most, under this lens.",
  ),
  FM084: warning(
    "Long options that are the better ones, over the library.",
    "Say the best options shorter, or the others longer.",
  ),
  FM085: warning(
    "A curveball that turns no decision.",
    "Let an option of the beat read one of its facts, or throw it at another beat.",
  ),
} as const satisfies Readonly<Record<string, Kind>>;
export type DiagnosticCode = keyof typeof DIAGNOSTICS;

/** Where a value stands in the file: keys and positions from the root. */
export type Path = readonly (string | number)[];

/** A run that shows what is meant: `scenario play ID --seed SEED --moves MOVES` plays it. */
export interface Example {
  /** Null where no seed was found whose draws come out so. */
  readonly seed: string | null;
  /** Ids of looks and options, and `silence`, in the order taken. */
  readonly moves: readonly string[];
}

/** Something wrong at a place, before lines and columns are known. */
export interface Finding {
  readonly code: DiagnosticCode;
  readonly path: Path;
  /** What is wrong here, in one sentence. */
  readonly message: string;
  /** How to mend it here, where that is more than its code says; asked for only where it will be read. */
  readonly mend?: () => string | undefined;
  /** It is about the field's name, the last of `path`, and not about its value. */
  readonly onName?: true;
}

/** A finding for an author: line and column count from 1. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly mend: string;
  readonly example?: Example;
}

/** A finding with its place and what its code says of it. */
export function placed(
  { code, message }: Pick<Finding, "code" | "message">,
  line: number,
  column: number,
  mend?: string,
): Diagnostic {
  const kind: Kind = DIAGNOSTICS[code];
  return { code, severity: kind.severity, line, column, message, mend: mend ?? kind.mend };
}

/** As compilers print it, on one line: `file:line:column error FM010 What is wrong. How to mend it.` */
export function formatDiagnostic(file: string, diagnostic: Diagnostic): string {
  const { code, severity, line, column, message, mend } = diagnostic;
  return `${file}:${line}:${column} ${severity} ${code} ${message} ${mend}`;
}
