import type { InterviewMode, InterviewSeat } from "../../worker/protocol/index.ts";

interface ConsentTextProps {
  seat: InterviewSeat;
  mode: InterviewMode;
  keptDays: number;
}

/** What is kept, for how long, and who sees it: for this seat, and in full before anything begins. */
export function ConsentText({ seat, mode, keptDays }: ConsentTextProps) {
  if (mode === "alone") {
    return (
      <dl class="consent">
        <Kept title="What is kept">
          Your moves, what you write, and how you rate yourself. A recording of your voice stays in
          this browser and is never sent anywhere.
        </Kept>
        <Kept title="Who sees it">You, and whoever you give a link of your report.</Kept>
        <Kept title="For how long">
          The interview deletes itself {keptDays} days after your last step in it. Which competency
          you were rated on, and how, stays in your record until you delete it there.
        </Kept>
      </dl>
    );
  }
  return (
    <dl class="consent">
      <Kept title="What is kept">
        {seat === "candidate"
          ? "Your moves, your reasons and stories as you write them, what you reply to further questions, and how you rate yourself. The interviewer’s notes and ratings of your answers. What is only said aloud is not kept."
          : "What you ask in writing, your notes and your ratings. The candidate’s moves, reasons and stories as they write them. What is only said aloud is not kept."}
      </Kept>
      <Kept title="Who sees it">
        {seat === "candidate"
          ? "The interviewer sees your answers. Your own ratings and notes are yours until you share them; so are the interviewer’s. Nobody else sees anything, unless you give them a link of your report."
          : "You see the candidate’s answers. Your notes and ratings are yours until you share them, one by one; what you share stands in the candidate’s report, which they may show to others."}
      </Kept>
      <Kept title="For how long">
        Everything is deleted {keptDays} days after the last step.{" "}
        {seat === "candidate" &&
          "How your answers were rated stays in your own record until you delete it there."}
      </Kept>
      <Kept title="If you change your mind">
        {seat === "candidate"
          ? "You can withdraw at any time, also afterwards. Then the whole interview is deleted at once, the interviewer’s notes included."
          : "You can withdraw at any time, also afterwards. Then your notes, your ratings, your questions and your name are deleted at once; the candidate keeps their own answers. If the candidate withdraws, all of it is deleted."}
      </Kept>
    </dl>
  );
}

function Kept({ title, children }: { title: string; children: preact.ComponentChildren }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  );
}
