import type { Locator, Page } from "playwright-core";

/** Questions to the corpus of these tests, by what comes of them. */
export const QUESTIONS = {
  disputed: "How many protesters were at the rally in Brinn?",
  answered: "How long did the brass band play?",
  update: "How many people has the flood in Orlen killed?",
  /** Its quote stands at the end of a long document. */
  farDown: "How long did the lighthouse keeper of Dornau work?",
  unanswerable: "Who won the chess tournament in Tallinn?",
} as const;

export const PHONE = { viewport: { width: 320, height: 640 } };

/** Where questions are written. */
export const field = (page: Page): Locator => page.locator("parallax-ask textarea").first();

/** The newest question with what has come of it. */
export const turn = (page: Page): Locator => page.locator("parallax-ask [part=turn]").last();

/** A part of the widget, wherever in it. */
export const part = (page: Page, name: string): Locator => page.locator(`parallax-ask [part=${name}]`);

/** Asks by keyboard and waits until the turn is over. */
export async function ask(page: Page, question: string): Promise<void> {
  const turns = part(page, "turn");
  const before = await turns.count();
  // Real keys: what moves because the field grows is then put down to them.
  await field(page).pressSequentially(question);
  await field(page).press("Enter");
  await turns.nth(before).and(page.locator("[aria-busy=false]")).waitFor();
}
