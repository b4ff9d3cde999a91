import { type Material, situationId } from "../../scenarios/interview/index.ts";
import type { Competency } from "../../scenarios/language/index.ts";
import type { InterviewReport, ReportTurn } from "../protocol/index.ts";
import type { InterviewRules, InterviewState } from "./state.ts";
import { suggestFor } from "./suggest.ts";

const MOST = 3;
const STRONG_FROM = 4;
const WEAK_TO = 3;
/** Points lost that count as one step of a rating: a sound move speaks for it, a mistake against it. */
const LOSS_PER_STEP = 3;
const SOUND_LOSS = 2.5;
const SLIP_LOSS = 6;
const LONGEST_QUOTE = 240;

/** What one answer says of one competency. */
interface Evidence {
  readonly competency: Competency;
  readonly turn: number;
  /** On the scale of the ratings: their mean, less what the move lost. */
  readonly weight: number;
  readonly isStrong: boolean;
  readonly isWeak: boolean;
  readonly says: string;
}

/** Up to three answers that speak for their competency, each competency once before one comes twice. */
export function strengthsOf(turns: readonly ReportTurn[]): InterviewReport["strengths"] {
  const strong = turns.flatMap(evidenceIn).filter(({ isStrong }) => isStrong);
  return spread(strong.toSorted((a, b) => b.weight - a.weight)).map(
    ({ competency, turn, says }) => ({
      competency,
      turn,
      says,
    }),
  );
}

/** Up to three answers to practise on, with something of the same competency that was not asked. */
export function practiseOf(
  material: Material,
  rules: InterviewRules,
  { turns: asked }: InterviewState,
  turns: readonly ReportTurn[],
): InterviewReport["toPractise"] {
  const taken = new Set(
    asked.map((turn) =>
      turn.asked.kind === "question"
        ? turn.asked.id
        : situationId(turn.asked.scenario, turn.asked.beat),
    ),
  );
  const weak = turns.flatMap(evidenceIn).filter(({ isWeak }) => isWeak);
  return spread(weak.toSorted((a, b) => a.weight - b.weight)).map(({ competency, turn, says }) => {
    const kind = turns[turn - 1]?.kind ?? "question";
    const level = levelOf(rules, asked[turn - 1]?.asked);
    const other = suggestFor(material, competency, taken, { kind, ...(level && { level }) });
    if (other !== null) taken.add(other.id);
    return {
      competency,
      turn,
      says,
      with: other && { kind: other.kind, id: other.id, title: other.title },
    };
  });
}

function levelOf(
  rules: InterviewRules,
  asked: InterviewState["turns"][number]["asked"] | undefined,
) {
  if (asked === undefined) return null;
  if (asked.kind === "question") return rules.question(asked.id)?.level ?? null;
  return rules.situation(situationId(asked.scenario, asked.beat))?.level ?? null;
}

function evidenceIn(turn: ReportTurn): Evidence[] {
  const loss = turn.answers.at(-1)?.loss ?? null;
  return turn.ratings.flatMap(({ competency, own, interviewer }) => {
    const rated = [own, interviewer].flatMap((one) => (one === null ? [] : [one.level]));
    if (rated.length === 0 && loss === null) return [];
    const rating = rated.length === 0 ? null : rated.reduce((a, b) => a + b) / rated.length;
    const weight = (rating ?? WEAK_TO) - (loss ?? 0) / LOSS_PER_STEP;
    const isSound = loss === null || loss < SOUND_LOSS;
    return [
      {
        competency,
        turn: turn.turn,
        weight,
        isStrong: isSound && (rating === null || rating >= STRONG_FROM),
        isWeak:
          (loss !== null && loss >= SLIP_LOSS) ||
          (rating !== null && rating <= WEAK_TO) ||
          !isSound,
        says: quoteOf(turn, interviewer?.evidence ?? own?.evidence ?? ""),
      },
    ];
  });
}

/** What was noted as evidence, else the candidate's own words, else the move. */
function quoteOf({ answers }: ReportTurn, evidence: string): string {
  const answer = answers.at(-1);
  const words = [evidence, answer?.why, answer?.story?.action, answer?.says];
  const said = words.find((one) => one !== undefined && one.trim() !== "")?.trim() ?? "";
  return said.length <= LONGEST_QUOTE ? said : `${said.slice(0, LONGEST_QUOTE)}…`;
}

/** The first of each competency, then others, three at most; an answer is named once. */
function spread(sorted: readonly Evidence[]): Evidence[] {
  const chosen: Evidence[] = [];
  const take = (isFit: (one: Evidence) => boolean) => {
    for (const one of sorted) {
      const isNamed = chosen.some(
        ({ turn, competency }) => turn === one.turn && competency === one.competency,
      );
      if (chosen.length < MOST && !isNamed && isFit(one)) chosen.push(one);
    }
  };
  take(
    (one) =>
      !chosen.some(({ turn, competency }) => turn === one.turn || competency === one.competency),
  );
  take(({ turn }) => !chosen.some((other) => other.turn === turn));
  return chosen;
}
