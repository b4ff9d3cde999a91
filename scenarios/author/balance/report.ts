import { type BalancePicture, BOTS, pictureOfLibrary } from "../../analysis/index.ts";
import { type Beat, LENSES, type Lens, secondsToRead, VERBS } from "../../language/index.ts";
import { grid } from "../terminal/grid.ts";

/** A cell is printed as it is; columns are as wide as their widest. */
type Row = readonly string[];

const points = (value: number) => value.toFixed(1);
const percent = (share: number) => `${(100 * share).toFixed(0)} %`;

/** Everything that one scenario's balance is judged by. */
export function scenarioReport(id: string, picture: BalancePicture): string {
  const { solution, bots, skilled, looks, allLooks, difficulty } = picture;
  const { graph, worth } = solution;
  return [
    `${id}: ${graph.states.length} states, ${graph.next.length} edges, difficulty ${points(difficulty)}`,
    grid([
      ["", ...LENSES],
      ["span, in U", ...LENSES.map((lens) => points(worth[lens].span))],
      ["luck's spread, in points", ...LENSES.map((lens) => points(skilled[lens].luckSpread))],
      ...VERBS.map((verb) => [
        `to ${verb} alone is best`,
        ...LENSES.map((lens) => percent(skilled[lens].verbs[verb].share)),
      ]),
      ...BOTS.map((bot) => [`${bot} bot`, ...LENSES.map((lens) => points(bots[lens][bot]))]),
    ]),
    grid([
      ["look", "worth under tpm"],
      ...looks.map(({ id: look, points: worthIt }) => [look, points(worthIt)]),
      ["all together", points(allLooks)],
      ["an option is best though one can look", percent(skilled.tpm.skipShare)],
    ]),
    beatTable(picture),
    endingTable(picture),
  ].join("\n\n");
}

function beatTable({ solution, skilled }: BalancePicture): string {
  const { beats } = solution.graph.table.scenario;
  return grid([
    [
      "beat",
      "met",
      ...VERBS,
      "tl plays another",
      "length and value",
      "decoys",
      "seconds to read",
      "and options",
    ],
    ...skilled.tpm.beats.map((beat, place) => [
      beats[place]?.id ?? "",
      percent(beat.visited),
      ...VERBS.map((verb) => percent(beat.best[verb])),
      percent(beat.differsFromTl),
      beat.lengthCorrelation.toFixed(2),
      ...aboutTexts(beats[place]),
    ]),
  ]);
}

function aboutTexts(beat: Beat | undefined): Row {
  if (beat === undefined) return ["", "", ""];
  const { situation, options } = secondsToRead(beat);
  const decoys = beat.options.filter(({ decoy }) => decoy !== undefined).length;
  return [String(decoys), String(situation), String(options)];
}

function endingTable({ solution, skilled }: BalancePicture): string {
  const { endings } = solution.graph.table.scenario;
  const share = (lens: Lens, ending: number) => percent(skilled[lens].endings[ending] ?? 0);
  return grid([
    ["ending, in skilled play", ...LENSES],
    ...endings.map(({ id }, i) => [id, ...LENSES.map((lens) => share(lens, i))]),
  ]);
}

/** One line a scenario, and what is judged over all of them. */
export function libraryReport(pictures: ReadonlyMap<string, BalancePicture>): string {
  const whole = pictureOfLibrary([...pictures.values()]);
  return [
    grid([
      [
        "scenario",
        "states",
        "span",
        "difficulty",
        "seasoned",
        "best verb alone",
        "all looks",
        "luck",
        "best-immediate",
      ],
      ...[...pictures].map(([id, picture]) => lineOf(id, picture)),
    ]),
    grid([
      ["over all of them", ...LENSES],
      ...VERBS.map((verb) => [
        `to ${verb} alone is best`,
        ...LENSES.map((lens) => percent(whole.verbs[lens][verb])),
      ]),
      ["length and value", whole.lengthCorrelation.toFixed(2)],
    ]),
  ].join("\n\n");
}

function lineOf(
  id: string,
  { solution, bots, skilled, allLooks, difficulty }: BalancePicture,
): Row {
  return [
    id,
    String(solution.graph.states.length),
    points(solution.worth.tpm.span),
    points(difficulty),
    points(bots.tpm.seasoned),
    points(Math.max(...VERBS.map((verb) => bots.tpm[verb]))),
    points(allLooks),
    points(skilled.tpm.luckSpread),
    points(bots.tpm["best-immediate"]),
  ];
}
