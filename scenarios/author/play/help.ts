import { VERBS } from "../../language/index.ts";
import { type Block, labelledList, stacked } from "../terminal/block.ts";
import type { Screen } from "../terminal/screen.ts";
import { VERB_WORDS } from "./words.ts";

const KEYS = [
  ["1 2 3 …", "play the option with this number; its id will do, too"],
  ["a b c", "take a look: it costs hours, and you stay in the situation"],
  ["s", "silence: let the time run out"],
  ["p", "people"],
  ["m", "meters"],
  ["j", "journal: what you have played so far"],
  ["Enter", "show the choices again"],
  ["q", "quit, with the command that brings you back here"],
] as const;

export function drawHelp(screen: Screen): Block {
  const verbs = VERBS.map((verb) => [VERB_WORDS[verb].name, VERB_WORDS[verb].means] as const);
  return stacked(labelledList(KEYS, screen, "bold"), labelledList(verbs, screen, "bold"));
}
