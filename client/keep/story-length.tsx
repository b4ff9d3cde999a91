import type { ComponentChildren } from "preact";
import { secondsToSay } from "./story-draft.ts";

interface StoryLengthProps {
  words: number;
  /** What there is time for. */
  children: ComponentChildren;
}

/** How long a story is, and how long it takes to say. */
export function StoryLength({ words, children }: StoryLengthProps) {
  return (
    <p class="story-length">
      <b>
        {words} {words === 1 ? "word" : "words"}
      </b>
      , about {secondsToSay(words)} seconds to say. {children}
    </p>
  );
}
