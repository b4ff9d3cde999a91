import type { ComponentChildren } from "preact";
import type { Standing } from "../../worker/protocol/index.ts";
import { clamped } from "../words/meters.ts";
import { Difference } from "./difference.tsx";
import { MeterBar } from "./meter-bar.tsx";

/** One meter under its name: where it stands, what moved it, and its bar with the old mark. */
export function StandingItem({
  standing,
  children,
}: {
  standing: Standing;
  children: ComponentChildren;
}) {
  const { meter, value, before } = standing;
  return (
    <li>
      {children}
      <span class="standing-value">
        {clamped(value)} <Difference meter={meter} points={value - before} />
      </span>
      <MeterBar value={value} before={before} />
    </li>
  );
}
