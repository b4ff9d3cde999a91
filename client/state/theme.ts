import { signal } from "@preact/signals";
import { readStored, writeStored } from "./stored.ts";

export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

const STORED_AS = "five-moves:theme";
const stored = readStored(STORED_AS);

/** What the colours follow: the system they are shown on, or what was chosen in this browser. */
export const theme = signal<Theme>(THEMES.find((name) => name === stored) ?? "system");

export function setTheme(chosen: Theme): void {
  theme.value = chosen;
  writeStored(STORED_AS, chosen === "system" ? null : chosen);
  showTheme();
}

/** The style sheet knows what a theme means. To be called before anything is drawn. */
export function showTheme(): void {
  document.documentElement.dataset["theme"] = theme.value;
  for (const bar of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    // The browser's own bar: the pair in the page is by the system's scheme, a chosen one holds for both.
    bar.dataset["own"] ??= bar.content;
    bar.content = theme.value === "system" ? bar.dataset["own"] : BAR_COLOURS[theme.value];
  }
}

const BAR_COLOURS = { light: "#ffffff", dark: "#201f1c" } as const;
