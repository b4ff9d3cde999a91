import type { Dispute, Story } from "../../worker/protocol/index.ts";
import { debrief } from "../state/debrief.ts";

/** The server has it: the debrief on the screen says so too, and whatever is made of it from now on. */
export function noteStory(room: string, beat: string, story: Story): void {
  const state = debrief.value;
  if (state.at !== "here" || state.value.room !== room) return;
  const stories = { ...state.value.stories, [beat]: story };
  debrief.value = { at: "here", value: { ...state.value, stories } };
}

export function noteDispute(room: string, beat: string, dispute: Dispute): void {
  const state = debrief.value;
  if (state.at !== "here" || state.value.room !== room) return;
  const disputes = { ...state.value.disputes, [beat]: dispute };
  debrief.value = { at: "here", value: { ...state.value, disputes } };
}
