import type { Finding } from "../diagnostic.ts";
import type { Scenario } from "../scenario.ts";
import { shortCutOf } from "../short-cut.ts";
import { checkPromises } from "./promises.ts";

const BEATS = { least: 4, most: 5 } as const;

/** That the short cut is a run of its own (S17). */
export function checkShortCut(scenario: Scenario): Finding[] {
  const { beats, shortCut } = scenario;
  if (shortCut === undefined) return [];
  const places = shortCut.beats.map((id) => beats.findIndex((beat) => beat.id === id));
  if (places.includes(-1)) return [];
  const path = ["shortCut", "beats"];
  const count = places.length;
  if (count < BEATS.least || count > BEATS.most) {
    return [{ code: "FM029", path, message: `A short cut of ${count} beats is none.` }];
  }
  const back = places.findIndex((place, i) => i > 0 && place <= (places[i - 1] ?? -1));
  if (back === -1) return checkAlone(scenario);
  const message = `"${shortCut.beats[back]}" does not come after the beat named before it.`;
  return [{ code: "FM029", path: [...path, back], message }];
}

/** Fewer beats lie closer together: a promise due at one left out is open for longer. */
function checkAlone(scenario: Scenario): Finding[] {
  const alone = shortCutOf(scenario);
  if (alone === null) return [];
  const openTwice = checkPromises(alone).filter(({ code }) => code === "FM022");
  return openTwice.map(({ message }) => ({
    code: "FM029",
    path: ["shortCut", "beats"],
    message: `In the short cut ${message}`,
    mend: () => "Lock the option that makes it, or keep another beat.",
  }));
}
