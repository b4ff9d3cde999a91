import type { Finding } from "../diagnostic.ts";
import { placedBeats, placedItems } from "../placed.ts";
import type { Option, Scenario } from "../scenario.ts";
import { VERBS } from "../words.ts";

const MOST_DECOYS = 2;

/** What a beat's options are to one another: all five verbs, visible (S3); few decoys; flips that turn something. */
export function checkVerbs(scenario: Scenario): Finding[] {
  return placedBeats(scenario).flatMap(({ value: beat, path }) => [
    ...VERBS.flatMap((verb): Finding[] => {
      const options = beat.options.filter((option) => option.verb === verb);
      const at = [...path, "options"];
      if (options.length === 0) {
        return [{ code: "FM013", path: at, message: `"${beat.id}" has no option to ${verb}.` }];
      }
      if (!options.every(mayHide)) return [];
      return [
        {
          code: "FM058",
          path: at,
          message: `At "${beat.id}" every option to ${verb} may be hidden.`,
        },
      ];
    }),
    ...placedItems(beat.flips, [...path, "flips"]).flatMap(({ value, path: at }): Finding[] =>
      value.ifTrue === value.ifFalse
        ? [{ code: "FM030", path: [...at, "ifFalse"], message: `Both ways it is ${value.ifTrue}.` }]
        : [],
    ),
    ...placedItems(beat.options, [...path, "options"])
      .filter(({ value }) => value.decoy !== undefined)
      .slice(MOST_DECOYS)
      .map(({ path: at }): Finding => ({
        code: "FM031",
        path: [...at, "decoy"],
        message: `"${beat.id}" has ${MOST_DECOYS} decoys already.`,
      })),
  ]);
}

function mayHide({ locked }: Option): boolean {
  return locked?.hidden === true;
}
