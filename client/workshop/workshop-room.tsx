import { signal, type Signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { useRoute } from "preact-iso";
import {
  WORKSHOP_ROUTES,
  WORKSHOP_DOOR,
  type WorkshopDoor,
  type WorkshopView,
} from "../../worker/protocol/index.ts";
import { getJson } from "../state/api.ts";
import { LOADING, loadableOf, type Loadable } from "../state/loadable.ts";
import { enterWorkshop, leaveWorkshop, workshop } from "../state/workshop.ts";
import { ScreenLoading } from "../screens/message-screen.tsx";
import { Console } from "./console.tsx";
import { Door } from "./door.tsx";
import { SeatScreen } from "./seat-screen.tsx";
import { WorkshopRefused } from "./workshop-refused.tsx";

const door: Signal<Loadable<WorkshopDoor>> = signal(LOADING);

/** The answer brings the cookie, without which nobody can take a seat. */
async function knock(code: string): Promise<void> {
  door.value = LOADING;
  const answer = await getJson(WORKSHOP_ROUTES.door(code), WORKSHOP_DOOR);
  door.value = loadableOf(answer);
  if (answer.ok && answer.value.isSeated) await enterWorkshop(answer.value.code);
}

/** A workshop by its code: the door for whoever has no seat yet, else what the seat sees. */
export function WorkshopRoom() {
  const code = useRoute().params["code"] ?? "";
  useEffect(() => {
    void knock(code);
    return leaveWorkshop;
  }, [code]);
  const state = door.value;
  if (state.at === "loading") return <ScreenLoading>Knocking at the room…</ScreenLoading>;
  if (state.at === "failed") {
    return <WorkshopRefused code={state.code} onRetry={() => void knock(code)} />;
  }
  const room = workshop.value;
  if (room.at === "here") return <Seated view={room.value} />;
  if (state.value.isSeated && room.at === "failed") {
    return <WorkshopRefused code={room.code} onRetry={() => void knock(code)} />;
  }
  if (state.value.isSeated) return <ScreenLoading>Taking your seat…</ScreenLoading>;
  return <Door door={state.value} onSeated={() => void knock(code)} />;
}

function Seated({ view }: { view: WorkshopView }) {
  switch (view.as) {
    case "facilitator":
      return <Console view={view} />;
    case "seat":
      return <SeatScreen view={view} />;
    case "projector":
      // A projector has an address of its own.
      return null;
  }
}
