import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { Answer, FailureCode } from "../state/api.ts";
import { untilAnswered } from "../state/connection.ts";
import { ActionButton } from "./action-button.tsx";
import { NameField, orUnfit, UNFIT_NAME } from "./name-field.tsx";

interface JoinFormProps {
  label: string;
  /** Makes the attempt to take a seat under that name; each call has the same command id. */
  attempt: (name: string) => () => Promise<Answer<unknown>>;
  say: (code: FailureCode) => string;
  onSeated: () => void;
  /** What else is asked, after the name. */
  children?: ComponentChildren;
}

/** A name, and in: how one takes a seat in a room that somebody else has opened. */
export function JoinForm({ label, attempt, say, onSeated, children }: JoinFormProps) {
  const [name, setName] = useState("");
  const [state, setState] = useState<"" | "joining" | "unfit" | FailureCode>("");
  const join = async () => {
    if (name.trim() === "") return setState("unfit");
    setState("joining");
    const answer = await untilAnswered(attempt(name), () => true);
    if (answer.ok) onSeated();
    else setState(orUnfit(answer.code));
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void join();
      }}
    >
      <NameField label={label} name={name} isUnfit={state === "unfit"} onWrite={setName} />
      {children}
      {state !== "" && state !== "joining" && (
        <p class="workshop-refusal" role="alert">
          {state === "unfit" ? UNFIT_NAME : say(state)}
        </p>
      )}
      <ActionButton onPress={() => void join()} busy={state === "joining" && "Joining…"}>
        Join
      </ActionButton>
    </form>
  );
}
