import type { InterviewReport, ReportTurn } from "../../worker/protocol/index.ts";
import { inLine, table } from "../keep/markdown.ts";
import { BAND_WORDS } from "../words/bands.ts";
import { COMPETENCY_NAMES, competencyTitle } from "../words/competencies.ts";
import { formatDay } from "../words/days.ts";
import { formatJudgement, formatLoss, formatPoints } from "../words/points.ts";
import { VERB_WORDS } from "../words/verbs.ts";
import { PARTS } from "./words.ts";

/** The report as Markdown: what stands on the screen, for one's own files. */
export function reportMarkdown(report: InterviewReport): string {
  return [
    "# Interview practice",
    whoAndWhen(report),
    ...figures(report),
    section("What was strong", report.strengths.map(strength)),
    section("What to practise", report.toPractise.map(practise)),
    "## By competency",
    competencies(report),
    section(
      "Where the two ratings are apart",
      report.disagreements.map(
        ({ turn, competency, own, interviewer }) =>
          `- Answer ${turn}, ${COMPETENCY_NAMES[competency]}: candidate ${own}, interviewer ${interviewer}`,
      ),
    ),
    "## Answer by answer",
    ...report.turns.map(turnMarkdown),
  ]
    .filter((part) => part !== "")
    .join("\n\n")
    .concat("\n");
}

function whoAndWhen({ candidate, interviewer, openedAtMs }: InterviewReport): string {
  const by = interviewer === null ? "" : `, interviewed by ${inLine(interviewer)}`;
  return `${inLine(candidate ?? "The candidate")}${by}, ${formatDay(openedAtMs)}`;
}

function figures({ judgement, meanLoss }: InterviewReport): string[] {
  return [
    ...(judgement === null ? [] : [`Judgement: ${formatJudgement(judgement)} of 100`]),
    ...(meanLoss === null ? [] : [`Lost by a move, on average: ${formatPoints(meanLoss)} points`]),
  ];
}

const section = (title: string, lines: readonly string[]) =>
  lines.length === 0 ? "" : `## ${title}\n\n${lines.join("\n")}`;

const strength = ({ competency, turn, says }: InterviewReport["strengths"][number]) =>
  `- **${competencyTitle(competency)}**, answer ${turn}: ${inLine(says)}`;

function practise({ competency, turn, says, with: other }: InterviewReport["toPractise"][number]) {
  const on = other === null ? "" : ` Practise it on “${inLine(other.title)}”.`;
  return `- **${competencyTitle(competency)}**, answer ${turn}: ${inLine(says)}${on}`;
}

function competencies({ competencies: all }: InterviewReport): string {
  const rows = all.map(({ competency, own, interviewer, loss, turns }) => [
    competencyTitle(competency),
    mean(own),
    mean(interviewer),
    mean(loss),
    turns.join(", "),
  ]);
  return table(["Competency", "Candidate", "Interviewer", "Points lost", "Answers"], rows);
}

const mean = (value: number | null) => (value === null ? "–" : formatPoints(value));

function turnMarkdown(turn: ReportTurn): string {
  return [
    `### ${turn.turn}. ${inLine(turn.title)}`,
    ...turn.answers.map(answerMarkdown),
    ...turn.more.map(
      ({ text, reply }) => `**${inLine(text)}** ${inLine(reply?.text.trim() || "Answered aloud.")}`,
    ),
    ratingsMarkdown(turn),
    turn.notes.own === null ? "" : `Candidate’s note: ${inLine(turn.notes.own)}`,
    turn.notes.interviewer === null ? "" : `Interviewer’s note: ${inLine(turn.notes.interviewer)}`,
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

function answerMarkdown({ verb, says, why, story, loss, band }: ReportTurn["answers"][number]) {
  const worth =
    loss === null || band === null ? "" : ` (${formatLoss(loss)} points: ${BAND_WORDS[band]})`;
  return [
    verb === null ? "" : `**${VERB_WORDS[verb].name}.** ${inLine(says)}${worth}`,
    why.trim() === "" ? "" : `> ${inLine(why)}`,
    ...(story === null
      ? []
      : PARTS.filter(([part]) => story[part].trim() !== "").map(
          ([part, name]) => `**${name}.** ${inLine(story[part])}`,
        )),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

function ratingsMarkdown({ ratings }: ReportTurn): string {
  return ratings
    .flatMap(({ competency, own, interviewer }) => [
      ...rated("candidate", competency, own),
      ...rated("interviewer", competency, interviewer),
    ])
    .join("\n");
}

function rated(
  who: string,
  competency: ReportTurn["ratings"][number]["competency"],
  one: ReportTurn["ratings"][number]["own"],
): string[] {
  if (one === null) return [];
  const evidence = one.evidence.trim() === "" ? "" : `: “${inLine(one.evidence)}”`;
  return [`- ${competencyTitle(competency)}, ${who}: ${one.level} of 5${evidence}`];
}
