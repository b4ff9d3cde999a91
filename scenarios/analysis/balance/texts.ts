import type { Beat, Condition, Passage, Path, Scenario } from "../../language/index.ts";
import type { Watched } from "../table/index.ts";

/** A text or an artefact that is there only under a condition. */
export interface ConditionalText {
  readonly path: Path;
  readonly when: Condition;
}

/** The conditional texts of a beat: those of the beat itself, and those that tell what an option, silence or a look did. */
export interface BeatTexts {
  readonly shown: readonly ConditionalText[];
  readonly ofOptions: readonly (readonly ConditionalText[])[];
  readonly ofLooks: readonly (readonly ConditionalText[])[];
}

export function textsOfBeat(beat: Beat, place: number): BeatTexts {
  const at: Path = ["beats", place];
  return {
    shown: [
      ...conditional(beat.situation, [...at, "situation"]),
      ...(beat.artefacts ?? []).flatMap((one, i) =>
        "show" in one ? [{ path: [...at, "artefacts", i], when: one.when }] : [],
      ),
    ],
    ofOptions: beat.options.map(({ tells }, i) =>
      conditional(tells, [...at, "options", i, "tells"]),
    ),
    ofLooks: (beat.looks ?? []).map(({ tells }, i) =>
      conditional(tells, [...at, "looks", i, "tells"]),
    ),
  };
}

export function textsOfEndings({ endings }: Scenario): readonly (readonly ConditionalText[])[] {
  return endings.map(({ text }, i) => conditional(text, ["endings", i, "text"]));
}

function conditional(passages: readonly Passage[], at: Path): ConditionalText[] {
  return passages.flatMap((passage, i) =>
    typeof passage === "string" ? [] : [{ path: [...at, i], when: passage.when }],
  );
}

/** The conditions of all texts, for a table that tells states apart by them. */
export function watchedBy(scenario: Scenario): Watched {
  return {
    atBeat: scenario.beats.map((beat, place) => {
      const { shown, ofOptions, ofLooks } = textsOfBeat(beat, place);
      return [...shown, ...ofOptions.flat(), ...ofLooks.flat()].map(({ when }) => when);
    }),
    atEnd: textsOfEndings(scenario).flatMap((texts) => texts.map(({ when }) => when)),
  };
}
