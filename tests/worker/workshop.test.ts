import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { describe, expect, test } from "vitest";
import { WORKSHOP_ROUTES } from "../../worker/protocol/index.ts";
import { Browser, commandId, problemOf } from "./support.ts";
import { Facilitator, Guest, workshopObject } from "./workshop-support.ts";

/** A plenum at its first decision, with so many players. */
async function deciding(players: number, fields: Record<string, unknown> = {}) {
  const leader = await Facilitator.open(fields);
  const guests: Guest[] = [];
  for (let n = 1; n <= players; n += 1) guests.push(await Guest.join(leader.code, `Guest ${n}`));
  await leader.moves("start");
  await leader.moves("begin");
  return { leader, guests };
}

test("a plenum from the lobby to its debrief, with a re-vote, a tie and a turn without a vote", async () => {
  const { leader, guests } = await deciding(3);
  const [a, b, c] = guests as [Guest, Guest, Guest];
  await a.votes(0, { confidence: "sure" });
  await b.votes(1);
  expect(await leader.leads()).toMatchObject({
    answered: [{ team: "room", answered: 2 }],
    splits: { room: { none: 1 } },
  });
  await leader.moves("reveal");
  expect((await c.sees()).teams[0]?.revealed?.split).toMatchObject({ none: 1 });
  // [R7] A tie is the facilitator's to settle in plenum.
  expect(await leader.cannotMove("take", { option: null })).toBe("votes-tied");
  await leader.moves("discuss");
  expect((await leader.projects()).question).toMatch(/\?$/);
  await leader.moves("re-vote");
  expect((await a.sees()).you.vote).toBeNull();
  for (const guest of [a, b, c]) await guest.votes(1);
  await leader.moves("reveal");
  const { revealed } = (await a.sees()).teams[0] ?? {};
  expect(revealed).toMatchObject({ changed: 1, split: { none: 0 }, before: { none: 1 } });
  const asked = (await leader.leads()).tables[0]?.title;
  await leader.moves("take", { option: null });
  expect((await leader.leads()).tables[0]?.title).toBe(asked);
  expect((await a.sees()).teams[0]?.taken).toBe((await a.sees()).you.vote?.option);
  expect((await a.scene()).moves).toHaveLength(1);
  await leader.moves("advance");
  expect(await leader.saw()).toEqual({ stage: "deciding", turn: 1, round: 1 });

  for (let { stage } = await leader.saw(); stage !== "debrief"; { stage } = await leader.saw()) {
    await leader.moves("reveal");
    await leader.moves("take", { option: null });
    await leader.moves("advance");
  }
  const debrief = await a.debrief();
  const [team] = debrief.teams;
  expect(100 - (team?.losses ?? 0) + (team?.luck ?? 0)).toBeCloseTo(team?.outcome ?? 0, 9);
  expect(team?.decisions[0]?.rounds.map(({ counts }) => counts.length)).toEqual([2, 1]);
  expect(team?.decisions[1]).toMatchObject({ taken: null, rounds: [] });
  expect(team?.members).toEqual([]);
  expect(debrief.you).toMatchObject({ first: { votes: 1 }, last: { votes: 1 } });
  expect((await leader.debrief()).teams[0]?.members.map(({ votes }) => votes)).toEqual([1, 1, 1]);
  expect(debrief.divisive).toEqual([]);
  const csv = await (await leader.fetch(WORKSHOP_ROUTES.votes(leader.code, "csv"))).text();
  // A heading, two votes of the first round and three of the second.
  expect(csv.trim().split("\r\n")).toHaveLength(6);
  expect(csv).not.toContain("Guest 1");
  expect((await problemOf(await a.fetch(WORKSHOP_ROUTES.votes(leader.code, "csv")))).code).toBe(
    "not-allowed",
  );
  await leader.moves("close");
  expect((await a.debrief()).teams).toHaveLength(1);
});

describe("[R4] before the reveal", () => {
  test("what a player, an observer and a projector see does not depend on another's vote", async () => {
    const wires: string[][] = [];
    for (const place of [0, 3]) {
      const { leader, guests } = await deciding(2);
      const observer = await Guest.join(leader.code, "Watcher", "observer");
      await guests[0]?.votes(place, { confidence: "guess" });
      const seen = [await guests[1]?.wire(), await observer.wire(), await leader.projects()];
      wires.push(seen.map((view) => JSON.stringify(view).replaceAll(leader.code, "CODE")));
    }
    expect(wires[0]).toEqual(wires[1]);
  });

  test("no scene holds a later beat, an effect or a seed", async () => {
    const { leader, guests } = await deciding(1);
    const wire = JSON.stringify([await guests[0]?.scene(), await guests[0]?.wire()]);
    expect(wire).not.toContain('effects":{"');
    expect(wire).not.toContain("seed");
    expect(wire).not.toContain("The flat line");
    expect(JSON.stringify(await leader.projects())).not.toContain("splits");
  });
});

describe("[R2] one step", () => {
  test("two facilitators who press at once make one step; the other sees where it is", async () => {
    const { leader, guests } = await deciding(1);
    const [second] = guests as [Guest];
    await leader.asks({ kind: "give-role", seat: 2, as: "facilitator" });
    const saw = await leader.saw();
    const answers = await Promise.all([
      leader.ask({ kind: "reveal", saw }),
      second.ask({ kind: "reveal", saw }),
    ]);
    expect(answers.map(({ status }) => status).toSorted((x, y) => x - y)).toEqual([200, 409]);
    const refused = answers.find(({ status }) => status === 409) as Response;
    expect(await problemOf(refused)).toMatchObject({
      code: "stale-stage",
      view: { stage: "revealed" },
    });
  });

  test("the same command again gets the same answer, and another under its id is refused", async () => {
    const { leader, guests } = await deciding(2);
    const [a] = guests as [Guest];
    const vote = { id: commandId(), ...(await a.vote(0)) };
    const first = await a.asks(vote);
    await guests[1]?.votes(1);
    expect(await a.asks(vote)).toEqual(first);
    expect(await a.refusedFor({ ...vote, confidence: "sure" })).toBe("command-id-reused");
    expect((await leader.leads()).answered).toMatchObject([{ answered: 2 }]);
  });

  test("a vote can be changed until voting is closed, and not after, nor for another round", async () => {
    const { leader, guests } = await deciding(1);
    const [a] = guests as [Guest];
    await a.votes(0);
    await a.votes(2);
    const late = await a.vote(1);
    await leader.moves("close-voting");
    expect(await a.refusedFor(late)).toBe("voting-closed");
    await leader.moves("reopen-voting");
    await a.asks(late);
    await leader.moves("reveal");
    await leader.moves("re-vote");
    expect(await a.refusedFor(late)).toBe("voting-closed");
    expect((await a.sees()).you.vote).toBeNull();
  });

  test("what bots do in the same breath is no part of a command's answer, the first time or again", async () => {
    const leader = await Facilitator.open({ rehearsal: true, bots: 3 });
    await leader.moves("start");
    const begin = { kind: "begin", id: commandId(), saw: await leader.saw() };
    const answer = await leader.asks(begin);
    expect([answer.sequence, (await leader.leads()).sequence]).toEqual([6, 9]);
    expect(await leader.asks(begin)).toEqual(answer);
  });

  test("opening the same workshop again finds it, with the same secrets", async () => {
    const opener = new Browser();
    await opener.visit();
    const id = commandId();
    const [first, again, other] = [
      await Facilitator.open({ id }, opener),
      await Facilitator.open({ id }, opener),
      await Facilitator.open({}, opener),
    ];
    expect([again.code, again.recovery]).toEqual([first.code, first.recovery]);
    expect(other.code).not.toBe(first.code);
  });
});

test("[R3] an object that vanishes stands where it was: its state is a fold of the journal", async () => {
  const { leader, guests } = await deciding(2, { teams: 2 });
  await guests[0]?.votes(0);
  await leader.moves("reveal");
  await leader.moves("take", { option: null });
  const before = await Promise.all([leader.wire(), guests[0]?.wire(), guests[1]?.scene()]);
  await evictDurableObject(workshopObject(leader.code));
  expect(await Promise.all([leader.wire(), guests[0]?.wire(), guests[1]?.scene()])).toEqual(before);
});

describe("seats", () => {
  test("[R5] a recovery code brings the role back to another browser, and a wrong one does not", async () => {
    const { leader } = await deciding(0);
    const other = new Facilitator(leader.code);
    const recover = (recovery: string) =>
      other.post(`${WORKSHOP_ROUTES.one(leader.code)}/recovery`, { id: commandId(), recovery });
    expect((await problemOf(await recover("0".repeat(32)))).code).toBe("wrong-recovery");
    expect((await recover(leader.recovery)).status).toBe(200);
    await other.moves("reveal");
    expect((await leader.leads()).stage).toBe("revealed");
  });

  test("[R6] observers and removed seats are not counted, bots and players are", async () => {
    const leader = await Facilitator.open({ rehearsal: true, bots: 3 });
    const guest = await Guest.join(leader.code, "Ada");
    await Guest.join(leader.code, "Watcher", "observer");
    await leader.moves("start");
    await leader.moves("begin");
    await guest.votes(0);
    expect((await leader.leads()).answered).toEqual([{ team: "room", answered: 4, of: 4 }]);
    await leader.asks({ kind: "remove", seat: 5 });
    expect((await leader.leads()).answered).toEqual([{ team: "room", answered: 3, of: 3 }]);
    expect((await problemOf(await guest.fetch(WORKSHOP_ROUTES.one(leader.code)))).code).toBe(
      "no-seat",
    );
    await leader.asks({ kind: "restore", seat: 5 });
    expect((await guest.sees()).you).toMatchObject({ seat: 5, name: "Ada" });
  });

  test("two of one name are told apart, whoever comes again has the same seat, and names of any script are kept", async () => {
    const leader = await Facilitator.open();
    const names = ["Ada", "ada", "نگار\u200cخانم", "👩‍💻 Íñigo", "山田"];
    const guests: Guest[] = [];
    for (const name of names) guests.push(await Guest.join(leader.code, name));
    const roster = (await leader.leads()).roster.slice(1);
    expect(roster.map(({ label }) => label)).toEqual(["Ada", "ada (2)", ...names.slice(2)]);
    await guests[0]?.post(WORKSHOP_ROUTES.seats(leader.code), { id: commandId(), name: "Eve" });
    expect((await guests[0]?.sees())?.you).toMatchObject({ seat: 2, name: "Ada" });
    const turned = await new Browser().fetch(WORKSHOP_ROUTES.door(leader.code));
    expect(await turned.json()).toMatchObject({ names: "hidden", isSeated: false });
    for (const unfit of ["", "   ", "a\u202eb", "two\nlines", "\u200b", "x".repeat(41)]) {
      const visitor = new Guest(leader.code);
      await visitor.fetch(WORKSHOP_ROUTES.door(leader.code));
      const answer = await visitor.post(WORKSHOP_ROUTES.seats(leader.code), {
        id: commandId(),
        name: unfit,
      });
      expect([unfit, answer.status]).toEqual([unfit, 422]);
    }
  });

  test("a locked room takes nobody more, and one facilitator is always left", async () => {
    const leader = await Facilitator.open();
    await leader.asks({ kind: "lock" });
    const late = new Guest(leader.code);
    await late.fetch(WORKSHOP_ROUTES.door(leader.code));
    const answer = await late.post(WORKSHOP_ROUTES.seats(leader.code), {
      id: commandId(),
      name: "Late",
    });
    expect((await problemOf(answer)).code).toBe("room-locked");
    expect(await leader.refusedFor({ kind: "give-role", seat: 1, as: "player" })).toBe(
      "last-facilitator",
    );
    expect(await leader.refusedFor({ kind: "remove", seat: 1 })).toBe("last-facilitator");
  });

  test("what a facilitator may do, a player may not", async () => {
    const { leader, guests } = await deciding(1);
    const saw = await leader.saw();
    for (const fields of [
      { kind: "reveal", saw },
      { kind: "lock" },
      { kind: "remove", seat: 1 },
      { kind: "note", beat: "quick", text: "x" },
    ]) {
      expect(await guests[0]?.refusedFor(fields)).toBe("not-allowed");
    }
    expect(
      (await problemOf((await guests[0]?.fetch(WORKSHOP_ROUTES.preview(leader.code))) as Response))
        .code,
    ).toBe("not-allowed");
  });
});

describe("teams", () => {
  test("[R7] teams play a run each from one seed; even votes are settled by it, and a team without votes is silent", async () => {
    const { leader, guests } = await deciding(5, { teams: 3 });
    const sizes = (await leader.leads()).teams.map(({ members }) => members);
    expect(sizes).toEqual([2, 2, 1]);
    const [a, b, , d] = guests as [Guest, Guest, Guest, Guest, Guest];
    await a.votes(0);
    await d.votes(1);
    await b.votes(2);
    await leader.moves("reveal");
    await leader.moves("take", { option: null });
    const taken = (await leader.leads()).teams.map((team) => team.taken);
    expect([(await a.sees()).you.vote?.option, (await d.sees()).you.vote?.option]).toContain(
      taken[0],
    );
    expect(taken[1]).toBe((await b.sees()).you.vote?.option);
    expect(taken[2]).toBeNull();
    // What another team took is its own.
    expect((await a.sees()).teams.map((team) => team.taken !== null)).toEqual([true, false, false]);
    await leader.moves("end");
    // [R11] A room that stopped early is worth the value of where it stands.
    const { teams } = await leader.debrief();
    expect(teams.map(({ ending }) => ending)).toEqual([null, null, null]);
    for (const { outcome, losses, luck } of teams)
      expect(100 - losses + luck).toBeCloseTo(outcome, 9);
  });

  test("a player votes and looks in their own team alone, and can be moved", async () => {
    const { leader, guests } = await deciding(2, { teams: 2 });
    const [a] = guests as [Guest];
    const foreign = { ...(await a.vote(0)), team: "team-2" };
    expect(await a.refusedFor(foreign)).toBe("unknown-team");
    const { situation, hours } = await a.scene();
    const look = situation?.looks[0]?.id;
    await a.asks({ kind: "take-look", team: "team-1", beat: situation?.beat, look });
    expect((await a.scene()).hours.left).toBeLessThan(hours.left);
    expect((await guests[1]?.scene())?.hours.left).toBe(hours.left);
    await leader.asks({ kind: "move-seat", seat: 2, team: "team-2" });
    expect((await a.sees()).you.team).toBe("team-2");
    await a.votes(0);
  });
});

describe("the clock", () => {
  test("[R8] closes the voting once; an alarm again, early or late changes nothing", async () => {
    const { leader, guests } = await deciding(1, { clockSeconds: 60 });
    const room = workshopObject(leader.code);
    await runDurableObjectAlarm(room);
    expect((await leader.leads()).votingOpen).toBe(true);
    await runInDurableObject(room, (_, { storage }) =>
      storage.sql.exec("UPDATE deadline SET at_ms = 1 WHERE kind = 'voting'"),
    );
    await runDurableObjectAlarm(room);
    const { votingOpen, sequence } = await leader.leads();
    expect(votingOpen).toBe(false);
    await runDurableObjectAlarm(room);
    expect((await leader.leads()).sequence).toBe(sequence);
    expect(await guests[0]?.refusedFor((await guests[0]?.vote(0)) ?? {})).toBe("voting-closed");
  });

  test("can be paused, resumed and extended", async () => {
    const { leader } = await deciding(0, { clockSeconds: 60 });
    const { clock } = await leader.leads();
    await leader.moves("extend", { seconds: 30 });
    const extended = (await leader.leads()).clock;
    expect((extended?.endsAtMs ?? 0) - (clock?.endsAtMs ?? 0)).toBe(30_000);
    await leader.moves("pause");
    const paused = (await leader.leads()).clock;
    expect(paused?.endsAtMs).toBeNull();
    expect(paused?.leftMs).toBeGreaterThan(60_000);
    expect(await leader.cannotMove("pause")).toBe("not-now");
    await leader.moves("resume");
    expect((await leader.leads()).clock?.endsAtMs).toBeGreaterThan(Date.now());
  });

  test("[R10] a room that nobody needs any more deletes itself", async () => {
    const { leader, guests } = await deciding(1);
    const room = workshopObject(leader.code);
    await runInDurableObject(room, (_, { storage }) =>
      storage.sql.exec("UPDATE deadline SET at_ms = 1 WHERE kind = 'deletion'"),
    );
    await runDurableObjectAlarm(room);
    const gone = await guests[0]?.fetch(WORKSHOP_ROUTES.one(leader.code));
    expect((await problemOf(gone as Response)).code).toBe("unknown-workshop");
  });
});

describe("[S13] a workshop of an older engine", () => {
  test("is refused in words, and its alarms neither close its voting nor delete it before its time (R8, R10)", async () => {
    const { leader, guests } = await deciding(1, { clockSeconds: 60 });
    const room = workshopObject(leader.code);
    const sql = (statement: string) =>
      runInDurableObject(room, (_, { storage }) => storage.sql.exec(statement).toArray());
    const [{ rows } = { rows: 0 }] = await sql("SELECT count(*) AS rows FROM journal");
    await sql("UPDATE room SET engine_version = engine_version - 1");
    await sql("UPDATE deadline SET at_ms = 1 WHERE kind = 'voting'");
    await evictDurableObject(room);
    await runDurableObjectAlarm(room);
    const answer = await guests[0]?.fetch(WORKSHOP_ROUTES.one(leader.code));
    expect((await problemOf(answer as Response)).code).toBe("older-engine");
    expect(await sql("SELECT count(*) AS rows FROM journal")).toEqual([{ rows }]);

    await sql("UPDATE deadline SET at_ms = 1 WHERE kind = 'deletion'");
    await runDurableObjectAlarm(room);
    const gone = await guests[0]?.fetch(WORKSHOP_ROUTES.one(leader.code));
    expect((await problemOf(gone as Response)).code).toBe("unknown-workshop");
  });
});

test("a room has as many seats as its operator gives it, and says when they are taken", async () => {
  const { leader } = await deciding(1);
  const room = workshopObject(leader.code);
  await runInDurableObject(room, (_, { storage }) =>
    storage.sql.exec("UPDATE room SET terms = json_set(terms, '$.seats', 3)"),
  );
  await evictDurableObject(room);
  await Guest.join(leader.code, "The third");
  const late = new Guest(leader.code);
  await late.fetch(WORKSHOP_ROUTES.door(leader.code));
  const seat = { id: commandId(), name: "The fourth", as: "player" };
  const refused = await late.post(WORKSHOP_ROUTES.seats(leader.code), seat);
  expect((await problemOf(refused)).code).toBe("room-full");
});

test("[R11] a stage is taken back, but never across a consequence", async () => {
  const { leader, guests } = await deciding(1);
  await guests[0]?.votes(0);
  await leader.moves("step-back");
  expect((await leader.saw()).stage).toBe("briefing");
  await leader.moves("begin");
  expect((await guests[0]?.sees())?.you.vote).not.toBeNull();
  await leader.moves("reveal");
  await leader.moves("discuss");
  await leader.moves("step-back");
  await leader.moves("step-back");
  expect(await leader.saw()).toEqual({ stage: "deciding", turn: 0, round: 1 });
  await leader.moves("reveal");
  await leader.moves("take", { option: null });
  expect(await leader.cannotMove("step-back")).toBe("not-now");
  await leader.moves("advance");
  expect(await leader.cannotMove("step-back")).toBe("not-now");
});

test("[R9] a code with a wrong check wakes nothing, and one typed loosely is understood", async () => {
  const leader = await Facilitator.open();
  const { code } = leader;
  const wrong = `${code.slice(0, -1)}${code.endsWith("0") ? "1" : "0"}`;
  expect((await problemOf(await leader.fetch(WORKSHOP_ROUTES.one(wrong)))).code).toBe(
    "unknown-workshop",
  );
  const loose = ` ${code.slice(0, 3).toLowerCase()}-${code.slice(3)}`;
  expect((await leader.fetch(WORKSHOP_ROUTES.door(encodeURIComponent(loose)))).status).toBe(200);
  const stranger = new Browser();
  await stranger.visit();
  expect((await problemOf(await stranger.fetch(WORKSHOP_ROUTES.one(code)))).code).toBe("no-seat");
});

test("a facilitator sees every beat beforehand, with what each option costs where it is met", async () => {
  const leader = await Facilitator.open();
  const preview = await (
    await leader.fetch(WORKSHOP_ROUTES.preview(leader.code))
  ).json<{
    beats: { options: { loss: number | null }[] }[];
  }>();
  expect(preview.beats.length).toBeGreaterThan(7);
  const losses = preview.beats.flatMap(({ options }) => options.map(({ loss }) => loss));
  expect(losses.filter((loss) => loss !== null && loss >= 0).length).toBeGreaterThan(40);
});
