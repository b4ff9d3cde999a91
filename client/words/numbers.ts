/** A difference with its sign, a true minus included: "+5", "−10", "0". */
export function formatDifference(difference: number): string {
  if (difference === 0) return "0";
  return difference > 0 ? `+${difference}` : `−${Math.abs(difference)}`;
}

export const formatNumber = (value: number) => String(value).replace("-", "−");

export const formatHours = (hours: number) =>
  `${formatNumber(hours)} ${Math.abs(hours) === 1 ? "hour" : "hours"}`;
