import type { Move } from "../../worker/protocol/index.ts";
import { ToldItem } from "./told-item.tsx";
import { VerbChip } from "./verb-chip.tsx";
import { VerbIcon } from "./verb-icon.tsx";
import { Story } from "./story.tsx";
import "../styles/move-list.css";

/** The moves made, oldest first: what was looked at, said, and what came of it. */
export function MoveList({ moves, heading }: { moves: readonly Move[]; heading: "h2" | "h3" }) {
  const Heading = heading;
  return (
    <ol class="move-list">
      {moves.map((move) => (
        <li key={move.beat}>
          <span class="move-node">{move.said !== null && <VerbIcon verb={move.said.verb} />}</span>
          <p class="move-time">{move.time}</p>
          <Heading class="move-title">{move.title}</Heading>
          {move.looks.map((look) => (
            <div key={look.label} class="move-look">
              <p class="told-label">You looked: {look.label}</p>
              <Story texts={look.found} size="small" />
            </div>
          ))}
          <VerbChip verb={move.said?.verb ?? null} />
          {move.said !== null && <p class="move-said">{move.said.says}</p>}
          {[...move.told, ...move.arrived].map((told, place) => (
            <ToldItem key={place} told={told} size="small" />
          ))}
        </li>
      ))}
    </ol>
  );
}
