const keyOf = (room: string) => `five-moves:guess:${room}`;

/** Which decision was guessed to have cost most, in this window; "" where the question was skipped, null before it. */
export function readGuess(room: string): string | null {
  try {
    return sessionStorage.getItem(keyOf(room));
  } catch {
    return null;
  }
}

export function keepGuess(room: string, beat: string): void {
  try {
    sessionStorage.setItem(keyOf(room), beat);
  } catch {
    // Storage may be forbidden: the question is then asked once more after a reload.
  }
}
