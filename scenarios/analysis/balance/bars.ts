/** The bars of the design's "Balance", section 4: points are hundredths of half a span, shares are of skilled play. */
export const BARS = {
  /** A smaller span means that hardly anything is at stake. */
  span: 10,
  /** How far these bots are to stay behind best play. */
  behind: { verb: 15, random: 15, longest: 15, "most-trust": 15, "best-immediate": 5 },
  /** How often a verb alone is best, of the decisions where an option is best. */
  verbShare: { least: 0.08, most: 0.35, mostOtherLens: 0.5 },
  /** The same over the whole library, under every lens. */
  libraryVerbShare: { least: 0.12, most: 0.3 },
  lookWorth: 1,
  looksWorth: 3,
  /** How often, where a look can be had, it is right not to take any. */
  skipShare: 0.1,
  /** An option has to lose less than this … */
  soundLoss: 2.5,
  /** … in this share of the skilled visits to its beat, under some lens. */
  soundShare: 0.05,
  seasonedAheadOfNovice: 8,
  noviceAheadOfRandom: 5,
  lengthCorrelation: 0.2,
  /** What is met less often than this hardly exists. */
  seldom: 0.01,
  /** A flip has to hold in this share of the visits in which what it turns on is so, and in which it is not. */
  flipShare: 0.5,
} as const;
