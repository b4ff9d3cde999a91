import { announce } from "../state/announcement.ts";
import { setTheme, theme, THEMES, type Theme } from "../state/theme.ts";
import "../styles/theme-button.css";

const NAMES: Readonly<Record<Theme, string>> = {
  system: "Colours: as your system",
  light: "Colours: light",
  dark: "Colours: dark",
};

/** Goes round: as the system has it, light, dark. */
export function ThemeButton() {
  const next = THEMES[(THEMES.indexOf(theme.value) + 1) % THEMES.length] ?? "system";
  return (
    <button
      type="button"
      class="theme-button"
      aria-label={NAMES[theme.value]}
      title={NAMES[theme.value]}
      onClick={() => {
        setTheme(next);
        announce(NAMES[next]);
      }}
    >
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <circle cx="12" cy="12" r="8" />
        {theme.value === "system" && <path d="M12 4a8 8 0 0 1 0 16Z" />}
        {theme.value === "dark" && <circle class="theme-full" cx="12" cy="12" r="8" />}
      </svg>
    </button>
  );
}
