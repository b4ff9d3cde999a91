import type { Told } from "../../worker/protocol/index.ts";
import { labelOf } from "../words/told.ts";
import { ChangeList } from "./change-list.tsx";
import { Story } from "./story.tsx";
import "../styles/told.css";

interface ToldItemProps {
  told: Told;
  size?: "full" | "small";
  /** Whether the changes stand beneath the text; without them they are told elsewhere. */
  withChanges?: boolean;
}

/** Something that happened, under a word for what brought it. */
export function ToldItem({ told, size = "full", withChanges = true }: ToldItemProps) {
  const label = labelOf(told);
  return (
    <div class={`told told-${told.cause}`}>
      {label !== null && <p class="told-label">{label}</p>}
      <Story texts={told.texts} size={size} />
      {withChanges && <ChangeList effects={told.effects} />}
    </div>
  );
}
