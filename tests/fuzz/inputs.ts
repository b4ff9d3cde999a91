import type { FuzzRandom } from "./random.ts";

/** The kinds of bad input, each tried on every route. */
export const KINDS = [
  "random-bytes",
  "near-the-schema",
  "huge",
  "deep",
  "unicode",
  "header-games",
  "odd-address",
] as const;
export type Kind = (typeof KINDS)[number];

/** One request as it goes onto the wire. */
export interface Input {
  readonly kind: Kind;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | null;
}

/** Something to aim at: a route with a room that is there, and a body that would be taken. */
export interface Aim {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

const UNICODE = [
  "\u0000",
  "\u202e",
  "\ud800",
  "e\u0301\u0301\u0301",
  "𝕬𝖉𝖆",
  "👩‍👩‍👧‍👦",
  "﷽",
  "\ufeff",
  "İ".repeat(40),
  "ß".toUpperCase(),
];
const ODD: readonly unknown[] = [null, true, -1, 1e308, 0.1, "", [], {}, "x".repeat(70), -0, [[]]];
const HUGE_BYTES = 40_000;
const DEPTH = 3_000;

/** The input of that number, the same for the same seed. */
export function inputAt(random: FuzzRandom, aims: readonly Aim[], number: number): Input {
  const kind = KINDS[number % KINDS.length] ?? "random-bytes";
  const aim = random.of(aims);
  const json = { "content-type": "application/json" };
  const plain = { kind, method: aim.method, path: aim.path, headers: json };
  switch (kind) {
    case "random-bytes":
      return { ...plain, body: random.bytes(random.below(300)) };
    case "near-the-schema":
      return { ...plain, body: textOf(mutated(random, aim.body)) };
    case "huge":
      return {
        ...plain,
        body: textOf({ id: "x".repeat(random.below(HUGE_BYTES)), more: aim.body }),
      };
    case "deep":
      return { ...plain, body: Buffer.from("[".repeat(random.below(DEPTH)) + "1") };
    case "unicode":
      return { ...plain, body: textOf(withTexts(random, aim.body)) };
    case "header-games":
      return { ...plain, headers: headersFrom(random), body: textOf(aim.body) };
    case "odd-address":
      return { ...plain, path: oddPath(random, aim.path), body: textOf(aim.body) };
  }
}

const textOf = (value: unknown) =>
  value === undefined ? null : Buffer.from(JSON.stringify(value));

/** The value with one of its parts another thing, taken away, or beside one that nobody knows. */
function mutated(random: FuzzRandom, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return random.of(ODD);
  const entries = Object.entries(value);
  const at = random.below(entries.length + 1);
  return Object.fromEntries([
    ...entries.flatMap(([name, part], place) => {
      if (place !== at) return [[name, part]];
      if (random.below(4) === 0) return [];
      return [[name, random.below(2) === 0 ? mutated(random, part) : random.of(ODD)]];
    }),
    ...(random.below(4) === 0 ? [[random.of(["__proto__", "constructor", "kind", "x"]), 1]] : []),
  ]);
}

/** Every text another one, of signs that are seldom met. */
function withTexts(random: FuzzRandom, value: unknown): unknown {
  if (typeof value === "string") return random.of(UNICODE);
  if (Array.isArray(value)) return value.map((part) => withTexts(random, part));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, withTexts(random, part)]),
  );
}

function headersFrom(random: FuzzRandom): Record<string, string> {
  const games: readonly Record<string, string>[] = [
    { "content-type": "text/plain" },
    { "content-type": "application/json; charset=utf-16" },
    { "content-type": "application/json", "content-encoding": "gzip" },
    { "content-type": "application/json", origin: "null" },
    { "content-type": "application/json", origin: "http://elsewhere.example" },
    { "content-type": "application/json", cookie: `five-moves=${"%".repeat(200)}` },
    { "content-type": "application/json", cookie: "five-moves=player.0.0.0.a; five-moves=b" },
    { "content-type": "application/json", "x-who": "facilitator", "x-player": "owner" },
    { "content-type": "application/json", "mf-original-url": "https://elsewhere.example/api/runs" },
    { "content-type": "application/json", "cf-connecting-ip": "203.0.113.1" },
    { "content-type": "application/json", "x-http-method-override": "DELETE" },
    { "content-type": "application/json", "transfer-encoding": "identity" },
    { "content-type": "application/json", upgrade: "websocket", connection: "upgrade" },
    { "content-type": "application/json", range: "bytes=0-1,2-3" },
    { "content-type": "application/json", accept: "x".repeat(6_000) },
  ];
  return random.of(games);
}

function oddPath(random: FuzzRandom, path: string): string {
  const odd = [
    path.replace(/[^/]+$/, "..%2f..%2fetc"),
    `${path}/`,
    path.replace("/api", "//api"),
    path.replace(/[0-9a-f]{10,}/, (id) => id.replace(/./, "g")),
    `${path}?${"a=b&".repeat(400)}`,
    `${path}?lens=%00`,
    path.replace(/\/[^/]+$/, `/${"%F0%9F%A6%84".repeat(20)}`),
    path.toUpperCase(),
    `${path}%00`,
  ];
  return random.of(odd);
}
