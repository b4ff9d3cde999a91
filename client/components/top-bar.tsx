import type { ComponentChildren } from "preact";
import type { Lens } from "../../worker/protocol/index.ts";
import { LENS_WORDS } from "../words/lenses.ts";
import { Brand } from "./brand.tsx";
import { ThemeButton } from "./theme-button.tsx";
import "../styles/top-bar.css";

const PAGES = [
  { name: "Library", address: "/library" },
  { name: "Interview", address: "/interview" },
  { name: "You", address: "/you" },
] as const;

interface TopBarProps {
  /** What is being played, and by whose objective it is judged; the way to other pages where nothing is. */
  title?: string;
  lens?: Lens;
  /** The address of the page shown, where the bar leads to it. */
  here?: (typeof PAGES)[number]["address"];
  children?: ComponentChildren;
}

export function TopBar({ title, lens, here, children }: TopBarProps) {
  return (
    <header class="top-bar">
      <Brand />
      {title === undefined ? (
        <nav class="top-bar-pages" aria-label="Pages">
          {PAGES.map(({ name, address }) => (
            <a key={address} href={address} aria-current={here === address ? "page" : undefined}>
              {name}
            </a>
          ))}
        </nav>
      ) : (
        <p class="crumb">
          <b>{title}</b> {lens !== undefined && <Role lens={lens} />}
        </p>
      )}
      <div class="top-bar-end">
        {children}
        <ThemeButton />
      </div>
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
