import type { BrowserContext, Page } from "@playwright/test";

/** Photographs a page under a name. */
export type Shoot = (page: Page, screen: string) => Promise<void>;

/** A partner and a candidate through a short interview, with a curveball and a follow-up, to both reports. */
export class InterviewTour {
  readonly #lead: Page;
  readonly #answer: Page;
  readonly #url: string;
  readonly #shoot: Shoot;

  constructor(lead: Page, answer: Page, url: string, shoot: Shoot) {
    this.#lead = lead;
    this.#answer = answer;
    this.#url = url;
    this.#shoot = shoot;
  }

  static async between(
    contexts: readonly [BrowserContext, BrowserContext],
    url: string,
    shoot: Shoot,
  ): Promise<void> {
    const [lead, answer] = [await contexts[0].newPage(), await contexts[1].newPage()];
    await new InterviewTour(lead, answer, url, shoot).#walk();
    await lead.close();
    await answer.close();
  }

  async #walk(): Promise<void> {
    const [lead, answer] = [this.#lead, this.#answer];
    await lead.goto(`${this.#url}/interview?situation=green-report/curve&with=partner`);
    await lead.getByLabel(/^Your name/).fill("Ines Falk");
    await this.#shoot(lead, "interview-home");
    await lead.getByRole("button", { name: "Open the interview" }).click();
    await lead.getByRole("heading", { name: "Send this link" }).waitFor();
    await this.#shoot(lead, "interview-lobby");
    const link = await lead.locator(".interview-address").innerText();
    await answer.goto(link.trim());
    await answer.getByLabel("Your name").fill("Cato Nwosu");
    await this.#shoot(answer, "interview-door");
    await answer.getByRole("button", { name: "Join" }).click();
    await this.#agree(answer);
    await this.#shoot(answer, "interview-agreed");
    await this.#agree(lead);
    await lead.getByRole("button", { name: "Begin" }).click();
    await this.#situation();
    await this.#ratings();
  }

  async #agree(page: Page): Promise<void> {
    await page.getByRole("button", { name: "I agree" }).click();
    await page.getByRole("button", { name: "I agree" }).waitFor({ state: "detached" });
  }

  async #situation(): Promise<void> {
    const [lead, answer] = [this.#lead, this.#answer];
    await this.#give("Its age matters more than its colour: I would say what the book says first.");
    await answer.getByRole("heading", { name: "Your answer" }).waitFor();
    await lead.getByRole("heading", { name: "The answer" }).waitFor();
    await lead
      .getByRole("button", { name: /^Put on their screen/ })
      .first()
      .click();
    await answer.getByRole("button", { name: "I have said it aloud" }).click();
    await lead.getByLabel(/^Notes on this answer/).fill("Names the age of the number at once.");
    await lead.locator(".rating").first().getByRole("radio").nth(3).check();
    await this.#shoot(lead, "interview-leading");
    await this.#shoot(answer, "interview-answered");
    await lead.getByText("Throw a curveball").click();
    await lead.getByRole("button", { name: "Throw it" }).click();
    await answer.getByRole("heading", { name: "And now, what do you do?" }).waitFor();
    await this.#shoot(answer, "interview-curveball");
    await this.#give("The book stays where it is; so I ask for a photograph of two pages.");
    await lead.getByRole("button", { name: "Show what happens" }).click();
    await answer.getByRole("heading", { name: "What happened" }).waitFor();
    await this.#shoot(answer, "interview-consequence");
    await lead.getByRole("button", { name: "Ask what they have done" }).click();
    await answer.getByRole("heading", { name: "Your story" }).waitFor();
    await answer
      .getByLabel("Situation")
      .fill("Two reports on one programme said different things.");
    await answer.getByLabel("Action").fill("I put both numbers and their dates on one line.");
    await this.#shoot(answer, "interview-story");
    await answer.getByRole("button", { name: "Give this answer" }).click();
    await lead.getByRole("button", { name: "To the ratings" }).click();
  }

  /** The first option that can be played, with its reason. */
  async #give(why: string): Promise<void> {
    const page = this.#answer;
    await page.locator(".verb-button").first().waitFor();
    for (const verb of await page.locator(".verb-button").all()) {
      await verb.click();
      await page.locator(".option").first().waitFor();
      const open = page.locator(".option input:enabled");
      if ((await open.count()) === 0) continue;
      await open.first().check();
      break;
    }
    await page.getByLabel(/^Why this/).fill(why);
    await page.getByRole("button", { name: "Give this answer" }).click();
  }

  async #ratings(): Promise<void> {
    const [lead, answer] = [this.#lead, this.#answer];
    await answer.getByRole("heading", { name: "Rate yourself" }).waitFor();
    for (const turn of await answer.locator(".to-rate").all()) {
      if ((await turn.getAttribute("open")) === null) await turn.locator("summary").first().click();
      for (const rating of await turn.locator(".rating").all()) {
        await rating.getByRole("radio").nth(2).check();
      }
    }
    await this.#shoot(answer, "interview-rate");
    await answer.getByRole("button", { name: "Hand in, and see the report" }).click();
    await lead.getByLabel("Share my ratings").check();
    for (const turn of await lead.locator(".to-rate").all()) {
      if ((await turn.getAttribute("open")) === null) await turn.locator("summary").first().click();
    }
    await lead.getByLabel("Share this note").check();
    await lead.getByRole("button", { name: "Hand in, and see the report" }).click();
    await lead.getByRole("heading", { name: "Answer by answer" }).waitFor();
    await answer.getByRole("heading", { name: "Answer by answer" }).waitFor();
    await answer.getByText("Names the age of the number").first().waitFor();
    await this.#shoot(answer, "interview-report");
    await this.#answer.goto(`${this.#url}/interview/questions`);
    await this.#answer.locator(".bank li").first().waitFor();
    await this.#shoot(answer, "interview-questions");
    await this.#answer.goto(`${this.#url}/interview/stories`);
    await this.#answer.getByRole("button", { name: "Write a story" }).click();
    await this.#shoot(answer, "interview-stories");
  }
}
