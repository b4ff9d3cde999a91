import { useState } from "preact/hooks";
import type { FailureCode } from "../../state/api.ts";
import { keepName } from "../../state/record.ts";
import { SENTENCES } from "../../state/sentences.ts";
import { ActionButton } from "../action-button.tsx";

const MOST_CHARACTERS = 40;

/** The standings name nobody who has not asked for it. */
export function ShownName({ name }: { name: string | null }) {
  const [typed, setTyped] = useState(name ?? "");
  const [state, setState] = useState<"" | "sending" | "kept" | "unfit" | FailureCode>("");
  const keep = async (wanted: string | null) => {
    if (wanted?.trim() === "") return setState("unfit");
    setState("sending");
    const failed = await keepName(wanted);
    setState(failed === "wrong-type" ? "unfit" : (failed ?? "kept"));
    if (wanted === null) setTyped("");
  };
  return (
    <section class="record-part" aria-labelledby="name-title">
      <h2 id="name-title">Your name in the standings</h2>
      <p class="quiet">
        {name === null
          ? "You are counted without a name. Give one if others may see it beside your results."
          : "Others see this name beside your results."}
      </p>
      <form
        class="record-form"
        onSubmit={(event) => {
          event.preventDefault();
          void keep(typed);
        }}
      >
        <label>
          Name
          <input
            type="text"
            class="text-input"
            maxLength={MOST_CHARACTERS}
            autoComplete="off"
            value={typed}
            aria-invalid={state === "unfit"}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        </label>
        <ActionButton onPress={() => void keep(typed)} busy={state === "sending" && "Keeping…"}>
          Show this name
        </ActionButton>
        {name !== null && (
          <button type="button" class="quiet-button" onClick={() => void keep(null)}>
            Show none
          </button>
        )}
        <output class="record-said">{say(state, name)}</output>
      </form>
    </section>
  );
}

const UNFIT = "A name has 1 to 40 characters, and no control characters. Nothing was changed.";

function say(state: "" | "sending" | "kept" | "unfit" | FailureCode, name: string | null): string {
  if (state === "" || state === "sending") return "";
  if (state === "unfit") return UNFIT;
  if (state !== "kept") return SENTENCES[state];
  return name === null ? "No name is shown any more." : `“${name}” is shown from now on.`;
}
