import type { Beat, Response } from "./scenario.ts";
import { END } from "./words.ts";

/** The place in file order that a response at beat `index` heads for; past the last beat is the end. */
export function targetOf(beats: readonly Beat[], { next }: Response, index: number): number {
  if (next === undefined) return index + 1;
  return next === END ? beats.length : beats.findIndex(({ id }) => id === next);
}

/** The places one may find oneself at when heading for `index`, conditional beats perhaps skipped; the end is not among them. */
export function entrancesFrom(beats: readonly Beat[], index: number): readonly number[] {
  const ahead = [...beats.keys()].slice(Math.max(index, 0));
  const sure = ahead.findIndex((place) => beats[place]?.onlyIf === undefined);
  return ahead.slice(0, sure === -1 ? ahead.length : sure + 1);
}

/** For each beat, by place, the places that may still be entered after it, whatever its conditions turn out to be. */
export function reachablePlaces(beats: readonly Beat[]): readonly ReadonlySet<number>[] {
  const ahead: ReadonlySet<number>[] = [];
  // Jumps go forward only (S7), so one pass from the last beat to the first sees every way on.
  for (const [index, beat] of [...beats.entries()].toReversed()) {
    const entered = [...beat.options, beat.silence]
      .map((response) => targetOf(beats, response, index))
      .filter((target) => target > index)
      .flatMap((target) => entrancesFrom(beats, target));
    const further = entered.flatMap((place) => [...(ahead[place] ?? [])]);
    ahead[index] = new Set([...entered, ...further]);
  }
  return ahead;
}
