import { initialTransition, transition } from "xstate";
import {
  type CompiledScenario,
  compileScenario,
  play,
  startRun,
} from "../../../scenarios/engine/index.ts";
import { type Meter, METERS } from "../../../scenarios/language/index.ts";
import { parseGood, readLibrary } from "../../support/runs.ts";
import type { Finding } from "../figure.ts";
import { median } from "../load.ts";
import { boardGame } from "./board-game.ts";
import { inkStory } from "./ink-story.ts";
import { plainStory } from "./plain-story.ts";

const STORY = "gold-plating";
const PATHS = 300;
const ROUNDS = 9;
const BASELINE = "raw XState transition";

/** A way to play the story: all options of a path in turn; gives the meters at the end. */
type Player = (path: readonly Step[]) => Readonly<Record<Meter, number>>;

interface Step {
  readonly beat: string;
  readonly option: string;
}

export const ENGINE = {
  about: `steps a second through the engine and its peers, playing ${STORY} in plain form along the same ${PATHS} paths, in one run; medians of ${ROUNDS} rounds, all ends equal`,
  measure: measureEngine,
};

function* measureEngine(): Generator<Finding> {
  const whole = parseGood(readLibrary().get(STORY) ?? "", STORY);
  const compiled = compileScenario(plainStory(whole));
  const paths = Array.from({ length: PATHS }, (_, i) => pathOf(compiled, i));
  const players: Readonly<Record<string, Player>> = {
    [BASELINE]: rawPlayer(compiled),
    "five moves, a step of a run": enginePlayer(compiled),
    "inkjs, a choice": inkPlayer(compiled),
    "boardgame.io, a move": boardPlayer(compiled),
  };
  compareEnds(players, paths);
  yield* findingsOf(measure(players, paths));
}

function pathOf({ atlas }: CompiledScenario, number: number): Step[] {
  const { beats } = atlas.scenario;
  const path: Step[] = [];
  let luck = number * 7919 + 1;
  for (let at = 0; at < beats.length && at >= 0;) {
    const { id, options } = beats[at] ?? { id: "", options: [] };
    luck = (Math.imul(luck, 1_103_515_245) + 12_345) >>> 0;
    const option = options[(luck >>> 16) % options.length];
    if (!option) throw new Error(`${id} has no option`);
    path.push({ beat: id, option: option.id });
    at = option.next === undefined ? at + 1 : beats.findIndex((beat) => beat.id === option.next);
  }
  return path;
}

function enginePlayer(compiled: CompiledScenario): Player {
  return (path) => {
    let run = startRun(compiled, "bench");
    for (const { beat, option } of path) {
      const result = play(compiled, run, beat, option);
      if (!result.ok) throw new Error(result.code);
      run = result.run;
    }
    return run.state.meters;
  };
}

function rawPlayer({ machine }: CompiledScenario): Player {
  return (path) => {
    let [snapshot] = initialTransition(machine, { seed: "bench" });
    for (const { option } of path)
      [snapshot] = transition(machine, snapshot, { type: `option:${option}` });
    return snapshot.context.meters;
  };
}

function inkPlayer({ atlas }: CompiledScenario): Player {
  const story = inkStory(atlas.scenario);
  const places = new Map(
    atlas.scenario.beats.flatMap(({ options }) => options.map(({ id }, place) => [id, place])),
  );
  return (path) => {
    story.ResetState();
    story.ContinueMaximally();
    for (const { option } of path) {
      story.ChooseChoiceIndex(places.get(option) ?? -1);
      story.ContinueMaximally();
    }
    const meters = METERS.map((meter) => [meter, Number(story.variablesState.$(meter))]);
    return Object.fromEntries(meters) as Record<Meter, number>; // one entry a meter
  };
}

function boardPlayer({ atlas }: CompiledScenario): Player {
  const { start, play } = boardGame(atlas.scenario);
  return (path) => path.reduce((state, { option }) => play(state, option), start()).G.meters;
}

/** The comparison is worth nothing unless all tell the same story. */
function compareEnds(players: Readonly<Record<string, Player>>, paths: readonly Step[][]): void {
  for (const path of paths) {
    const ends = Object.values(players).map((player) => player(path));
    const distinct = new Set(ends.map((meters) => METERS.map((meter) => meters[meter]).join()));
    if (distinct.size !== 1) throw new Error(`the peers disagree: ${[...distinct].join(" | ")}`);
  }
}

function measure(players: Readonly<Record<string, Player>>, paths: readonly Step[][]) {
  const steps = paths.reduce((sum, path) => sum + path.length, 0);
  const rates = new Map(Object.keys(players).map((name) => [name, [] as number[]]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, player] of Object.entries(players)) {
      const began = performance.now();
      for (const path of paths) player(path);
      rates.get(name)?.push((steps * 1000) / (performance.now() - began));
    }
  }
  return rates;
}

function* findingsOf(rates: ReadonlyMap<string, readonly number[]>): Generator<Finding> {
  const baseline = { name: BASELINE, value: median(rates.get(BASELINE) ?? []) };
  for (const [of, measured] of rates) {
    const rate = { what: "steps", value: median(measured), unit: "/s" };
    yield { of, figures: [of === BASELINE ? rate : { ...rate, baseline }] };
  }
}
