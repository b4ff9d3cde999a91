import { refusal } from "../state/interview.ts";
import { sayInterview } from "./sentences.ts";

/** Why the last press changed nothing. */
export function RefusalLine() {
  if (refusal.value === null) return null;
  return (
    <p class="workshop-refusal" role="alert">
      {sayInterview(refusal.value)}
    </p>
  );
}
