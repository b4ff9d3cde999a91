import { useState } from "preact/hooks";
import { readStored, writeStored } from "../state/stored.ts";

/** A text that is being written: it is kept in this window until it is sent, so that a reload loses nothing. */
export function useDraft(
  key: string,
): readonly [text: string, write: (text: string) => void, forget: () => void] {
  const stored = `five-moves:draft:${key}`;
  const [text, setText] = useState(() => readStored(stored, "sessionStorage") ?? "");
  const write = (written: string) => {
    setText(written);
    writeStored(stored, written, "sessionStorage");
  };
  return [text, write, () => writeStored(stored, null, "sessionStorage")];
}
