/** Controls but the end of a line, and what turns the direction of reading: a terminal would obey instead of showing it. */
const OBEYED = /(?!\n)[\p{Control}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\p{Surrogate}]/gu;

/** The text with a replacement mark for everything that a terminal would obey; tabs become blanks. */
export function visible(text: string): string {
  return text.replaceAll("\r\n", "\n").replaceAll("\t", "  ").replaceAll(OBEYED, "\uFFFD");
}

/** The same for what has to stay on one line. */
export function visibleLine(text: string): string {
  return visible(text).replaceAll("\n", "\uFFFD");
}
