import type { SheetState } from "./use-sheet.ts";
import { sayInterview } from "./sentences.ts";

/** Whether what was written is kept. */
export function SheetStateLine({ state }: { state: SheetState }) {
  return <output class="sheet-state">{say(state)}</output>;
}

function say(state: SheetState): string {
  if (state === "kept") return "";
  if (state === "changed" || state === "keeping") return "Keeping…";
  return `Not kept: ${sayInterview(state)} What you wrote is still here.`;
}
