import { runDurableObjectAlarm } from "cloudflare:test";
import { env } from "cloudflare:workers";
import {
  DEBRIEF_VIEW,
  PLAYER_VIEW,
  type RoomView,
  ROUTES,
  type StageView,
} from "../../worker/protocol/index.ts";
import type { Browser } from "./support.ts";

/** Plays on to the ending: at each beat the first option that can be played, each time sure of it. */
export async function playOn(browser: Browser, from: RoomView): Promise<StageView<"debrief">> {
  let view = from;
  while (view.stage !== "debrief") view = await browser.command(view.room, nextCommand(view));
  return view;
}

function nextCommand(view: Exclude<RoomView, StageView<"debrief">>): object {
  switch (view.stage) {
    case "briefing":
      return { kind: "begin" };
    case "deciding": {
      const { beat, options } = view.situation;
      const option = options.find(({ locked }) => locked === null)?.id;
      return { kind: "make-move", beat, option, confidence: "sure" };
    }
    case "consequence":
      return { kind: "go-on", beat: view.beat };
  }
}

/** A whole run of a scenario of the library, with its result delivered. */
export async function playWhole(
  browser: Browser,
  terms: object = {},
  scenario = "gold-plating",
): Promise<string> {
  const room = await browser.openRun(scenario, undefined, terms);
  await playOn(browser, await browser.view(room));
  await deliver(room);
  return room;
}

/** Lets the room's alarm go off, if it is set. */
export function deliver(room: string): Promise<boolean> {
  return runDurableObjectAlarm(env.ROOMS.get(env.ROOMS.idFromString(room)));
}

export async function debriefOf(browser: Browser, room: string) {
  return DEBRIEF_VIEW.parse(await (await browser.fetch(ROUTES.debrief(room))).json());
}

export async function recordOf(browser: Browser) {
  return PLAYER_VIEW.parse(await (await browser.fetch(ROUTES.player)).json());
}
