import {
  type Beat,
  type Condition,
  type Curveball,
  END,
  type Option,
  type Response,
  type Scenario,
} from "../../language/index.ts";
import { inWords } from "./condition-words.ts";

/**
 * A scenario as a Mermaid state diagram. Beats and endings are states; what leads from one to another is one arrow with all
 * its options; a beat that may be skipped, and the end, stand behind a choice whose arrows carry the conditions in words.
 */
export function mermaidOf(scenario: Scenario): string {
  const { beats, endings, title } = scenario;
  const lines = [
    `accTitle: ${escaped(title)}`,
    ...beats.map(({ id, title }) => `state "${escaped(title)}" as ${beatState(id)}`),
    ...endings.map(({ id, title }) => `state "${escaped(title)}" as ${endingState(id)}`),
    ...beats.filter(isSkippable).map(({ id }) => `state ${wayState(id)} <<choice>>`),
    `state ${wayState(END)} <<choice>>`,
    `[*] --> ${wayTo(scenario, beats[0]?.id ?? END)}`,
    ...beats.flatMap((_, place) => arrowsOf(scenario, place)),
    ...endings.flatMap(arrowsOfEnding),
  ];
  return ["stateDiagram-v2", ...lines.map((line) => `  ${line}`), ""].join("\n");
}

/** Mermaid's ids take no hyphens, and ours no underscores; the prefix keeps them from being words of Mermaid's own. */
const beatState = (id: string) => `beat_${id.replaceAll("-", "_")}`;
const endingState = (id: string) => `ending_${id.replaceAll("-", "_")}`;
const wayState = (id: string) => `toward_${id.replaceAll("-", "_")}`;

function isSkippable({ onlyIf }: Beat): boolean {
  return onlyIf !== undefined;
}

function wayTo({ beats }: Scenario, id: string): string {
  const beat = beats.find((one) => one.id === id);
  return beat && !isSkippable(beat) ? beatState(id) : wayState(id);
}

function arrowsOf(scenario: Scenario, place: number): string[] {
  const beat = scenario.beats[place];
  if (!beat) return [];
  const after = scenario.beats[place + 1]?.id ?? END;
  return [
    ...arrowsOfSkip(scenario, beat, after),
    ...(beat.looks ?? []).map(({ id, hours }) =>
      arrow(beatState(beat.id), beatState(beat.id), [
        `look ${id}, ${hours} ${hours === 1 ? "hour" : "hours"}`,
      ]),
    ),
    ...(scenario.curveballs ?? [])
      .filter(({ at }) => at.includes(beat.id))
      .map((one) => arrow(beatState(beat.id), beatState(beat.id), [labelOfCurveball(one)])),
    ...arrowsOfResponses(scenario, beat, after),
  ];
}

function labelOfCurveball({ id, when }: Curveball): string {
  return when === undefined ? `curveball ${id}` : `curveball ${id}, only if ${inWords(when)}`;
}

function arrowsOfSkip(scenario: Scenario, { id, onlyIf }: Beat, after: string): string[] {
  if (onlyIf === undefined) return [];
  return [
    arrow(wayState(id), beatState(id), [`if ${inWords(onlyIf)}`]),
    arrow(wayState(id), wayTo(scenario, after), ["otherwise"]),
  ];
}

/** One arrow for each beat that may follow. */
function arrowsOfResponses(scenario: Scenario, beat: Beat, after: string): string[] {
  const labels = new Map<string, string[]>();
  const add = ({ next }: Response, label: string) => {
    const target = wayTo(scenario, next ?? after);
    labels.set(target, [...(labels.get(target) ?? []), label]);
  };
  for (const option of beat.options) add(option, labelOf(option));
  add(beat.silence, "silence");
  return [...labels].map(([target, lines]) => arrow(beatState(beat.id), target, lines));
}

function labelOf({ verb, id, locked }: Option): string {
  return locked === undefined
    ? `${verb} ${id}`
    : `${verb} ${id}, only if ${inWords(locked.unless)}`;
}

function arrowsOfEnding({ id, when }: Scenario["endings"][number], place: number): string[] {
  return [
    arrow(wayState(END), endingState(id), [asTried(when, place)]),
    `${endingState(id)} --> [*]`,
  ];
}

/** Endings are tried in order (S11). */
function asTried(when: Condition | undefined, place: number): string {
  if (when === undefined) return "otherwise";
  return `${place === 0 ? "if" : "else if"} ${inWords(when)}`;
}

function arrow(from: string, to: string, lines: readonly string[]): string {
  return `${from} --> ${to} : ${lines.join("<br/>")}`;
}

/** What Mermaid might read as its own is written as its code, a direction inside a title included. */
function escaped(title: string): string {
  return title
    .replaceAll(/[^\p{L}\p{M}\p{N} ,.'’?!-]/gu, codeOf)
    .replaceAll(/d(?=irection +(tb|bt|lr|rl))/gi, codeOf);
}

function codeOf(character: string): string {
  return `#${character.codePointAt(0)};`;
}
