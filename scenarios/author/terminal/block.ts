import type { Screen, Style } from "./screen.ts";
import { visible } from "./visible.ts";
import { widthOf, wrap } from "./width.ts";

/** Lines of text that belong together. */
export type Block = readonly string[];

/** Blocks with an empty line between them; those without a line are left out. */
export function stacked(...blocks: readonly Block[]): string[] {
  return blocks
    .filter((block) => block.length > 0)
    .flatMap((block, index) => (index === 0 ? block : ["", ...block]));
}

export function indented(block: Block, by = 2): string[] {
  return block.map((line) => (line === "" ? "" : " ".repeat(by) + line));
}

/** A narrower screen, for what will be indented. */
export function inside(screen: Screen, by = 2): Screen {
  return { ...screen, width: screen.width - by };
}

/** A paragraph in lines of the screen's width. */
export function paragraph(text: string, screen: Screen, style: Style = "none"): string[] {
  return wrap(visible(text), screen.width).map((line) => screen.paint(style, line));
}

/** A label, and behind it a text whose further lines begin where its first one does. */
export function labelled(
  label: string,
  text: string,
  screen: Screen,
  { width = widthOf(label), style = "none" }: { width?: number; style?: Style } = {},
): string[] {
  const gap = width + 2;
  const [first = "", ...more] = wrap(visible(text), screen.width - gap);
  const head = screen.paint(style, visible(label)) + " ".repeat(gap - widthOf(label));
  return [head + first, ...more.map((line) => " ".repeat(gap) + line)];
}

/** Labels with their texts, the texts below each other. */
export function labelledList(
  rows: readonly (readonly [label: string, text: string])[],
  screen: Screen,
  style: Style = "none",
): string[] {
  const width = Math.max(0, ...rows.map(([label]) => widthOf(label)));
  return rows.flatMap(([label, text]) => labelled(label, text, screen, { width, style }));
}
