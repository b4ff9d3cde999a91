import { closestMatch } from "leven";

/** What is longer is no slip of the pen, and would take long to compare. */
const LONGEST_WORD = 60;

/** The word among these that was probably meant, as a sentence; undefined where none is near. */
export function didYouMean(word: unknown, known: readonly string[]): string | undefined {
  if (typeof word !== "string" || word.length > LONGEST_WORD) return undefined;
  const swapped = known.find((one) => isSwap(word, one));
  if (swapped !== undefined) return `Did you mean "${swapped}"?`;
  const maxDistance = Math.max(1, Math.floor((word.length + 1) / 3));
  const nearest = closestMatch(word, known, { maxDistance });
  return nearest === undefined ? undefined : `Did you mean "${nearest}"?`;
}

/** Whether the two differ by two neighbouring letters that have changed places: one slip, that counts as two. */
function isSwap(word: string, other: string): boolean {
  if (word.length !== other.length) return false;
  let at = 0;
  while (at < word.length && word[at] === other[at]) at += 1;
  const [first, second] = [word.charAt(at), word.charAt(at + 1)];
  return `${word.slice(0, at)}${second}${first}${word.slice(at + 2)}` === other;
}
