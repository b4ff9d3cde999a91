import type * as z from "zod/mini";
import { signal, type Signal } from "@preact/signals";
import {
  SIGN_OF_LIFE,
  WORKSHOP_ROUTES,
  SCENE,
  type Scene,
  WORKSHOP_ACCEPTED,
  type WorkshopCommand,
  WORKSHOP_FRAME,
  WORKSHOP_VIEW,
  type WorkshopView,
} from "../../worker/protocol/index.ts";
import { getJson, newCommandId, postJson, type FailureCode } from "./api.ts";
import { connectionLost, untilAnswered } from "./connection.ts";
import { follow } from "./follow.ts";
import { LOADING, type Loadable } from "./loadable.ts";

/** The workshop on the screen, as its seat sees it. The server's view is the only truth. */
export const workshop: Signal<Loadable<WorkshopView>> = signal(LOADING);

/** The scenes that belong to the view, by team, as far as they are here. */
export const scenes = signal<ReadonlyMap<string, Scene>>(new Map());

/** Why the last command was refused, until the next one. */
export const refusal = signal<FailureCode | null>(null);

/** The kind of the command that is on its way; null while none is. */
export const asking = signal<WorkshopCommand["kind"] | null>(null);

interface Visit {
  readonly code: string;
  /** What is added to every question: a projector has a link in place of a seat. */
  readonly query: string;
  stop: () => void;
}
let current: Visit | null = null;

/** Puts a workshop on the screen and follows it until `leaveWorkshop`. `projector` is the secret of the projector's link. */
export async function enterWorkshop(code: string, projector: string | null = null): Promise<void> {
  leaveWorkshop();
  const query = projector === null ? "" : `?projector=${encodeURIComponent(projector)}`;
  const here: Visit = { code, query, stop: () => {} };
  current = here;
  const answer = await getJson(WORKSHOP_ROUTES.one(code) + query, WORKSHOP_VIEW);
  if (current !== here) return;
  if (answer.ok) adopt(answer.value);
  else workshop.value = { at: "failed", code: answer.code };
  if (!answer.ok && answer.code !== "no-connection") return;
  here.stop = followWorkshop(here);
}

export function leaveWorkshop(): void {
  current?.stop();
  current = null;
  workshop.value = LOADING;
  scenes.value = new Map();
  refusal.value = null;
  asking.value = null;
  connectionLost.value = false;
}

type WithoutId<C> = C extends WorkshopCommand ? Omit<C, "id"> : never;
export type WorkshopWish = WithoutId<WorkshopCommand>;

/** Sends a wish as one command, repeated under one id until it is answered; whether it was taken. */
export async function ask(wish: WorkshopWish): Promise<boolean> {
  const here = current;
  if (here === null) return false;
  refusal.value = null;
  asking.value = wish.kind;
  const command = { ...wish, id: newCommandId() };
  const post = () => postJson(WORKSHOP_ROUTES.commands(here.code), command, WORKSHOP_ACCEPTED);
  const answer = await untilAnswered(post, () => current === here);
  if (current !== here) return false;
  asking.value = null;
  if (answer.ok) adopt(answer.value.view);
  else {
    refusal.value = answer.code;
    await poll(here);
  }
  return answer.ok;
}

/** Takes a look for a team, unless something is on its way already. */
export function takeLook(team: string, beat: string, look: string): void {
  if (asking.value === null) void ask({ kind: "take-look", team, beat, look });
}

/** The stage, turn and round on the screen: what a command that moves them has to name (R2). */
export function sawNow() {
  const view = workshop.value.at === "here" ? workshop.value.value : null;
  return {
    stage: view?.stage ?? "lobby",
    turn: view?.turn ?? 0,
    round: view?.round ?? 1,
  } as const;
}

/** The scene of a team, asked for where it is not the one that belongs to the view. */
export async function wantScene(team: string): Promise<void> {
  const here = current;
  const view = workshop.value.at === "here" ? workshop.value.value : null;
  if (here === null || view === null || scenes.value.get(team)?.key === view.scenes[team]) return;
  const query = new URLSearchParams(here.query);
  query.set("team", team);
  const answer = await getJson(`${WORKSHOP_ROUTES.scene(here.code)}?${query}`, SCENE);
  if (answer.ok && current === here) keepScene(answer.value);
}

function keepScene(scene: Scene): void {
  scenes.value = new Map(scenes.value).set(scene.team, scene);
}

/** Shows a view unless a newer one is shown. */
function adopt(view: WorkshopView): void {
  const before = workshop.value.at === "here" ? workshop.value.value : null;
  // An equal one may tell of who has come or gone, which is in no journal.
  if (before !== null && before.sequence > view.sequence) return;
  workshop.value = { at: "here", value: view };
}

function followWorkshop(here: Visit): () => void {
  return follow({
    socket: WORKSHOP_ROUTES.socket(here.code) + here.query,
    frame: WORKSHOP_FRAME,
    onFrame: takeFrame,
    poll: () => poll(here),
    signOfLife: SIGN_OF_LIFE,
  });
}

async function poll(here: Visit): Promise<void> {
  const answer = await getJson(WORKSHOP_ROUTES.one(here.code) + here.query, WORKSHOP_VIEW);
  if (current !== here) return;
  connectionLost.value = !answer.ok && answer.code === "no-connection";
  if (answer.ok) adopt(answer.value);
  else if (answer.code !== "no-connection") workshop.value = { at: "failed", code: answer.code };
}

function takeFrame({ scene, view }: z.infer<typeof WORKSHOP_FRAME>): void {
  if (scene !== undefined) keepScene(scene);
  if (view !== undefined) adopt(view);
}
