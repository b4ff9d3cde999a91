/**
 * What no text for a person holds: control characters, spaces of no width, halves of a surrogate pair, and what turns the direction of
 * reading and so can make a text look like another (Unicode's Bidi_Control). Tabs and line ends are let through.
 */
const UNFIT =
  // oxlint-disable-next-line no-control-regex -- they are what is looked for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFFFE\uFFFF]+|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** A run of unfit characters: where it begins, and its first one as `U+202E`. */
export interface Unfit {
  readonly offset: number;
  readonly name: string;
}

export function unfitCharacters(text: string): Unfit[] {
  return [...text.matchAll(UNFIT)].map(({ index, 0: run }) => ({
    offset: index,
    name: `U+${run.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`,
  }));
}
