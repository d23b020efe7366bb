import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { describeInBrowser } from "./browser.ts";
import { ask, part, QUESTIONS, turn } from "./widget-page.ts";

const tool = (page: Page, name: string) =>
  turn(page).locator("[part=tools]").getByRole("button", { name, exact: true });

describeInBrowser("a conversation", ({ open, host }) => {
  const FOLLOW_UP = "And the union's figure?";

  it("completes a follow-up, shows how it was read, and asks it as it was written at one click", async () => {
    const { page } = await open(host());
    await ask(page, QUESTIONS.disputed);
    await ask(page, FOLLOW_UP);
    const read = turn(page).locator(".read-as");
    expect(await read.textContent()).toMatch(/^Read as: .*rally in Brinn/);
    expect(await turn(page).locator("[part=text]").textContent()).toContain("30,000");
    await part(page, "undo").click();
    await turn(page).and(page.locator("[aria-busy=false]")).waitFor();
    expect(await turn(page).locator("[part=question]").textContent()).toContain(FOLLOW_UP);
    expect(await turn(page).locator(".read-as").isVisible()).toBe(false);
    expect(await part(page, "turn").count()).toBe(2);
  });

  it("gives a quote one number, in text, table, card and copy, whatever was asked before", async () => {
    const { page } = await open(host());
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await ask(page, QUESTIONS.answered);
    await ask(page, QUESTIONS.disputed);
    const numbers = await turn(page).locator("[part=text] [part=marker]").allTextContents();
    expect(numbers).not.toContain("1");
    expect(new Set(numbers).size).toBe(4);
    const union = turn(page).locator("[part=text] [part=marker][aria-label*=union]");
    const number = await union.textContent();
    const row = turn(page).locator("[part=position]").filter({ hasText: "30,000" });
    expect(await row.locator("[part=marker]").first().textContent()).toBe(number);
    await union.click();
    expect(await part(page, "card").getAttribute("aria-label")).toContain(`Quote ${number}`);
    await ask(page, FOLLOW_UP);
    expect(await turn(page).locator("[part=text] [part=marker]").first().textContent()).toBe(number);
  });
});

describeInBrowser("an answer is kept", ({ open, host, server, feedback }) => {
  const openAnswered = async (question: string): Promise<Page> => {
    const { page } = await open(host());
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await ask(page, question);
    return page;
  };
  const clipboard = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

  it("as Markdown, with its quotes as footnotes that say who, where and when", async () => {
    const page = await openAnswered(QUESTIONS.answered);
    await tool(page, "Copy").click();
    await turn(page).getByText("Copied").first().waitFor();
    const text = await clipboard(page);
    expect(text).toMatch(/^\*\*How long did the brass band play\?\*\*\n\n/);
    expect(text).toMatch(/played for 3 hours\.” ?\[\^1\]/);
    expect(text).toMatch(/\n\[\^1\]: “.*A brass band played for 3 hours\.” — .*“Union speaks of a great day”/);
    expect(text).toMatch(/2030\n$/);
  });

  it("as plain text, without Markdown", async () => {
    const page = await openAnswered(QUESTIONS.disputed);
    await tool(page, "Copy as plain text").click();
    await turn(page).getByText("Copied").first().waitFor();
    const text = await clipboard(page);
    for (const words of ["12,000 protesters", "[1] “", "https://example.org/rally-in-brinn#:~:text="]) {
      expect(text).toContain(words);
    }
    expect(text).not.toContain("**");
  });

  it("quote by quote, with its attribution", async () => {
    const page = await openAnswered(QUESTIONS.answered);
    await turn(page).locator("[part=marker]").first().click();
    await part(page, "card").getByRole("button", { name: "Copy quote" }).click();
    await part(page, "card").getByText("Copied").first().waitFor();
    expect(await clipboard(page)).toMatch(
      /^“.*A brass band played for 3 hours\.” — “Union speaks of a great day”, The .*, May [78], 2030$/,
    );
  });

  it("as a link that asks the same again", async () => {
    const page = await openAnswered(QUESTIONS.answered);
    await tool(page, "Copy link").click();
    await turn(page).getByText("Copied").first().waitFor();
    const link = await clipboard(page);
    expect(new URL(link).origin).toBe(server());
    const again = await open(link);
    await turn(again.page).locator("[part=outcome]").waitFor();
    expect(await turn(again.page).locator("[part=question]").textContent()).toContain(QUESTIONS.answered);
    expect(await turn(again.page).locator("[part=text]").textContent()).toBe(
      await turn(page).locator("[part=text]").textContent(),
    );
    expect(again.faults).toEqual([]);
  });

  it("says so where the browser does not allow copying", async () => {
    const { page } = await open(host());
    await ask(page, QUESTIONS.answered);
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error("no"));
    });
    await tool(page, "Copy").click();
    await turn(page).getByText("The browser did not allow copying").first().waitFor();
  });

  it("with the reader's verdict, reason and correction in the server's file", async () => {
    const page = await openAnswered("How many people walked for Fairway?");
    const correction = 'It should say "21,000" 🎺\nand who counted them.';
    const view = part(page, "feedback");
    await view.getByRole("button", { name: "No, not good" }).press("Enter");
    await view.getByLabel("What is wrong with it?").selectOption("Something is missing");
    await view.getByLabel("What should it say?").fill(correction);
    await view.getByRole("button", { name: "Send" }).press("Enter");
    await view.getByText("Thank you").waitFor();
    expect(await view.getByRole("status").evaluate((status) => status.matches(":focus"))).toBe(true);
    const kept = readFileSync(feedback(), "utf8").trim().split("\n");
    const verdicts = kept.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(verdicts.filter(({ question }) => question === "How many people walked for Fairway?")).toMatchObject([
      { verdict: "bad", reason: "Something is missing", correction, answerId: expect.stringMatching(/^a_/) },
    ]);
  });

  it("with a thumb alone; where it cannot be sent, that is said and it can be sent again", async () => {
    const page = await openAnswered(QUESTIONS.update);
    let away = true;
    await page.route("**/feedback", (route) => (away ? route.abort() : route.continue()));
    const good = part(page, "feedback").getByRole("button", { name: "Yes, good" });
    await good.click();
    await part(page, "feedback").getByText("It could not be sent").waitFor();
    away = false;
    await good.click();
    await part(page, "feedback").getByText("Thank you").waitFor();
    const last = readFileSync(feedback(), "utf8").trim().split("\n").at(-1) ?? "";
    expect(JSON.parse(last)).toMatchObject({ question: QUESTIONS.update, verdict: "good" });
  });
});
