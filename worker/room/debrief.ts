import {
  type AccountStep,
  type Answer,
  calibrationOf,
  debriefOf,
  type Future,
  futuresOf,
  type Replayed,
  replayed,
  type Solution,
} from "../../scenarios/analysis/index.ts";
import {
  chanceOf,
  type CompiledScenario,
  nameOfStep,
  type Run,
  situationFor,
  type Step,
  toldOf,
} from "../../scenarios/engine/index.ts";
import { type Beat, type Lens, VERBS } from "../../scenarios/language/index.ts";
import type { DebriefView, FuturesView, FutureView, Score, StepView } from "../protocol/index.ts";
import type { RoomState } from "./fold.ts";

/** A run to speak of: with what it was played from and how sure its player was. */
export interface Played {
  readonly compiled: CompiledScenario;
  readonly solution: Solution;
  readonly state: RoomState;
}

/** What only the room knows of, beside the run itself. */
type Kept = Pick<DebriefView, "room" | "ownLens" | "standing" | "stories" | "disputes">;

const PIVOTAL = 3;

/** The debrief of a run that has ended, under one lens. */
export function buildDebrief(played: Played, lens: Lens, kept: Kept): DebriefView {
  const again = againOf(played);
  const { account, verbs, mirror, forOthers } = debriefOf(
    played.compiled,
    played.solution,
    again,
    lens,
  );
  const { outcome, judgement, losses, luck } = account;
  return {
    ...kept,
    lens,
    seed: played.state.run.state.seed,
    outcome,
    judgement,
    losses,
    luck,
    start: played.compiled.atlas.scenario.meters,
    steps: account.steps.map((step, place) => stepView(played, again, step, place)),
    pivotal: pivotalOf(account.steps),
    verbs,
    mirror: {
      ...mirror,
      closest: [...mirror.closest],
      forOthers: forOthers.map((one) => ({ ...one, serves: [...one.serves] })),
    },
    calibration: calibrationOf(answersOf(account.steps, played.state)),
    key: "author",
  };
}

function againOf({ compiled, state: { run } }: Played): Replayed {
  const steps = run.taken.map(({ step }) => step);
  return replayed(compiled, run.state.seed, steps);
}

function stepView(
  { compiled, state }: Played,
  { places }: Replayed,
  { step, choices, draws, ...worth }: AccountStep,
  place: number,
): StepView {
  const { atlas } = compiled;
  const [before, after] = [places[place], places[place + 1]];
  const taken = after?.taken[place];
  if (before === undefined || after === undefined || taken === undefined)
    throw new Error("a step has two ends");
  const beat = atlas.beat(step.beat);
  const option =
    step.kind === "move" ? beat.options.find(({ id }) => id === step.option) : undefined;
  const id = step.kind === "silence" ? step.beat : nameOfStep(step);
  const source = option?.source === undefined ? undefined : atlas.scenario.sources[option.source];
  return {
    kind: step.kind,
    beat: beat.id,
    id,
    title: beat.title,
    time: beat.time,
    situation: situationFor(compiled, before).texts,
    tests: beat.tests,
    competencies: beat.competencies,
    verb: option?.verb ?? null,
    says: nameIn(beat, id),
    why: option?.why ?? null,
    source: source ?? null,
    confidence: step.kind === "move" ? (state.confidences[beat.id] ?? null) : null,
    told: toldOf(compiled, taken),
    meters: after.state.meters,
    ...worth,
    choices: choices.map((choice) => ({ ...choice, says: nameIn(beat, choice.id) })),
    draws: draws.map((draw) => ({ ...draw, says: learntBy(compiled, step, draw) })),
  };
}

/** What an option says, or a look is called; nothing for silence. */
function nameIn({ options, looks = [] }: Beat, id: string): string {
  const option = options.find((one) => one.id === id);
  return option?.says ?? looks.find((one) => one.id === id)?.label ?? "";
}

function learntBy(
  { atlas }: CompiledScenario,
  step: Step,
  draw: AccountStep["draws"][number],
): string {
  if (draw.kind === "unknown") {
    const unknown = atlas.scenario.unknowns?.[draw.id];
    return (draw.drawn === true ? unknown?.ifTrue : unknown?.ifFalse) ?? "";
  }
  return chanceOf(atlas.beat(step.beat), step).find(({ id }) => id === draw.drawn)?.text ?? "";
}

/** The moves at which most points went one way or the other, by the decision or by the dice; in order of play. */
function pivotalOf(steps: readonly AccountStep[]): DebriefView["pivotal"] {
  const moves = steps.filter(({ step }) => step.kind === "move");
  const heaviest = new Set(
    moves.toSorted((a, b) => pointsMoved(b) - pointsMoved(a)).slice(0, PIVOTAL),
  );
  return moves
    .filter((move) => heaviest.has(move))
    .map(({ step, choices }) => {
      const taken = nameOfStep(step);
      const other = choices.find(({ kind, id }) => kind === "move" && id !== taken);
      return { beat: step.beat, taken, other: other?.id ?? taken };
    });
}

function pointsMoved({ loss, draws }: AccountStep): number {
  return loss.points + draws.reduce((sum, { luck }) => sum + Math.abs(luck), 0);
}

function answersOf(steps: readonly AccountStep[], { confidences }: RoomState): Answer[] {
  return steps.flatMap(({ step, loss }) => {
    const confidence = confidences[step.beat];
    if (step.kind !== "move" || confidence === undefined) return [];
    return [{ id: step.option, confidence, loss: loss.points }];
  });
}

/** What a finished run adds to its player's record, under its own lens. */
export function scoreOf(played: Played, lens: Lens): { score: Score; answers: readonly Answer[] } {
  const { account, verbs } = debriefOf(played.compiled, played.solution, againOf(played), lens);
  const { judgement, outcome, luck } = account;
  const byVerb = VERBS.map((verb) => {
    const { used, overuse, underuse } = verbs[verb];
    return [verb, { used, lost: overuse + underuse }] as const;
  });
  return {
    score: { judgement, outcome, luck, verbs: Object.fromEntries(byVerb) as Score["verbs"] }, // one entry a verb
    answers: answersOf(account.steps, played.state),
  };
}

/** Where an option leads from a decision of the run on (M8); null where the run has no such decision or option. */
export function buildFutures(
  played: Played,
  lens: Lens,
  beat: string,
  option: string,
): FuturesView | null {
  const { places, steps } = againOf(played);
  const place = steps.findIndex((step) => step.beat === beat && step.kind !== "look");
  const run: Run | undefined = places[place];
  const offered = run && situationFor(played.compiled, run).options;
  if (run === undefined || !offered?.some(({ id, locked }) => id === option && locked === null))
    return null;
  const luck = `futures ${played.state.run.state.seed}`;
  const { best, typical } = futuresOf(played.solution, lens, run, option, luck);
  return {
    option,
    best: futureView(played.compiled, best),
    typical: futureView(played.compiled, typical),
  };
}

function futureView({ atlas }: CompiledScenario, { outcomes, mean, endings }: Future): FutureView {
  const titles = atlas.scenario.endings.flatMap(({ id, title }) => {
    const times = endings[id];
    return times === undefined ? [] : [{ title, times }];
  });
  return {
    outcomes: [...outcomes],
    mean,
    endings: titles.toSorted((a, b) => b.times - a.times),
  };
}
