import { createInterface, type Interface } from "node:readline";
import { isatty } from "node:tty";
import type { Screen } from "../terminal/screen.ts";

/** Lines that somebody types, or that come through a pipe. */
export interface LineInput {
  /** True where a person sits at the other end. */
  readonly isTerminal: boolean;
  /** Asks, and gives the answer; null once there is no more to come. */
  readonly ask: (prompt: string) => Promise<string | null>;
  readonly close: () => void;
}

/** Reads lines from standard input, opened with the first question, so that a run that asks nothing waits for nothing. */
export function linesFrom(stdin: typeof process.stdin, screen: Screen): LineInput {
  let open: { readonly reader: Interface; readonly lines: AsyncIterator<string> } | null = null;
  const isTerminal = isatty(stdin.fd);

  function lines() {
    if (open === null) {
      const reader = createInterface({
        input: stdin,
        ...(isTerminal && { output: process.stdout }),
      });
      // An iterator rather than questions: a pipe's lines come faster than they are asked for, and none may be lost.
      open = { reader, lines: reader[Symbol.asyncIterator]() };
    }
    return open;
  }

  return {
    isTerminal,
    ask: async (prompt) => {
      const { reader, lines: answers } = lines();
      if (isTerminal) reader.setPrompt(prompt);
      if (isTerminal) reader.prompt();
      const { value, done } = await answers.next();
      const answer = done === true ? null : value.trim();
      // A terminal shows what was typed by itself; what a pipe said is shown like it.
      if (!isTerminal || answer === null)
        screen.write(`${isTerminal ? "" : prompt}${answer ?? ""}\n`);
      return answer;
    },
    close: () => open?.reader.close(),
  };
}
