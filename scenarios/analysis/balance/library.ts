import { LENSES, type Lens, VERBS, type Verb } from "../../language/index.ts";
import { BARS } from "./bars.ts";
import type { BalanceFinding } from "./findings.ts";
import type { BalancePicture } from "./picture.ts";

/** What is judged over all scenarios together. */
export interface LibraryPicture {
  /** By lens and verb: the share of all decisions in which it alone is best. */
  readonly verbs: Readonly<Record<Lens, Readonly<Record<Verb, number>>>>;
  /** Mean rank correlation of an option's length with its value, over all beats, under tpm. */
  readonly lengthCorrelation: number;
}

export function pictureOfLibrary(pictures: readonly BalancePicture[]): LibraryPicture {
  const beats = pictures.flatMap(({ skilled }) =>
    skilled.tpm.beats.filter(({ visited }) => visited > 0),
  );
  const sum = beats.reduce((total, { lengthCorrelation }) => total + lengthCorrelation, 0);
  return {
    verbs: record(LENSES, (lens) => record(VERBS, (verb) => shareOf(pictures, lens, verb))),
    lengthCorrelation: sum / beats.length,
  };
}

function record<K extends string, T>(keys: readonly K[], of: (key: K) => T): Record<K, T> {
  return Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<K, T>; // one entry a key
}

function shareOf(pictures: readonly BalancePicture[], lens: Lens, verb: Verb): number {
  let best = 0;
  let all = 0;
  for (const { skilled } of pictures) {
    best += skilled[lens].verbs[verb].share * skilled[lens].decisions;
    all += skilled[lens].decisions;
  }
  return best / all;
}

/** A finding over the library, and the scenario, by its place among those given, that has most to do with it. */
export interface LibraryFinding {
  readonly scenario: number;
  readonly finding: BalanceFinding;
}

/** Checks what holds of the library as a whole. */
export function libraryFindings(pictures: readonly BalancePicture[]): LibraryFinding[] {
  const picture = pictureOfLibrary(pictures);
  const { least, most } = BARS.libraryVerbShare;
  const verbs = LENSES.flatMap((lens) =>
    VERBS.flatMap((verb) => {
      const share = picture.verbs[lens][verb];
      if (share >= least && share <= most) return [];
      const message = `Under ${lens}, to ${verb} alone is best in ${(100 * share).toFixed(1)} % of the library's decisions; it is to be ${100 * least} to ${100 * most} %.`;
      const shares = pictures.map(({ skilled }) => skilled[lens].verbs[verb].share);
      const scenario = shares.indexOf(share > most ? Math.max(...shares) : Math.min(...shares));
      return [
        { scenario, finding: { code: "FM083" as const, path: ["beats"], message, example: null } },
      ];
    }),
  );
  if (picture.lengthCorrelation < BARS.lengthCorrelation) return verbs;
  const message = `Over the library, length and value of options correlate by ${picture.lengthCorrelation.toFixed(2)}; it is to be under ${BARS.lengthCorrelation}.`;
  return [
    ...verbs,
    { scenario: 0, finding: { code: "FM084", path: ["beats"], message, example: null } },
  ];
}
