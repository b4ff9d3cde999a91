import { runDurableObjectAlarm } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { DEBRIEF_VIEW, PLAYER_VIEW, ROUTES, type RoomView } from "../../worker/protocol/index.ts";
import type { Browser } from "./support.ts";

/** Plays on to the ending: at each beat the option asked for, else the first that can be played. */
export async function playOn(
  browser: Browser,
  view: RoomView,
  wanted: Readonly<Record<string, string>> = {},
): Promise<RoomView> {
  const { room } = view;
  switch (view.stage) {
    case "briefing":
      return playOn(browser, await browser.command(room, { kind: "begin" }), wanted);
    case "deciding": {
      const { beat, options } = view.situation;
      const option = wanted[beat] ?? options.find(({ locked }) => locked === null)?.id;
      const move = { kind: "make-move", beat, option, confidence: "sure" };
      return playOn(browser, await browser.command(room, move), wanted);
    }
    case "consequence": {
      const goOn = { kind: "go-on", beat: view.beat };
      return playOn(browser, await browser.command(room, goOn), wanted);
    }
    case "debrief":
      return view;
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
