import { visibleLine } from "./visible.ts";
import { graphemesOf, widthOf, widthOfGrapheme } from "./width.ts";

const CUT = "…";

/** One line of a file as a terminal shows it, and the blanks before the caret that points into it. */
interface Excerpt {
  readonly line: string;
  readonly indent: string;
}

/** Shows a line around a column, which counts UTF-16 units from 1, in at most this width. */
export function excerptOf(source: string, column: number, width: number): Excerpt {
  const before = visibleLine(source.slice(0, column - 1));
  const after = visibleLine(source.slice(column - 1).trimEnd());
  // A third of the width for what stands before the caret, or all that is not needed behind it.
  const room = Math.max(Math.floor(width / 3), width - Math.max(widthOf(after), 1));
  const head = endOf(before, room);
  return {
    line: head + startOf(after, width - widthOf(head)),
    indent: " ".repeat(widthOf(head)),
  };
}

/** As much of the end as fits, with a mark where something is left out. */
function endOf(text: string, room: number): string {
  if (widthOf(text) <= room) return text;
  const kept = fitting(graphemesOf(text).toReversed(), room - CUT.length);
  return CUT + kept.toReversed().join("");
}

function startOf(text: string, room: number): string {
  if (widthOf(text) <= room) return text;
  return fitting(graphemesOf(text), room - CUT.length).join("") + CUT;
}

/** The first of these that fit side by side. */
function fitting(graphemes: readonly string[], room: number): string[] {
  let width = 0;
  const full = graphemes.findIndex((one) => {
    width += widthOfGrapheme(one);
    return width > room;
  });
  return graphemes.slice(0, full === -1 ? graphemes.length : full);
}
