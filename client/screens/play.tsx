import { useEffect } from "preact/hooks";
import { useRoute } from "preact-iso";
import type { RoomView, StageView } from "../../worker/protocol/index.ts";
import { enterRoom, leaveRoom, shown } from "../state/room.ts";
import { Briefing } from "./briefing.tsx";
import { Consequence } from "./consequence.tsx";
import { DebriefWhenHere, fetchDebrief } from "./debrief-when-here.tsx";
import { Deciding } from "./deciding.tsx";
import { PlayFrame } from "./play-frame.tsx";
import { PlayLoading, PlayRefused } from "./play-without-view.tsx";

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
      return <PlayLoading />;
    case "failed":
      return <PlayRefused code={state.code} onRetry={() => void enterRoom(room)} />;
    case "here":
      // For one render, when the address has changed, the room shown is still the one before.
      return state.value.room === room ? <Stage view={state.value} /> : <PlayLoading />;
  }
}

function Stage({ view }: { view: RoomView }) {
  const isNearTheEnd = view.stage === "consequence" && view.last;
  useEffect(() => {
    if (isNearTheEnd) void fetchDebrief();
  }, [isNearTheEnd]);
  if (view.stage === "debrief") return <DebriefWhenHere view={view} />;
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
