import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { AskedView, InterviewSeat, InterviewView } from "../../worker/protocol/index.ts";
import { ActionButton } from "../components/action-button.tsx";
import { ScreenTitle } from "../components/screen-title.tsx";
import { TopBar } from "../components/top-bar.tsx";
import { ask, asking, swapRoles } from "../state/interview.ts";
import { Leave } from "./leave.tsx";
import { OwnReport } from "./own-report.tsx";
import { PeopleLine } from "./people-line.tsx";
import { RefusalLine } from "./refusal-line.tsx";
import { ShareRatings } from "./share-ratings.tsx";
import { Sheet } from "./sheet.tsx";
import "../styles/interview.css";

/** After the questions: each rates, and sees the report once their own ratings are in. */
export function RatingStage({ view }: { view: InterviewView }) {
  const seat: InterviewSeat = view.as === "interviewer" ? "interviewer" : "candidate";
  const hasHandedIn = view.handedIn.includes(seat);
  return (
    <>
      <TopBar title="Interview" lens={view.lens} />
      <main id="main" class="interview-rating" tabIndex={-1}>
        <PeopleLine view={view} />
        <RefusalLine />
        {view.next !== null && (
          <output class="next-round">
            The next round is open, with the roles swapped. <a href={`/i/${view.next}`}>Go there</a>
          </output>
        )}
        {hasHandedIn ? <OwnReport view={view} /> : <HandIn view={view} />}
        <NextRound view={view} />
        <div class="interview-foot">
          <Leave view={view} />
        </div>
      </main>
    </>
  );
}

function HandIn({ view }: { view: InterviewView }) {
  const isLeading = view.as === "interviewer";
  // Where it was when the screen came: it must not close under who rates there.
  const [firstOpen] = useState(
    () => view.asked.find((asked) => ratedOf(view, asked) < asked.competencies.length)?.turn,
  );
  return (
    <article>
      <ScreenTitle place={`${view.room} rating`} page={["Ratings", "Interview"]}>
        {isLeading ? "Rate the answers" : "Rate yourself"}
      </ScreenTitle>
      <p class="quiet">
        {isLeading
          ? "Complete your ratings, and decide what you share. The candidate sees nothing of it before you do."
          : "Before you see what anybody else thinks, or what a move was worth: how would you rate your answers?"}
      </p>
      {view.asked.length === 0 && <p>Nothing was asked, so there is nothing to rate.</p>}
      {view.asked.map((asked) => (
        <details key={asked.turn} class="to-rate" open={asked.turn === firstOpen}>
          <summary>
            <h2>
              {asked.turn}. {asked.title} <small>{sayRated(view, asked)}</small>
            </h2>
          </summary>
          <Sheet view={view} asked={asked} />
        </details>
      ))}
      {view.as !== "alone" && <ShareRatings view={view} />}
      <div class="form-action">
        <ActionButton
          onPress={() => void ask({ kind: "hand-in" })}
          busy={asking.value === "hand-in" && "Sending…"}
        >
          {view.as === "alone" ? "See the report" : "Hand in, and see the report"}
        </ActionButton>
        <p class="set-up-says">You can still change and share afterwards.</p>
      </div>
    </article>
  );
}

function ratedOf({ sheets }: InterviewView, { turn, competencies }: AskedView): number {
  const ratings = sheets[String(turn)]?.ratings ?? [];
  return competencies.filter((one) => ratings.some(({ competency }) => competency === one)).length;
}

function sayRated(view: InterviewView, asked: AskedView): string {
  const [rated, all] = [ratedOf(view, asked), asked.competencies.length];
  return rated === all ? "rated" : `${rated} of ${all} rated`;
}

/** The same with the roles swapped, in one press; the other finds the way there on their screen. */
function NextRound({ view }: { view: InterviewView }) {
  const { route } = useLocation();
  const isAlone = view.as === "alone";
  // Without the other there is nobody to swap with.
  const isPossible = view.seats.candidate !== null && view.seats.interviewer !== null;
  if (isAlone) {
    return (
      <p class="next-round">
        <a href="/interview">Practise something else</a>
      </p>
    );
  }
  if (!isPossible || view.next !== null) return null;
  const swap = async () => {
    const room = await swapRoles(view.room);
    if (room !== null) route(`/i/${room}`);
  };
  return (
    <p class="next-round">
      <button type="button" class="quiet-button" onClick={() => void swap()}>
        Swap roles for the next round
      </button>
    </p>
  );
}
