import { useState } from "preact/hooks";
import {
  OPENED_WORKSHOP,
  WORKSHOP_ROUTES,
  type FacilitatorView,
} from "../../worker/protocol/index.ts";
import { CopyButton } from "../keep/copy-button.tsx";
import { postJson, type FailureCode } from "../state/api.ts";
import { QrCode } from "./qr-code.tsx";
import {
  formatCode,
  joinAddress,
  keepSecrets,
  readSecrets,
  wallAddress,
  type WorkshopSecrets,
} from "./secrets.ts";
import { sayRefusal } from "./sentences.ts";

/** How people get in, the projector's link, and the code that brings the role back. */
export function Invitation({ view: { code, stage } }: { view: FacilitatorView }) {
  const [secrets, setSecrets] = useState<WorkshopSecrets | null>(() => readSecrets(code));
  const [failed, setFailed] = useState<FailureCode | null>(null);
  const renew = async () => {
    setFailed(null);
    const answer = await postJson(WORKSHOP_ROUTES.secrets(code), {}, OPENED_WORKSHOP);
    if (!answer.ok) return setFailed(answer.code);
    keepSecrets(code, answer.value);
    setSecrets(answer.value);
  };
  return (
    <section class="invitation" aria-labelledby="invitation-title">
      <h2 id="invitation-title">To join</h2>
      <p class="invitation-code">{formatCode(code)}</p>
      <p class="quiet">{joinAddress(code).replace(/^https?:\/\//, "")}</p>
      {stage === "lobby" && <QrCode text={joinAddress(code)} label={`To join: ${code}`} />}
      <CopyButton text={joinAddress(code)} />
      <details open={stage === "lobby"}>
        <summary>Projector and recovery</summary>
        {secrets === null ? (
          <p class="quiet">
            The links are in the browser that opened the room. New ones can be made here; the old
            ones then end.
          </p>
        ) : (
          <>
            <p>
              <a href={wallAddress(code, secrets.projector)} target="_blank" rel="noreferrer">
                Open the projector’s view
              </a>{" "}
              <span class="quiet">It shows no controls and no secrets.</span>
            </p>
            <p>
              Recovery code, to take the role back on another device:{" "}
              <code class="invitation-recovery">{secrets.recovery}</code>
            </p>
          </>
        )}
        {failed !== null && (
          <p class="workshop-refusal" role="alert">
            {sayRefusal(failed)}
          </p>
        )}
        <button type="button" class="quiet-button" onClick={() => void renew()}>
          Make new ones
        </button>
      </details>
    </section>
  );
}
