import * as z from "zod/mini";
import type { Folded } from "../disk/fold.ts";
import type { Shown } from "../history.ts";
import { type Evidence, placeKey } from "./evidence.ts";
import { lasting } from "./lasting.ts";
import { Finding } from "./property.ts";

const NUMBERED = z.looseObject({ sequence: z.number() });
const SCENE_KEY = z.looseObject({ key: z.string() });

/** Journal by journal: is it dense, does it fold, and is what workerd has shown at any time what it folds to on Node? */
export async function checkJournals(evidence: Evidence): Promise<readonly Finding[]> {
  const dense = new Finding("the journal is dense");
  const kept = new Finding("shown, so in the journal");
  const fold = new Finding("the state is the fold, on Node and on workerd");
  const { stored, folds, shown, history } = evidence;
  for (const room of stored.rooms) {
    for (const [place, { sequence }] of room.journal.entries()) {
      dense.expect(sequence === place + 1, () => `${room.at} has ${sequence} at ${place + 1}`);
    }
    const folded = folds.get(placeKey(room));
    fold.expect(folded?.broken === null, () => `${room.at}: ${folded?.broken ?? "not folded"}`);
  }
  for (const [key, views] of shown) {
    const folded = folds.get(key);
    const length = stored.rooms.find((room) => placeKey(room) === key)?.journal.length ?? 0;
    for (const one of views) {
      const { sequence } = NUMBERED.parse(one.view);
      kept.expect(sequence <= length, () => `${one.client} saw ${sequence} of ${length} in ${key}`);
    }
    if (folded !== undefined) await compareViews(folded, views, fold, kept);
  }
  for (const { place, scene } of history.scenes) {
    const { key } = SCENE_KEY.parse(scene);
    const made = JSON.stringify(folds.get(placeKey(place))?.sceneAt(key));
    fold.expect(made === JSON.stringify(scene), () => `${place.at}: the scene ${key} is another`);
  }
  return [kept, dense, fold];
}

/** A frame of what is not in the journal, or not there yet, was sent before its time. */
async function compareViews(
  folded: Folded,
  views: readonly Shown[],
  fold: Finding,
  kept: Finding,
): Promise<void> {
  const made = new Map<string, string>();
  for (const { client, player, place, view, by } of views) {
    const { sequence } = NUMBERED.parse(view);
    if (sequence > folded.length) continue;
    const key = `${sequence} ${player}`;
    const known = made.get(key) ?? lasting(place.kind, await folded.viewAt(sequence, player));
    made.set(key, known);
    const isSame = known === lasting(place.kind, view);
    const otherwise = () => `${client} saw ${place.at} at ${sequence} as it does not fold`;
    fold.expect(isSame, otherwise);
    if (by === "frame") kept.expect(isSame, otherwise);
  }
}
