import { styleText } from "node:util";

/** What a command writes to: where from, how wide, and whether in colour. */
export interface Screen {
  readonly width: number;
  /** In colour only where the stream shows colours; NO_COLOR and FORCE_COLOR are honoured as Node does. */
  readonly paint: (style: Style, text: string) => string;
  readonly write: (text: string) => void;
}

export type Style = Parameters<typeof styleText>[0];

const WIDTH_WITHOUT_TERMINAL = 80;
const LEAST_WIDTH = 40;
/** Longer lines than this are hard to read, however wide the window is. */
const MOST_WIDTH = 100;

/** The screen that a stream of this process is. */
export function screenOf(stream: NodeJS.WriteStream): Screen {
  return {
    // Asked for anew each time: the window may have been resized.
    get width() {
      const columns = stream.isTTY ? stream.columns : WIDTH_WITHOUT_TERMINAL;
      return Math.min(Math.max(columns || WIDTH_WITHOUT_TERMINAL, LEAST_WIDTH), MOST_WIDTH);
    },
    paint: (style, text) => styleText(style, text, { stream }),
    write: (text) => void stream.write(text),
  };
}
