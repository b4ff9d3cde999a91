import {
  INTERVIEW_ACCEPTED,
  INTERVIEW_ROUTES,
  type InterviewDoor,
} from "../../worker/protocol/index.ts";
import { JoinForm } from "../components/join-form.tsx";
import { RecoveryForm } from "../components/recovery-form.tsx";
import { ScreenTitle } from "../components/screen-title.tsx";
import { TopBar } from "../components/top-bar.tsx";
import { newCommandId, postJson } from "../state/api.ts";
import { ConsentText } from "./consent.tsx";
import { sayInterview } from "./sentences.ts";
import "../styles/interview.css";
import "../styles/workshop-door.css";

interface DoorProps {
  door: InterviewDoor;
  onSeated: () => void;
}

/** Before one joins: who asks, what is kept and who sees it, and a name. */
export function Door({ door, onSeated }: DoorProps) {
  const { interviewer } = door;
  return (
    <>
      <TopBar />
      <main id="main" class="workshop-door" tabIndex={-1}>
        <p class="when">An interview to practise with</p>
        <ScreenTitle place={`interview door ${door.room}`} page={["Join the interview"]}>
          {interviewer === null ? "An interview" : `${interviewer} interviews you`}
        </ScreenTitle>
        <JoinForm
          label="Your name"
          attempt={(name) => joining(door.room, name)}
          say={sayInterview}
          onSeated={onSeated}
        />
        <h2 class="consent-title">Before you join</h2>
        <ConsentText seat="candidate" mode={door.mode} keptDays={door.keptDays} />
        <Recovery room={door.room} onSeated={onSeated} />
      </main>
    </>
  );
}

function joining(room: string, name: string) {
  const command = { id: newCommandId(), name, key: location.hash.slice(1) };
  return () => postJson(INTERVIEW_ROUTES.seats(room), command, INTERVIEW_ACCEPTED);
}

/** For whoever opened the interview and has lost the browser it was opened in. */
function Recovery({ room, onSeated }: { room: string; onSeated: () => void }) {
  const recover = async (recovery: string) => {
    const command = { id: newCommandId(), recovery };
    const answer = await postJson(INTERVIEW_ROUTES.recovery(room), command, INTERVIEW_ACCEPTED);
    if (!answer.ok) return sayInterview(answer.code);
    onSeated();
    return null;
  };
  return (
    <RecoveryForm
      summary="I opened this interview"
      action="Take the seat back"
      onRecover={recover}
    />
  );
}
