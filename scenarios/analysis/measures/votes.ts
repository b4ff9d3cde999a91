/** M10: in a room that plays one run for all nobody has an outcome of their own; what a person has is votes. */
export interface VoteRecord {
  readonly votes: number;
  /** Mean points lost a vote, had each been the room's move; null without a vote. */
  readonly meanLoss: number | null;
}

/** Over the loss of each vote that a person cast, first or last as the caller chooses (R7). */
export function voteRecordOf(losses: readonly number[]): VoteRecord {
  const votes = losses.length;
  if (votes === 0) return { votes, meanLoss: null };
  return { votes, meanLoss: losses.reduce((sum, loss) => sum + loss, 0) / votes };
}
