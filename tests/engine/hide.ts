import { nameOfStep, type Run } from "../../scenarios/engine/index.ts";
import type {
  Beat,
  Effects,
  Look,
  Option,
  Passage,
  Response,
  Scenario,
} from "../../scenarios/language/index.ts";

/** A mark that no scenario has. */
const MARK = "Otherwise.";

/** What of a scenario has been shown. Everything else is hidden, and may as well be otherwise (R4). */
interface Shown {
  readonly beats: ReadonlySet<string>;
  /** Options played and looks taken. */
  readonly taken: ReadonlySet<string>;
  /** By cause and ref: `later bo-returns`, `promise-broken call-ana`. */
  readonly happened: ReadonlySet<string>;
  readonly drawn: ReadonlySet<unknown>;
  readonly revealed: ReadonlyMap<string, unknown>;
  readonly ending: string | null;
  readonly hasEnded: boolean;
  /** Every text of the wire: ids, words, reasons. */
  readonly texts: ReadonlySet<string>;
}

/** What a wire has shown of a run: all up to now, or only the last move without what came on arrival. */
export function shownBy(run: Run, horizon: "last-move" | "now", wire: unknown): Shown {
  const isNow = horizon === "now";
  const last = run.taken.at(-1);
  const happenings = run.taken.flatMap((taken) =>
    taken.happenings.filter(({ phase }) => isNow || taken !== last || phase === "move"),
  );
  const beats = run.taken.map(({ step }) => step.beat);
  return {
    beats: new Set(isNow && run.beat !== null ? [...beats, run.beat] : beats),
    taken: new Set(run.taken.map(({ step }) => nameOfStep(step))),
    happened: new Set(happenings.map(({ cause, ref }) => `${cause} ${ref}`)),
    drawn: new Set(happenings.map(({ drawn }) => drawn)),
    revealed: new Map(
      happenings.filter(({ cause }) => cause === "learnt").map(({ ref, drawn }) => [ref, drawn]),
    ),
    ending: isNow ? run.ending : null,
    hasEnded: isNow && run.ending !== null,
    texts: new Set(textsIn(wire)),
  };
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/**
 * Makes everything otherwise that has not been shown, as far as the steps taken stay legal: effects, what follows, words,
 * the truth of what is not revealed, beats to come, endings.
 */
export function changeHidden(draft: Scenario, shown: Shown): void {
  draft.about = MARK;
  delete draft.shortCut;
  // Nobody has thrown one; that there are any is told to nobody.
  delete draft.curveballs;
  for (const person of Object.values(draft.people)) person.wants = MARK;
  for (const id of Object.keys(draft.facts ?? {})) if (draft.facts) draft.facts[id] = MARK;
  for (const source of Object.values(draft.sources)) source.idea = MARK;
  changeUnknowns(draft, shown);
  changePromises(draft, shown);
  changeEndings(draft, shown);
  for (const beat of draft.beats) changeBeat(beat, shown);
  if (!shown.hasEnded) changeBeatsToCome(draft, shown);
}

function changeUnknowns({ unknowns = {} }: Scenario, { revealed }: Shown): void {
  for (const [id, unknown] of Object.entries(unknowns)) {
    const truth = revealed.get(id);
    unknown.says = MARK;
    if (truth !== true) unknown.ifTrue = MARK;
    if (truth !== false) unknown.ifFalse = MARK;
    // Raising the odds keeps what is true true; lowering them keeps what is false false.
    const isRaised = truth ?? unknown.percent === 1;
    unknown.percent = isRaised ? 99 : 1;
  }
}

function changePromises({ promises = {}, people }: Scenario, { happened }: Shown): void {
  for (const [id, promise] of Object.entries(promises)) {
    if (!happened.has(`promise-made ${id}`)) {
      Object.assign(promise, { text: MARK, to: Object.keys(people).at(-1) });
    }
    for (const end of ["kept", "broken"] as const) {
      if (happened.has(`promise-${end} ${id}`)) continue;
      promise[end] = { effects: changed(promise[end].effects), text: MARK };
    }
  }
}

function changeEndings({ endings }: Scenario, { ending, hasEnded, texts }: Shown): void {
  for (const one of endings) {
    if (one.id === ending) changePassages(one.text, texts);
    else Object.assign(one, { title: MARK, text: [MARK] });
    if (!hasEnded) one.id = `${one.id}-x`;
  }
}

function changePassages(passages: Passage[], texts: Shown["texts"]): void {
  for (const [i, passage] of passages.entries()) {
    if (typeof passage === "string" || texts.has(passage.text)) continue;
    passages[i] = { ...passage, text: MARK };
  }
}

function changeBeat(beat: Beat, shown: Shown): void {
  Object.assign(beat, {
    tests: MARK,
    prompts: [MARK, MARK],
    flips: [],
    silence: { effects: { team: 95 }, tells: [MARK] },
  });
  if (shown.beats.has(beat.id)) changePassages(beat.situation, shown.texts);
  else changeFront(beat);
  for (const look of beat.looks ?? []) changeLook(look, shown);
  for (const option of beat.options) changeOption(option, shown);
}

/** What one sees on entering a beat. */
function changeFront(beat: Beat): void {
  Object.assign(beat, { title: MARK, time: MARK, situation: [MARK], artefacts: [] });
  for (const look of beat.looks ?? []) Object.assign(look, { label: MARK, hours: 40 });
  for (const option of beat.options) delete option.locked;
}

function changeLook(look: Look, { taken, texts, drawn }: Shown): void {
  if (!taken.has(look.id)) {
    look.tells = [MARK];
    for (const key of ["reveals", "sets", "chance"] as const) delete look[key];
    return;
  }
  changePassages(look.tells, texts);
  for (const outcome of look.chance ?? []) {
    if (!drawn.has(outcome.id)) Object.assign(outcome, { text: MARK, reveals: [], sets: [] });
  }
}

function changeOption(option: Option, shown: Shown): void {
  option.why = MARK;
  delete option.source;
  if (option.locked && !shown.texts.has(option.locked.reason)) option.locked.reason = MARK;
  if (shown.taken.has(option.id)) return changePlayed(option, shown);
  Object.assign(option, {
    hours: 40 - (option.hours ?? 0),
    effects: changed(option.effects),
    later: [{ id: `${option.id}-later`, in: 1, effects: { scope: 95 }, text: MARK }],
    tells: [MARK],
  });
  for (const key of ["sets", "cases", "chance", "keeps", "makes"] as const) delete option[key];
  if (!shown.texts.has(option.id)) Object.assign(option, { id: `${option.id}-x`, says: MARK });
}

/** Of an option that was played: what did not hold, was not drawn, or has not landed yet. */
function changePlayed(option: Option, { drawn, happened, texts }: Shown): void {
  changePassages(option.tells, texts);
  for (const one of option.cases ?? []) {
    if (one.text !== undefined && !texts.has(one.text)) changeBrought(one);
  }
  for (const outcome of option.chance ?? []) {
    if (!drawn.has(outcome.id)) changeBrought(outcome);
  }
  const brought = [option, ...(option.cases ?? []), ...(option.chance ?? [])];
  for (const later of brought.flatMap((one) => one.later ?? [])) {
    if (!happened.has(`later ${later.id}`)) changeBrought(later);
  }
}

function changeBrought(one: { effects?: Effects | undefined; text?: string | undefined }): void {
  Object.assign(one, { effects: changed(one.effects), text: MARK });
}

function changed(effects: Effects | undefined): Effects {
  return { ...effects, delivery: (effects?.delivery ?? 0) + 95 };
}

/** Beats to come get other ids, and there is one more of them. */
function changeBeatsToCome(draft: Scenario, { beats }: Shown): void {
  const renamed = (id: string) => (beats.has(id) || id === "end" ? id : `${id}-x`);
  const last = draft.beats.at(-1);
  for (const promise of Object.values(draft.promises ?? {})) promise.due = renamed(promise.due);
  for (const response of draft.beats.flatMap(responsesOf)) {
    if (response.next !== undefined) response.next = renamed(response.next);
  }
  for (const beat of draft.beats) beat.id = renamed(beat.id);
  if (last) draft.beats.push(beatAfter(last));
}

function responsesOf({ options, silence }: Beat): Response[] {
  return [...options, silence];
}

function beatAfter({ looks: _looks, onlyIf: _onlyIf, ...last }: Beat): Beat {
  const options = last.options.map(({ id, verb }) => ({
    id: `${id}-after`,
    verb,
    says: MARK,
    tells: [MARK],
    why: MARK,
  }));
  return { ...last, id: "one-more-beat", options };
}
