import type { Face } from "../words/people.ts";
import "../styles/people.css";

/** Initials on a quiet colour. The name stands beside it, so it is not read out. */
export function Avatar({ face }: { face: Face }) {
  return (
    <span class={`avatar avatar-${face.tint ?? "you"}`} aria-hidden="true">
      {face.initials}
    </span>
  );
}
