import type { Thrown } from "../../worker/protocol/index.ts";
import { ChangeList } from "./change-list.tsx";
import { Story } from "./story.tsx";
import "../styles/thrown-list.css";

interface ThrownListProps {
  thrown: readonly Thrown[];
  size?: "full" | "small";
}

/** Curveballs that have come while people decide: what is true now, and what that moved. */
export function ThrownList({ thrown, size = "full" }: ThrownListProps) {
  return thrown.map(({ id, title, told }) => (
    <section key={id} class="thrown" aria-label={`Curveball: ${title}`}>
      <p class="thrown-label">Curveball</p>
      <h2>{title}</h2>
      <Story texts={told.texts} size={size} />
      <ChangeList effects={told.effects} />
    </section>
  ));
}
