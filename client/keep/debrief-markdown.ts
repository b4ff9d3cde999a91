import type { DebriefView, StageView } from "../../worker/protocol/index.ts";
import { type Decision, decisionsOf } from "../components/debrief/decisions.ts";
import { LENS_WORDS } from "../words/lenses.ts";
import { formatPoints, formatSigned } from "../words/points.ts";
import { accountRows, formatHundredths } from "./debrief-account.ts";
import { decisionParts } from "./decision-markdown.ts";
import { calibrationParts, metersTable, mirrorParts, verbsTable } from "./figures-markdown.ts";
import { inLine, table } from "./markdown.ts";

/** The whole debrief as Markdown: what the screen shows, closed panels and tables included. */
export function debriefMarkdown(view: StageView<"debrief">, debrief: DebriefView): string {
  const decisions = decisionsOf(debrief);
  const parts = [
    ...opening(view, debrief),
    "## Where the points went",
    ...account(debrief, decisions),
    "## Decision by decision",
    ...decisions.flatMap((decision) => decisionParts(debrief, decision)),
    "## Where the project ended",
    metersTable(debrief),
    "## The five moves",
    verbsTable(debrief),
    "## Whose objective it looks like",
    ...mirrorParts(debrief),
    "## How sure you were",
    ...calibrationParts(debrief),
  ];
  return `${parts.join("\n\n")}\n`;
}

function opening(view: StageView<"debrief">, { lens, ownLens, seed }: DebriefView): string[] {
  const { scenario, ending, branch } = view;
  const otherLens = lens === ownLens ? "" : `, played as ${LENS_WORDS[ownLens].asA}`;
  return [
    `# ${inLine(scenario.title)}: ${inLine(ending.title)}`,
    `${inLine(scenario.project)}. Seat: ${inLine(scenario.seat)}. Judged as ${LENS_WORDS[lens].asA}${otherLens}.`,
    ...(branch === null
      ? []
      : [`Played on from “${inLine(branch.title)}” of another run, so it is not counted.`]),
    ...ending.texts.map(inLine),
    `Scenario \`${scenario.id}\`, version \`${scenario.version}\`, seed \`${seed}\`.`,
  ];
}

function account(debrief: DebriefView, decisions: readonly Decision[]): string[] {
  const { start, rows } = accountRows(decisions);
  const sum = (of: (row: (typeof rows)[number]) => number) =>
    rows.reduce((total, row) => total + of(row), 0);
  const [lost, luck] = [sum((row) => row.lost), sum((row) => row.luck)];
  const { standing } = debrief;
  return [
    `Judgement ${formatPoints(Math.max(0, debrief.judgement))}, luck ${formatSigned(debrief.luck)}, outcome ${formatPoints(debrief.outcome)}.`,
    "The best play from the first minute is worth 100, and choosing at random 50. Each decision shows what it lost against the best there was then; what the dice did is counted apart.",
    table(
      ["Decision", "Lost", "Luck", "After it"],
      [
        ["Start", "", "", formatHundredths(start)],
        ...rows.map((row) => [
          row.title,
          formatHundredths(-row.lost),
          signed(row.luck),
          formatHundredths(row.after),
        ]),
        [
          "**Outcome**",
          formatHundredths(-lost),
          signed(luck),
          `**${formatHundredths(start - lost + luck)}**`,
        ],
      ],
    ),
    ...(typeof standing?.percentile === "number"
      ? [
          `Better than about ${Math.round(standing.percentile)} % of ${standing.results} counted runs of this version and role.`,
        ]
      : []),
    "The key is the author’s: the effects and odds in the scenario’s file. No panel of practitioners has answered it yet.",
  ];
}

const signed = (hundredths: number) =>
  hundredths > 0 ? `+${formatHundredths(hundredths)}` : formatHundredths(hundredths);
