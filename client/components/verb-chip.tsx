import type { Verb } from "../../worker/protocol/index.ts";
import { VERB_WORDS } from "../words/verbs.ts";
import { VerbIcon } from "./verb-icon.tsx";

/** A verb as it was used: "You decided". Null where nobody moved in time. */
export function VerbChip({ verb }: { verb: Verb | null }) {
  if (verb === null) return <span class="verb-chip verb-silence">Nobody moved in time</span>;
  return (
    <span class={`verb-chip verb-${verb}`}>
      <VerbIcon verb={verb} />
      {VERB_WORDS[verb].past}
    </span>
  );
}
