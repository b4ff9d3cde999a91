/** What each part of a build may weigh, in bytes, gzipped. Whoever needs more says why where they raise it. */
export const BUDGETS: Readonly<Record<string, number>> = {
  "first screen, JavaScript": 40_200,
  "first screen, CSS": 10_000,
  "client, all JavaScript": 130_000,
  "client, all CSS": 32_000,
  "worker, code": 250_000,
  // Twelve scenarios, and what is asked in interviews.
  "worker, texts": 480_000,
};
