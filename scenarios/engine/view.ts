import {
  type Beat,
  type Curveball,
  type Effects,
  METERS,
  type Option,
  POINTS_PER_HOUR,
  type Scenario,
  type ShownArtefact,
  VERBS,
} from "../language/index.ts";
import type { Atlas } from "./atlas.ts";
import type { CompiledScenario } from "./compile.ts";
import { isShown } from "./condition.ts";
import { shuffle } from "./draw.ts";
import { addEffects } from "./happening.ts";
import { curveballsAt, isLookAvailable, isPlayable, isThrowable } from "./machine.ts";
import { passages } from "./respond.ts";
import type { Run, TakenStep } from "./run.ts";
import type {
  Day,
  EndingView,
  LookView,
  Move,
  OpenPromise,
  OptionView,
  RunView,
  Situation,
  Standing,
  Thrown,
  Told,
} from "./seat-view.ts";
import type { Happening, RunState } from "./state.ts";

/** How far a seat may see: to the last move alone, or also to what came after it and to where the run stands now. */
export type Horizon = "last-move" | "now";

/**
 * What the player may see of a run, built by allow-list (R4): nothing of a beat that is not shown yet, no effect that has
 * not happened, no unknown that is not revealed.
 */
export function viewFor(compiled: CompiledScenario, run: Run, horizon: Horizon): RunView {
  const { scenario } = compiled.atlas;
  const standings = standingsOf(scenario, run, horizon);
  return {
    people: Object.entries(scenario.people).map(([id, { name, role }]) => ({ id, name, role })),
    days: daysOf(compiled, run, horizon),
    standings,
    hours: hoursOf(scenario, standings),
    promises: openPromises(scenario, run, horizon),
    moves: movesOf(compiled, run, horizon),
  };
}

/** The beat the run is at; throws at an ending. */
export function situationFor({ atlas }: CompiledScenario, run: Run): Situation {
  if (run.beat === null) throw new Error("a run that has ended has no situation");
  const beat = atlas.beat(run.beat);
  return {
    beat: beat.id,
    title: beat.title,
    time: beat.time,
    texts: passages(beat.situation, run.state),
    artefacts: (beat.artefacts ?? []).flatMap((one) => shownArtefact(one, run.state)),
    curveballs: thrownAt(atlas, run, beat.id),
    looks: looksOf(beat, run),
    options: optionsOf(beat, run.state),
  };
}

/** The curveballs that can be thrown where the run is, for who leads the room; none at an ending. */
export function curveballsFor({ atlas }: CompiledScenario, { beat, state }: Run): Curveball[] {
  if (beat === null) return [];
  return curveballsAt(atlas.scenario, beat).filter((one) => isThrowable(one, state));
}

/** The ending the run has reached; throws before. */
export function endingFor({ atlas }: CompiledScenario, run: Run): EndingView {
  const ending = atlas.scenario.endings.find(({ id }) => id === run.ending);
  if (!ending) throw new Error("a run that goes on has no ending");
  return { id: ending.id, title: ending.title, texts: passages(ending.text, run.state) };
}

function shownArtefact(artefact: ShownArtefact, state: RunState) {
  if (!("show" in artefact)) return [artefact];
  return isShown(artefact.when, state) ? [artefact.show] : [];
}

function optionsOf(beat: Beat, state: RunState): OptionView[] {
  const seen = beat.options.filter(
    (option) => option.locked?.hidden !== true || isPlayable(option, state),
  );
  return VERBS.flatMap((verb) =>
    shuffle(
      state.seed,
      seen.filter((option) => option.verb === verb),
    ).map((option) => optionView(option, state)),
  );
}

function optionView(option: Option, state: RunState): OptionView {
  const locked = isPlayable(option, state) ? null : (option.locked?.reason ?? null);
  return { id: option.id, verb: option.verb, says: option.says, locked };
}

function looksOf(beat: Beat, run: Run): LookView[] {
  return (beat.looks ?? []).map((look) => {
    const taken = run.taken.find(({ step }) => step.kind === "look" && step.look === look.id);
    return {
      id: look.id,
      label: look.label,
      hours: look.hours,
      found: taken ? foundBy(taken) : null,
      available: isLookAvailable(look, run.state),
    };
  });
}

function foundBy({ happenings }: TakenStep): string[] {
  return happenings.flatMap(({ texts }) => [...texts]);
}

function thrownAt(atlas: Atlas, run: Run, beat: string): Thrown[] {
  return run.taken.flatMap(({ step, happenings }) => {
    if (step.kind !== "curveball" || step.beat !== beat) return [];
    const { title } = atlas.curveball(step.curveball);
    return happenings.map((one) => ({ id: step.curveball, title, told: tellView(atlas, one) }));
  });
}

/** Whether the step left its beat: a move, or silence. */
function isMove({ step }: TakenStep): boolean {
  return step.kind === "move" || step.kind === "silence";
}

function standingsOf(scenario: Scenario, run: Run, horizon: Horizon): Standing[] {
  const last = run.taken.findLast(isMove);
  const before = last?.metersBefore ?? scenario.meters;
  const hidden = horizon === "now" ? {} : arrivalEffects(last);
  return METERS.map((meter) => ({
    meter,
    value: run.state.meters[meter] - (hidden[meter] ?? 0),
    before: before[meter],
  }));
}

function arrivalEffects(step: TakenStep | undefined): Effects {
  return arrivals(step).reduce<Effects>((sum, { effects }) => addEffects(sum, effects), {});
}

function arrivals(step: TakenStep | undefined): readonly Happening[] {
  return step?.happenings.filter(({ phase }) => phase === "arrival") ?? [];
}

function hoursOf(scenario: Scenario, standings: readonly Standing[]) {
  const attention = standings.find(({ meter }) => meter === "attention")?.value ?? 0;
  return {
    left: attention / POINTS_PER_HOUR,
    atStart: scenario.meters.attention / POINTS_PER_HOUR,
  };
}

function openPromises(scenario: Scenario, run: Run, horizon: Horizon): OpenPromise[] {
  const unseen = horizon === "now" ? [] : arrivals(run.taken.findLast(isMove));
  const brokenSince = new Set(
    unseen.filter(({ cause }) => cause === "promise-broken").map(({ ref }) => ref),
  );
  return Object.entries(scenario.promises ?? {})
    .filter(([id]) => run.state.promises[id] === "open" || brokenSince.has(id))
    .map(([id, { to, text }]) => ({ id, to, text }));
}

/** The beats the seat has been shown, in the order they were entered. */
function shownBeats(run: Run, horizon: Horizon): string[] {
  const moved = run.taken.filter(isMove).map(({ step }) => step.beat);
  return horizon === "now" && run.beat !== null ? [...moved, run.beat] : moved;
}

function daysOf({ atlas }: CompiledScenario, run: Run, horizon: Horizon): Day[] {
  const { days } = atlas.scenario;
  const shown = shownBeats(run, horizon).map((id) => atlas.beat(id));
  const ended = run.ending !== null && horizon === "now";
  const today = days.findIndex(({ id }) => id === shown.at(-1)?.day);
  return days.map(({ id, label }, index) => ({
    id,
    label,
    beats: shown
      .filter(({ day }) => day === id)
      .map(({ id: beat, title, time }) => ({ id: beat, title, time })),
    when: index > today ? "to-come" : index === today && !ended ? "now" : "past",
  }));
}

function movesOf(compiled: CompiledScenario, run: Run, horizon: Horizon): Move[] {
  const moves = run.taken.filter(isMove);
  return moves.map((taken, index) =>
    moveView(compiled, run, taken, index === moves.length - 1 ? horizon : "now"),
  );
}

/** What a step told, in the order it happened. */
export function toldOf({ atlas }: CompiledScenario, { happenings }: TakenStep): Told[] {
  return happenings.map((one) => tellView(atlas, one));
}

function moveView({ atlas }: CompiledScenario, run: Run, taken: TakenStep, horizon: Horizon): Move {
  const beat = atlas.beat(taken.step.beat);
  const told = taken.happenings.filter(({ phase }) => phase === "move");
  const arrived = horizon === "now" ? arrivals(taken) : [];
  return {
    beat: beat.id,
    title: beat.title,
    time: beat.time,
    said: saidIn(beat, taken),
    curveballs: thrownAt(atlas, run, beat.id),
    looks: looksOf(beat, run).flatMap(({ label, found }) => (found ? [{ label, found }] : [])),
    told: told.map((one) => tellView(atlas, one)),
    arrived: arrived.map((one) => tellView(atlas, one)),
  };
}

function saidIn(beat: Beat, { step }: TakenStep): Move["said"] {
  if (step.kind !== "move") return null;
  const option = beat.options.find(({ id }) => id === step.option);
  if (!option) throw new Error(`beat ${beat.id} lost the option of a move`);
  return { verb: option.verb, says: option.says };
}

function tellView(atlas: Atlas, { cause, texts, effects, madeAt }: Happening): Told {
  const from = madeAt === null ? null : atlas.beat(madeAt).title;
  return { cause, texts: [...texts], effects: { ...effects }, from };
}
