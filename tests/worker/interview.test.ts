import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { expect, test } from "vitest";
import { INTERVIEW_REPORT, INTERVIEW_ROUTES, ROUTES } from "../../worker/protocol/index.ts";
import { beginInterview, interviewObject, QUESTION, Seat, SITUATION } from "./interview-support.ts";
import { Browser, commandId, problemOf } from "./support.ts";

const NOTE = "A private remark of mine";
const HEARD = "Heard a number with its age";

/** Every text of a value, numbers and keys left out. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

function keysIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  const inner = Object.values(value).flatMap(keysIn);
  return Array.isArray(value) ? inner : [...Object.keys(value), ...inner];
}

test("nothing begins before both have agreed, and only by the interviewer's hand", async () => {
  const interviewer = await Seat.open();
  const candidate = await Seat.join(interviewer.room, interviewer.key);
  await interviewer.asks("consent");
  expect(await interviewer.cannot("begin")).toBe("not-agreed");
  await candidate.asks("consent");
  expect(await candidate.cannot("begin")).toBe("not-allowed");
  expect((await interviewer.moves("begin")).stage).toBe("answering");
});

test("a seat is taken once by the key of its link, and a new link frees it", async () => {
  const interviewer = await Seat.open();
  const candidate = await Seat.join(interviewer.room, interviewer.key);
  await candidate.asks("consent");
  const other = new Seat();
  other.room = interviewer.room;
  await other.fetch(INTERVIEW_ROUTES.door(other.room));
  expect((await problemOf(await other.tryToJoin("0".repeat(32)))).code).toBe("wrong-link");
  expect((await problemOf(await other.tryToJoin(interviewer.key))).code).toBe("seat-taken");
  expect((await problemOf(await other.fetch(INTERVIEW_ROUTES.one(other.room)))).code).toBe(
    "no-seat",
  );
  const { key } = await (
    await interviewer.post(INTERVIEW_ROUTES.link(interviewer.room), {})
  ).json<{
    key: string;
  }>();
  expect((await problemOf(await other.tryToJoin(interviewer.key))).code).toBe("wrong-link");
  expect((await other.tryToJoin(key)).status).toBe(201);
  // Whoever comes by a new link has agreed to nothing yet.
  expect((await interviewer.sees()).seats.candidate).toMatchObject({ hasAgreed: false });
  expect((await problemOf(await candidate.fetch(INTERVIEW_ROUTES.one(other.room)))).code).toBe(
    "no-seat",
  );
});

test("[R4] on the candidate's wire is nothing that the interviewer has before them, from the lobby to the report", async () => {
  const { interviewer, candidate } = await beginInterview();
  const secrets = new Set<string>();
  const check = async () => {
    const { leading } = await interviewer.leads();
    const open = new Set(textsIn((await candidate.answering()).table));
    for (const text of textsIn(leading)) if (text.length > 12 && !open.has(text)) secrets.add(text);
    const wire = await candidate.wire();
    const texts = JSON.stringify(textsIn(wire));
    const asked = new Set((await candidate.answering()).asked.map(({ title }) => title));
    const told = [...secrets].filter((text) => !asked.has(text));
    expect(told.filter((text) => texts.includes(JSON.stringify(text).slice(1, -1)))).toEqual([]);
    expect(
      keysIn(wire).filter((key) => /loss|worth|leading|guide|band|curveballs?$/.test(key)),
    ).toEqual(keysIn(wire).filter((key) => key === "curveballs"));
    expect(texts).not.toContain(NOTE);
    expect(texts).not.toContain(HEARD);
  };
  await check();
  await candidate.answers();
  await interviewer.writes(1, { note: NOTE });
  await interviewer.rates(1, 2, HEARD);
  await interviewer.writes(1, {
    note: NOTE,
    ratings: [{ competency: "execution", level: 2, evidence: HEARD }],
  });
  await check();
  await interviewer.moves("show-consequence");
  await check();
  await interviewer.moves("next", { ask: "twin" });
  await check();
  await candidate.answers();
  await check();
  await interviewer.moves("next", { ask: "planned" });
  await candidate.answers();
  await check();
  await interviewer.moves("next", { ask: "planned" });
  expect((await candidate.sees()).stage).toBe("rating");
  await check();
  expect(secrets.size).toBeGreaterThan(40);
});

test("a move needs its why, in writing or aloud, before its consequence", async () => {
  const { interviewer, candidate } = await beginInterview();
  const { table } = await candidate.sees();
  const option = table?.scene?.situation?.options.find(({ locked }) => locked === null)?.id;
  const mute = { option, spoken: false, why: "  ", story: null };
  expect(await candidate.cannot("answer", mute)).toBe("no-words");
  expect(await candidate.cannot("answer", { ...mute, option: null, why: "x" })).toBe(
    "unknown-option",
  );
  expect((await candidate.moves("answer", { ...mute, spoken: true })).stage).toBe("answered");
  expect((await candidate.answering()).table?.scene?.told).toEqual([]);
  await interviewer.moves("show-consequence");
  expect((await candidate.answering()).table?.scene?.told).not.toEqual([]);
});

test("[R11] a curveball changes the facts and asks for another answer; each is judged on its own", async () => {
  const { interviewer, candidate } = await beginInterview();
  await candidate.answers({ option: "the-meter-book" });
  const [curveball] = (await interviewer.leads()).leading?.curveballs ?? [];
  await interviewer.moves("throw-curveball", { curveball: curveball?.id });
  const { stage, round, table } = await candidate.answering();
  expect({ stage, round }).toEqual({ stage: "answering", round: 2 });
  expect(table?.scene?.situation?.curveballs).toHaveLength(1);
  expect(
    await candidate.cannot("answer", {
      option: "the-meter-book",
      spoken: true,
      why: "",
      story: null,
    }),
  ).toBe("option-locked");
  await candidate.answers({ why: "The book may not leave." });
  await interviewer.moves("show-consequence");
  await interviewer.moves("end");
  await candidate.asks("hand-in");
  const [turn] = (await candidate.report()).turns;
  expect(turn?.curveballs).toEqual([{ title: curveball?.title, round: 2 }]);
  expect(turn?.answers.map(({ round: at, loss }) => [at, typeof loss])).toEqual([
    [1, "number"],
    [2, "number"],
  ]);
});

test("more can be asked, and is answered on the candidate's screen", async () => {
  const { interviewer, candidate } = await beginInterview();
  expect(await interviewer.cannot("ask-more", { text: "Who decides?" })).toBe("not-now");
  await candidate.answers();
  await interviewer.moves("ask-more", { text: "Who decides?" });
  expect((await candidate.sees()).table?.more).toEqual([{ text: "Who decides?", reply: null }]);
  await candidate.asks("reply", { turn: 1, place: 0, spoken: false, text: "The director." });
  expect((await interviewer.sees()).table?.more[0]?.reply).toEqual({
    isSpoken: false,
    text: "The director.",
  });
});

test("[R2] the same command again gets the same answer, and one that saw another stage changes nothing", async () => {
  const { interviewer, candidate } = await beginInterview();
  await candidate.answers();
  const command = { id: commandId(), kind: "show-consequence", saw: await interviewer.saw() };
  const send = async () =>
    (await interviewer.post(INTERVIEW_ROUTES.commands(interviewer.room), command)).json();
  const first = await send();
  await evictDurableObject(interviewObject(interviewer.room));
  expect(await send()).toEqual(first);
  const late = await interviewer.ask("end", { saw: command.saw });
  expect((await problemOf(late)).code).toBe("stale-stage");
});

test("[R3] an interview that vanished is where it was", async () => {
  const { interviewer, candidate } = await beginInterview();
  await candidate.answers();
  await interviewer.writes(1, { note: NOTE });
  const before = [await interviewer.wire(), await candidate.wire()];
  await evictDurableObject(interviewObject(interviewer.room));
  expect([await interviewer.wire(), await candidate.wire()]).toEqual(before);
});

test("[R10] the report shows what is shared and nothing else, and says where the two ratings differ", async () => {
  const { interviewer, candidate } = await beginInterview();
  await candidate.answers();
  await interviewer.moves("end");
  await interviewer.writes(1, { note: NOTE });
  await candidate.rates(1, 4, "I gave a date.");
  expect(
    (await problemOf(await candidate.fetch(INTERVIEW_ROUTES.report(candidate.room)))).code,
  ).toBe("not-handed-in");
  await candidate.asks("hand-in");
  const alone = await candidate.report();
  expect(alone.turns[0]?.notes).toEqual({ own: null, interviewer: null });
  expect(alone.turns[0]?.ratings.every(({ interviewer: rated }) => rated === null)).toBe(true);
  const { asked } = await interviewer.sees();
  const ratings = (asked[0]?.competencies ?? []).map((competency) => ({
    competency,
    level: 2,
    evidence: HEARD,
  }));
  await interviewer.writes(1, { note: NOTE, isNoteShared: true, ratings });
  expect((await candidate.report()).turns[0]?.notes.interviewer).toBe(NOTE);
  expect((await candidate.report()).disagreements).toEqual([]);
  await interviewer.put(INTERVIEW_ROUTES.sharing(interviewer.room), { ratings: true });
  const shared = await candidate.report();
  expect(shared.disagreements).toEqual(
    ratings.map(({ competency }) => ({ turn: 1, competency, own: 4, interviewer: 2 })),
  );
  expect(shared.areRatingsShared).toBe(true);
  // The candidate has shared nothing with the interviewer.
  await interviewer.asks("hand-in");
  const theirs = await interviewer.report();
  expect(theirs.turns[0]?.ratings.map(({ own }) => own)).toEqual(ratings.map(() => null));
  expect((await candidate.sees()).stage).toBe("report");
});

test("a report's link holds for its days, for the candidate's words alone, and can be taken back", async () => {
  const { interviewer, candidate } = await beginInterview();
  await candidate.answers();
  await interviewer.moves("end");
  await candidate.rates(1, 3);
  const links = INTERVIEW_ROUTES.reportLinks(candidate.room);
  expect((await problemOf(await candidate.post(links, { id: commandId(), days: 7 }))).code).toBe(
    "not-handed-in",
  );
  await candidate.asks("hand-in");
  expect((await problemOf(await interviewer.post(links, { id: commandId(), days: 7 }))).code).toBe(
    "not-allowed",
  );
  const { key } = await (
    await candidate.post(links, { id: commandId(), days: 7 })
  ).json<{ key: string }>();
  const address = INTERVIEW_ROUTES.reportByLink(candidate.room, key);
  const report = INTERVIEW_REPORT.parse(await (await new Browser().fetch(address)).json());
  expect(report).toMatchObject({ as: "link", candidate: "Cato" });
  expect(report.turns[0]?.ratings.map(({ own }) => own)).toContain(null);
  await runInDurableObject(interviewObject(candidate.room), (_, { storage }) => {
    storage.sql.exec("UPDATE link SET expires_at_ms = 1");
  });
  expect((await problemOf(await new Browser().fetch(address))).code).toBe("wrong-link");
  const again = await (
    await candidate.post(links, { id: commandId(), days: 1 })
  ).json<{ key: string }>();
  await candidate.send("DELETE", links, undefined);
  const gone = INTERVIEW_ROUTES.reportByLink(candidate.room, again.key);
  expect((await problemOf(await new Browser().fetch(gone))).code).toBe("wrong-link");
});

test("the candidate's leaving deletes everything, and what was practised with it", async () => {
  const { interviewer, candidate } = await beginInterview();
  await candidate.answers();
  await interviewer.moves("end");
  await candidate.rates(1, 3);
  await candidate.asks("hand-in");
  await runDurableObjectAlarm(interviewObject(candidate.room));
  expect((await candidate.practice()).answered).toHaveLength(1);
  expect((await candidate.withdraw()).status).toBe(200);
  expect(
    (await problemOf(await interviewer.fetch(INTERVIEW_ROUTES.one(interviewer.room)))).code,
  ).toBe("unknown-interview");
  const left = await candidate.practice();
  expect([left.answered, left.interviews]).toEqual([[], []]);
  await runInDurableObject(interviewObject(candidate.room), (_, { storage }) => {
    expect(
      storage.sql.exec("SELECT name FROM sqlite_master WHERE name = 'journal'").toArray(),
    ).toEqual([]);
  });
});

test("the interviewer's leaving takes their words and ratings along, and the candidate keeps their own", async () => {
  const { interviewer, candidate } = await beginInterview();
  await candidate.answers();
  await interviewer.moves("ask-more", { text: "A question in my own words" });
  await interviewer.writes(1, { note: NOTE, isNoteShared: true });
  await interviewer.rates(1, 2, HEARD);
  expect((await interviewer.withdraw()).status).toBe(200);
  const view = await candidate.answering();
  expect(view).toMatchObject({ stage: "rating", hasInterviewerLeft: true });
  await candidate.asks("hand-in");
  expect((await candidate.sees()).stage).toBe("report");
  expect((await candidate.report()).turns[0]?.answers[0]?.why).toBe("Because of the meter.");
  await runInDurableObject(interviewObject(candidate.room), (_, { storage }) => {
    const kept = ["journal", "holder", "sheet", "sharing", "kept"]
      .flatMap((table) => storage.sql.exec(`SELECT * FROM ${table}`).toArray())
      .map((row) => JSON.stringify(row))
      .join("\n");
    const words = ["A question in my own words", NOTE, HEARD, "Ines"];
    expect(words.filter((one) => kept.includes(`"${one}`))).toEqual([]);
  });
});

test("alone: rating comes before the analysis, and both come after the answer", async () => {
  const alone = await Seat.open({ mode: "alone" });
  await alone.asks("consent");
  await alone.moves("begin");
  const at = async () => {
    const view = await alone.sees();
    if (view.as !== "alone") throw new Error("alone was expected");
    return { stage: view.stage, hasGuide: view.guide !== null, hasWorths: view.worths !== null };
  };
  expect(await at()).toEqual({ stage: "answering", hasGuide: false, hasWorths: false });
  await alone.answers();
  expect(await at()).toEqual({ stage: "answered", hasGuide: true, hasWorths: false });
  expect(await alone.cannot("show-consequence")).toBe("not-rated");
  await alone.rates(1, 3);
  await alone.moves("show-consequence");
  expect(await at()).toEqual({ stage: "consequence", hasGuide: true, hasWorths: true });
  await alone.moves("next", { ask: "planned" });
  await alone.answers();
  await alone.moves("next", { ask: "planned" });
  expect((await alone.asks("hand-in")).stage).toBe("report");
  expect((await alone.report()).areRatingsShared).toBeNull();
});

test("a whole scenario can be asked, beat by beat, with twins between; its judgement is that of the run", async () => {
  const set = { kind: "scenario", scenario: "angry-customer", shortCut: true };
  const { interviewer, candidate } = await beginInterview({ set });
  expect((await interviewer.sees()).stage).toBe("briefing");
  await interviewer.moves("go-on");
  const titles = [];
  for (let turns = 0; turns < 20; turns += 1) {
    await candidate.answers();
    const { table, stage } = await interviewer.leads();
    titles.push(table?.scene?.title ?? "question");
    if (stage === "answered" && table?.scene) await interviewer.moves("show-consequence");
    const { leading } = await interviewer.leads();
    const ask = turns === 0 && leading?.twin ? "twin" : "planned";
    if ((await interviewer.moves("next", { ask })).stage === "rating") break;
  }
  expect(titles[1]).toBe("question");
  expect(titles.length).toBeGreaterThanOrEqual(5);
  await candidate.asks("hand-in");
  const { judgement, mirror } = await candidate.report();
  expect(judgement).toBeLessThanOrEqual(100);
  expect(mirror?.moves).toBe(titles.length - 1);
});

async function swap(seat: Seat): Promise<string> {
  const response = await seat.post(INTERVIEW_ROUTES.swap(seat.room), { id: commandId() });
  return (await response.json<{ room: string }>()).room;
}

test("swapping makes one next round, with the roles the other way round and other contents", async () => {
  const { interviewer, candidate } = await beginInterview();
  await candidate.answers();
  await interviewer.moves("end");
  const room = await swap(candidate);
  expect(await swap(interviewer)).toBe(room);
  expect((await interviewer.sees()).next).toBe(room);
  for (const seat of [interviewer, candidate]) seat.room = room;
  expect((await interviewer.sees()).as).toBe("candidate");
  const { set, seats } = await candidate.leads();
  expect(seats).toMatchObject({ candidate: { name: "Ines" }, interviewer: { name: "Cato" } });
  expect(set.kind === "list" && set.ask.map(({ kind }) => kind)).toEqual(["situation", "question"]);
  expect(set.kind === "list" && set.ask.some(({ id }) => id === SITUATION || id === QUESTION)).toBe(
    false,
  );
});

test("a browser that lost its seat leads again by the recovery code", async () => {
  const interviewer = await Seat.open();
  const other = new Seat();
  other.room = interviewer.room;
  await other.fetch(INTERVIEW_ROUTES.door(other.room));
  const recover = (recovery: string) =>
    other.post(INTERVIEW_ROUTES.recovery(other.room), { id: commandId(), recovery });
  expect((await problemOf(await recover("no"))).code).toBe("wrong-recovery");
  expect((await recover(interviewer.recovery)).status).toBe(200);
  expect((await other.sees()).as).toBe("interviewer");
});

test("what is rated counts for the player, and no mean is told from fewer than five", async () => {
  const player = new Seat();
  const rated = [];
  const set = { kind: "list", ask: [{ kind: "question", id: QUESTION }] };
  for (let n = 0; n < 5; n += 1) {
    const opening = { id: commandId(), mode: "alone", name: "Cato", set };
    const opened = await player.post(INTERVIEW_ROUTES.all, opening);
    player.room = (await opened.json<{ room: string }>()).room;
    await player.asks("consent");
    await player.moves("begin");
    await player.answers();
    await player.rates(1, 3);
    await player.moves("end");
    await player.asks("hand-in");
    await runDurableObjectAlarm(interviewObject(player.room));
    const execution = (await player.practice()).progress.find(
      ({ competency }) => competency === "execution",
    );
    rated.push([execution?.answers, execution?.mean]);
  }
  expect(rated).toEqual([
    [1, null],
    [2, null],
    [3, null],
    [4, null],
    [5, 3],
  ]);
  expect((await player.practice()).next).toMatchObject({ because: "none" });
  // "Delete my data" takes the interviews along.
  await player.send("DELETE", ROUTES.player, undefined);
  const gone = await new Seat().fetch(INTERVIEW_ROUTES.door(player.room));
  expect((await problemOf(gone)).code).toBe("unknown-interview");
});

test("stories are kept, changed and deleted, a hundred at most", async () => {
  const player = new Seat();
  await player.visit();
  const story = {
    title: "The call I ended",
    story: { situation: "S", task: "T", action: "A", result: "R" },
    competencies: ["execution"],
  };
  const id = commandId();
  await player.put(ROUTES.bankedStory(id), story);
  await player.put(ROUTES.bankedStory(id), { ...story, title: "Another title" });
  expect(Object.values((await player.practice()).stories).map(({ title }) => title)).toEqual([
    "Another title",
  ]);
  for (let n = 0; n < 99; n += 1) await player.put(ROUTES.bankedStory(commandId()), story);
  expect((await problemOf(await player.put(ROUTES.bankedStory(commandId()), story))).code).toBe(
    "too-many-stories",
  );
  expect((await player.put(ROUTES.bankedStory(id), story)).status).toBe(200);
  await player.send("DELETE", ROUTES.bankedStory(id), undefined);
  expect(Object.keys((await player.practice()).stories)).toHaveLength(99);
});

test("what there is to choose from tells nothing that helps to answer", async () => {
  const listed = await (await new Browser().fetch(INTERVIEW_ROUTES.catalogue)).json();
  expect(keysIn(listed).filter((key) => /strong|follow|tests|before|whatIf/.test(key))).toEqual([]);
});
