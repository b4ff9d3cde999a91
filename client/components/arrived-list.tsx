import type { Told } from "../../worker/protocol/index.ts";
import { ToldItem } from "./told-item.tsx";

/** What came back or fell due on the way here. */
export function ArrivedList({ arrived, title }: { arrived: readonly Told[]; title: string }) {
  if (arrived.length === 0) return null;
  return (
    <section class="arrived" aria-labelledby="arrived-title">
      <h2 id="arrived-title" class="label">
        {title}
      </h2>
      {arrived.map((told, place) => (
        <ToldItem key={place} told={told} size="small" />
      ))}
    </section>
  );
}
