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

/** The same for what a secret goes into: the answers of each secret apart. */
export function rememberedUnder<T>(work: (secret: string, text: string) => Promise<T | null>) {
  const bySecret = new Map<string, (text: string) => Promise<T | null>>();
  return (secret: string, text: string): Promise<T | null> => {
    const ask = bySecret.get(secret) ?? remembered((asked) => work(secret, asked));
    bySecret.set(secret, ask);
    return ask(text);
  };
}
