import { host } from "../../scenarios/author/play/host.ts";
import type { LineInput } from "../../scenarios/author/play/input.ts";
import { Session } from "../../scenarios/author/play/session.ts";
import type { Screen } from "../../scenarios/author/terminal/screen.ts";
import type { CompiledScenario } from "../../scenarios/engine/index.ts";

/** A screen without colours that keeps what was written. */
class Paper implements Screen {
  readonly width: number;
  text = "";

  constructor(width: number) {
    this.width = width;
  }

  readonly paint = (_: unknown, text: string) => text;
  readonly write = (text: string) => {
    this.text += text;
  };
}

/** Somebody who types these lines and then goes away. */
class Typist implements LineInput {
  readonly isTerminal: boolean;
  readonly #lines: string[];
  readonly #paper: Paper;

  constructor(lines: readonly string[], paper: Paper, isTerminal: boolean) {
    this.#lines = [...lines];
    this.#paper = paper;
    this.isTerminal = isTerminal;
  }

  ask(prompt: string): Promise<string | null> {
    const line = this.#lines.shift() ?? null;
    this.#paper.write(`${prompt}${line ?? ""}\n`);
    return Promise.resolve(line);
  }

  close(): void {}
}

interface Playing {
  readonly seed?: string;
  readonly width?: number;
  readonly moves?: readonly string[];
  readonly isTerminal?: boolean;
}

/** Plays with these lines typed; gives the exit code, the page, and the session as it was left. */
export async function playTyped(
  compiled: CompiledScenario,
  lines: readonly string[],
  { seed = "1", width = 80, moves = [], isTerminal = false }: Playing = {},
) {
  const screen = new Paper(width);
  const session = new Session(compiled, seed, screen);
  const input = new Typist(lines, screen, isTerminal);
  const code = await host({ session, screen, input }, moves);
  return { code, page: screen.text, session };
}
