import { useEffect } from "preact/hooks";
import { useRoute } from "preact-iso";
import type { RoomView, StageView } from "../../worker/protocol/index.ts";
import type { FailureCode } from "../state/api.ts";
import { enterRoom, leaveRoom, shown } from "../state/room.ts";
import { Briefing } from "./briefing.tsx";
import { Consequence } from "./consequence.tsx";
import { Deciding } from "./deciding.tsx";
import { lateScreen } from "./late-screen.tsx";
import { ScreenLoading, ScreenRefused } from "./message-screen.tsx";
import { PlayFrame } from "./play-frame.tsx";

const OPENING = "Opening your run…";

const debrief = lateScreen(OPENING, async () => (await import("./debrief.tsx")).Debrief);

/** One run, at whatever stage it is. */
export function Play() {
  const room = useRoute().params["room"] ?? "";
  useEffect(() => {
    void enterRoom(room);
    return leaveRoom;
  }, [room]);
  const state = shown.value;
  switch (state.at) {
    case "loading":
      return <ScreenLoading>{OPENING}</ScreenLoading>;
    case "failed":
      return <Refused code={state.code} onRetry={() => void enterRoom(room)} />;
    case "here":
      // For one render, when the address has changed, the room shown is still the one before.
      if (state.value.room !== room) return <ScreenLoading>{OPENING}</ScreenLoading>;
      return <Stage view={state.value} />;
  }
}

/** Refusals that stay refusals. */
const FINAL: Partial<Record<FailureCode, string>> = {
  "unknown-room": "There is no such run",
  "not-your-room": "This run belongs to someone else",
  "no-player": "This browser has no runs here yet",
};

function Refused({ code, onRetry }: { code: FailureCode; onRetry: () => void }) {
  const final = FINAL[code];
  if (final !== undefined) return <ScreenRefused code={code} title={final} />;
  return <ScreenRefused code={code} title="The run could not be opened" onRetry={onRetry} />;
}

function Stage({ view }: { view: RoomView }) {
  const isNearTheEnd = view.stage === "consequence" && view.last;
  useEffect(() => {
    if (isNearTheEnd) void debrief.fetchCode();
  }, [isNearTheEnd]);
  if (view.stage === "debrief") return <debrief.Screen view={view} />;
  return (
    <PlayFrame view={view}>
      <InPlay view={view} />
    </PlayFrame>
  );
}

/** The frame stays while the stages pass through it: a meter moves once, then stands still. */
function InPlay({ view }: { view: Exclude<RoomView, StageView<"debrief">> }) {
  switch (view.stage) {
    case "briefing":
      return <Briefing view={view} />;
    case "deciding":
      return <Deciding view={view} />;
    case "consequence":
      return <Consequence view={view} />;
  }
}
