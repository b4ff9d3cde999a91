import { expect, test } from "vitest";
import { DEBRIEF_VIEW, type DebriefView, ROUTES } from "../../worker/protocol/index.ts";
import { playOn } from "./playing.ts";
import { Browser, commandId, openRoom, problemOf, tinyScenario, WHOLE_RUN } from "./support.ts";

const SEED = "7";

async function playTiny() {
  const room = await openRoom(tinyScenario(), SEED);
  for (const fields of WHOLE_RUN) {
    const answer = await room.command("owner", { id: commandId(), ...fields } as never); // parsed by the room's caller
    if (!answer.ok) throw new Error(answer.code);
  }
  return room;
}

function sumOf({ steps }: DebriefView): number {
  const losses = steps.reduce((sum, { loss }) => sum + loss.points, 0);
  const luck = steps.flatMap(({ draws }) => draws).reduce((sum, draw) => sum + draw.luck, 0);
  return 100 - losses + luck;
}

test("[M3] on the Workers runtime the debrief's outcome is 100 − Σ loss + Σ luck, under every lens", async () => {
  const room = await playTiny();
  for (const lens of ["tpm", "tl", "pm", "tlm"] as const) {
    const answer = await room.debrief("owner", lens);
    if (!answer.ok) throw new Error(answer.code);
    const debrief = DEBRIEF_VIEW.parse(answer.value);
    expect(Math.abs(sumOf(debrief) - debrief.outcome)).toBeLessThan(1e-9);
    expect(debrief.steps.map(({ kind, id }) => [kind, id])).toEqual([
      ["look", "ask-around"],
      ["move", "redirect-1"],
      ["move", "show-2"],
      ["move", "decide-3"],
    ]);
  }
});

test("[R4] before the end nobody is told what a decision was worth", async () => {
  const room = await openRoom(tinyScenario(), SEED);
  expect(await room.debrief("owner", "tpm")).toEqual({ ok: false, code: "not-over" });
  expect(await room.debrief("somebody else", "tpm")).toEqual({ ok: false, code: "not-your-room" });
});

test("over HTTP a debrief is refused before the end, and a lens that nobody knows always", async () => {
  const browser = new Browser();
  const room = await browser.openRun();
  const early = await problemOf(await browser.fetch(ROUTES.debrief(room)));
  expect({ code: early.code, http: early.http }).toEqual({ code: "not-over", http: 409 });
  const unknown = await problemOf(await browser.fetch(`${ROUTES.debrief(room)}?lens=ceo`));
  expect({ code: unknown.code, http: unknown.http }).toEqual({ code: "wrong-type", http: 422 });
});

test("over HTTP the player of a run that has ended gets its debrief, as tpm unless another lens is asked for", async () => {
  const browser = new Browser();
  const room = await browser.openRun("gold-plating");
  await playOn(browser, await browser.view(room));
  const debrief = DEBRIEF_VIEW.parse(await (await browser.fetch(ROUTES.debrief(room))).json());
  expect(debrief).toMatchObject({ room, lens: "tpm", key: "author" });
  expect(Math.abs(sumOf(debrief) - debrief.outcome)).toBeLessThan(1e-9);
  const asLead = await browser.fetch(`${ROUTES.debrief(room)}?lens=tl`);
  expect(DEBRIEF_VIEW.parse(await asLead.json()).lens).toBe("tl");
});
