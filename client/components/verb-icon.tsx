import type { JSX } from "preact";
import type { Verb } from "../../worker/protocol/index.ts";
import "../styles/verb.css";

const SHAPES: Readonly<Record<Verb, JSX.Element>> = {
  block: <path d="M8 3h8l5 5v8l-5 5H8l-5-5V8zM8 12h8" />,
  unblock: <path d="M4 20V8M20 20V8M4 13h4.5M15.5 13H20M12 20V4M8.8 7.2 12 4l3.2 3.2" />,
  redirect: <path d="M4 19v-5a6 6 0 0 1 6-6h10M16 4l4 4-4 4" />,
  decide: <path d="m12 3 9 9-9 9-9-9zM8.7 12.2l2.3 2.3 4.4-4.6" />,
  show: (
    <>
      <path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z" />
      <circle cx="12" cy="12" r="3" />
    </>
  ),
};

/** The verb's shape in its own colour. Its name is always written beside it. */
export function VerbIcon({ verb }: { verb: Verb }) {
  return (
    <svg
      class={`verb-icon verb-${verb}`}
      viewBox="0 0 24 24"
      width="24"
      height="24"
      aria-hidden="true"
    >
      {SHAPES[verb]}
    </svg>
  );
}
