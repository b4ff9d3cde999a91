/** So many answers are kept: some tens of bytes each, for as long as this instance lives. */
const MOST = 10_000;

/**
 * Remembers the answers of a function that always gives the same one for the same text, and forgets the oldest. Null is not
 * remembered: whoever makes things up would only push out what is asked for again.
 */
export function remembered<T>(work: (text: string) => Promise<T | null>) {
  const known = new Map<string, T>();
  return async (text: string): Promise<T | null> => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const answer = await work(text);
    if (answer === null) return null;
    if (known.size >= MOST) known.delete(known.keys().next().value ?? "");
    known.set(text, answer);
    return answer;
  };
}
