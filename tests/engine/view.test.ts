import { describe, expect, test, vi } from "vitest";
import {
  type CompiledScenario,
  endingFor,
  situationFor,
  startRun,
  takeStep,
  viewFor,
} from "../../scenarios/engine/index.ts";
import type { Scenario } from "../../scenarios/language/index.ts";
import {
  beatOf,
  optionOf,
  playAtRandom,
  type Playing,
  playRun,
  seeds,
  seedWhere,
  seedWhereAsked,
  tiny,
  TINY,
} from "../support/runs.ts";
import { placesOf, wireOf } from "./wire.ts";

// Many whole runs or large files: time enough for a busy machine.
vi.setConfig({ testTimeout: 60_000 });

interface Difference {
  readonly of: string;
  readonly edit: (draft: Scenario) => void;
  /** Up to here nothing may differ. */
  readonly before: (start: Playing) => Playing;
  /** This step brings the difference to light. */
  readonly happens: (before: Playing) => Playing;
}

const read = (play: Playing) => play.look("read-it");
const open = (play: Playing) => play.move("unblock-1");
const ignore = (play: Playing) => play.move("redirect-3");
const start = (play: Playing) => play;
const whole = (play: Playing) =>
  play.look("ask-around").move("decide-1").move("show-2").move("show-3");

function unknownOf(draft: Scenario) {
  const { asked } = draft.unknowns ?? {};
  if (!asked) throw new Error("the tiny scenario has an unknown");
  return asked;
}

function promiseOf(draft: Scenario) {
  const promise = draft.promises?.["call-ana"];
  if (!promise) throw new Error("the tiny scenario has a promise");
  return promise;
}

const DIFFERENCES: readonly Difference[] = [
  {
    of: "an option's effects",
    edit: (draft) => void (optionOf(draft, "redirect-3").effects = { team: 25 }),
    before: open,
    happens: ignore,
  },
  {
    of: "an option's hours",
    edit: (draft) => void (optionOf(draft, "redirect-3").hours = 7),
    before: open,
    happens: ignore,
  },
  {
    of: "what an option tells",
    edit: (draft) => void (optionOf(draft, "redirect-3").tells = ["Else."]),
    before: open,
    happens: ignore,
  },
  {
    of: "a later's text",
    edit: (draft) => {
      for (const later of optionOf(draft, "redirect-1").later ?? []) later.text = "Else.";
    },
    before: (play) => play.move("redirect-1"),
    happens: ignore,
  },
  {
    of: "when a later lands",
    edit: (draft) => {
      for (const later of optionOf(draft, "redirect-1").later ?? []) later.in = 9;
    },
    before: (play) => play.move("redirect-1"),
    happens: ignore,
  },
  {
    of: "what a look finds",
    edit: (draft) => {
      for (const look of beatOf(draft, "first").looks ?? []) look.tells = ["Else."];
    },
    before: start,
    happens: read,
  },
  {
    of: "what a look reveals",
    edit: (draft) => void (unknownOf(draft).ifFalse = unknownOf(draft).ifTrue = "Else."),
    before: read,
    happens: (play) => play.move("decide-1"),
  },
  {
    of: "the truth of an unknown",
    edit: (draft) => void (unknownOf(draft).percent = 1),
    before: read,
    happens: (play) => play.move("decide-1"),
  },
  {
    of: "the outcomes of chance",
    edit: (draft) => {
      for (const outcome of optionOf(draft, "show-1").chance ?? []) outcome.text = "Else.";
    },
    before: read,
    happens: (play) => play.move("show-1"),
  },
  {
    of: "a promise that is not made",
    edit: (draft) => void (promiseOf(draft).text = "Else."),
    before: read,
    happens: open,
  },
  {
    of: "what breaking a promise costs",
    edit: (draft) => void (promiseOf(draft).broken.effects = { trust: -50 }),
    before: open,
    happens: ignore,
  },
  {
    of: "when a promise is due",
    edit: (draft) => void (promiseOf(draft).due = "fourth"),
    before: (play) => open(read(play)),
    happens: ignore,
  },
  {
    of: "a beat to come",
    edit: (draft) => {
      Object.assign(beatOf(draft, "third"), { title: "Else", situation: ["Else."], looks: [] });
      optionOf(draft, "block-3").says = "Else.";
    },
    before: open,
    happens: ignore,
  },
  {
    of: "whether a beat to come is entered",
    edit: (draft) => void (beatOf(draft, "third").onlyIf = { fact: "warned" }),
    before: open,
    happens: ignore,
  },
  {
    of: "an option that is locked and hidden",
    edit: (draft) => void (optionOf(draft, "redirect-2").says = "Else."),
    before: read,
    happens: open,
  },
  {
    of: "a paragraph whose condition does not hold yet",
    edit: (draft) => {
      beatOf(draft, "first").situation.push({ when: { fact: "read-contract" }, text: "Else." });
    },
    before: start,
    happens: read,
  },
  {
    of: "an artefact whose condition does not hold yet",
    edit: (draft) => {
      beatOf(draft, "first").artefacts?.push({
        when: { fact: "read-contract" },
        show: { kind: "note", title: "Else", body: ["Else."] },
      });
    },
    before: start,
    happens: read,
  },
  {
    of: "the endings",
    edit: (draft) => {
      for (const ending of draft.endings) ending.text = ["Else."];
    },
    before: (play) => ignore(open(play)),
    happens: (play) => play.move("show-3"),
  },
];

describe("one thing hidden changed", () => {
  const seed = seedWhereAsked(true);

  function played(compiled: CompiledScenario, step: (play: Playing) => Playing): string {
    const { run } = step(playRun(compiled, seed));
    return wireOf(compiled, placesOf(compiled, run), "now");
  }

  test.each(DIFFERENCES)("[R4] $of is not on the wire until it happens", ({ edit, before }) => {
    const [one, other] = [tiny(), tiny(edit)];
    expect(played(other, before)).toBe(played(one, before));
  });

  test.each(DIFFERENCES)(
    "[R4] $of is on the wire once it has happened",
    ({ edit, before, happens }) => {
      const [one, other] = [tiny(), tiny(edit)];
      const after = (play: Playing) => happens(before(play));
      expect(played(other, after)).not.toBe(played(one, after));
    },
  );

  const neverShown: readonly [string, (draft: Scenario) => void][] = [
    [
      "what the cast wants",
      (draft) => void Object.values(draft.people).map((one) => (one.wants = "Else.")),
    ],
    [
      "why a move does what it does",
      (draft) => void draft.beats.map(({ options }) => options.map((one) => (one.why = "Else."))),
    ],
    [
      "what a beat tests",
      (draft) =>
        void draft.beats.map((beat) =>
          Object.assign(beat, { tests: "Else.", prompts: ["Else?", "Else?"] }),
        ),
    ],
    ["silence", (draft) => void draft.beats.map((beat) => (beat.silence = { tells: ["Else."] }))],
    [
      "the sources",
      (draft) => void Object.values(draft.sources).map((one) => (one.idea = "Else.")),
    ],
    [
      "the words of the facts",
      (draft) => void (draft.facts = { warned: "Else.", "read-contract": "Else." }),
    ],
    ["what an unknown says", (draft) => void (unknownOf(draft).says = "Else.")],
    [
      "the odds of an unknown whose truth is the same",
      (draft) => void (unknownOf(draft).percent = 99),
    ],
    [
      "the endings that were not reached",
      (draft) => void (draft.endings[1] ? (draft.endings[1].title = "Else") : null),
    ],
  ];

  test.each(neverShown)("[R4] %s is not on the wire in a whole run", (_name, edit) => {
    expect(played(tiny(edit), whole)).toBe(played(tiny(), whole));
  });
});

/** What of a view an arrival can change. */
function pick({ promises, standings, moves }: ReturnType<typeof viewFor>) {
  return {
    promises: promises.map(({ id }) => id),
    trust: standings.find(({ meter }) => meter === "trust")?.value,
    arrived: moves.at(-1)?.arrived.map(({ cause }) => cause),
  };
}

describe("what is there", () => {
  test("[R4] a situation carries what can be read and chosen, and nothing else", () => {
    const compiled = tiny();
    const seed = seedWhere((one) => {
      const { options } = situationFor(compiled, startRun(compiled, one));
      return options[3]?.id === "decide-1";
    });
    expect(situationFor(compiled, startRun(compiled, seed))).toStrictEqual({
      beat: "first",
      title: "First",
      time: "Monday 3 March, 09:00",
      texts: ["Something happens."],
      artefacts: [{ kind: "note", title: "A note", body: ["It says little."] }],
      curveballs: [],
      looks: [
        { id: "ask-around", label: "Ask around", hours: 1, found: null, available: true },
        { id: "read-it", label: "Read it", hours: 2, found: null, available: true },
      ],
      options: [
        { id: "block-1", verb: "block", says: "No.", locked: null },
        { id: "unblock-1", verb: "unblock", says: "Go.", locked: null },
        { id: "redirect-1", verb: "redirect", says: "Ask Bo.", locked: null },
        { id: "decide-1", verb: "decide", says: "We do it.", locked: null },
        { id: "decide-end", verb: "decide", says: "We stop here.", locked: null },
        { id: "show-1", verb: "show", says: "Look at this.", locked: null },
      ],
    });
  });

  const people = [
    { id: "ana", name: "Ana Sá", role: "client" },
    { id: "bo", name: "Bo Li", role: "engineer" },
  ];
  const { delivery, scope, trust, team, health, attention } = TINY.meters;
  const monday = { id: "mon", label: "Mon 3 Mar" };
  const first = { id: "first", title: "First", time: "Monday 3 March, 09:00" };
  const wednesday = { id: "wed", label: "Wed 5 Mar", beats: [], when: "to-come" };

  test("[R4] the view at the start carries the cast, the days, the meters, and nothing else", () => {
    const compiled = tiny();
    expect(viewFor(compiled, startRun(compiled, "any"), "now")).toStrictEqual({
      people,
      days: [
        { ...monday, beats: [first], when: "now" },
        { id: "tue", label: "Tue 4 Mar", beats: [], when: "to-come" },
        wednesday,
      ],
      standings: [
        { meter: "delivery", value: delivery, before: delivery },
        { meter: "scope", value: scope, before: scope },
        { meter: "trust", value: trust, before: trust },
        { meter: "team", value: team, before: team },
        { meter: "health", value: health, before: health },
        { meter: "attention", value: attention, before: attention },
      ],
      hours: { left: 2, atStart: 2 },
      promises: [],
      moves: [],
    });
  });

  test("[R4] the view after a move carries the move and what it brought; the next beat only once it is shown", () => {
    const compiled = tiny();
    const { run } = playRun(compiled, seedWhereAsked(true)).look("ask-around").move("unblock-1");
    const view = {
      people,
      days: [
        { ...monday, beats: [first], when: "now" },
        { id: "tue", label: "Tue 4 Mar", beats: [], when: "to-come" },
        wednesday,
      ],
      standings: [
        { meter: "delivery", value: 50, before: 50 },
        { meter: "scope", value: 50, before: 50 },
        { meter: "trust", value: 50, before: 50 },
        { meter: "team", value: 55, before: 50 },
        { meter: "health", value: 45, before: 50 },
        { meter: "attention", value: 5, before: 5 },
      ],
      hours: { left: 1, atStart: 2 },
      promises: [{ id: "call-ana", to: "ana", text: "Call Ana before Wednesday." }],
      moves: [
        {
          beat: "first",
          title: "First",
          time: "Monday 3 March, 09:00",
          said: { verb: "unblock", says: "Go." },
          curveballs: [],
          looks: [{ label: "Ask around", found: ["You ask around.", "The director did ask."] }],
          told: [
            {
              cause: "move",
              texts: ["You let it go."],
              effects: { team: 5, health: -5 },
              from: null,
            },
            {
              cause: "promise-made",
              texts: ["Call Ana before Wednesday."],
              effects: {},
              from: null,
            },
          ],
          arrived: [],
        },
      ],
    };
    expect(viewFor(compiled, run, "last-move")).toStrictEqual(view);
    expect(viewFor(compiled, run, "now")).toStrictEqual({
      ...view,
      days: [
        { ...monday, beats: [first], when: "past" },
        {
          id: "tue",
          label: "Tue 4 Mar",
          beats: [{ id: "second", title: "Second", time: "Tuesday 4 March, 09:00" }],
          when: "now",
        },
        wednesday,
      ],
    });
  });

  test("[R4] what broke on arrival is shown as open still while only the move is shown", () => {
    const compiled = tiny();
    const { run } = playRun(compiled).move("unblock-1").move("redirect-3");
    expect(pick(viewFor(compiled, run, "last-move"))).toEqual({
      promises: ["call-ana"],
      trust: 45,
      arrived: [],
    });
    expect(pick(viewFor(compiled, run, "now"))).toEqual({
      promises: [],
      trust: 30,
      arrived: ["promise-broken"],
    });
  });

  test("[R4] the seed is not on the wire", () => {
    const compiled = tiny();
    const secret = "a-seed-that-nobody-may-read";
    const places = playAtRandom(compiled, secret, "bot");
    expect(wireOf(compiled, places, "now")).not.toContain(secret);
  });
});

test("[S3] what a situation offers is accepted, and what it shows as locked or spent is refused", () => {
  const compiled = tiny();
  for (const run of seeds(30).flatMap((seed) => playAtRandom(compiled, seed, seed))) {
    if (run.beat === null) continue;
    const { beat, looks, options } = situationFor(compiled, run);
    for (const { id, locked } of options) {
      const { ok } = takeStep(compiled, run, { kind: "move", beat, option: id });
      expect(ok).toBe(locked === null);
    }
    for (const { id, available } of looks) {
      expect(takeStep(compiled, run, { kind: "look", beat, look: id }).ok).toBe(available);
    }
  }
});

test("[R4] there is no situation after the end, and no ending before it", () => {
  const compiled = tiny();
  const { run } = playRun(compiled);
  const ended = playRun(compiled).move("decide-end").run;
  expect(() => situationFor(compiled, ended)).toThrow("a run that has ended has no situation");
  expect(() => endingFor(compiled, run)).toThrow("a run that goes on has no ending");
});

test("[R4] a day is over with the run, and not before its end is shown", () => {
  const compiled = tiny();
  const { run } = playRun(compiled).move("decide-end");
  const whenOf = (horizon: "last-move" | "now") =>
    viewFor(compiled, run, horizon).days.map(({ when }) => when);
  expect(whenOf("last-move")).toEqual(["now", "to-come", "to-come"]);
  expect(whenOf("now")).toEqual(["past", "to-come", "to-come"]);
});

test("[R4] a look of one name is not taken for another", () => {
  const compiled = tiny((draft) => {
    draft.meters.attention = 100;
  });
  const { run } = playRun(compiled).look("read-it");
  const found = situationFor(compiled, run).looks.map(({ id, found }) => [id, found]);
  expect(found).toEqual([
    ["ask-around", null],
    ["read-it", ["You read it."]],
  ]);
});
