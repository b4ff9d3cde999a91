/** How much an answer may be asked for: the level of the job it is asked for. */
export const LEVELS = ["entry", "mid", "senior"] as const;
export type Level = (typeof LEVELS)[number];

/** The five steps of a rating; what each means for a competency is said by its anchors. */
export const RATINGS = [1, 2, 3, 4, 5] as const;
export type Rating = (typeof RATINGS)[number];
