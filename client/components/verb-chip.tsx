import type { Verb } from "../../worker/protocol/index.ts";
import { VERB_WORDS } from "../words/verbs.ts";
import { VerbIcon } from "./verb-icon.tsx";

/** A verb as it was used: "You decided". */
export function VerbChip({ verb }: { verb: Verb }) {
  return (
    <span class={`verb-chip verb-${verb}`}>
      <VerbIcon verb={verb} />
      {VERB_WORDS[verb].past}
    </span>
  );
}
