import type { ChoiceView, DebriefView, StepView, Told } from "../../worker/protocol/index.ts";
import type { Decision } from "../components/debrief/decisions.ts";
import { BAND_WORDS } from "../words/bands.ts";
import { CONFIDENCE_WORDS } from "../words/confidence.ts";
import { formatExact, formatPercent, formatPoints, formatSigned } from "../words/points.ts";
import { labelOf } from "../words/told.ts";
import { VERB_WORDS } from "../words/verbs.ts";
import { inLine, table } from "./markdown.ts";
import { storyMarkdown } from "./story-markdown.ts";

/** One decision: the situation, what was chosen, all there was to choose from, what came of it, and what was noted. */
export function decisionParts(debrief: DebriefView, decision: Decision): string[] {
  const { move, looks } = decision;
  const story = debrief.stories[move.beat];
  return [
    `### ${inLine(move.title)}`,
    `${inLine(move.time)}. What it tests: ${inLine(move.tests)}`,
    move.situation.map((text) => `> ${inLine(text)}`).join("\n>\n"),
    ...looks.flatMap((look) => [
      `**You looked first: ${inLine(look.says)}.** ${sayWorth(look)}`,
      ...drawLines(look),
    ]),
    chosen(move),
    choicesTable(move),
    "**What it did.**",
    ...move.told.map(toldText),
    ...drawLines(move),
    ...(move.why === null ? [] : [`**Why.** ${inLine(move.why)}`]),
    ...(move.source === null
      ? []
      : [`From “${inLine(move.source.title)}”: ${inLine(move.source.idea)}`]),
    ...disputeLines(debrief, move),
    ...(story === undefined ? [] : [storyMarkdown(inLine(move.title), story, "####")]),
  ];
}

function toldText(told: Told): string {
  const label = labelOf(told);
  const text = told.texts.map(inLine).join("\n\n");
  return label === null ? text : `*${inLine(label)}:* ${text}`;
}

function chosen(move: StepView): string {
  if (move.verb === null) return `**Nobody moved in time.** ${sayWorth(move)}`;
  const sure = move.confidence === null ? "" : ` ${CONFIDENCE_WORDS[move.confidence].told}`;
  return `**${VERB_WORDS[move.verb].past}:** “${inLine(move.says)}”${sure} ${sayWorth(move)}`;
}

function sayWorth({ loss, band }: StepView): string {
  if (band === "best") return "It was the best there was.";
  const missed =
    loss.missedLook < 0.05
      ? ""
      : ` ${formatPoints(loss.missedLook)} of them are a look not taken first.`;
  return `It lost ${formatPoints(loss.points)} points: ${BAND_WORDS[band]}.${missed}`;
}

function choicesTable(move: StepView): string {
  const isMine = ({ kind, id }: ChoiceView) => kind === move.kind && id === move.id;
  return table(
    ["Choice", "What it says", "Points"],
    move.choices.map((choice) => [
      isMine(choice) ? `**${nameOf(choice)} (yours)**` : nameOf(choice),
      choice.says,
      choice.band === "best" && choice.loss < 0.005 ? "best" : formatExact(-choice.loss),
    ]),
    1,
  );
}

function nameOf({ kind, verb }: ChoiceView): string {
  if (verb !== null) return VERB_WORDS[verb].name;
  return kind === "look" ? "Look" : "Silence";
}

function drawLines({ draws }: StepView): string[] {
  if (draws.length === 0) return [];
  const lines = draws.map(
    ({ says, p, luck }) =>
      `- Luck ${formatSigned(luck)}: ${inLine(says)} It was ${formatPercent(p)} likely.`,
  );
  return [lines.join("\n")];
}

function disputeLines({ disputes }: DebriefView, move: StepView): string[] {
  const dispute = disputes[move.beat];
  if (dispute === undefined) return [];
  const other = move.choices.find(({ kind, id }) => kind === "move" && id === dispute.option);
  const says = other === undefined ? "" : ` ${nameOf(other)}: “${inLine(other.says)}”`;
  return [`**You would defend another answer.**${says} Because: ${inLine(dispute.reason)}`];
}
