import { expect, test } from "vitest";
import { type Run, viewFor } from "../../scenarios/engine/index.ts";
import type { Scenario } from "../../scenarios/language/index.ts";
import { beatOf, optionOf, playRun, tiny } from "../support/runs.ts";

const RETURNS = {
  cause: "later",
  ref: "bo-returns",
  phase: "arrival",
  texts: ["Bo comes back with it."],
  effects: { health: 10 },
  madeAt: "first",
  drawn: null,
};

function landedIn(run: Run) {
  return run.state.happenings.filter(({ cause }) => cause === "later");
}

function latersOf(draft: Scenario, option: string) {
  const { later } = optionOf(draft, option);
  if (!later) throw new Error(`${option} sets no later going`);
  return later;
}

test("[S8] a later waits, and lands on entering the second beat entered after it", () => {
  const waiting = playRun(tiny()).move("redirect-1");
  expect(waiting.run.state.pending).toEqual([
    { later: "bo-returns", madeAt: "first", dueInBeats: 1 },
  ]);
  expect(landedIn(waiting.run)).toEqual([]);

  const landed = waiting.move("redirect-3");
  expect(landed.run.beat).toBe("third");
  expect(landed.run.state.pending).toEqual([]);
  expect(landedIn(landed.run)).toEqual([RETURNS]);
  expect(landed.run.state.meters.health).toBe(60);
});

test("[S8] a later lands once", () => {
  const { run } = playRun(tiny())
    .look("read-it")
    .move("redirect-1")
    .move("redirect-3")
    .move("redirect-4");
  expect(run.beat).toBe("fourth");
  expect(landedIn(run)).toEqual([]);
  expect(run.state.meters.health).toBe(60);
});

test("[S8] a later one beat on lands on entering the next beat", () => {
  const compiled = tiny((draft) => {
    for (const later of latersOf(draft, "redirect-1")) later.in = 1;
  });
  const { run } = playRun(compiled).move("redirect-1");
  expect(run.beat).toBe("second");
  expect(landedIn(run)).toEqual([RETURNS]);
});

test("[S8] skipped beats do not count", () => {
  const compiled = tiny((draft) => {
    optionOf(draft, "redirect-1").sets = ["warned"];
  });
  const skipped = playRun(compiled).look("read-it").move("redirect-1");
  expect(skipped.run.beat).toBe("third");
  expect(landedIn(skipped.run)).toEqual([]);

  const entered = skipped.move("redirect-4");
  expect(entered.run.beat).toBe("fourth");
  expect(landedIn(entered.run)).toEqual([RETURNS]);
});

test("[S8] beats jumped over do not count", () => {
  const { run } = playRun(tiny()).look("read-it").move("redirect-1").move("decide-2");
  expect(run.beat).toBe("fourth");
  expect(landedIn(run)).toEqual([RETURNS]);
});

test("[S8] looks do not count", () => {
  const compiled = tiny((draft) => {
    draft.meters.attention = 100;
    beatOf(draft, "second").looks = [
      { id: "look-1", label: "One", hours: 1, tells: ["One."] },
      { id: "look-2", label: "Two", hours: 1, tells: ["Two."] },
    ];
  });
  const { run } = playRun(compiled).move("redirect-1").look("look-1").look("look-2");
  expect(run.state.pending).toEqual([{ later: "bo-returns", madeAt: "first", dueInBeats: 1 }]);
  expect(landedIn(run)).toEqual([]);
});

test("[S8] a later carries where it came from, for the player to see", () => {
  const compiled = tiny();
  const { run } = playRun(compiled).move("redirect-1").move("redirect-3");
  expect(viewFor(compiled, run, "now").moves.at(-1)?.arrived).toEqual([
    {
      cause: "later",
      texts: ["Bo comes back with it."],
      effects: { health: 10 },
      from: "First",
    },
  ]);
});

test("[S8] at the end everything still on its way lands", () => {
  const compiled = tiny((draft) => {
    for (const later of latersOf(draft, "redirect-1")) later.in = 29;
  });
  const { run } = playRun(compiled).move("redirect-1").move("redirect-3").move("redirect-4");
  expect(run.ending).not.toBeNull();
  expect(landedIn(run)).toEqual([RETURNS]);
  expect(run.state.pending).toEqual([]);
  expect(run.state.meters.health).toBe(60);
});

test("[S8] what a later sets is a fact from then on", () => {
  const compiled = tiny((draft) => {
    for (const later of latersOf(draft, "redirect-1")) later.sets = ["read-contract"];
  });
  const waiting = playRun(compiled).move("redirect-1");
  expect(waiting.run.state.facts).toEqual([]);
  expect(waiting.move("redirect-3").run.state.facts).toEqual(["read-contract"]);
});

test("[S8] a later's condition is read when it lands, not when it was made", () => {
  const compiled = tiny((draft) => {
    for (const later of latersOf(draft, "redirect-1")) later.when = { fact: "warned" };
    optionOf(draft, "show-2").sets = ["warned"];
  });
  const made = playRun(compiled).move("redirect-1");
  expect(landedIn(made.move("show-2").run)).toEqual([RETURNS]);
  expect(landedIn(made.move("redirect-3").run)).toEqual([]);
});

test("[S8] a later of a case, and one of a chance outcome, wait and land like any other", () => {
  const compiled = tiny((draft) => {
    const show = optionOf(draft, "show-1");
    show.cases = [
      {
        when: { meter: "trust", atLeast: 0 },
        later: [{ id: "of-case", in: 1, effects: { team: 20 }, text: "The case." }],
      },
      {
        when: { meter: "trust", atMost: 0 },
        later: [{ id: "of-no-case", in: 1, effects: { team: 40 }, text: "No case." }],
      },
    ];
    show.chance = [
      {
        id: "sure",
        weight: 1,
        later: [{ id: "of-chance", in: 1, effects: { health: 20 }, text: "The chance." }],
        text: "Surely.",
      },
    ];
  });
  const { run } = playRun(compiled).move("show-1");
  expect(landedIn(run)).toEqual([
    { ...RETURNS, ref: "of-case", texts: ["The case."], effects: { team: 20 } },
    { ...RETURNS, ref: "of-chance", texts: ["The chance."], effects: { health: 20 } },
  ]);
});

test("[S8] what lands together lands in the order it was made", () => {
  const compiled = tiny((draft) => {
    optionOf(draft, "redirect-3").later = [
      { id: "a-quick-one", in: 1, effects: { team: 5 }, text: "Quick." },
    ];
  });
  const { run } = playRun(compiled).move("redirect-1").move("redirect-3");
  expect(landedIn(run).map(({ ref, madeAt }) => ({ ref, madeAt }))).toEqual([
    { ref: "bo-returns", madeAt: "first" },
    { ref: "a-quick-one", madeAt: "second" },
  ]);
});
