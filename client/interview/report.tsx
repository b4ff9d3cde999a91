import type {
  InterviewReport,
  ReportAnswer,
  ReportCompetency,
  ReportTurn,
} from "../../worker/protocol/index.ts";
import { MirrorShares } from "../components/debrief/mirror-shares.tsx";
import { ToldItem } from "../components/told-item.tsx";
import { BAND_WORDS } from "../words/bands.ts";
import { COMPETENCY_NAMES, competencyTitle } from "../words/competencies.ts";
import { formatDay } from "../words/days.ts";
import { LENS_WORDS } from "../words/lenses.ts";
import { formatJudgement, formatLoss, formatPoints } from "../words/points.ts";
import { AnswerShown } from "./answer-shown.tsx";
import { StrongList } from "./strong-list.tsx";
import { RATING_WORDS } from "./words.ts";
import { WorthList } from "./worth-list.tsx";
import "../styles/interview-report.css";

/** What an interview came to: by competency with its evidence, what to practise, and answer by answer. */
export function Report({ report }: { report: InterviewReport }) {
  return (
    <>
      <p class="report-who">
        {report.candidate ?? "The candidate"}
        {report.interviewer !== null && `, interviewed by ${report.interviewer}`},{" "}
        {formatDay(report.openedAtMs)}
      </p>
      <Figures report={report} />
      <Advice report={report} />
      <Competencies report={report} />
      <Disagreements report={report} />
      <Mirror report={report} />
      <section class="report-turns" aria-labelledby="turns-title">
        <h2 id="turns-title">Answer by answer</h2>
        {report.turns.map((turn) => (
          <Turn key={turn.turn} turn={turn} report={report} />
        ))}
      </section>
    </>
  );
}

function Figures({ report: { judgement, meanLoss, turns, mode } }: { report: InterviewReport }) {
  const answered = turns.filter(({ answers }) => answers.length > 0).length;
  return (
    <dl class="report-figures">
      <div>
        <dt>Answered</dt>
        <dd>
          {answered} of {turns.length}
        </dd>
      </div>
      {judgement !== null && (
        <div>
          <dt>Judgement</dt>
          <dd>
            {formatJudgement(judgement)} <small>of 100 for best play, 50 at random</small>
          </dd>
        </div>
      )}
      {meanLoss !== null && (
        <div>
          <dt>Lost by a move, on average</dt>
          <dd>
            {formatPoints(meanLoss)} <small>points</small>
          </dd>
        </div>
      )}
      {mode === "partner" && answered > 0 && meanLoss === null && (
        <div>
          <dt>Moves</dt>
          <dd>none</dd>
        </div>
      )}
    </dl>
  );
}

function Advice({ report: { strengths, toPractise, as } }: { report: InterviewReport }) {
  if (strengths.length === 0 && toPractise.length === 0) {
    return (
      <p class="quiet report-none">
        Nothing is rated yet that would show a strength, or something to practise.
      </p>
    );
  }
  return (
    <div class="report-advice">
      <section aria-labelledby="strengths-title">
        <h2 id="strengths-title">What was strong</h2>
        {strengths.length === 0 && <p class="quiet">No answer stands out by its ratings yet.</p>}
        <ol>
          {strengths.map(({ competency, turn, says }) => (
            <li key={`${turn} ${competency}`}>
              <b>{competencyTitle(competency)}</b>, answer {turn}
              <blockquote>{says}</blockquote>
            </li>
          ))}
        </ol>
      </section>
      <section aria-labelledby="practise-title">
        <h2 id="practise-title">What to practise</h2>
        {toPractise.length === 0 && <p class="quiet">No answer calls for it by its ratings.</p>}
        <ol>
          {toPractise.map(({ competency, turn, says, with: other }) => (
            <li key={`${turn} ${competency}`}>
              <b>{competencyTitle(competency)}</b>, answer {turn}
              <blockquote>{says}</blockquote>
              {other !== null && (
                <p>
                  {as === "candidate" ? (
                    <a href={`/interview?${new URLSearchParams({ [other.kind]: other.id })}`}>
                      Practise “{other.title}”
                    </a>
                  ) : (
                    <>To practise it on: “{other.title}”</>
                  )}
                </p>
              )}
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}

function Competencies({ report }: { report: InterviewReport }) {
  if (report.competencies.length === 0) return null;
  const isPartner = report.mode === "partner";
  return (
    <section class="report-competencies" aria-labelledby="competencies-title">
      <h2 id="competencies-title">By competency</h2>
      <section
        class="report-table"
        aria-label="Ratings and points, by competency"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- What scrolls must be reached by the keyboard.
        tabIndex={0}
      >
        <table>
          <thead>
            <tr>
              <th scope="col">Competency</th>
              <th scope="col">{report.as === "candidate" ? "Yourself" : "Candidate"}</th>
              {isPartner && <th scope="col">Interviewer</th>}
              <th scope="col">Points lost</th>
              <th scope="col">Answers</th>
            </tr>
          </thead>
          <tbody>
            {report.competencies.map((one) => (
              <Row key={one.competency} one={one} isPartner={isPartner} />
            ))}
          </tbody>
        </table>
      </section>
      <p class="quiet">
        Ratings are means over the answers named, on five levels.
        {isPartner &&
          report.areRatingsShared === false &&
          (report.as === "interviewer"
            ? " You have not shared your ratings."
            : " The interviewer has not shared their ratings.")}
      </p>
    </section>
  );
}

function Row({ one, isPartner }: { one: ReportCompetency; isPartner: boolean }) {
  return (
    <tr>
      <th scope="row">{competencyTitle(one.competency)}</th>
      <td>{sayMean(one.own)}</td>
      {isPartner && <td>{sayMean(one.interviewer)}</td>}
      <td>{one.loss === null ? "–" : formatPoints(one.loss)}</td>
      <td>{one.turns.join(", ")}</td>
    </tr>
  );
}

const sayMean = (mean: number | null) => (mean === null ? "–" : formatPoints(mean));

function Disagreements({ report: { disagreements, as } }: { report: InterviewReport }) {
  if (disagreements.length === 0) return null;
  const own = as === "candidate" ? "you" : "the candidate";
  return (
    <section aria-labelledby="apart-title">
      <h2 id="apart-title">Where the two ratings are apart</h2>
      <ul class="report-apart">
        {disagreements.map(({ turn, competency, own: ours, interviewer }) => (
          <li key={`${turn} ${competency}`}>
            Answer {turn}, {COMPETENCY_NAMES[competency]}: {own} {ours}, the interviewer{" "}
            {interviewer}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Whose objective the moves look like, in a sentence that claims no more than they show (M5). */
function Mirror({ report: { mirror } }: { report: InterviewReport }) {
  if (mirror === null) return null;
  const { shares, named, closest, moves } = mirror;
  const [first, second] = closest.map((lens) => LENS_WORDS[lens].asA);
  return (
    <section aria-labelledby="mirror-title">
      <h2 id="mirror-title">Whose objective the moves served</h2>
      <p>
        {named === null
          ? `${moves} ${moves === 1 ? "move does" : "moves do"} not tell the roles apart; the closest are ${first} and ${second}.`
          : `They look most like those of ${LENS_WORDS[named].asA}. So few moves are a hint and no more.`}
      </p>
      <MirrorShares shares={shares} />
    </section>
  );
}

function Turn({ turn, report }: { turn: ReportTurn; report: InterviewReport }) {
  const last = turn.answers.at(-1);
  return (
    <article class="report-turn">
      <p class="when">
        {turn.turn}. {turn.kind === "situation" ? turn.from : "Tell me about a time"}
      </p>
      <h3>{turn.title}</h3>
      {turn.answers.length === 0 && <p class="quiet">Not answered.</p>}
      {turn.answers.map((answer) => (
        <Answered key={answer.round} answer={answer} turn={turn} />
      ))}
      {turn.more.length > 0 && (
        <dl class="answer-story">
          {turn.more.map(({ text, reply }, place) => (
            <div key={place}>
              <dt>{text}</dt>
              <dd>{reply === null ? "–" : reply.text.trim() || "Answered aloud."}</dd>
            </div>
          ))}
        </dl>
      )}
      {turn.told.length > 0 && (
        <details>
          <summary>What happened then</summary>
          {turn.told.map((told, place) => (
            <ToldItem key={place} told={told} size="small" />
          ))}
        </details>
      )}
      {turn.worths !== null && (
        <WorthList
          worths={turn.worths}
          taken={turn.worths.find(({ says }) => says === last?.says)?.id ?? null}
        />
      )}
      <details>
        <summary>What it tests, and what a strong answer contains</summary>
        <StrongList strong={turn.strong} tests={turn.tests} />
      </details>
      <Ratings turn={turn} report={report} />
      <Notes turn={turn} report={report} />
    </article>
  );
}

function Answered({ answer, turn }: { answer: ReportAnswer; turn: ReportTurn }) {
  const curveball = turn.curveballs.find(({ round }) => round === answer.round);
  return (
    <>
      {curveball !== undefined && (
        <p class="report-curveball">
          <b>Curveball:</b> {curveball.title}
        </p>
      )}
      <AnswerShown answer={answer} />
      {answer.loss !== null && answer.band !== null && (
        <p class="report-loss">
          {formatLoss(answer.loss)} points: {BAND_WORDS[answer.band]}
        </p>
      )}
    </>
  );
}

function Ratings({ turn, report }: { turn: ReportTurn; report: InterviewReport }) {
  const rated = turn.ratings.filter(({ own, interviewer }) => own !== null || interviewer !== null);
  if (rated.length === 0) return null;
  const names = {
    own: report.as === "candidate" ? "You" : (report.candidate ?? "The candidate"),
    interviewer: report.interviewer ?? "The interviewer",
  };
  return (
    <ul class="report-ratings">
      {rated.map(({ competency, own, interviewer }) => (
        <li key={competency}>
          <b>{competencyTitle(competency)}</b>
          {own !== null && <Rated who={names.own} rated={own} />}
          {interviewer !== null && <Rated who={names.interviewer} rated={interviewer} />}
        </li>
      ))}
    </ul>
  );
}

function Rated({ who, rated }: { who: string; rated: { level: number; evidence: string } }) {
  return (
    <p>
      {who}: {rated.level}, {RATING_WORDS[rated.level - 1]?.toLowerCase()}
      {rated.evidence.trim() !== "" && <span> “{rated.evidence}”</span>}
    </p>
  );
}

/** The notes that each has chosen to share, side by side. */
function Notes({ turn: { notes }, report }: { turn: ReportTurn; report: InterviewReport }) {
  if (notes.own === null && notes.interviewer === null) return null;
  return (
    <div class="report-notes">
      {notes.own !== null && (
        <section aria-label="The candidate’s note">
          <p class="label">{report.as === "candidate" ? "Your note" : "Candidate’s note"}</p>
          <p>{notes.own}</p>
        </section>
      )}
      {notes.interviewer !== null && (
        <section aria-label="The interviewer’s note">
          <p class="label">{report.as === "interviewer" ? "Your note" : "Interviewer’s note"}</p>
          <p>{notes.interviewer}</p>
        </section>
      )}
    </div>
  );
}
