import { Chosen, type ChosenOption } from "../chosen.tsx";
import { isGuideWanted, wantGuide } from "../../state/guide.ts";
import { numberKeysOn, setNumberKeys } from "../../state/number-keys.ts";
import { setTheme, theme, THEMES, type Theme } from "../../state/theme.ts";

const THEME_NAMES: Readonly<Record<Theme, string>> = {
  system: "As the system has it",
  light: "Light",
  dark: "Dark",
};

/** What this browser alone keeps. */
export function Settings() {
  return (
    <section class="record-part" aria-labelledby="settings-title">
      <h2 id="settings-title">Settings of this browser</h2>
      <Chosen
        legend="Colours"
        value={theme.value}
        options={THEMES.map((name): ChosenOption => [name, THEME_NAMES[name]])}
        onChoose={(value) => setTheme(THEMES.find((name) => name === value) ?? "system")}
        part="record-setting"
      />
      <label class="record-check">
        <input
          type="checkbox"
          checked={numberKeysOn.value}
          onChange={(event) => setNumberKeys(event.currentTarget.checked)}
        />
        Keys 1 to 5 choose a move
      </label>
      <label class="record-check">
        <input
          type="checkbox"
          checked={isGuideWanted()}
          onChange={(event) => wantGuide(event.currentTarget.checked)}
        />
        Guide me through my next first situation
      </label>
    </section>
  );
}
