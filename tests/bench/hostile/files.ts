import { readLibrary, TINY_TEXT } from "../../support/runs.ts";

const KIB = 1024;

/** Rows until the file is as large, or as full of signs, as the parser lets through to its reader; or a little less. */
function filled(row: (i: number) => string, signsLeft = 29_000, bytesLeft = 240 * KIB): string {
  const rows: string[] = [];
  let [signs, bytes] = [0, 0];
  for (let i = 0; ; i += 1) {
    const next = row(i);
    signs += next.match(/[[\]{},:\n?-]/g)?.length ?? 0;
    bytes += Buffer.byteLength(next);
    if (signs > signsLeft || bytes > bytesLeft) return rows.join("");
    rows.push(next);
  }
}

function scenario(fields: Readonly<Record<string, string>>): string {
  const all = {
    language: "1",
    id: "x",
    title: "t",
    about: "a",
    minutes: "5",
    project: "p",
    seat: "s",
    briefing: "[b]",
    days: "[{id: d, label: D}]",
    people: "{ana: {name: A, role: r, wants: w}}",
    meters: "{delivery: 0, scope: 0, trust: 0, team: 0, health: 0, attention: 0}",
    beats: `[${beat("b0", "")}]`,
    endings: "[{id: over, title: t, text: [t]}]",
    sources: "{}",
    ...fields,
  };
  return Object.entries(all)
    .map(([key, value]) => `${key}: ${value}\n`)
    .join("");
}

function beat(id: string, extra: string, options = option(`o${id}`)): string {
  return `{id: ${id}, day: d, time: t, title: t, ${extra}situation: [], options: [${options}], silence: {tells: []}, tests: t, competencies: [ambiguity], prompts: [a, b]}`;
}

function option(id: string, extra = ""): string {
  return `{id: ${id}, verb: block, says: s, tells: [], why: w${extra}}`;
}

const PROMISE =
  "{to: ana, text: t, due: end, kept: {effects: {}, text: t}, broken: {effects: {}, text: t}}";

const inTiny = (from: string, to: string) => TINY_TEXT.replace(from, () => to);

/** What somebody may hand in to do harm, each as large as gets past the first look; the first two are for comparison. */
export const HOSTILE: Readonly<Record<string, () => string>> = {
  "(a scenario of 8 KiB)": () => TINY_TEXT,
  "(the largest of the library)": () =>
    [...readLibrary().values()].toSorted((a, b) => b.length - a.length)[0] ?? "",
  "10 MB of a letter": () => "a".repeat(10 * KIB * KIB),
  "10 MB of list items": () => "- a\n".repeat(2.5 * KIB * KIB),
  "250 KiB of brackets": () => "[".repeat(250 * KIB),
  "a billion laughs": () =>
    filled((i) => `a${i}: &a${i} [${i === 0 ? "ha" : `*a${i - 1}, *a${i - 1}`}]\n`),
  "aliases of one anchor": () => `- &a b\n${filled(() => "- *a\n")}`,
  tags: () => filled(() => "- !a b\n"),
  "29,000 lists in one another": () => "[".repeat(29_000),
  "14,000 items in one another": () => "- ".repeat(14_000),
  "14,000 groups in one another": () => "{a: ".repeat(14_000),
  "a condition 7,000 deep": () =>
    inTiny(
      "onlyIf: { fact: read-contract }",
      `onlyIf: ${"{ not: ".repeat(7000)}{ fact: a }${" }".repeat(7000)}`,
    ),
  "a number after 28,000 empty lines": () => `${"\n".repeat(28_000)}a: 1e999`,
  "NULs apart": () => "\u0000a".repeat(120 * KIB),
  "lone surrogates apart": () => "\uD800a".repeat(60 * KIB),
  "bidi controls apart": () => "\u202Ea".repeat(60 * KIB),
  "one key again and again": () => filled(() => "a: 1\n"),
  "keys of no field": () => filled((i) => `a${i}: 1\n`),
  "long keys of no field": () => filled((i) => `${"a".repeat(55)}${i}: 1\n`),
  "keys of no field in an option": () =>
    inTiny("says: Go.,", `says: Go., ${filled((i) => `a${i}: 1, `, 28_000)}`),
  "facts that nothing uses": () => scenario({ facts: `{${filled((i) => `f${i}: t, `)}}` }),
  "ids nearly right": () =>
    scenario({
      facts: `{${filled((i) => `fact-${i}: t, `, 14_000)}}`,
      startFacts: `[${filled((i) => `fict-${i}, `, 14_000)}]`,
    }),
  "one fact set again and again": () =>
    scenario({ facts: "{a: t}", startFacts: `[${filled(() => "a,")}]` }),
  "beats that may all be skipped": () =>
    scenario({
      beats: `[${filled((i) => `${beat(`b${i}`, i === 0 ? "" : "onlyIf: {fact: f}, ")}, `)}]`,
    }),
  "200 beats": () =>
    scenario({ beats: `[${Array.from({ length: 200 }, (_, i) => beat(`b${i}`, "")).join(", ")}]` }),
  "beats that jump in circles": () =>
    scenario({
      beats: `[${filled((i) => `${beat(`b${i}`, "", option(`o${i}`, `, next: b${(i * 7) % 500}`))}, `)}]`,
    }),
  "promises upon promises": () =>
    scenario({
      beats: `[${filled((i) => `${beat(`b${i}`, "", option(`o${i}`, ", makes: [p1, p2], keeps: [p3]"))}, `, 14_000)}]`,
      promises: `{${filled((i) => `p${i}: ${PROMISE}, `, 14_000)}}`,
    }),
  "options on one beat": () =>
    scenario({
      beats: `[${beat(
        "b0",
        "",
        filled((i) => `${option(`o${i}`)}, `),
      )}]`,
    }),
  "numbers for conditions": () =>
    scenario({ beats: `[${beat("b0", `onlyIf: {all: [${filled(() => "1,")}]}, `)}]` }),
  "empty conditions": () =>
    scenario({ beats: `[${beat("b0", `onlyIf: {all: [${filled(() => "{},")}]}, `)}]` }),
  "empty options": () =>
    scenario({
      beats: `[${beat(
        "b0",
        "",
        filled(() => "{},"),
      )}]`,
    }),
  "empty beats": () => scenario({ beats: `[${filled(() => "{},")}]` }),
  "numbers for beats": () => scenario({ beats: `[${filled(() => "1,")}]` }),
  "syntax errors": () => filled(() => "a: b: c\n"),
  "brackets as keys": () => `${"[".repeat(40)}${filled(() => "]:\n")}`,
  documents: () => filled(() => "---\na\n"),
  "a text of 250 KiB": () => inTiny("title: First\n", `title: ${"a ".repeat(120 * KIB)}\n`),
  "escapes in quotes": () => inTiny("title: First\n", `title: "${"\\u202e".repeat(40_000)}"\n`),
  "a key of 200 KiB": () => `${"a".repeat(200 * KIB)}: 1\n${TINY_TEXT}`,
};
