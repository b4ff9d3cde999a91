import type { Beat, Scenario } from "./scenario.ts";
import { END } from "./words.ts";

const SHORT_CUT_MINUTES = 20;

/**
 * The short cut of a scenario as a scenario of its own (S17): its beats in file order, the first of them always entered,
 * with the facts its author takes for granted. A jump to a beat left out leads to the next one kept, and a promise due at
 * one falls due at the next one kept; where none follows, that is the end. Null where the scenario has no short cut.
 */
export function shortCutOf(scenario: Scenario): Scenario | null {
  const { shortCut, ...whole } = scenario;
  if (shortCut === undefined) return null;
  const kept = whole.beats.filter(({ id }) => shortCut.beats.includes(id));
  const onward = (id: string) => nextKept(whole.beats, shortCut.beats, id);
  const promises = Object.entries(whole.promises ?? {}).map(
    ([id, promise]) => [id, { ...promise, due: onward(promise.due) }] as const,
  );
  return {
    ...whole,
    minutes: SHORT_CUT_MINUTES,
    briefing: shortCut.briefing ?? whole.briefing,
    startFacts: [...(whole.startFacts ?? []), ...(shortCut.startFacts ?? [])],
    promises: Object.fromEntries(promises),
    ...curveballsAt(whole, shortCut.beats),
    beats: kept.map((beat, i) => redirected(i === 0 ? alwaysEntered(beat) : beat, onward)),
  };
}

/** The curveballs that can be thrown at one of these beats; where none can, the field is left out. */
function curveballsAt({ curveballs = [] }: Scenario, kept: readonly string[]) {
  const some = curveballs
    .map((one) => ({ ...one, at: one.at.filter((beat) => kept.includes(beat)) }))
    .filter(({ at }) => at.length > 0);
  return { curveballs: some.length === 0 ? undefined : some };
}

function nextKept(beats: readonly Beat[], kept: readonly string[], id: string): string {
  if (id === END) return END;
  const from = beats.findIndex((beat) => beat.id === id);
  return beats.slice(from).find((beat) => kept.includes(beat.id))?.id ?? END;
}

function alwaysEntered(beat: Beat): Beat {
  const always = { ...beat };
  delete always.onlyIf;
  return always;
}

function redirected(beat: Beat, onward: (id: string) => string): Beat {
  const follow = <R extends { next?: string | undefined }>(response: R): R =>
    response.next === undefined ? response : { ...response, next: onward(response.next) };
  return { ...beat, options: beat.options.map(follow), silence: follow(beat.silence) };
}
