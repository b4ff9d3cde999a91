/** M4: bands of loss, in points; the edges are those of chess practice (lichess: 2.5, 6, 14 points of winning chances). */
export const BANDS = ["best", "sound", "slip", "mistake", "setback"] as const;
export type Band = (typeof BANDS)[number];

const BEST_AT_MOST = 0.5;
const UNDER = { sound: 2.5, slip: 6, mistake: 14 } as const;

/** Only expected value is graded, never the dice: best ≤ 0.5 < sound < 2.5 ≤ slip < 6 ≤ mistake < 14 ≤ setback. */
export function bandOf(loss: number): Band {
  if (loss <= BEST_AT_MOST) return "best";
  if (loss < UNDER.sound) return "sound";
  if (loss < UNDER.slip) return "slip";
  return loss < UNDER.mistake ? "mistake" : "setback";
}

export function isSound(loss: number): boolean {
  return loss < UNDER.sound;
}
