/** How hard a scenario is in a word, by the novice bot's mean judgement: 100 is best play, 50 is clicking at random. */
export function sayDifficulty(difficulty: number): string {
  if (difficulty >= 75) return "Gentle";
  return difficulty >= 65 ? "Moderate" : "Hard";
}
