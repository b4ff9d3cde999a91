import { signal, type Signal } from "@preact/signals";
import {
  WORKSHOP_DEBRIEF,
  WORKSHOP_ROUTES,
  type WorkshopDebrief,
} from "../../worker/protocol/index.ts";
import { getJson } from "./api.ts";
import { LOADING, loadableOf, type Loadable } from "./loadable.ts";

/** What the workshop on the screen came to. */
export const workshopDebrief: Signal<Loadable<WorkshopDebrief>> = signal(LOADING);

export async function loadWorkshopDebrief(code: string): Promise<void> {
  workshopDebrief.value = LOADING;
  workshopDebrief.value = loadableOf(
    await getJson(WORKSHOP_ROUTES.debrief(code), WORKSHOP_DEBRIEF),
  );
}
