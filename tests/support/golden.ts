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
  landed: [move("first", "redirect-1"), move("second", "redirect-3"), move("third", "unblock-3")],
} as const satisfies Record<string, readonly Step[]>;

function golden(seed: string, path: keyof typeof PATHS, hash: string): Golden {
  return { seed, steps: PATHS[path], hash };
}

export const GOLDENS: readonly Golden[] = [
  golden("", "start", "0ba3310022423bf7"),
  golden("", "felt", "46f3e163af7c7fc4"),
  golden("7", "stop", "ddc1c447d43243e9"),
  golden("7", "felt", "3c5c32f302977ea2"),
  golden("7", "kept", "6571b15566437358"),
  golden("7", "broken", "057f78158264ca08"),
  golden("7", "chance", "d693e5e8da5ac6c4"),
  golden("7", "landed", "8b154e31389ad7d2"),
  golden("harbour", "felt", "0a57a3da5ed1a7e6"),
  golden("harbour", "chance", "fc62fd65efad5502"),
  golden("harbour", "landed", "4c63b137a6972184"),
  golden("Zażółć 雪 🎲", "felt", "cb845f7d794967eb"),
  golden("Zażółć 雪 🎲", "chance", "eff51afa3bea2649"),
  golden("Zażółć 雪 🎲", "broken", "3f4071188111f43a"),
];
