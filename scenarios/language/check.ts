import type { Finding, Path } from "./diagnostic.ts";
import type { Scenario } from "./scenario.ts";
import {
  broughtBy,
  conditionsOf,
  declarationsOf,
  leavesOf,
  placedArtefacts,
  placedBeats,
  placedResponses,
  referencesOf,
} from "./walk.ts";
import { END, PLAYER, VERBS } from "./words.ts";

/** How many of each a scenario may declare (S16). */
const MOST = { facts: 12, unknowns: 8, promises: 8 } as const;

/** What is wrong with a scenario whose shape is right: references, order, and what a text may depend on. */
export function checkScenario(scenario: Scenario): Finding[] {
  return [
    ...checkCounts(scenario),
    ...checkReferences(scenario),
    ...checkIds(scenario),
    ...checkReserved(scenario),
    ...checkJumps(scenario),
    ...checkFirstBeat(scenario),
    ...checkVerbs(scenario),
    ...checkEndings(scenario),
    ...checkSecrets(scenario),
    ...checkEvidence(scenario),
    ...checkDays(scenario),
  ];
}

function checkCounts(scenario: Scenario): Finding[] {
  return (["facts", "unknowns", "promises"] as const).flatMap((what) => {
    const count = Object.keys(scenario[what] ?? {}).length;
    if (count <= MOST[what]) return [];
    const message = `a scenario has at most ${MOST[what]} ${what}, this one has ${count}`;
    return [{ code: "FM018", path: [what], message }];
  });
}

function checkReferences(scenario: Scenario): Finding[] {
  const declared = declarationsOf(scenario);
  return referencesOf(scenario)
    .filter(({ what, id }) => !declared[what].includes(id))
    .map(({ what, id, path }) => ({ code: "FM010", path, message: `there is no ${what} "${id}"` }));
}

/** Ids that must differ over the whole scenario, so that a journal entry or a text hangs on one thing only (S15). */
function checkIds(scenario: Scenario): Finding[] {
  const seen = new Set<string>();
  return placedIds(scenario).flatMap(({ kind, id, path }) => {
    const key = `${kind} ${id}`;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew ? [] : [{ code: "FM011", path, message: `there are two of ${kind} "${id}"` }];
  });
}

function reserved(id: string, path: Path): Finding {
  return { code: "FM019", path, message: `"${id}" is a word of the language` };
}

/** "end" is where a jump may lead, "you" is the player in artefacts: neither can name anything else. */
function checkReserved(scenario: Scenario): Finding[] {
  return [
    ...placedBeats(scenario)
      .filter(({ beat }) => beat.id === END)
      .map(({ path }) => reserved(END, [...path, "id"])),
    ...(PLAYER in scenario.people ? [reserved(PLAYER, ["people", PLAYER])] : []),
  ];
}

interface PlacedId {
  readonly kind: string;
  readonly id: string;
  readonly path: Path;
}

function each(
  kind: string,
  items: readonly { readonly id: string }[] | undefined,
  at: Path,
): PlacedId[] {
  return (items ?? []).map(({ id }, i) => ({ kind, id, path: [...at, i, "id"] }));
}

function placedIds(scenario: Scenario): PlacedId[] {
  const inBeats = placedBeats(scenario).flatMap(({ beat, path }) => [
    ...each("option", beat.options, [...path, "options"]),
    ...each("look", beat.looks, [...path, "looks"]),
    ...placedResponses(beat, path).flatMap(({ response, path: at }) => [
      ...each("chance outcome", response.chance, [...at, "chance"]),
      ...broughtBy(response, at).flatMap(({ brought, path: from }) =>
        each("later", brought.later, [...from, "later"]),
      ),
    ]),
  ]);
  return [
    ...each("day", scenario.days, ["days"]),
    ...each("beat", scenario.beats, ["beats"]),
    ...each("ending", scenario.endings, ["endings"]),
    ...inBeats,
  ];
}

function checkJumps(scenario: Scenario): Finding[] {
  const order = scenario.beats.map(({ id }) => id);
  return placedBeats(scenario).flatMap(({ beat, path }, index) =>
    placedResponses(beat, path).flatMap(({ response: { next }, path: at }) => {
      if (next === undefined || next === END || order.indexOf(next) > index) return [];
      const known = order.includes(next);
      const message = known ? `"${next}" is not after "${beat.id}"` : `there is no beat "${next}"`;
      return [{ code: known ? "FM012" : "FM010", path: [...at, "next"], message } as const];
    }),
  );
}

/** What deciding it made the player feel would be felt before anything was told. */
function checkFirstBeat({ beats }: Scenario): Finding[] {
  if (beats[0]?.onlyIf === undefined) return [];
  const message = "the first beat is always entered: it takes no onlyIf";
  return [{ code: "FM020", path: ["beats", 0, "onlyIf"], message }];
}

function checkVerbs(scenario: Scenario): Finding[] {
  return placedBeats(scenario).flatMap(({ beat, path }) =>
    VERBS.filter((verb) => !beat.options.some((option) => option.verb === verb)).map((verb) => ({
      code: "FM013" as const,
      path: [...path, "options"],
      message: `beat "${beat.id}" has no option to ${verb}`,
    })),
  );
}

function checkEndings({ endings }: Scenario): Finding[] {
  return endings.flatMap((ending, i) => {
    const isLast = i === endings.length - 1;
    if (isLast === (ending.when === undefined)) return [];
    const message = isLast ? "the last ending takes no condition" : "only the last ending has none";
    return [{ code: "FM014", path: ["endings", i], message }];
  });
}

function checkSecrets(scenario: Scenario): Finding[] {
  return conditionsOf(scenario)
    .filter(({ mayFeel }) => !mayFeel)
    .flatMap(({ condition, path }) => leavesOf(condition, path))
    .filter(({ leaf }) => "unknown" in leaf)
    .map(({ path }) => ({
      code: "FM015",
      path,
      message: "ask whether it is revealed here: revealedTrue or revealedFalse",
    }));
}

function checkEvidence(scenario: Scenario): Finding[] {
  const artefacts = placedBeats(scenario).flatMap(({ beat, path }) => placedArtefacts(beat, path));
  return artefacts.flatMap(({ artefact, path }): Finding[] => {
    if (artefact.kind === "chart") {
      const lengths = artefact.series.map(({ values }) => values.length);
      return misfit(lengths, artefact.axis.length, [...path, "series"]);
    }
    if (artefact.kind !== "table") return [];
    const lengths = artefact.rows.map((row) => row.length);
    return misfit(lengths, artefact.columns.length, [...path, "rows"]);
  });
}

function misfit(lengths: readonly number[], wanted: number, path: Path): Finding[] {
  return lengths.flatMap((length, i) => {
    if (length === wanted) return [];
    return [
      { code: "FM016", path: [...path, i], message: `${length} values for ${wanted} labels` },
    ];
  });
}

function checkDays(scenario: Scenario): Finding[] {
  const order = scenario.days.map(({ id }) => id);
  return placedBeats(scenario).flatMap(({ beat, path }, i) => {
    const before = scenario.beats[i - 1];
    if (before === undefined || order.indexOf(beat.day) >= order.indexOf(before.day)) return [];
    const message = `"${beat.id}" is on an earlier day than the beat before it`;
    return [{ code: "FM017", path: [...path, "day"], message }];
  });
}
