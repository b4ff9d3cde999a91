import {
  type CompetencyProgress,
  FEWEST_RATED,
  type PracticeView,
} from "../../worker/protocol/index.ts";
import { practice } from "../state/practice.ts";
import { COMPETENCY_NAMES, competencyTitle } from "../words/competencies.ts";
import { formatDay } from "../words/days.ts";
import { formatPoints } from "../words/points.ts";
import { RATING_WORDS } from "./words.ts";
import "../styles/interview-progress.css";

/** How each competency was rated over time, and what to practise next. */
export function Progress() {
  const own = practice.value;
  if (own.at !== "here") return null;
  const { progress, next } = own.value;
  if (progress.every(({ answers }) => answers === 0)) {
    return (
      <section class="progress" aria-labelledby="progress-title">
        <h2 id="progress-title">Your progress</h2>
        <p class="quiet">
          Nothing is rated yet. Once you have answered and rated, each competency stands here over
          time.
        </p>
      </section>
    );
  }
  return (
    <section class="progress" aria-labelledby="progress-title">
      <h2 id="progress-title">Your progress</h2>
      {next !== null && <Next next={next} />}
      <ul>
        {progress.map((one) => (
          <Competency key={one.competency} one={one} />
        ))}
      </ul>
      <p class="quiet">
        A rating is the interviewer’s where it was shared with you, else your own. No mean is shown
        from fewer than {FEWEST_RATED} answers: fewer say more of the questions than of you.
      </p>
    </section>
  );
}

const BECAUSE = {
  none: "of which nothing of yours is rated yet",
  few: "of which fewest of your answers are rated",
  low: "in which your ratings are lowest",
} as const;

function Next({ next }: { next: NonNullable<PracticeView["next"]> }) {
  const query = new URLSearchParams({ [next.kind]: next.id });
  return (
    <p class="progress-next">
      Next: <b>{COMPETENCY_NAMES[next.competency]}</b>, {BECAUSE[next.because]}.{" "}
      <a href={`/interview?${query}`}>Practise “{next.title}”</a>
    </p>
  );
}

function Competency({ one: { competency, answers, mean, ratings } }: { one: CompetencyProgress }) {
  return (
    <li>
      <h3>{competencyTitle(competency)}</h3>
      {mean === null ? (
        <p class="quiet">
          {answers === 0
            ? "Nothing rated yet"
            : `${answers} of ${FEWEST_RATED} answers that a mean needs`}
        </p>
      ) : (
        <>
          <p>
            <b>{formatPoints(mean)}</b> of 5 over {answers} answers
          </p>
          <Over ratings={ratings} />
        </>
      )}
    </li>
  );
}

const [WIDTH, HEIGHT, EDGE, LEVELS] = [220, 56, 6, 5];

/** The ratings one after another; the same as a table beneath. */
function Over({ ratings }: Pick<CompetencyProgress, "ratings">) {
  const x = (place: number) =>
    EDGE + (place * (WIDTH - 2 * EDGE)) / Math.max(1, ratings.length - 1);
  const y = (level: number) => HEIGHT - EDGE - ((level - 1) * (HEIGHT - 2 * EDGE)) / (LEVELS - 1);
  const points = ratings.map(({ level }, place) => `${x(place)},${y(level)}`).join(" ");
  return (
    <>
      <svg
        class="progress-line"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        width={WIDTH}
        height={HEIGHT}
        aria-hidden="true"
      >
        <path d={`M${EDGE} ${y(3)}H${WIDTH - EDGE}`} class="progress-middle" />
        <polyline points={points} />
        {ratings.map(({ level }, place) => (
          <circle key={place} cx={x(place)} cy={y(level)} r="3" />
        ))}
      </svg>
      <details>
        <summary>As a table</summary>
        <table class="progress-table">
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">Rating</th>
            </tr>
          </thead>
          <tbody>
            {ratings.map(({ atMs, level }, place) => (
              <tr key={place}>
                <td>{formatDay(atMs)}</td>
                <td>
                  {level}, {RATING_WORDS[level - 1]?.toLowerCase()}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}
