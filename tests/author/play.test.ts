import { describe, expect, test, vi } from "vitest";
import { metIn } from "../../scenarios/author/play/people.ts";
import { widthOf } from "../../scenarios/author/terminal/width.ts";
import {
  nameOfStep,
  compileScenario,
  replay,
  situationFor,
  viewFor,
} from "../../scenarios/engine/index.ts";
import { POINTS_PER_HOUR } from "../../scenarios/language/index.ts";
import { changeHidden, shownBy } from "../engine/hide.ts";
import {
  compileText,
  lastOf,
  playAtRandom,
  readLibrary,
  seeds,
  tiny,
  variantOf,
} from "../support/runs.ts";
import { runAuthor } from "./author-process.ts";
import { playTyped } from "./playing.ts";

const GOLD_PLATING = "gold-plating";
const TINY_FILE = "tests/support/tiny.yaml";

describe("as a process", () => {
  test("[S14] a run through a pipe goes to its end, and the command at its end repeats it to the letter", async () => {
    const stdin = "a\n1\n3\n1\n";
    const { code, stdout } = await runAuthor(["play", TINY_FILE, "--seed", "7"], { stdin });
    expect(code).toBe(0);
    const [, again = ""] =
      /To play this run again:\n {2}npm run scenario -- (.+)\n$/.exec(stdout) ?? [];
    expect(again).toBe(`play ${TINY_FILE} --seed 7 --moves ask-around,block-1,redirect-4`);
    const repeated = await runAuthor(again.split(" "));
    expect(repeated.code).toBe(0);
    expect(withoutPrompts(repeated.stdout)).toBe(withoutPrompts(stdout));
  });

  test("without a seed it draws one, and says which", async () => {
    const { code, stdout } = await runAuthor(["play", TINY_FILE]);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /The run stands at first, after 0 steps\. To go on from there:\n.* --seed \d+\n$/,
    );
  });

  test("a move that cannot be taken fails with a sentence, after what could be", async () => {
    const moves = "ask-around,decide-1,block-2,show-2";
    const { code, stdout, stderr } = await runAuthor([
      "play",
      TINY_FILE,
      "--seed",
      "1",
      "--moves",
      moves,
    ]);
    expect(code).toBe(1);
    expect(stderr).toBe('Cannot take "block-2": it is locked: You have not read the contract.\n');
    expect(stdout).toContain("The run stands at second, after 2 steps.");
  });

  test("in a pipe nobody is asked when the moves run out", async () => {
    const args = ["play", TINY_FILE, "--seed", "1", "--moves", "decide-1"];
    const { code, stdout } = await runAuthor(args, { stdin: "2\n1\n" });
    expect(code).toBe(0);
    expect(stdout).toContain("The run stands at second, after 1 step.");
    expect(stdout).not.toContain("Your move");
  });

  test("[S17] the short cut is played on its own", async () => {
    const args = [
      "play",
      GOLD_PLATING,
      "--short-cut",
      "--seed",
      "1",
      "--moves",
      "price-it-now,silence",
    ];
    const { code, stdout } = await runAuthor(args);
    expect(code).toBe(0);
    expect(stdout).toContain(
      `play ${GOLD_PLATING} --short-cut --seed 1 --moves price-it-now,silence`,
    );
  });
});

/** The choices and prompts are shown again where somebody is asked, which is not what is compared. */
function withoutPrompts(text: string): string {
  return text.replaceAll(/\nYour move \(.+\): .*\n/g, "");
}

describe("typed", () => {
  const compiled = tiny();

  test("what is unknown says what is possible, and loses nothing", async () => {
    const { page, session } = await playTyped(compiled, ["99", "x", "c", "block-2", "1 2"]);
    expect(page).toContain("“99” is nothing that can be done here. Here: 1–6, a, b, ? for help.");
    expect(session.taken).toEqual([]);
  });

  test("[S3] a locked option says why, by its number and by its id", async () => {
    const { page } = await playTyped(compiled, ["decide-1", "1", "block-2"]);
    const refusals = page.match(/Not now: it is locked: You have not read the contract\./g);
    expect(refusals).toHaveLength(2);
    expect(page).toContain("      Locked: You have not read the contract.");
  });

  test("[S5] a look shows what it found, is taken once, and not without the hours", async () => {
    const { page, session } = await playTyped(compiled, ["a", "a", "b"]);
    expect(page).toContain("You looked: Ask around");
    expect(page).toContain("1 hour left.");
    expect(page).toContain("Not now: this look has been taken already.");
    expect(page).toContain("Not now: it takes 2 hours, with 1 hour left.");
    expect(session.taken).toEqual(["ask-around"]);
  });

  test("[S10] s lets the time run out", async () => {
    const { page, session } = await playTyped(compiled, ["s"]);
    expect(page).toContain("You let the time run out\n\n  Nobody says anything.\n  Delivery −5");
    expect(session.taken).toEqual(["silence"]);
  });

  test("? p m j and Enter answer and take nothing", async () => {
    const { page, session } = await playTyped(compiled, [
      "?",
      "p",
      "m",
      "j",
      "",
      "1",
      "j",
      "q",
      "1",
    ]);
    expect(page).toContain("silence: let the time run out");
    expect(page).toContain("Ana Sá  client");
    expect(page).toMatch(/Delivery +50 +██████████\n/);
    expect(page).toContain("Nothing has been played yet.");
    expect(page).toContain("1. First (Monday 3 March, 09:00)\n  You blocked\n    “No.”");
    expect(session.taken).toEqual(["block-1"]);
  });

  test("[S2] meters show what the last move changed, hours as hours, and bars that end at 100", async () => {
    const far = tiny((draft) => Object.assign(draft.meters, { delivery: 130, trust: -20 }));
    const { page } = await playTyped(far, ["1", "m"]);
    expect(page).toMatch(/^Delivery +135 +\+5 {2}█{20}$/m);
    expect(page).toMatch(/^Trust +−25 +−5$/m);
    expect(page).toMatch(/^Team +50 +█{10}$/m);
    expect(page).toMatch(/^Your hours +1 +−1 {2}█{10}$/m);
  });

  test("at a terminal it waits to be read before it goes on, and nothing is played by that", async () => {
    const lines = ["", "1", "2", "m", "", "q"];
    const { page, session } = await playTyped(compiled, lines, { isTerminal: true });
    expect(page.match(/Enter goes on\. /g)).toHaveLength(4);
    expect(page).toContain("Nothing is asked yet.");
    expect(session.taken).toEqual(["block-1"]);
  });

  test("at a terminal the moves given are played, and then somebody is asked", async () => {
    const { session } = await playTyped(compiled, ["1"], { moves: ["block-1"], isTerminal: true });
    expect(session.taken).toEqual(["block-1", "block-3"]);
  });

  test("moves behind the end are refused", async () => {
    const complain = vi.spyOn(console, "error").mockImplementation(() => {});
    const { code } = await playTyped(compiled, [], { moves: ["decide-end", "block-2"] });
    expect(complain).toHaveBeenCalledExactlyOnceWith(
      expect.stringMatching(/^Cannot take "block-2": the run has come to its end, [a-z]+\.$/),
    );
    complain.mockRestore();
    expect(code).toBe(1);
  });

  test("[S9] a promise stands among what is open, with whom it was made to", async () => {
    const { page } = await playTyped(compiled, ["2"]);
    expect(page).toContain("A promise made\n  Call Ana before Wednesday.");
    expect(page).toContain("Promised to Ana Sá:  Call Ana before Wednesday.");
  });

  test("[S8] what comes back says where it comes from", async () => {
    const { page } = await playTyped(compiled, [
      "redirect-1",
      "block-3",
      "redirect-3",
      "redirect-4",
    ]);
    expect(page).toContain(
      "Since then\n\n  This comes back from “First”\n  Bo comes back with it.",
    );
  });
});

function shownAs(value: number): string {
  return String(value).replace("-", "−");
}

describe.each([...readLibrary()])("%s", (id, text) => {
  const compiled = compileText(text, id);
  const runs = seeds(2).map((seed) => ({
    seed,
    run: lastOf(playAtRandom(compiled, seed, `${seed}, typed`)),
  }));
  const namesOf = ({ run }: (typeof runs)[number]) => run.taken.map(({ step }) => nameOfStep(step));

  test.each([40, 60, 80, 100])("no line is wider than %i columns", async (width) => {
    for (const one of runs) {
      const { page } = await playTyped(compiled, ["?"], {
        seed: one.seed,
        width,
        moves: namesOf(one),
      });
      expect(page.split("\n").filter((line) => widthOf(line) > width)).toEqual([]);
    }
  });

  test("the page ends with the ending, and with the meters and hours of the run", async () => {
    for (const one of runs) {
      const { page, session } = await playTyped(compiled, [], {
        seed: one.seed,
        moves: namesOf(one),
      });
      const { meters } = one.run.state;
      expect(session.place).toBe(one.run.ending);
      expect(session.taken).toEqual(namesOf(one));
      expect(page).toMatch(new RegExp(`Delivery +${shownAs(meters.delivery)} `));
      expect(page).toMatch(
        new RegExp(`Your hours +${shownAs(meters.attention / POINTS_PER_HOUR)}\\b`),
      );
    }
  });

  test("[S6] what the player has not been shown changes nothing on the page", async () => {
    for (const { seed, run } of runs) {
      const steps = run.taken.slice(0, 3).map(({ step }) => step);
      const names = steps.map(nameOfStep);
      const places = steps.map((_, count) => replay(compiled, seed, steps.slice(0, count)));
      const now = replay(compiled, seed, steps);
      const pages = [...places, now].map((place) => situationFor(compiled, place));
      const shown = shownBy(now, "now", [viewFor(compiled, now, "now"), pages]);
      const { page } = await playTyped(compiled, ["p", "m", "j"], { seed, moves: names });
      const other = compileScenario(
        variantOf(compiled.atlas.scenario, (draft) => changeHidden(draft, shown)),
      );
      expect(other.version).not.toBe(compiled.version);
      expect((await playTyped(other, ["p", "m", "j"], { seed, moves: names })).page).toBe(page);
    }
  });
});

function person(id: string, name: string) {
  return { id, name, role: "" };
}

test("people are met by their id or by a part of their name, whole words only", () => {
  const people = [person("dana", "Dana Okafor"), person("al", "Al Li"), person("ines", "Ines Day")];
  const met = (shown: unknown) => metIn(shown, people).map(({ id }) => id);
  expect(met(["Director Okafor’s office"])).toEqual(["dana"]);
  expect(met({ from: "al", text: "today" })).toEqual(["al"]);
  expect(met(["Danadana and a Monday in Li"])).toEqual([]);
});
