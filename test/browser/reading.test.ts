import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { describeInBrowser, expectUnharmed } from "./browser.ts";
import { ask, field, part, PHONE, QUESTIONS, turn } from "./widget-page.ts";

const isFocused = (element: Element): boolean => element.matches(":focus");
const card = (page: Page) => part(page, "card");
const panel = (page: Page) => part(page, "panel");

describeInBrowser("a quote's card", ({ open, host }) => {
  const openAnswered = async (question: string, options = {}) => {
    const opened = await open(host(), options);
    await ask(opened.page, question);
    return { ...opened, marker: turn(opened.page).locator("[part=marker]").first() };
  };

  it("opens when its number is pointed at, stays while one is in it, and goes when one leaves", async () => {
    const { page, marker } = await openAnswered(QUESTIONS.answered);
    await marker.hover();
    await card(page).waitFor();
    await card(page).hover();
    expect(await card(page).textContent()).toContain("A brass band played for 3 hours.");
    expect(await field(page).evaluate(isFocused)).toBe(true);
    await page.locator("h1").hover();
    await card(page).waitFor({ state: "hidden" });
  });

  it("opens when its number is reached by keyboard, without taking the focus, and Esc closes it", async () => {
    const { page, marker } = await openAnswered(QUESTIONS.answered);
    await marker.focus();
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Tab");
    await card(page).waitFor();
    expect(await marker.evaluate(isFocused)).toBe(true);
    await page.keyboard.press("Escape");
    await card(page).waitFor({ state: "hidden" });
    expect(await marker.evaluate(isFocused)).toBe(true);
  });

  it("takes the focus at a click, says who said it where and when, and gives the focus back with Esc", async () => {
    const { page, marker } = await openAnswered(QUESTIONS.disputed);
    const police = turn(page).locator("[part=text] [part=marker][aria-label*=olice]").first();
    await police.click();
    expect(await card(page).evaluate((element) => element.matches(":focus-within, :focus"))).toBe(true);
    const text = (await card(page).textContent()) ?? "";
    for (const words of ["12,000 protesters", "olice", "Rally in Brinn", "The Brinn Post", "May 7, 2030"]) {
      expect(text).toContain(words);
    }
    expect(await police.getAttribute("aria-expanded")).toBe("true");
    await page.keyboard.press("Escape");
    await card(page).waitFor({ state: "hidden" });
    expect(await police.evaluate(isFocused)).toBe(true);
    await marker.click();
    await page.locator("h1").click();
    await card(page).waitFor({ state: "hidden" });
  });

  it("leads to the original by a link that scrolls to the quote, where the document has an address, and only there", async () => {
    const { page } = await openAnswered(QUESTIONS.disputed);
    await turn(page).locator("[part=text] [part=marker][aria-label*=olice]").first().click();
    const link = card(page).getByRole("link", { name: "Open the original" });
    const [address, fragment] = ((await link.getAttribute("href")) ?? "").split("#:~:text=");
    expect(address).toBe("https://example.org/rally-in-brinn");
    expect(decodeURIComponent(fragment ?? "")).toContain("Police counted 12,000 protesters");
    expect(await link.getAttribute("rel")).toContain("noopener");
    await page.keyboard.press("Escape");
    await turn(page).locator("[part=text] [part=marker][aria-label*=union]").first().click();
    await card(page).getByText("30,000").waitFor();
    expect(await card(page).getByRole("link").count()).toBe(0);
  });

  it("leads to the whole document, scrolled to the quote, which is marked and has the focus; Esc gives it back", async () => {
    const { page, marker } = await openAnswered(QUESTIONS.farDown);
    await marker.click();
    await card(page).getByRole("button", { name: "Read in the document" }).click();
    const mark = panel(page).locator("mark").first();
    await mark.waitFor();
    expect(await mark.textContent()).toContain("for 41 years");
    expect(await mark.evaluate(isFocused)).toBe(true);
    expect(await panel(page).textContent()).toContain("By the north there is a wall.");
    const inView = await mark.evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    });
    expect(inView).toBe(true);
    await page.keyboard.press("Escape");
    await panel(page).waitFor({ state: "hidden" });
    expect(await marker.evaluate(isFocused)).toBe(true);
    expect(await card(page).isVisible()).toBe(false);
  });

  it("says so where the document cannot be had, and tries again", async () => {
    const { page, marker } = await openAnswered(QUESTIONS.answered);
    let away = true;
    await page.route("**/documents/*", (route) => (away ? route.abort() : route.continue()));
    await marker.click();
    await card(page).locator("button.primary").click();
    await panel(page).getByText("The document could not be loaded").waitFor();
    away = false;
    await panel(page).getByRole("button", { name: "Try again" }).click();
    await panel(page).locator("mark").first().waitFor();
  });

  it("is a sheet along the lower edge of a phone, and follows nothing out of the window", async () => {
    const { page, marker } = await openAnswered(QUESTIONS.answered, PHONE);
    await marker.click();
    const box = await card(page).boundingBox();
    expect([box?.x, box?.width, Math.round((box?.y ?? 0) + (box?.height ?? 0))]).toEqual([0, 320, 640]);
  });

  it("goes when its number is scrolled out of the conversation", async () => {
    const { page, marker } = await openAnswered(QUESTIONS.disputed);
    await marker.click();
    await card(page).waitFor();
    await part(page, "conversation").evaluate((conversation) => conversation.scrollTo(0, conversation.scrollHeight));
    await card(page).waitFor({ state: "hidden" });
  });
});

describeInBrowser("a disagreement", ({ open, host }) => {
  it("is a sentence, then its kind in words with what it means, a plot, and a table of who says what", async () => {
    const { page } = await open(host());
    await ask(page, QUESTIONS.disputed);
    const shown = turn(page);
    expect(await shown.locator("[part=text]").textContent()).toMatch(/contradict/);
    const disagreement = shown.locator("[part=disagreement]");
    expect(await disagreement.locator(".kind").textContent()).toMatch(
      /^Two accounts of the same thing They speak of the same thing/,
    );
    expect(await disagreement.getByRole("columnheader").allTextContents()).toEqual([
      "Figure",
      "Who says so",
      "In their words",
    ]);
    const row = disagreement.getByRole("row").filter({ hasText: "12,000" });
    for (const words of ["Police", "“Police counted 12,000 protesters", "Rally in Brinn", "The Brinn Post", "May 7"]) {
      expect(await row.textContent()).toContain(words);
    }
    const plot = disagreement.locator("[part=plot]");
    expect(await plot.getAttribute("role")).toBe("img");
    expect(await plot.locator("svg circle.plot-full").count()).toBeGreaterThanOrEqual(4);
    for (const figure of ["12,000", "21,000", "30,000", "45,000"]) {
      expect(await plot.textContent()).toContain(figure);
    }
  });

  it("folds reports of one origin, with their count", async () => {
    const { page } = await open(host());
    await ask(page, QUESTIONS.disputed);
    const row = part(page, "position").filter({ hasText: "30,000" });
    const folded = row.locator("details");
    expect(await folded.locator("summary").textContent()).toBe("1 more report with the same origin");
    expect(await folded.locator("[part=quote]").isVisible()).toBe(false);
    await folded.locator("summary").press("Enter");
    expect(await folded.locator("[part=quote]").isVisible()).toBe(true);
    expect(await row.textContent()).toContain("The Senn Courier");
  });

  it("that is a change is a timeline of its days, is named so, and calls neither figure wrong", async () => {
    const { page } = await open(host());
    await ask(page, QUESTIONS.update);
    expect(await turn(page).locator("[part=outcome]").textContent()).toContain("The figure changed over time");
    expect(await turn(page).locator(".kind").textContent()).toContain("does not dispute the earlier one");
    const plot = turn(page).locator("[part=plot]");
    expect(await plot.getAttribute("aria-label")).toMatch(/^Timeline: .* The table below says the same\.$/);
    expect(await plot.locator(".plot-until").count()).toBeGreaterThan(0);
    expect(await turn(page).textContent()).not.toMatch(/wrong|correct|contradict/i);
  });

  it("is told by words and signs wherever it is told by colour", async () => {
    const { page } = await open(host(), { forcedColors: "active" });
    await ask(page, QUESTIONS.disputed);
    expect(await turn(page).locator("[part=outcome]").textContent()).toBe("≠The documents differ");
    await ask(page, QUESTIONS.answered);
    expect(await turn(page).locator("[part=outcome]").textContent()).toBe("✓Answered from the documents");
  });
});

describeInBrowser("what nothing answers", ({ open, host }) => {
  it("says what was looked for and what is missing, and offers the nearest quotes as no more than that", async () => {
    const opened = await open(host());
    const { page } = opened;
    await ask(page, "Who opened the bridge in Tallinn?");
    expect(await turn(page).locator("[part=outcome]").textContent()).toContain("The documents do not say");
    const missing = turn(page).locator("[part=missing]");
    expect(await missing.textContent()).toContain("Tallinn");
    await missing.getByText("These quotes do not answer the question.").waitFor();
    expect(await missing.locator("[part=quote]").count()).toBeGreaterThan(0);
    expect(await missing.locator("[part=marker]").count()).toBe(0);
    await missing.locator("button.to-document").first().click();
    await panel(page).locator("mark").first().waitFor();
    await expectUnharmed(opened);
  });
});
