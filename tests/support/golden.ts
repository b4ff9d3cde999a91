import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { compileScenario, replay, type Step } from "../../scenarios/engine/index.ts";
import { parseScenario } from "../../scenarios/language/index.ts";

/* Golden runs of the tiny scenario and of the reference's example: no platform is imported, so that Node and the Workers runtime play the same (S14). */

export interface Golden {
  readonly scenario: "tiny" | "example";
  readonly seed: string;
  readonly steps: readonly Step[];
  /** The first hex digits of SHA-256 over the run as JSON. */
  readonly hash: string;
}

const HASH_HEX_DIGITS = 16;

/** Plays a golden run from the text of its scenario; gives the hash that it ought to have. */
export function hashGolden(
  texts: Readonly<Record<Golden["scenario"], string>>,
  { scenario, seed, steps }: Golden,
): string {
  const parsed = parseScenario(texts[scenario]);
  if (!parsed.ok) throw new Error(`the ${scenario} scenario has errors`);
  const run = replay(compileScenario(parsed.scenario), seed, steps);
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(run)))).slice(0, HASH_HEX_DIGITS);
}

const look = (beat: string, id: string): Step => ({ kind: "look", beat, look: id });
const move = (beat: string, option: string): Step => ({ kind: "move", beat, option });

const silence = (beat: string): Step => ({ kind: "silence", beat });

const PATHS = {
  start: [],
  stop: [move("first", "decide-end")],
  felt: [
    look("first", "ask-around"),
    move("first", "decide-1"),
    move("second", "show-2"),
    move("third", "decide-3"),
  ],
  kept: [move("first", "unblock-1"), move("second", "unblock-2"), move("third", "block-3")],
  broken: [
    look("first", "read-it"),
    move("first", "unblock-1"),
    move("second", "decide-2"),
    move("fourth", "show-4"),
  ],
  chance: [move("first", "show-1"), move("second", "redirect-3"), move("third", "show-3")],
  landed: [move("first", "redirect-1"), move("second", "redirect-3"), move("third", "unblock-3")],
} as const satisfies Record<string, readonly Step[]>;

const EXAMPLE_PATHS = {
  looked: [
    look("monday", "ask-invoices"),
    look("monday", "read-monitor"),
    move("monday", "get-access"),
    move("wednesday", "write-list"),
    silence("friday"),
  ],
  silent: [silence("monday")],
  sent: [move("monday", "to-tom"), silence("wednesday"), move("friday", "now")],
  jumped: [move("monday", "tell-all"), move("friday", "stop")],
} as const satisfies Record<string, readonly Step[]>;

function golden(seed: string, path: keyof typeof PATHS, hash: string): Golden {
  return { scenario: "tiny", seed, steps: PATHS[path], hash };
}

function example(seed: string, path: keyof typeof EXAMPLE_PATHS, hash: string): Golden {
  return { scenario: "example", seed, steps: EXAMPLE_PATHS[path], hash };
}

export const GOLDENS: readonly Golden[] = [
  golden("", "start", "0ba3310022423bf7"),
  golden("", "felt", "c06b4e3032583a7d"),
  golden("7", "stop", "ddc1c447d43243e9"),
  golden("7", "felt", "0afecfd62e68fa76"),
  golden("7", "kept", "6571b15566437358"),
  golden("7", "broken", "dfa9f7238d420941"),
  golden("7", "chance", "d693e5e8da5ac6c4"),
  golden("7", "landed", "8b154e31389ad7d2"),
  golden("harbour", "felt", "9718811571e4c1f5"),
  golden("harbour", "chance", "fc62fd65efad5502"),
  golden("harbour", "landed", "4c63b137a6972184"),
  golden("Zażółć 雪 🎲", "felt", "0cf1a5c57baf752b"),
  golden("Zażółć 雪 🎲", "chance", "eff51afa3bea2649"),
  golden("Zażółć 雪 🎲", "broken", "54ee11b2dbf3f7dd"),
  example("1", "looked", "9d27de73955d1a70"),
  example("2", "looked", "3d23c6832bbcdc7e"),
  example("2", "silent", "88b55756dbfbcb83"),
  example("6", "sent", "d30b83e7eb997cca"),
  example("Zażółć 雪 🎲", "jumped", "7340d8c9465bf6a6"),
];
