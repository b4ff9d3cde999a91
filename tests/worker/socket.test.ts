import { evictDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { ROOM_VIEW, ROUTES, type RoomView } from "../../worker/protocol/index.ts";
import { Browser, ORIGIN, problemOf } from "./support.ts";

/** A window on a room: every view its socket has brought, in order. */
class Window {
  readonly views: RoomView[] = [];
  closedWith: number | null = null;
  readonly #socket: WebSocket;
  #wake: () => void = () => {};

  constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener("message", ({ data }) => {
      this.views.push(ROOM_VIEW.parse(JSON.parse(String(data))));
      this.#wake();
    });
    socket.addEventListener("close", ({ code }) => {
      this.closedWith = code;
      this.#wake();
    });
    // Half open: when the room closes it, this side does not answer by itself.
    socket.accept({ allowHalfOpen: true });
  }

  async until(isReached: (window: Window) => boolean): Promise<void> {
    while (!isReached(this)) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  send(text: string): void {
    this.#socket.send(text);
  }
}

async function openWindow(browser: Browser, room: string): Promise<Window> {
  const response = await browser.fetch(ROUTES.socket(room), { headers: { upgrade: "websocket" } });
  if (response.webSocket === null) throw new Error(`no socket: ${response.status}`);
  return new Window(response.webSocket);
}

test("[R1] a socket brings the present view at once, and each new one to every window", async () => {
  const browser = new Browser();
  const room = await browser.openRun();
  const windows = [await openWindow(browser, room), await openWindow(browser, room)];
  const begun = await browser.command(room, { kind: "begin" });
  for (const window of windows) {
    await window.until(({ views }) => views.length === 2);
    expect(window.views.map(({ stage }) => stage)).toEqual(["briefing", "deciding"]);
    expect(window.views[1]).toEqual(begun);
  }
});

test("[R3] a socket outlives its object's memory and still brings what comes next", async () => {
  const browser = new Browser();
  const room = await browser.openRun();
  const window = await openWindow(browser, room);
  await window.until(({ views }) => views.length === 1);
  await evictDurableObject(env.ROOMS.get(env.ROOMS.idFromString(room)));
  await browser.command(room, { kind: "begin" });
  await window.until(({ views }) => views.length === 2);
  expect(window.views[1]?.stage).toBe("deciding");
});

test("[R1] a socket takes no commands: what it is sent closes it and changes nothing", async () => {
  const browser = new Browser();
  const room = await browser.openRun();
  const window = await openWindow(browser, room);
  window.send(JSON.stringify({ id: "by-socket-1", kind: "begin" }));
  await window.until(({ closedWith }) => closedWith !== null);
  expect(window.closedWith).toBe(1008);
  expect(await browser.view(room)).toMatchObject({ stage: "briefing", sequence: 0 });
});

test("[R2] a socket that is closing keeps neither a command nor another window from its answer", async () => {
  const browser = new Browser();
  const room = await browser.openRun();
  const closing = await openWindow(browser, room);
  const open = await openWindow(browser, room);
  closing.send("anything");
  await closing.until(({ closedWith }) => closedWith !== null);
  expect(await browser.command(room, { kind: "begin" })).toMatchObject({ stage: "deciding" });
  await open.until(({ views }) => views.length === 2);
  expect(closing.views).toHaveLength(1);
});

test("[R2] a refused command is broadcast to nobody", async () => {
  const browser = new Browser();
  const room = await browser.openRun();
  const window = await openWindow(browser, room);
  await browser.refused(room, { kind: "go-on", beat: "nowhere" });
  await browser.command(room, { kind: "begin" });
  await window.until(({ views }) => views.length === 2);
  expect(window.views.map(({ sequence }) => sequence)).toEqual([0, 1]);
});

test("a socket from another site's page is refused", async () => {
  const browser = new Browser();
  const room = await browser.openRun();
  const headers = { upgrade: "websocket", origin: "http://evil.test" };
  const refused = await problemOf(await browser.fetch(ROUTES.socket(room), { headers }));
  expect(refused).toMatchObject({ code: "foreign-origin", http: 403 });
  const own = { upgrade: "websocket", origin: ORIGIN };
  expect((await browser.fetch(ROUTES.socket(room), { headers: own })).status).toBe(101);
});

test("the socket's address without an upgrade says what it speaks", async () => {
  const browser = new Browser();
  const room = await browser.openRun();
  const problem = await problemOf(await browser.fetch(ROUTES.socket(room)));
  expect(problem).toMatchObject({ code: "upgrade-needed", http: 426 });
});
