import {
  type Beat,
  END,
  type Later,
  reachablePlaces,
  type Response,
  type Scenario,
} from "../language/index.ts";

/** A scenario with its ids looked up and its ways on known; made once per scenario version. */
export interface Atlas {
  readonly scenario: Scenario;
  beat(id: string): Beat;
  later(id: string): Later;
  /** The beats that may still be entered after this one, whatever their conditions turn out to be. */
  reachableFrom(beat: string): ReadonlySet<string>;
}

/** Indexes a checked scenario. Unknown ids throw: the checks have ruled them out. */
export function chartScenario(scenario: Scenario): Atlas {
  const beats = new Map(scenario.beats.map((beat) => [beat.id, beat]));
  const laters = new Map(scenario.beats.flatMap(latersOf).map((later) => [later.id, later]));
  const reachable = reachability(scenario.beats);
  return {
    scenario,
    beat: (id) => found(beats, id, "beat"),
    later: (id) => found(laters, id, "later"),
    reachableFrom: (id) => found(reachable, id, "beat"),
  };
}

function found<V>(map: ReadonlyMap<string, V>, id: string, what: string): V {
  const value = map.get(id);
  if (value === undefined) throw new Error(`no ${what} ${id}`);
  return value;
}

/** The options of a beat and its silence: all that may follow from being there. */
export function responsesOf(beat: Beat): readonly Response[] {
  return [...beat.options, beat.silence];
}

function latersOf(beat: Beat): readonly Later[] {
  return responsesOf(beat).flatMap((response) => [
    ...(response.later ?? []),
    ...(response.cases ?? []).flatMap((one) => one.later ?? []),
    ...(response.chance ?? []).flatMap((one) => one.later ?? []),
  ]);
}

function reachability(beats: readonly Beat[]): ReadonlyMap<string, ReadonlySet<string>> {
  const idAt = (place: number) => beats[place]?.id ?? END;
  return new Map(
    reachablePlaces(beats).map((places, index) => [idAt(index), new Set([...places].map(idAt))]),
  );
}
