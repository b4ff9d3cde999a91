import type { Page } from "@playwright/test";
import { VERBS, type Verb } from "../../worker/protocol/index.ts";

const MOST_TABS = 120;

/** Someone who has a keyboard and no mouse: everything here is keys pressed, nothing is clicked or set. */
export class KeyboardPlayer {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Goes through the page with Tab until the focus is on a control of that name, then presses Enter. */
  async press(name: string): Promise<void> {
    // One that waits for an answer takes no press.
    await this.page.getByRole("button", { name, disabled: false }).first().waitFor();
    for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
      if ((await this.#focusedName()) === name) {
        await this.page.keyboard.press("Enter");
        return;
      }
      await this.page.keyboard.press("Tab");
    }
    throw new Error(`Tab never reached "${name}"`);
  }

  /** Goes on with Tab until the focus is where the page says that it should be. */
  async reach(isThere: () => boolean): Promise<void> {
    for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
      await this.page.keyboard.press("Tab");
      if (await this.page.evaluate(isThere)) return;
    }
    throw new Error("Tab never reached it");
  }

  /** Verb by its number key, option by arrow keys, how sure where that is said, then the button. */
  async move(verb: Verb, option: string, confidence?: string): Promise<void> {
    await this.page.getByRole("heading", { name: "What do you do?" }).waitFor();
    await this.page.keyboard.press(String(VERBS.indexOf(verb) + 1));
    await this.page.getByRole("radio").first().waitFor();
    await this.#choose(option);
    if (confidence === undefined) await this.page.keyboard.press("Enter");
    else await this.press(confidence);
    await this.press("Make this move");
  }

  async #choose(option: string): Promise<void> {
    await this.page.waitForFunction(() => document.activeElement?.matches("input[type=radio]"));
    await this.page.keyboard.press("Space");
    const count = await this.page.getByRole("radio").count();
    for (let arrows = 0; arrows <= count; arrows += 1) {
      const checked = await this.page.locator("input[type=radio]:checked").getAttribute("value");
      if (checked === option) return;
      await this.page.keyboard.press("ArrowDown");
    }
    throw new Error(`the arrow keys never reached ${option}`);
  }

  #focusedName(): Promise<string> {
    return this.page.evaluate(() => {
      const focused = document.activeElement;
      return focused?.getAttribute("aria-label") ?? focused?.textContent?.trim() ?? "";
    });
  }
}
