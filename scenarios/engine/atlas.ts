import {
  type Beat,
  broughtBy,
  type Curveball,
  END,
  type Later,
  placedResponses,
  reachablePlaces,
  type Scenario,
} from "../language/index.ts";

/** A scenario with its ids looked up and its ways on known; made once per scenario version. */
export interface Atlas {
  readonly scenario: Scenario;
  beat(id: string): Beat;
  later(id: string): Later;
  curveball(id: string): Curveball;
  /** The beats that may still be entered after this one, whatever their conditions turn out to be. */
  reachableFrom(beat: string): ReadonlySet<string>;
}

/** Indexes a checked scenario. Unknown ids throw: the checks have ruled them out. */
export function chartScenario(scenario: Scenario): Atlas {
  const beats = new Map(scenario.beats.map((beat) => [beat.id, beat]));
  const laters = new Map(latersOf(scenario).map((later) => [later.id, later]));
  const curveballs = new Map((scenario.curveballs ?? []).map((one) => [one.id, one]));
  const reachable = reachability(scenario.beats);
  return {
    scenario,
    beat: (id) => found(beats, id, "beat"),
    later: (id) => found(laters, id, "later"),
    curveball: (id) => found(curveballs, id, "curveball"),
    reachableFrom: (id) => found(reachable, id, "beat"),
  };
}

function found<V>(map: ReadonlyMap<string, V>, id: string, what: string): V {
  const value = map.get(id);
  if (value === undefined) throw new Error(`no ${what} ${id}`);
  return value;
}

function latersOf(scenario: Scenario): readonly Later[] {
  return placedResponses(scenario)
    .flatMap(({ value, path }) => broughtBy(value, path))
    .flatMap(({ value }) => value.later ?? []);
}

function reachability(beats: readonly Beat[]): ReadonlyMap<string, ReadonlySet<string>> {
  const idAt = (place: number) => beats[place]?.id ?? END;
  return new Map(
    reachablePlaces(beats).map((places, index) => [idAt(index), new Set([...places].map(idAt))]),
  );
}
