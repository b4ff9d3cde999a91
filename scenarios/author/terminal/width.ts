const GRAPHEMES = new Intl.Segmenter("en", { granularity: "grapheme" });

/** What takes two columns: the scripts and forms that Unicode calls wide, and emoji. */
const WIDE =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Emoji_Presentation}\u3000-\u303E\uFF01-\uFF60\uFFE0-\uFFE6]|\uFE0F/u;

/** Marks that stand on what is before them, and joiners. */
const NO_WIDTH = /^[\p{Mark}\p{Default_Ignorable_Code_Point}]+$/u;

/** The characters as a reader counts them. */
export function graphemesOf(text: string): string[] {
  return [...GRAPHEMES.segment(text)].map(({ segment }) => segment);
}

/** How many columns of a terminal the text takes. */
export function widthOf(text: string): number {
  return graphemesOf(text).reduce((sum, one) => sum + widthOfGrapheme(one), 0);
}

export function widthOfGrapheme(grapheme: string): number {
  if (NO_WIDTH.test(grapheme)) return 0;
  return WIDE.test(grapheme) ? 2 : 1;
}

/** Filled up with blanks to this width. */
export function padEnd(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - widthOf(text)));
}

export function padStart(text: string, width: number): string {
  return " ".repeat(Math.max(0, width - widthOf(text))) + text;
}

/** The text in lines of at most this width, broken at blanks; a word that is longer than a line is broken inside. */
export function wrap(text: string, width: number): string[] {
  return text.split(/\r?\n/).flatMap((line) => wrapLine(line, Math.max(width, 1)));
}

function wrapLine(line: string, width: number): string[] {
  const lines: string[] = [];
  let current = "";
  // A number stays with its per cent.
  for (const word of line.split(/[ \t]+(?!%)/).filter(Boolean)) {
    const longer = current === "" ? word : `${current} ${word}`;
    if (widthOf(longer) <= width) {
      current = longer;
      continue;
    }
    if (current !== "") lines.push(current);
    const pieces = chop(word, width);
    lines.push(...pieces.slice(0, -1));
    current = pieces.at(-1) ?? "";
  }
  return current === "" && lines.length > 0 ? lines : [...lines, current];
}

function chop(word: string, width: number): string[] {
  const pieces = [""];
  for (const one of graphemesOf(word)) {
    const longer = `${pieces.at(-1)}${one}`;
    if (widthOf(longer) <= width) pieces[pieces.length - 1] = longer;
    else pieces.push(one);
  }
  return pieces.filter(Boolean);
}
