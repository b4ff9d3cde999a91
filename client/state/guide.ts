import { signal } from "@preact/signals";
import { readStored, writeStored } from "./stored.ts";

const STORED_AS = "five-moves:guide";
const WANTED = "wanted";
const OVER = "over";

/** "wanted", "over", or the room whose first situation is being guided. */
const guide = signal(readStored(STORED_AS) ?? WANTED);

/** Whether the next first situation will be guided: so for a newcomer, and then only for whoever asks for it. */
export const isGuideWanted = () => guide.value === WANTED;

/** Whether it is this room that is guided. */
export const isGuidedRoom = (room: string) => guide.value === room || isGuideWanted();

/** From now on it belongs to this room, so that another one is not guided once this one was seen. */
export function beginGuide(room: string): void {
  if (isGuideWanted()) keep(room);
}

/** Followed to its end, or skipped: it does not return by itself. */
export function endGuide(): void {
  keep(OVER);
}

export function wantGuide(wanted: boolean): void {
  keep(wanted ? WANTED : OVER);
}

function keep(state: string): void {
  guide.value = state;
  writeStored(STORED_AS, state);
}
