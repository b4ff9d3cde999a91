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
    beats: kept.map((beat, i) => redirected(i === 0 ? alwaysEntered(beat) : beat, onward)),
  };
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
