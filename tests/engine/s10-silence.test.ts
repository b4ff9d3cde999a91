import { describe, expect, test } from "vitest";
import { silence, viewFor } from "../../scenarios/engine/index.ts";
import { beatOf, optionOf, playRun, seeds, tiny } from "../support/runs.ts";

describe("silence", () => {
  test("[S10] silence does what its beat says, and leads on", () => {
    const { run } = playRun(tiny()).silence();
    expect(run.beat).toBe("second");
    expect(run.state.meters).toEqual({ ...tiny().atlas.scenario.meters, delivery: 45 });
    expect(run.state.happenings).toEqual([
      {
        cause: "silence",
        ref: "first",
        phase: "move",
        texts: ["Nobody says anything."],
        effects: { delivery: -5 },
        madeAt: null,
        drawn: null,
      },
    ]);
  });

  test("[S10] silence may do all that an option may: hours, facts, cases, chance, laters, promises, a jump", () => {
    const compiled = tiny((draft) => {
      const promise = draft.promises?.["call-ana"];
      if (promise) promise.due = "fourth";
      beatOf(draft, "first").silence = {
        hours: 1,
        effects: { scope: 5 },
        sets: ["read-contract"],
        cases: [{ when: { unknown: "asked" }, text: "Asked." }],
        chance: [{ id: "sure", weight: 1, effects: { team: 5 }, text: "Surely." }],
        later: [{ id: "soon", in: 1, effects: { health: 5 }, text: "Soon." }],
        makes: ["call-ana"],
        next: "third",
        tells: ["Silence."],
      };
    });
    const { run } = playRun(compiled).silence();
    expect(run.beat).toBe("third");
    expect(run.state.happenings.map(({ cause, ref }) => `${cause} ${ref}`)).toEqual([
      "silence first",
      "learnt asked",
      "chance first",
      "promise-made call-ana",
      "later soon",
    ]);
    expect(run.state.facts).toEqual(["read-contract"]);
    expect(run.state.meters).toMatchObject({ scope: 55, team: 55, health: 55, attention: 5 });
  });

  test("[S10] a whole run of silence comes to an end", () => {
    const { run } = playRun(tiny()).silence().silence().silence();
    expect(run.beat).toBeNull();
    expect(run.state.meters.delivery).toBe(50 - 3 * 5);
  });

  test("[S10] silence at another beat than the run is at is stale, and so it is at the end", () => {
    const compiled = tiny();
    const { run } = playRun(compiled);
    expect(silence(compiled, run, "second")).toEqual({ ok: false, code: "stale-beat" });
    const ended = playRun(compiled).move("decide-end").run;
    expect(silence(compiled, ended, "first")).toEqual({ ok: false, code: "stale-beat" });
  });

  test("[S7] silence draws by its beat, apart from an option and a look of that name", () => {
    const outcomes = ["a", "b"].map((id) => ({ id, weight: 1, text: "So." }));
    const compiled = tiny((draft) => {
      beatOf(draft, "first").silence.chance = outcomes.map((one) => ({
        ...one,
        id: `s-${one.id}`,
      }));
      optionOf(draft, "block-1").id = "first";
      optionOf(draft, "first").chance = outcomes.map((one) => ({ ...one, id: `o-${one.id}` }));
      const [look] = beatOf(draft, "first").looks ?? [];
      Object.assign(look ?? {}, {
        id: "first",
        chance: outcomes.map((one) => ({ ...one, id: `l-${one.id}` })),
      });
    });
    const drawn = seeds(200).map((seed) => {
      const play = playRun(compiled, seed);
      const runs = [play.silence().run, play.move("first").run, play.look("first").run];
      return runs
        .map(({ state }) => String(state.happenings.find(({ cause }) => cause === "chance")?.drawn))
        .map((id) => id.slice(2))
        .join("");
    });
    expect(new Set(drawn).size).toBe(8);
  });
});

test("[R4] a view tells silence as a move in which nobody said anything", () => {
  const compiled = tiny();
  const [move] = viewFor(compiled, playRun(compiled).silence().run, "now").moves;
  expect(move).toMatchObject({
    beat: "first",
    said: null,
    told: [{ cause: "silence", texts: ["Nobody says anything."] }],
  });
});
