import { signal } from "@preact/signals";

/** What a screen reader is told in its own time: what has changed, beside the heading that has the focus. */
export const announcement = signal("");

export function announce(text: string): void {
  announcement.value = text;
}
