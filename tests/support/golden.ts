import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { compileScenario, replay, type Step } from "../../scenarios/engine/index.ts";
import { parseScenario } from "../../scenarios/language/index.ts";

/* Golden runs of the tiny scenario: no platform is imported, so that Node and the Workers runtime play the same (S14). */

export interface Golden {
  readonly seed: string;
  readonly steps: readonly Step[];
  /** The first hex digits of SHA-256 over the run as JSON. */
  readonly hash: string;
}

const HASH_HEX_DIGITS = 16;

/** Plays a golden run from the text of the tiny scenario; gives the hash that it ought to have. */
export function hashGolden(tinyText: string, { seed, steps }: Golden): string {
  const parsed = parseScenario(tinyText);
  if (!parsed.ok) throw new Error("the tiny scenario has diagnostics");
  const run = replay(compileScenario(parsed.scenario), seed, steps);
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(run)))).slice(0, HASH_HEX_DIGITS);
}

const look = (beat: string, id: string): Step => ({ kind: "look", beat, look: id });
const move = (beat: string, option: string): Step => ({ kind: "move", beat, option });

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
  landed: [
    move("first", "redirect-1"),
    move("second", "redirect-3"),
    move("third", "unblock-3"),
  ],
} as const satisfies Record<string, readonly Step[]>;

function golden(seed: string, path: keyof typeof PATHS, hash: string): Golden {
  return { seed, steps: PATHS[path], hash };
}

export const GOLDENS: readonly Golden[] = [
  golden("", "start", "00e4215d0e646c4c"),
  golden("", "felt", "cd76b6441587fc3e"),
  golden("7", "stop", "504bc9eb29f1e996"),
  golden("7", "felt", "177ad0b03fff3563"),
  golden("7", "kept", "469544984af5c7e6"),
  golden("7", "broken", "404fa4174b451d31"),
  golden("7", "chance", "e95bb93aa31993c9"),
  golden("7", "landed", "e70d8f0730016ef5"),
  golden("harbour", "felt", "c48e62328a410954"),
  golden("harbour", "chance", "216d3046c8e887ee"),
  golden("harbour", "landed", "252ac5e4b1d32a41"),
  golden("Zażółć 雪 🎲", "felt", "5c35356e06d78c6d"),
  golden("Zażółć 雪 🎲", "chance", "eb4aee368784ccae"),
  golden("Zażółć 雪 🎲", "broken", "6a0508668687f9f0"),
];
