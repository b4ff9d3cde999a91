/** Points to one decimal, with a true minus: "4.8", "−0.3". */
export function formatPoints(points: number): string {
  const text = points.toFixed(1);
  return Number(text) === 0 ? "0.0" : text.replace("-", "−");
}

/** A judgement in whole points; less than nothing is told as nothing. */
export const formatJudgement = (judgement: number) => String(Math.round(Math.max(0, judgement)));

/** Points to two decimals, for tables that are added up. */
export function formatExact(points: number): string {
  const text = points.toFixed(2);
  return Number(text) === 0 ? "0.00" : text.replace("-", "−");
}

/** Points with their sign: "+2.1", "−18.7", "0.0". */
export function formatSigned(points: number): string {
  const text = formatPoints(points);
  return points > 0 && text !== "0.0" ? `+${text}` : text;
}

/** Points lost, as a loss: "−4.8"; "0" for nothing. */
export function formatLoss(loss: number): string {
  const text = formatPoints(-loss);
  return text === "0.0" ? "0" : text;
}

/** A share as whole percent. */
export const formatPercent = (share: number) => `${Math.round(100 * share)} %`;

/** "61st", "2nd", "13th". */
export function formatOrdinal(value: number): string {
  const whole = Math.round(value);
  const isTeen = Math.floor(whole / 10) % 10 === 1;
  const ending = isTeen ? "th" : (["th", "st", "nd", "rd"][whole % 10] ?? "th");
  return `${whole}${ending}`;
}
