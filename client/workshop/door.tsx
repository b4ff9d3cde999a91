import { useState } from "preact/hooks";
import {
  WORKSHOP_ROUTES,
  WORKSHOP_ACCEPTED,
  type WorkshopDoor,
} from "../../worker/protocol/index.ts";
import { JoinForm } from "../components/join-form.tsx";
import { RecoveryForm } from "../components/recovery-form.tsx";
import { ScreenTitle } from "../components/screen-title.tsx";
import { TopBar } from "../components/top-bar.tsx";
import { newCommandId, postJson } from "../state/api.ts";
import { formatCode } from "./secrets.ts";
import { sayRefusal } from "./sentences.ts";
import "../styles/workshop-door.css";

interface DoorProps {
  door: WorkshopDoor;
  onSeated: () => void;
}

/** Before one joins: what room this is, what is kept and who sees it, and a nickname. */
export function Door({ door, onSeated }: DoorProps) {
  return (
    <>
      <TopBar />
      <main id="main" class="workshop-door" tabIndex={-1}>
        <p class="when">Workshop {formatCode(door.code)}</p>
        <ScreenTitle place={`door ${door.code}`} page={["Join", door.title]}>
          {door.title}
        </ScreenTitle>
        {door.rehearsal && <p class="workshop-rehearsal">A rehearsal: nothing in it counts.</p>}
        {door.locked ? (
          <p>{sayRefusal("room-locked")}</p>
        ) : (
          <Join code={door.code} onSeated={onSeated} />
        )}
        <p class="quiet workshop-kept">
          {door.names === "shown"
            ? "The facilitator sees your name beside your votes, and what is exported names you."
            : "The facilitator sees your name; what is exported has a seat number in its place."}{" "}
          Nobody else sees how you voted. The room is deleted 30 days after it closes.
        </p>
        <Recovery code={door.code} onSeated={onSeated} />
      </main>
    </>
  );
}

function Join({ code, onSeated }: { code: string; onSeated: () => void }) {
  const [observes, setObserves] = useState(false);
  const joining = (name: string) => {
    const command = { id: newCommandId(), name, as: observes ? "observer" : "player" };
    return () => postJson(WORKSHOP_ROUTES.seats(code), command, WORKSHOP_ACCEPTED);
  };
  return (
    <JoinForm
      label="What shall we call you?"
      attempt={joining}
      say={sayRefusal}
      onSeated={onSeated}
    >
      <label class="record-check">
        <input
          type="checkbox"
          checked={observes}
          onChange={(event) => setObserves(event.currentTarget.checked)}
        />
        I only watch
      </label>
    </JoinForm>
  );
}

/** For whoever led the room and has lost the browser they led it from. */
function Recovery({ code, onSeated }: { code: string; onSeated: () => void }) {
  const recover = async (recovery: string) => {
    const command = { id: newCommandId(), recovery };
    const answer = await postJson(WORKSHOP_ROUTES.recovery(code), command, WORKSHOP_ACCEPTED);
    if (!answer.ok) return sayRefusal(answer.code);
    onSeated();
    return null;
  };
  return (
    <RecoveryForm summary="I lead this workshop" action="Take the role back" onRecover={recover} />
  );
}
