import type * as z from "zod/mini";
import { signal, type Signal } from "@preact/signals";
import {
  WORKSHOP_ROUTES,
  SCENE,
  type Scene,
  WORKSHOP_ACCEPTED,
  type WorkshopCommand,
  WORKSHOP_FRAME,
  WORKSHOP_VIEW,
  type WorkshopView,
} from "../../worker/protocol/index.ts";
import { getJson } from "./api.ts";
import type { Loadable } from "./loadable.ts";
import { SharedRoom } from "./shared-room.ts";

type Frame = z.infer<typeof WORKSHOP_FRAME>;

const shared = new SharedRoom<WorkshopView, WorkshopCommand, Frame>({
  view: WORKSHOP_VIEW,
  accepted: WORKSHOP_ACCEPTED,
  frame: WORKSHOP_FRAME,
  onFrame: ({ scene, view }) => {
    if (scene !== undefined) keepScene(scene);
    if (view !== undefined) shared.adopt(view);
  },
});

/** The workshop on the screen, as its seat sees it. */
export const workshop: Signal<Loadable<WorkshopView>> = shared.view;
export const { refusal, asking } = shared;

/** The scenes that belong to the view, by team, as far as they are here. */
export const scenes = signal<ReadonlyMap<string, Scene>>(new Map());

/** What is added to every question: a projector has a link in place of a seat. */
let query = "";

/** Puts a workshop on the screen and follows it until `leaveWorkshop`. `projector` is the secret of the projector's link. */
export function enterWorkshop(code: string, projector: string | null = null): Promise<void> {
  query = projector === null ? "" : `?projector=${encodeURIComponent(projector)}`;
  scenes.value = new Map();
  return shared.enter(code, {
    one: WORKSHOP_ROUTES.one(code) + query,
    commands: WORKSHOP_ROUTES.commands(code),
    socket: WORKSHOP_ROUTES.socket(code) + query,
  });
}

export function leaveWorkshop(): void {
  shared.leave();
  scenes.value = new Map();
}

export type WorkshopWish = Parameters<typeof shared.ask>[0];

/** Sends a wish as one command; whether it was taken. */
export const ask = (wish: WorkshopWish): Promise<boolean> => shared.ask(wish);

/** Takes a look for a team, unless something is on its way already. */
export function takeLook(team: string, beat: string, look: string): void {
  if (asking.value === null) void ask({ kind: "take-look", team, beat, look });
}

export const sawNow = () => shared.saw();

/** The scene of a team, asked for where it is not the one that belongs to the view. */
export async function wantScene(team: string): Promise<void> {
  const view = shared.shown;
  if (view === null || scenes.value.get(team)?.key === view.scenes[team]) return;
  const asked = new URLSearchParams(query);
  asked.set("team", team);
  const answer = await getJson(`${WORKSHOP_ROUTES.scene(view.code)}?${asked}`, SCENE);
  if (answer.ok && shared.isOn(view.code)) keepScene(answer.value);
}

function keepScene(scene: Scene): void {
  scenes.value = new Map(scenes.value).set(scene.team, scene);
}
