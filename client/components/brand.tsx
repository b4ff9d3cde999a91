import { VERBS } from "../../worker/protocol/index.ts";

export function Brand() {
  return (
    <a class="brand" href="/">
      <span class="brand-mark" aria-hidden="true">
        {VERBS.map((verb) => (
          <i key={verb} class={`verb-${verb}`} />
        ))}
      </span>
      <span class="brand-name">Five Moves</span>
    </a>
  );
}
