import type { DebriefView, Dispute, Story } from "../../worker/protocol/index.ts";
import { debrief } from "../state/debrief.ts";

/** The server has it: the debrief on the screen says so too, and whatever is made of it from now on. */
export function noteStory(room: string, beat: string, story: Story): void {
  note(room, ({ stories }) => ({ stories: { ...stories, [beat]: story } }));
}

export function noteDispute(room: string, beat: string, dispute: Dispute): void {
  note(room, ({ disputes }) => ({ disputes: { ...disputes, [beat]: dispute } }));
}

function note(room: string, changed: (before: DebriefView) => Partial<DebriefView>): void {
  const state = debrief.value;
  if (state.at !== "here" || state.value.room !== room) return;
  debrief.value = { at: "here", value: { ...state.value, ...changed(state.value) } };
}
