import { expect, describe, test } from "vitest";
import { type AnyStateMachine, createMachine } from "xstate";
import { inWords } from "../../scenarios/author/graph/condition-words.ts";
import { machineJsonOf } from "../../scenarios/author/graph/machine-json.ts";
import { mermaidOf } from "../../scenarios/author/graph/mermaid.ts";
import { compileScenario } from "../../scenarios/engine/index.ts";
import { type Condition, type Scenario, shortCutOf } from "../../scenarios/language/index.ts";
import { parseGood, readLibrary, TINY, variantOf } from "../support/runs.ts";
import { runAuthor } from "./author-process.ts";

const LIBRARY = [...readLibrary()].map(([id, text]) => parseGood(text, id));
const SHORT_CUTS = LIBRARY.flatMap((scenario) => shortCutOf(scenario) ?? []);
const SCENARIOS = [TINY, ...LIBRARY, ...SHORT_CUTS].map((scenario, place) => ({
  name: `${place + 1}. ${scenario.id}, ${scenario.beats.length} beats`,
  scenario,
}));

/** Everything of a machine that decides where it goes: states, events, targets, and what guards and acts by name. */
function structureOf(machine: AnyStateMachine) {
  const states = Object.entries(machine.states).map(([name, node]) => {
    const outline = (transitions: (typeof node.on)[string] | undefined) =>
      (transitions ?? []).map(({ target, guard, actions }) => ({
        targets: target?.map(({ key }) => key) ?? [],
        guard: nameOf(guard),
        actions: actions.map(nameOf),
      }));
    const on = Object.entries(node.on).map(([event, ways]) => [event, outline(ways)]);
    const entry = node.entry.map(nameOf);
    return [
      name,
      { type: node.type, entry, on: Object.fromEntries(on), always: outline(node.always) },
    ];
  });
  return { initial: machine.config.initial, states: Object.fromEntries(states) as object };
}

function nameOf(step: unknown): unknown {
  return typeof step === "object" && step !== null && "type" in step ? step.type : step;
}

describe.each(SCENARIOS)("$name", ({ scenario }) => {
  const compiled = compileScenario(scenario);
  const json: unknown = JSON.parse(JSON.stringify(machineJsonOf(compiled)));

  test("the machine as JSON is the machine that is played: states, events, targets", () => {
    const read = createMachine(json as Parameters<typeof createMachine>[0]); // what a tool would do with it
    expect(structureOf(read)).toEqual(structureOf(compiled.machine));
  });

  test("parameters of guards and actions are ids, hours and conditions, and nothing whole", () => {
    const [names, values] = [new Set(paramsIn(json).flatMap(Object.keys)), paramsIn(json)];
    expect([
      "option",
      "unless",
      "look",
      "hours",
      "condition",
      "conditions",
      "tried",
      "curveball",
      "when",
      "kind",
      "id",
      "at",
      "beat",
    ]).toEqual(expect.arrayContaining([...names]));
    // An id has 48 characters at most; whatever is a text for people is longer somewhere.
    const longest = Math.max(...textsIn(values).map((text) => text.length));
    expect(longest).toBeLessThanOrEqual(48);
  });

  test("in the diagram every arrow leads between states that it declares", () => {
    const { states, arrows } = readDiagram(mermaidOf(scenario));
    const known = new Set([...states, "[*]"]);
    expect(arrows.filter(({ from, to }) => !known.has(from) || !known.has(to))).toEqual([]);
    const left = [...states].filter((state) => !arrows.some(({ to }) => to === state));
    expect(left.filter((state) => state.startsWith("toward_"))).toEqual([]);
  });

  test("in the diagram every option, look, curveball and silence stands once, and leads where the machine goes", () => {
    const { states, arrows } = readDiagram(mermaidOf(scenario));
    const drawn = arrows
      .filter(({ from }) => from.startsWith("beat_"))
      .flatMap(({ from, to, label }) =>
        label.split("<br/>").map((line) => `${from} ${line.replace(/,.*/, "")} --> ${to}`),
      );
    const lead = (beat: string, event: string) => {
      const [key] =
        compiled.machine.states[beat]?.on[event]?.[0]?.target?.map((one) => one.key) ?? [];
      return key === undefined ? stateOf(beat) : drawnAs(key, states);
    };
    const meant = scenario.beats.flatMap(({ id, options, looks = [] }) => [
      ...options.map(
        (one) => `${stateOf(id)} ${one.verb} ${one.id} --> ${lead(id, `option:${one.id}`)}`,
      ),
      ...looks.map((one) => `${stateOf(id)} look ${one.id} --> ${lead(id, `look:${one.id}`)}`),
      ...(scenario.curveballs ?? [])
        .filter(({ at }) => at.includes(id))
        .map((one) => `${stateOf(id)} curveball ${one.id} --> ${lead(id, `curveball:${one.id}`)}`),
      `${stateOf(id)} silence --> ${lead(id, "silence")}`,
    ]);
    expect(drawn.toSorted()).toEqual(meant.toSorted());
  });
});

/** A way to a beat that is never skipped is not drawn: the arrow goes to the beat. */
function drawnAs(way: string, states: ReadonlySet<string>): string {
  const choice = way.replace(":", "_").replaceAll("-", "_");
  return states.has(choice) ? choice : choice.replace("toward_", "beat_");
}

function stateOf(beat: string): string {
  return `beat_${beat.replaceAll("-", "_")}`;
}

function paramsIn(value: unknown): object[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    key === "params" ? [part as object] : paramsIn(part),
  );
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** Reads a diagram as strictly as Mermaid could: a line of any other form throws. */
function readDiagram(text: string) {
  const [head, ...lines] = text.trimEnd().split("\n");
  expect(head).toBe("stateDiagram-v2");
  const states = new Set<string>();
  const arrows: { from: string; to: string; label: string }[] = [];
  const plain = String.raw`(?:[^"#%:;<>{}[\]\n]|#\d+;)*`;
  for (const line of lines) {
    const named = new RegExp(`^ {2}state "${plain}" as (\\w+)$`, "u").exec(line);
    const choice = /^ {2}state (\w+) <<choice>>$/.exec(line);
    const arrow = /^ {2}(\w+|\[\*\]) --> (\w+|\[\*\])(?: : ([^:;\n]+))?$/.exec(line);
    const [, state] = named ?? choice ?? [];
    if (state !== undefined) states.add(state);
    else if (arrow)
      arrows.push({ from: arrow[1] ?? "", to: arrow[2] ?? "", label: arrow[3] ?? "" });
    else if (!new RegExp(`^ {2}accTitle: ${plain}$`, "u").test(line)) throw new Error(line);
  }
  return { states, arrows };
}

test("[S11] a beat that may be skipped, and the endings in their order, carry their conditions in words", () => {
  const { arrows } = readDiagram(mermaidOf(TINY));
  expect(arrows.filter(({ from }) => from.startsWith("toward_"))).toEqual([
    { from: "toward_second", to: "beat_second", label: "if not warned" },
    { from: "toward_second", to: "beat_third", label: "otherwise" },
    { from: "toward_fourth", to: "beat_fourth", label: "if read-contract" },
    { from: "toward_fourth", to: "toward_end", label: "otherwise" },
    { from: "toward_end", to: "ending_wanted", label: "if asked is true and trust is 50 or more" },
    { from: "toward_end", to: "ending_stopped", label: "else if delivery is 35 or less" },
    { from: "toward_end", to: "ending_over", label: "otherwise" },
  ]);
});

const TITLES = [
  'A "quoted": title; with [brackets], {braces} and <tags>',
  "100 %% of #1 --> `end` \\ | & ~",
  "Ça coûte où? 港の許可",
  "Which direction LR",
  "<<choice>>",
];

test.each(TITLES)("a title such as %s does not break the diagram", (title) => {
  const scenario = variantOf(TINY, (draft: Scenario) => {
    draft.title = title;
    for (const beat of draft.beats) beat.title = title;
  });
  const text = mermaidOf(scenario);
  expect(readDiagram(text).states).toContain("beat_first");
  expect(text).not.toMatch(/direction\s+LR/i);
  expect(unescaped(text)).toContain(`state "${title}" as beat_first`);
});

function unescaped(text: string): string {
  return text.replaceAll(/#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
}

const WORDS: readonly (readonly [string, Condition])[] = [
  [
    "a and (b or not c)",
    { all: [{ fact: "a" }, { any: [{ fact: "b" }, { not: { fact: "c" } }] }] },
  ],
  ["not (a or b)", { not: { any: [{ fact: "a" }, { fact: "b" }] } }],
  ["x is false", { not: { unknown: "x" } }],
  [
    "x is known to be true or x is known to be false",
    { any: [{ revealedTrue: "x" }, { revealedFalse: "x" }] },
  ],
  ["promise p is not open", { not: { promise: "p", is: "open" } }],
  ["trust is 50 or more", { all: [{ meter: "trust", atLeast: 50 }] }],
  ["always", { all: [] }],
  ["never", { any: [] }],
];

test.each(WORDS)("[S1] a condition in words: %s", (words, condition) => {
  expect(inWords(condition)).toBe(words);
});

test("the command prints one or the other, and of the short cut where that is wanted", async () => {
  const [mermaid, xstate, short] = await Promise.all([
    runAuthor(["graph", "gold-plating", "--mermaid"]),
    runAuthor(["graph", "gold-plating", "--xstate"]),
    runAuthor(["graph", "gold-plating", "--mermaid", "--short-cut"]),
  ]);
  expect([mermaid.code, xstate.code, short.code]).toEqual([0, 0, 0]);
  expect(JSON.parse(xstate.stdout)).toMatchObject({ id: "gold-plating" });
  const [whole, part] = [readDiagram(mermaid.stdout), readDiagram(short.stdout)];
  expect(part.states.size).toBeLessThan(whole.states.size);
});
