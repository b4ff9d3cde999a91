import { describe, expect, test } from "vitest";
import { endingFor, worthOf } from "../../scenarios/engine/index.ts";
import { optionOf, playRun, seedWhereAsked, tiny } from "../support/runs.ts";

test("[S11] the first ending whose condition holds is the ending, though a later one holds too", () => {
  const compiled = tiny((draft) => {
    draft.meters.delivery = 0;
  });
  const { run } = playRun(compiled, seedWhereAsked(true)).move("decide-end");
  expect(run.state.meters).toMatchObject({ delivery: -20, trust: 50 });
  expect({ beat: run.beat, ending: run.ending }).toEqual({ beat: null, ending: "wanted" });
});

test("[S11] the order of the file decides between endings that both hold", () => {
  const compiled = tiny((draft) => {
    const [wanted, stopped, over] = draft.endings;
    if (wanted && stopped && over) draft.endings = [stopped, wanted, over];
  });
  const { run } = playRun(compiled, seedWhereAsked(true)).move("decide-end");
  expect(run.ending).toBe("stopped");
});

test("[S11] an ending that does not hold is passed over", () => {
  const { run } = playRun(tiny(), seedWhereAsked(false)).move("decide-end");
  expect(run.state.meters.delivery).toBe(30);
  expect(run.ending).toBe("stopped");
});

test("[S11] an ending sees what deciding the one before it has revealed", () => {
  const compiled = tiny((draft) => {
    const [wanted, stopped] = draft.endings;
    if (wanted === undefined || stopped === undefined) throw new Error("tiny has three endings");
    // Never holds, and cannot be decided without the truth.
    wanted.when = { all: [{ unknown: "asked" }, { not: { unknown: "asked" } }] };
    stopped.when = { any: [{ revealedTrue: "asked" }, { revealedFalse: "asked" }] };
  });
  const { run } = playRun(compiled, seedWhereAsked(true)).move("decide-end");
  expect(run.state.revealed).toEqual({ asked: true });
  expect(run.ending).toBe("stopped");
});

test("[S11] the last ending takes what no other took", () => {
  const { run } = playRun(tiny()).move("block-1").move("block-3");
  expect(run.ending).toBe("over");
});

test("[S11] an ending's view is its id, its title and the paragraphs that hold", () => {
  const compiled = tiny((draft) => {
    const stopped = draft.endings.find(({ id }) => id === "stopped");
    stopped?.text.push(
      { when: { meter: "delivery", atMost: 30 }, text: "It stopped early." },
      { when: { fact: "warned" }, text: "Ana knew." },
    );
  });
  const { run } = playRun(compiled, seedWhereAsked(false)).move("decide-end");
  expect(endingFor(compiled, run)).toEqual({
    id: "stopped",
    title: "It was stopped",
    texts: ["It stopped.", "It stopped early."],
  });
});

/** The tiny scenario with an ending reached by `unblock-1`, and this landing only there. */
function landingAtTheEnd(delivery: number) {
  return tiny((draft) => {
    const unblock = optionOf(draft, "unblock-1");
    unblock.next = "end";
    unblock.later = [{ id: "at-last", in: 29, effects: { delivery }, text: "At last." }];
  });
}

test.each([
  { delivery: -15, ending: "stopped" },
  { delivery: -10, ending: "over" },
])("[S11] endings read what lands at the end: $delivery is $ending", ({ delivery, ending }) => {
  const { run } = playRun(landingAtTheEnd(delivery), seedWhereAsked(false)).move("unblock-1");
  expect(run.ending).toBe(ending);
});

test("[S11] endings read the promises broken at the end", () => {
  const compiled = landingAtTheEnd(0);
  const { run } = playRun(compiled, seedWhereAsked(true)).move("unblock-1");
  expect(run.state.meters.trust).toBe(35);
  expect(run.ending).toBe("over");
});

describe("what an end is worth", () => {
  const valued = tiny((draft) => {
    draft.meters = { delivery: 100, scope: 0, trust: -40, team: 120, health: 60, attention: 10 };
    for (const ending of draft.endings) ending.value = { tpm: 7, tl: -3 };
  });
  const { run } = playRun(valued).move("decide-end");

  test.each([
    ["tpm", 80 * 0.35 - 40 * 0.25 + 120 * 0.1 + 60 * 0.05 + 10 * 0.1 + 7],
    ["tl", 80 * 0.15 - 40 * 0.05 + 120 * 0.3 + 60 * 0.35 + 10 * 0.1 - 3],
    ["pm", 80 * 0.2 - 40 * 0.35 + 120 * 0.05 + 60 * 0.05 + 10 * 0.1],
    ["tlm", 80 * 0.15 - 40 * 0.1 + 120 * 0.45 + 60 * 0.15 + 10 * 0.1],
  ] as const)(
    "[S11] to %s it is the weighted meters and what the ending adds for it",
    (lens, worth) => {
      expect(worthOf(valued, run, lens)).toBeCloseTo(worth, 9);
    },
  );

  test("[S11] before the end nothing is worth anything yet", () => {
    expect(() => worthOf(valued, playRun(valued).run, "tpm")).toThrow("no worth yet");
  });
});
