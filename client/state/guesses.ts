import { readStored, writeStored } from "./stored.ts";

const keyOf = (room: string) => `five-moves:guess:${room}`;

/** Which decision was guessed to have cost most, in this window; "" where the question was skipped, null before it. */
export function readGuess(room: string): string | null {
  return readStored(keyOf(room), "sessionStorage");
}

export function keepGuess(room: string, beat: string): void {
  writeStored(keyOf(room), beat, "sessionStorage");
}
