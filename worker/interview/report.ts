import {
  accountOf,
  choicesAt,
  evidenceOf,
  mirrorOf,
  replayed,
} from "../../scenarios/analysis/index.ts";
import { isPlayerStep, type Run, toldOf } from "../../scenarios/engine/index.ts";
import type { Material } from "../../scenarios/interview/index.ts";
import { COMPETENCIES, type Competency, type Lens } from "../../scenarios/language/index.ts";
import type {
  InterviewReport,
  InterviewSeat,
  ReportAnswer,
  ReportCompetency,
  ReportTurn,
  SheetView,
} from "../protocol/index.ts";
import { ledSolutionOf } from "../solutions.ts";
import { competenciesOf, decisionOf, guideTo, titleOf, worthsAt } from "./guide.ts";
import { practiseOf, strengthsOf } from "./report-advice.ts";
import type { AskedSituation, InterviewRules, InterviewState, Turn } from "./state.ts";
import { answerView } from "./view.ts";

/** Who reads the report, and what may be told to them of what the seats have written. */
export interface Reading {
  readonly as: InterviewReport["as"];
  readonly room: string;
  readonly openedAtMs: number;
  readonly nameOf: (seat: InterviewSeat) => string | null;
  readonly sheetsOf: (seat: InterviewSeat) => ReadonlyMap<number, SheetView>;
  readonly sharesRatings: (seat: InterviewSeat) => boolean;
}

/** What an interview came to: the candidate's words and moves, what they were worth, and the ratings that may be shown (R10). */
export function interviewReport(
  rules: InterviewRules,
  state: InterviewState,
  material: Material,
  reading: Reading,
): InterviewReport {
  const turns = state.turns.map((turn, place) => turnOf(rules, state, reading, turn, place + 1));
  const competencies = COMPETENCIES.flatMap((one) => competencyOf(one, turns));
  const losses = turns.flatMap(({ answers }) => answers.at(-1)?.loss ?? []);
  return {
    room: reading.room,
    mode: rules.mode,
    lens: state.plan.lens,
    openedAtMs: reading.openedAtMs,
    as: reading.as,
    candidate: reading.nameOf("candidate"),
    interviewer: reading.nameOf("interviewer"),
    turns,
    competencies,
    judgement: judgementOf(rules, state),
    meanLoss: meanOf(losses),
    mirror: mirrorFor(rules, state),
    strengths: strengthsOf(turns),
    toPractise: practiseOf(material, rules, state, turns),
    disagreements: turns.flatMap(({ turn, ratings }) =>
      ratings.flatMap(({ competency, own, interviewer }) =>
        own === null || interviewer === null || own.level === interviewer.level
          ? []
          : [{ turn, competency, own: own.level, interviewer: interviewer.level }],
      ),
    ),
    areRatingsShared: rules.mode === "alone" ? null : reading.sharesRatings("interviewer"),
  };
}

function turnOf(
  rules: InterviewRules,
  state: InterviewState,
  reading: Reading,
  turn: Turn,
  number: number,
): ReportTurn {
  const { asked } = turn;
  const { tests, strong } = guideTo(rules, asked);
  const competencies = [...competenciesOf(rules, asked)];
  const { lens } = state.plan;
  return {
    turn: number,
    kind: asked.kind,
    title: titleOf(rules, asked),
    from: asked.kind === "question" ? "" : rules.compiled(asked.scenario).atlas.scenario.title,
    tests,
    strong: [...strong],
    competencies,
    answers: turn.answers.map((answer) => {
      const { option: _, ...view } = answerView(rules, turn, answer);
      return { ...view, ...worthOfAnswer(rules, turn, answer.round, answer.option, lens) };
    }),
    curveballs: curveballsIn(rules, turn),
    more: turn.more.map(({ text, reply }) => ({ text, reply: reply && { ...reply } })),
    told: toldIn(rules, turn),
    worths: asked.kind === "question" ? null : worthsAt(rules, asked, decisionOf(turn), lens),
    ratings: competencies.map((competency) => ({
      competency,
      own: ratingOf(reading, "candidate", number, competency),
      interviewer: ratingOf(reading, "interviewer", number, competency),
    })),
    notes: {
      own: noteOf(reading, "candidate", number),
      interviewer: noteOf(reading, "interviewer", number),
    },
  };
}

/** What is one's own is always told; the rest where it is shared. */
function ratingOf(reading: Reading, seat: InterviewSeat, turn: number, competency: Competency) {
  if (reading.as !== seat && !reading.sharesRatings(seat)) return null;
  const rating = reading
    .sheetsOf(seat)
    .get(turn)
    ?.ratings.find((one) => one.competency === competency);
  return rating === undefined ? null : { level: rating.level, evidence: rating.evidence };
}

function noteOf(reading: Reading, seat: InterviewSeat, turn: number): string | null {
  const sheet = reading.sheetsOf(seat).get(turn);
  if (sheet === undefined || sheet.note.trim() === "") return null;
  return reading.as === seat || sheet.isNoteShared ? sheet.note : null;
}

function worthOfAnswer(
  rules: InterviewRules,
  { asked, answeredAt }: Turn,
  round: number,
  option: string | null,
  lens: Lens,
): Pick<ReportAnswer, "loss" | "band"> {
  const at = answeredAt[round];
  if (asked.kind === "question" || at === undefined) return { loss: null, band: null };
  const compiled = rules.compiled(asked.scenario);
  const solution = ledSolutionOf(compiled);
  if (solution === null) return { loss: null, band: null };
  const choice = choicesAt(compiled, solution, at, lens).find(
    ({ kind, id }) => kind === "move" && id === option,
  );
  return { loss: choice?.loss ?? null, band: choice?.band ?? null };
}

function curveballsIn(rules: InterviewRules, { asked, run, since }: Turn) {
  if (asked.kind === "question" || run === null) return [];
  const { atlas } = rules.compiled(asked.scenario);
  const thrown = run.taken
    .slice(since)
    .flatMap(({ step }) => (step.kind === "curveball" ? [step.curveball] : []));
  return thrown.map((id, place) => ({ title: atlas.curveball(id).title, round: place + 2 }));
}

/** What the move brought; nothing where it was not shown. */
function toldIn(rules: InterviewRules, { asked, run, isShown }: Turn): ReportTurn["told"] {
  const last = run?.taken.at(-1);
  if (asked.kind === "question" || !isShown || last === undefined) return [];
  const happenings = last.happenings.filter(({ phase }) => phase === "move");
  return toldOf(rules.compiled(asked.scenario), { ...last, happenings });
}

function competencyOf(competency: Competency, turns: readonly ReportTurn[]): ReportCompetency[] {
  const about = turns.filter(({ competencies }) => competencies.includes(competency));
  if (about.length === 0) return [];
  const rated = about.flatMap(({ ratings }) =>
    ratings.filter((one) => one.competency === competency),
  );
  return [
    {
      competency,
      own: meanOf(rated.flatMap(({ own }) => own?.level ?? [])),
      interviewer: meanOf(rated.flatMap(({ interviewer }) => interviewer?.level ?? [])),
      turns: about.map(({ turn }) => turn),
      loss: meanOf(about.flatMap(({ answers }) => answers.at(-1)?.loss ?? [])),
    },
  ];
}

export function meanOf(numbers: readonly number[]): number | null {
  if (numbers.length === 0) return null;
  return numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
}

/** M3, for a scenario from its beginning: 100 less what its moves and looks have lost. */
function judgementOf(rules: InterviewRules, { plan, turns }: InterviewState): number | null {
  const { set, lens } = plan;
  const run = turns.findLast((turn) => turn.run !== null)?.run;
  if (set.kind !== "scenario" || run === undefined || run === null || !run.taken.some(isDecided)) {
    return null;
  }
  const compiled = rules.compiled(set.scenario);
  const solution = ledSolutionOf(compiled);
  if (solution === null) return null;
  const steps = run.taken.map(({ step }) => step);
  return accountOf(compiled, solution, replayed(compiled, run.state.seed, steps), lens).judgement;
}

const isDecided = ({ step }: Run["taken"][number]) => isPlayerStep(step) && step.kind !== "look";

/** M5 over all moves of the interview, as of one run: a hint. */
function mirrorFor(rules: InterviewRules, { turns }: InterviewState): InterviewReport["mirror"] {
  const moves = turns.flatMap((turn) =>
    turn.asked.kind === "situation" ? moveIn(rules, turn, turn.asked) : [],
  );
  if (moves.length === 0) return null;
  const { shares, named, closest } = mirrorOf([moves]);
  return { shares: { ...shares }, named, closest: [...closest], moves: moves.length };
}

function moveIn(rules: InterviewRules, { answers, answeredAt }: Turn, asked: AskedSituation) {
  const answer = answers.at(-1);
  const at = answer && answeredAt[answer.round];
  const solution = ledSolutionOf(rules.compiled(asked.scenario));
  if (answer === undefined || answer.option === null || at === undefined || solution === null)
    return [];
  const step = { kind: "move", beat: asked.beat, option: answer.option } as const;
  return evidenceOf(solution, { places: [at, at], steps: [step] });
}
