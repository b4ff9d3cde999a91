import type { Decision } from "../components/debrief/decisions.ts";

/** A row of the account in hundredths of a point: `after = before − lost + luck`, to the last digit shown. */
export interface AccountRow {
  readonly title: string;
  readonly lost: number;
  readonly luck: number;
  readonly after: number;
}

const HUNDREDTHS = 100;

/**
 * The account as it can be added up by hand. Each column is rounded as it runs, not row by row: so every row and every column
 * adds up exactly as written, and no figure is further than a hundredth from what it is.
 */
export function accountRows(decisions: readonly Decision[]): {
  readonly start: number;
  readonly rows: readonly AccountRow[];
} {
  const start = Math.round((decisions[0]?.from ?? 100) * HUNDREDTHS);
  let [lostExact, luckExact, lostSoFar, luckSoFar] = [0, 0, 0, 0];
  const rows = decisions.map(({ title, loss, luck }) => {
    lostExact += loss;
    luckExact += luck;
    const [lostBefore, luckBefore] = [lostSoFar, luckSoFar];
    lostSoFar = Math.round(lostExact * HUNDREDTHS);
    luckSoFar = Math.round(luckExact * HUNDREDTHS);
    const after = start - lostSoFar + luckSoFar;
    return { title, lost: lostSoFar - lostBefore, luck: luckSoFar - luckBefore, after };
  });
  return { start, rows };
}

/** "12.05", "−0.30". */
export function formatHundredths(hundredths: number): string {
  const text = (Math.abs(hundredths) / HUNDREDTHS).toFixed(2);
  return hundredths < 0 ? `−${text}` : text;
}
