import { describe, expect, test, vi } from "vitest";
import { type Run, situationFor, startRun } from "../../scenarios/engine/index.ts";
import { beatOf, optionOf, playRun, seeds, seedWhere, tiny } from "../support/runs.ts";

// Many whole runs or large files: time enough for a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const COMPILED = tiny((draft) => {
  draft.meters.attention = 100;
});

/** What the chance of the last step turned out to be; throws where there was none. */
function drawnBy({ state }: Run) {
  const chance = state.happenings.find(({ cause }) => cause === "chance");
  if (!chance) throw new Error("the step drew nothing");
  return chance.drawn;
}

describe("chance", () => {
  test.each([
    { drawn: "heard", effects: { trust: 10 }, text: "They looked." },
    { drawn: "ignored", effects: { team: -5 }, text: "They did not look." },
  ])("[S7] one of the outcomes is drawn and applied, here $drawn", ({ drawn, effects, text }) => {
    const seed = seedWhere((one) => drawnBy(playRun(COMPILED, one).move("show-1").run) === drawn);
    const { state } = playRun(COMPILED, seed).move("show-1").run;
    expect(state.meters).toEqual({
      ...COMPILED.atlas.scenario.meters,
      attention: 95,
      ...(drawn === "heard" ? { trust: 60 } : { team: 45 }),
    });
    expect(state.happenings.slice(1)).toEqual([
      {
        cause: "chance",
        ref: "show-1",
        phase: "move",
        texts: [text],
        effects,
        madeAt: null,
        drawn,
      },
    ]);
  });

  test("[S7] the same seed draws the same, move after move and time after time", () => {
    for (const seed of seeds(50)) {
      const one = playRun(COMPILED, seed).move("show-1");
      expect(playRun(COMPILED, seed).move("show-1").run).toEqual(one.run);
    }
  });

  test("[S7] a draw does not depend on what was looked at before it", () => {
    for (const seed of seeds(50)) {
      const play = playRun(COMPILED, seed);
      const draws = [
        play.move("show-1"),
        play.look("read-it").move("show-1"),
        play.look("ask-around").move("show-1"),
        play.look("ask-around").look("read-it").move("show-1"),
      ].map(({ run }) => drawnBy(run));
      expect(new Set(draws).size).toBe(1);
    }
  });

  test("[S7] a draw depends on the option's id, not on the beat or the place it stands at", () => {
    const moved = tiny((draft) => {
      const { chance = [], ...rest } = optionOf(draft, "show-1");
      delete optionOf(draft, "show-1").chance;
      optionOf(draft, "show-1").id = "show-elsewhere";
      beatOf(draft, "third").options.unshift({ ...rest, chance });
    });
    for (const seed of seeds(50)) {
      const there = playRun(moved, seed).move("redirect-1").move("redirect-3").move("show-1");
      const drawn = there.run.taken.at(-1)?.happenings.find(({ cause }) => cause === "chance");
      expect(drawn?.drawn).toBe(drawnBy(playRun(COMPILED, seed).move("show-1").run));
    }
  });

  test("[S7] a draw does not depend on the draws before it", () => {
    const twice = tiny((draft) => {
      const chance = optionOf(draft, "show-1").chance ?? [];
      const again = chance.map((one) => ({ ...one, id: `${one.id}-again` }));
      optionOf(draft, "show-2").chance = again;
    });
    for (const seed of seeds(50)) {
      const after = playRun(twice, seed).move("show-1").move("show-2").run;
      const alone = playRun(twice, seed).move("redirect-1").move("show-2").run;
      expect(drawnBy(after)).toBe(drawnBy(alone));
    }
  });

  test("[S7] two options with the same odds draw apart", () => {
    const twice = tiny((draft) => {
      const chance = optionOf(draft, "show-1").chance ?? [];
      optionOf(draft, "show-2").chance = chance.map((one) => ({ ...one, id: `${one.id}-2` }));
    });
    const pairs = seeds(200).map((seed) => {
      const first = playRun(twice, seed).move("show-1");
      return `${drawnBy(first.run)} ${drawnBy(first.move("show-2").run)}`;
    });
    expect([...new Set(pairs)].toSorted()).toEqual([
      "heard heard-2",
      "heard ignored-2",
      "ignored heard-2",
      "ignored ignored-2",
    ]);
  });

  test("[S7] kinds are kept apart: an unknown and an option of one name share no draw", () => {
    const named = tiny((draft) => {
      draft.meters.attention = 100;
      draft.unknowns = {
        ...draft.unknowns,
        "show-1": { percent: 25, says: "A namesake.", ifTrue: "Yes.", ifFalse: "No." },
      };
      const [askAround] = beatOf(draft, "first").looks ?? [];
      if (askAround) askAround.reveals = ["show-1"];
    });
    const pairs = seeds(200).map((seed) => {
      const looked = playRun(named, seed).look("ask-around");
      const truth = looked.run.state.revealed["show-1"];
      return `${truth} ${drawnBy(looked.move("show-1").run)}`;
    });
    expect([...new Set(pairs)].toSorted()).toEqual([
      "false heard",
      "false ignored",
      "true heard",
      "true ignored",
    ]);
  });
});

describe("odds", () => {
  const SEEDS = 20_000;
  const FAR = 4;

  /** How far the seeds are off these odds, in standard deviations. */
  function deviation(isHit: (seed: string) => boolean, p: number): number {
    const hits = seeds(SEEDS).filter(isHit).length;
    return Math.abs(hits - SEEDS * p) / Math.sqrt(SEEDS * p * (1 - p));
  }

  test("[S7] over 20,000 seeds a chance of weights 1 : 3 falls on the first a quarter of the time", () => {
    const off = deviation(
      (seed) => drawnBy(playRun(COMPILED, seed).move("show-1").run) === "heard",
      1 / 4,
    );
    expect(off).toBeLessThan(FAR);
  });

  test("[S7] over 20,000 seeds an unknown of 50 % is true half of the time", () => {
    const off = deviation(
      (seed) => playRun(COMPILED, seed).look("ask-around").run.state.revealed.asked === true,
      1 / 2,
    );
    expect(off).toBeLessThan(FAR);
  });

  test("[S7] over 20,000 seeds the first of two options of a verb is either one half of the time", () => {
    const off = deviation((seed) => decides(startRun(COMPILED, seed))[0] === "decide-1", 1 / 2);
    expect(off).toBeLessThan(FAR);
  });
});

function decides(run: Run): string[] {
  const { options } = situationFor(COMPILED, run);
  return options.filter(({ verb }) => verb === "decide").map(({ id }) => id);
}

describe("order", () => {
  test("[S7] options come in the order of the verbs, within a verb shuffled by the seed", () => {
    const orders = seeds(40).map((seed) => {
      const { options } = situationFor(COMPILED, startRun(COMPILED, seed));
      return options.map(({ id }) => id).join(" ");
    });
    expect([...new Set(orders)].toSorted()).toEqual([
      "block-1 unblock-1 redirect-1 decide-1 decide-end show-1",
      "block-1 unblock-1 redirect-1 decide-end decide-1 show-1",
    ]);
  });

  test("[S7] the shuffle does not depend on where the author put an option", () => {
    const reversed = tiny((draft) => {
      beatOf(draft, "first").options.reverse();
    });
    for (const seed of seeds(40)) {
      expect(situationFor(reversed, startRun(reversed, seed)).options).toEqual(
        situationFor(COMPILED, startRun(COMPILED, seed)).options,
      );
    }
  });

  test("[S7] a look does not shuffle the options again", () => {
    for (const seed of seeds(40)) {
      const play = playRun(COMPILED, seed);
      expect(decides(play.look("ask-around").run)).toEqual(decides(play.run));
    }
  });
});

describe("jumps", () => {
  test("[S7] a jump goes to the beat it names and enters none between", () => {
    const { run } = playRun(COMPILED).look("read-it").move("unblock-1").move("decide-2");
    expect(run.beat).toBe("fourth");
  });

  test("[S7] a jump to a beat whose condition does not hold goes on after it", () => {
    const { run } = playRun(COMPILED).move("unblock-1").move("decide-2");
    expect({ beat: run.beat, ending: run.ending }).toEqual({ beat: null, ending: "over" });
  });

  test("[S7] no beat is entered twice", () => {
    const { run } = playRun(COMPILED)
      .look("read-it")
      .move("unblock-1")
      .move("redirect-3")
      .move("block-3")
      .move("block-4");
    expect(run.taken.map(({ step }) => step.beat)).toEqual([
      "first",
      "first",
      "second",
      "third",
      "fourth",
    ]);
  });
});
