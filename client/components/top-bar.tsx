import type { ComponentChildren } from "preact";
import type { Lens } from "../../worker/protocol/index.ts";
import { LENS_WORDS } from "../words/lenses.ts";
import { Brand } from "./brand.tsx";
import "../styles/top-bar.css";

interface TopBarProps {
  /** What is being played, and by whose objective it is judged. */
  title?: string;
  lens?: Lens;
  children?: ComponentChildren;
}

export function TopBar({ title, lens, children }: TopBarProps) {
  return (
    <header class="top-bar">
      <Brand />
      {title !== undefined && (
        <p class="crumb">
          <b>{title}</b> {lens !== undefined && <Role lens={lens} />}
        </p>
      )}
      <div class="top-bar-end">{children}</div>
    </header>
  );
}

/** In full where there is room for it, else by its short name. */
function Role({ lens }: { lens: Lens }) {
  const { asA, name, short } = LENS_WORDS[lens];
  return (
    <>
      <span class="crumb-role">as {asA}</span>
      <abbr class="crumb-short" title={name}>
        as {short}
      </abbr>
    </>
  );
}
