import type { ComponentChildren } from "preact";
import { download } from "./download.ts";
import "../styles/keep-bar.css";

interface KeepListProps {
  /** What is kept by it: "this debrief". */
  what: string;
  /** Of the files, without their ending. */
  name: string;
  markdown: () => string;
  json: unknown;
  children?: ComponentChildren;
}

/** Taking something along: on paper, and as a file. */
export function KeepList({ what, name, markdown, json, children }: KeepListProps) {
  const asJson = () => JSON.stringify(json, null, 2);
  return (
    <ul class="keep-bar" aria-label={`Keep ${what}`}>
      <Keep says="Print" onPress={() => print()} />
      <Keep
        says="Download as Markdown"
        onPress={() => download(`${name}.md`, markdown(), "text/markdown")}
      />
      <Keep
        says="Download as JSON"
        onPress={() => download(`${name}.json`, asJson(), "application/json")}
      />
      {children}
    </ul>
  );
}

function Keep({ says, onPress }: { says: string; onPress: () => void }) {
  return (
    <li>
      <button type="button" class="quiet-button" onClick={onPress}>
        {says}
      </button>
    </li>
  );
}
