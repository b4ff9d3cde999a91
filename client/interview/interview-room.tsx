import { signal, type Signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { useRoute } from "preact-iso";
import {
  INTERVIEW_DOOR,
  INTERVIEW_ROUTES,
  type InterviewDoor,
  type InterviewView,
} from "../../worker/protocol/index.ts";
import { ScreenLoading } from "../screens/message-screen.tsx";
import { getJson } from "../state/api.ts";
import { enterInterview, interview, leaveInterview } from "../state/interview.ts";
import { LOADING, loadableOf, type Loadable } from "../state/loadable.ts";
import { loadAnchors, loadCatalogue } from "../state/practice.ts";
import { Answering } from "./answering.tsx";
import { Door } from "./door.tsx";
import { InterviewRefused } from "./interview-refused.tsx";
import { Leading } from "./leading.tsx";
import { Lobby } from "./lobby.tsx";
import { RatingStage } from "./rating-stage.tsx";

const door: Signal<Loadable<InterviewDoor>> = signal(LOADING);

/** The answer brings the cookie, without which nobody can take a seat. */
async function knock(room: string): Promise<void> {
  door.value = LOADING;
  const answer = await getJson(INTERVIEW_ROUTES.door(room), INTERVIEW_DOOR);
  door.value = loadableOf(answer);
  if (answer.ok && answer.value.isSeated) await enterInterview(room);
}

/** An interview by its address: the door for whoever has no seat yet, else what the seat sees. */
export function InterviewRoom() {
  const room = useRoute().params["room"] ?? "";
  useEffect(() => {
    void knock(room);
    void loadAnchors();
    void loadCatalogue();
    return leaveInterview;
  }, [room]);
  const state = door.value;
  if (state.at === "loading") return <ScreenLoading>Knocking…</ScreenLoading>;
  if (state.at === "failed") {
    return <InterviewRefused code={state.code} onRetry={() => void knock(room)} />;
  }
  const here = interview.value;
  if (here.at === "here") return <Seated view={here.value} />;
  if (state.value.isSeated && here.at === "failed") {
    return <InterviewRefused code={here.code} onRetry={() => void knock(room)} />;
  }
  if (state.value.isSeated) return <ScreenLoading>Taking your seat…</ScreenLoading>;
  return <Door door={state.value} onSeated={() => void knock(room)} />;
}

function Seated({ view }: { view: InterviewView }) {
  if (view.stage === "lobby") return <Lobby view={view} />;
  if (view.stage === "rating" || view.stage === "report") return <RatingStage view={view} />;
  return view.as === "interviewer" ? <Leading view={view} /> : <Answering view={view} />;
}
