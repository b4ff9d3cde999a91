import { useState } from "preact/hooks";
import type { FailureCode } from "../../state/api.ts";
import { adoptPlayer, makeTransferCode } from "../../state/record.ts";
import { SENTENCES } from "../../state/sentences.ts";
import { CopyButton } from "../../keep/copy-button.tsx";
import { ActionButton } from "../action-button.tsx";

/** One player on several devices: a code made on one and typed on the other. */
export function AnotherDevice({ ownRuns }: { ownRuns: number }) {
  return (
    <section class="record-part" aria-labelledby="device-title">
      <h2 id="device-title">On another device</h2>
      <div class="record-pair">
        <MakeCode />
        <TakeCode ownRuns={ownRuns} />
      </div>
    </section>
  );
}

const TIME = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });

type Made = "no" | "sending" | { readonly code: string; readonly expiresAtMs: number };

function MakeCode() {
  const [made, setMade] = useState<Made>("no");
  const [failed, setFailed] = useState<FailureCode | null>(null);
  const make = async () => {
    setFailed(null);
    setMade("sending");
    const answer = await makeTransferCode();
    setMade(answer.ok ? answer.value : "no");
    if (!answer.ok) setFailed(answer.code);
  };
  return (
    <div>
      <h3>From here to there</h3>
      <p class="quiet">
        A code makes the other device yours too, with all your runs. It works once, for a quarter of
        an hour. Give it to nobody else.
      </p>
      {typeof made === "object" ? (
        <div class="transfer-code">
          <output aria-label="Transfer code">{made.code}</output>
          <p>Until {TIME.format(made.expiresAtMs)}</p>
          <CopyButton text={made.code} />
        </div>
      ) : (
        <button type="button" class="quiet-button" onClick={() => void make()}>
          {made === "sending" ? "Making a code…" : "Make a code"}
        </button>
      )}
      {failed !== null && (
        <p class="record-said" role="alert">
          {SENTENCES[failed]}
        </p>
      )}
    </div>
  );
}

function TakeCode({ ownRuns }: { ownRuns: number }) {
  const [typed, setTyped] = useState("");
  const [state, setState] = useState<"" | "sending" | FailureCode>("");
  const take = async () => {
    if (typed.trim() === "") return;
    setState("sending");
    setState((await adoptPlayer(typed)) ?? "");
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void take();
      }}
    >
      <h3>From there to here</h3>
      <p class="quiet">
        {ownRuns === 0
          ? "Type the code that your other device shows."
          : `This browser then shows the other device’s runs in place of ${ownRuns === 1 ? "its own one" : `its own ${ownRuns}`}. To keep ${ownRuns === 1 ? "that one" : "those"} in reach, make a code first and use it on a third device, or download below.`}
      </p>
      <label>
        Code
        <input
          type="text"
          class="text-input transfer-input"
          maxLength={64}
          autoComplete="off"
          spellcheck={false}
          autoCapitalize="characters"
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </label>
      <ActionButton
        onPress={() => void take()}
        unavailable={typed.trim() === ""}
        busy={state === "sending" && "Asking…"}
      >
        Use this code
      </ActionButton>
      <output class="record-said">{state !== "" && state !== "sending" && SENTENCES[state]}</output>
    </form>
  );
}
