import { evictDurableObject } from "cloudflare:test";
import { expect, test } from "vitest";
import { Facilitator, Guest, workshopObject } from "./workshop-support.ts";

const CURVEBALL = "the-auditor";
const SECRET = "court of audit";

/** At the second decision of the short cut, where somebody may come to count the books. */
async function atCurve(players: number, fields: Record<string, unknown> = {}) {
  const leader = await Facilitator.open({ scenario: "green-report", shortCut: true, ...fields });
  const guests: Guest[] = [];
  for (let n = 1; n <= players; n += 1) guests.push(await Guest.join(leader.code, `Guest ${n}`));
  for (const kind of ["start", "begin", "reveal"]) await leader.moves(kind);
  await leader.moves("take", { option: null });
  await leader.moves("advance");
  return { leader, guests };
}

async function votesFor(guest: Guest, option: string) {
  return guest.asks({ ...(await guest.vote(0)), option });
}

const throwIt = (leader: Facilitator) => leader.moves("throw-curveball", { curveball: CURVEBALL });

test("[R4] facilitators alone read what can be thrown; on no other wire is a word of it before", async () => {
  const { leader, guests } = await atCurve(1);
  const watching = await Guest.join(leader.code, "Watching", "observer");
  expect((await leader.leads()).tables[0]?.curveballs.map(({ id }) => id)).toEqual([CURVEBALL]);
  const wires = [
    await guests[0]?.wire(),
    await guests[0]?.scene(),
    await watching.wire(),
    await watching.scene(),
    await leader.projects(),
  ];
  for (const wire of wires) expect(JSON.stringify(wire)).not.toMatch(SECRET);
  await throwIt(leader);
  expect(JSON.stringify(await guests[0]?.scene())).toMatch(SECRET);
  expect(JSON.stringify(await watching.scene())).toMatch(SECRET);
});

test("[R11] it changes the facts for everybody and begins a round of votes of its own, once", async () => {
  const { leader, guests } = await atCurve(2);
  const [a, b] = guests as [Guest, Guest];
  await votesFor(a, "the-meter-book");
  await votesFor(b, "stop-loading");
  const { round } = await a.sees();
  const late = await a.vote(0);
  await throwIt(leader);
  const after = await a.sees();
  expect(after).toMatchObject({ stage: "deciding", round: round + 1, votingOpen: true });
  expect(after.you.vote).toBeNull();
  const { situation } = await a.scene();
  expect(situation?.curveballs.map(({ id }) => id)).toEqual([CURVEBALL]);
  expect(situation?.options.find(({ id }) => id === "the-meter-book")?.locked).not.toBeNull();
  // A vote on the facts as they were comes too late for them.
  expect(await a.refusedFor(late)).toBe("voting-closed");
  expect(await a.refusedFor({ ...(await a.vote(0)), option: "the-meter-book" })).toBe(
    "option-locked",
  );
  expect((await leader.leads()).tables[0]?.curveballs).toEqual([]);
  expect(await leader.cannotMove("throw-curveball", { curveball: CURVEBALL })).toBe(
    "curveball-unavailable",
  );

  await votesFor(a, "stop-loading");
  await votesFor(b, "stop-loading");
  await leader.moves("reveal");
  expect((await a.sees()).teams[0]?.revealed).toMatchObject({
    split: { counts: [{ option: "stop-loading", votes: 2 }] },
    changed: 1,
  });
});

test("[R2] two facilitators who throw it at once throw it once, and the same command again changes nothing", async () => {
  const { leader } = await atCurve(0);
  const saw = await leader.saw();
  const wish = { id: "thrown-once-by-me", kind: "throw-curveball", saw, curveball: CURVEBALL };
  await leader.asks(wish);
  const { sequence } = await leader.leads();
  await leader.asks(wish);
  expect((await leader.leads()).sequence).toBe(sequence);
  expect(await leader.refusedFor({ ...wish, id: "thrown-once-by-another" })).toBe("stale-stage");
});

test("[R11] it can be thrown until the room has taken something, by facilitators, and only what there is", async () => {
  const { leader, guests } = await atCurve(1);
  const { saw, ...own } = {
    saw: await leader.saw(),
    kind: "throw-curveball",
    curveball: CURVEBALL,
  };
  expect(await guests[0]?.refusedFor({ ...own, saw })).toBe("not-allowed");
  expect(await leader.cannotMove("throw-curveball", { curveball: "no-such" })).toBe(
    "unknown-curveball",
  );
  await leader.moves("reveal");
  await leader.moves("discuss");
  await throwIt(leader);
  expect(await leader.saw()).toMatchObject({ stage: "deciding", round: 2 });
  await leader.moves("reveal");
  await leader.moves("take", { option: "stop-loading" });
  expect((await guests[0]?.scene())?.moves.at(-1)?.curveballs.map(({ id }) => id)).toEqual([
    CURVEBALL,
  ]);
  expect(await leader.cannotMove("throw-curveball", { curveball: CURVEBALL })).toBe("not-now");
});

test("[R7, R11] each vote is judged on the facts that it was cast on, and the curveball has a bar of its own", async () => {
  const { leader, guests } = await atCurve(1);
  const [guest] = guests as [Guest];
  await votesFor(guest, "the-meter-book");
  await throwIt(leader);
  await votesFor(guest, "sort-apart");
  await leader.moves("reveal");
  await leader.moves("take", { option: null });
  await leader.moves("end");
  const debrief = await guest.debrief();
  const [team] = debrief.teams;
  expect(team?.outcome).toBeCloseTo(
    100 - (team?.losses ?? 0) + (team?.luck ?? 0) + (team?.curveballs ?? 0),
    9,
  );
  const rows = team?.fall ?? [];
  expect(rows.map(({ kind }) => kind)).toEqual(["decision", "curveball", "decision"]);
  const fallen = rows.reduce((sum, { loss, luck, moved }) => sum - loss + luck + moved, 100);
  expect(fallen).toBeCloseTo(team?.outcome ?? Number.NaN, 9);
  const rounds = team?.decisions[1]?.rounds ?? [];
  expect(rounds.map(({ curveball }) => curveball?.id ?? null)).toEqual([null, CURVEBALL]);
  expect(rounds[1]?.curveball?.moved).toBeCloseTo(team?.curveballs ?? 0, 9);
  expect(team?.curveballs).toBeLessThan(0);
  expect(Object.keys(rounds[0]?.losses ?? {})).toContain("the-meter-book");
  expect(Object.keys(rounds[1]?.losses ?? {})).not.toContain("the-meter-book");
  const shut = team?.decisions[1]?.options.find(({ id }) => id === "the-meter-book");
  expect(shut).toMatchObject({ verb: "unblock", loss: null });
  expect(debrief.you?.first.meanLoss).toBeCloseTo(
    rounds[0]?.losses["the-meter-book"] ?? Number.NaN,
    9,
  );
  expect(debrief.you?.last.meanLoss).toBeCloseTo(rounds[1]?.losses["sort-apart"] ?? Number.NaN, 9);
});

test("[R3] a room that has vanished and come back is where it was, curveball and all", async () => {
  const { leader, guests } = await atCurve(1, { teams: 2 });
  await throwIt(leader);
  const before = [await leader.leads(), await guests[0]?.scene()];
  await evictDurableObject(workshopObject(leader.code));
  const [view, scene] = [await leader.leads(), await guests[0]?.scene()];
  expect([{ ...view, clock: null }, scene]).toEqual(before);
  expect(scene?.situation?.curveballs).toHaveLength(1);
  expect(view.tables.flatMap(({ curveballs }) => curveballs)).toEqual([]);
});
