import { expect, it } from "vitest";
import { describeInBrowser, expectUnharmed, findBarriers } from "./browser.ts";
import type { OpenPage } from "./browser.ts";
import { RUNS } from "./corpus.ts";
import { ask, field, PHONE, QUESTIONS, turn } from "./widget-page.ts";

const { disputed: DISPUTED, answered: ANSWERED, unanswerable: UNANSWERABLE } = QUESTIONS;

describeInBrowser("the widget on a news site of another origin", ({ open, host }) => {
  const openHost = (query = "", options: Parameters<typeof open>[1] = {}): Promise<OpenPage> =>
    open(`${host()}/${query}`, options);

  it("asks and answers under a policy that names its server for scripts and connections only", async () => {
    const opened = await openHost();
    await ask(opened.page, DISPUTED);
    const text = (await turn(opened.page).textContent()) ?? "";
    for (const figure of ["12,000", "21,000", "30,000", "45,000"]) expect(text).toContain(figure);
    expect(text).toContain("Two accounts of the same thing");
    await expectUnharmed(opened);
  });

  it("shows hostile quotes as text, on a phone too", async () => {
    const opened = await openHost("", PHONE);
    await ask(opened.page, DISPUTED);
    expect(await turn(opened.page).textContent()).toContain(RUNS.image);
    expect(await opened.page.locator("parallax-ask img, parallax-ask script").count()).toBe(0);
    await expectUnharmed(opened);
  });

  it("takes Shift+Enter for a new line and leaves Enter to the input method while that composes", async () => {
    const { page } = await openHost();
    await field(page).fill("one");
    await field(page).press("Shift+Enter");
    expect(await field(page).inputValue()).toBe("one\n");
    await field(page).dispatchEvent("keydown", { key: "Enter", isComposing: true, bubbles: true });
    expect(await page.locator("parallax-ask [part=turn]").count()).toBe(0);
  });

  it("offers what the documents disagree about, and asks it at a click", async () => {
    const { page } = await openHost();
    await page.locator("parallax-ask [part=starter]").first().click();
    await page.locator("parallax-ask [part=turn][aria-busy=false]").waitFor();
    expect(await turn(page).locator("table").count()).toBeGreaterThan(0);
  });

  it("opens a quote from its number by keyboard, then its document at the quote, and gives the focus back", async () => {
    const { page } = await openHost();
    await ask(page, ANSWERED);
    const marker = turn(page).locator("[part=marker]").first();
    await marker.press("Enter");
    const card = page.locator("parallax-ask [part=card]");
    expect(await card.textContent()).toContain("3 hours");
    expect(await card.textContent()).toContain("The Brinn Post");
    await page.keyboard.press("Escape");
    await card.waitFor({ state: "hidden" });
    expect(await marker.evaluate((button) => button.matches(":focus"))).toBe(true);
    await marker.press("Enter");
    await card.locator("button.primary").press("Enter");
    const mark = page.locator("parallax-ask [part=panel] mark").first();
    await mark.waitFor();
    expect(await mark.textContent()).toContain("3 hours");
    await page.keyboard.press("Escape");
    await page.locator("parallax-ask [part=panel]").waitFor({ state: "hidden" });
  });

  it("shows figures on a plot and a change on a timeline, each with its table", async () => {
    const { page } = await openHost();
    await ask(page, DISPUTED);
    expect(await turn(page).locator("[part=plot]").getAttribute("aria-label")).toMatch(/^Plot of the figures/);
    expect(await turn(page).locator("table tbody th").count()).toBeGreaterThanOrEqual(4);
    await ask(page, "How many people has the flood in Orlen killed?");
    const text = await turn(page).textContent();
    for (const words of ["14", "31", "The figure changed over time"]) expect(text).toContain(words);
    expect(await turn(page).locator("[part=plot]").getAttribute("aria-label")).toMatch(/^Timeline/);
  });

  it("says what is missing where nothing answers", async () => {
    const { page } = await openHost();
    await ask(page, UNANSWERABLE);
    expect(await turn(page).textContent()).toContain("The documents do not say");
  });

  it("keeps a quote's number through a conversation", async () => {
    const { page } = await openHost();
    await ask(page, ANSWERED);
    const numbers = await turn(page).locator("[part=marker]").allTextContents();
    await ask(page, DISPUTED);
    await ask(page, ANSWERED);
    expect(await turn(page).locator("[part=marker]").allTextContents()).toEqual(numbers);
  });

  it("tells its page of answers, opened quotes and errors, and can be asked and cleared by it", async () => {
    const { page } = await openHost();
    const heard = await page.evaluate(async (question) => {
      const element = document.querySelector("parallax-ask") as HTMLElement & {
        ask: (question: string) => Promise<{ outcome: string } | null>;
        clear: () => void;
      };
      const events: string[] = [];
      for (const name of ["parallax:answer", "parallax:citation-open", "parallax:error"])
        document.addEventListener(name, () => events.push(name));
      const answer = await element.ask(question);
      element.shadowRoot?.querySelector<HTMLElement>("[part=marker]")?.click();
      element.clear();
      return { events, outcome: answer?.outcome, left: element.shadowRoot?.querySelectorAll("[part=turn]").length };
    }, ANSWERED);
    expect(heard).toEqual({ events: ["parallax:answer", "parallax:citation-open"], outcome: "answered", left: 0 });
  });
});

describeInBrowser("the widget where asking fails", ({ open, host, server }) => {
  const problem = (status: number, headers: Record<string, string> = {}) => ({
    status,
    headers: { "access-control-allow-origin": host(), "access-control-expose-headers": "retry-after", ...headers },
    contentType: "application/problem+json",
    body: JSON.stringify({ type: "urn:parallax:problem:x", title: "x", status, detail: "What the server says." }),
  });

  it.each([
    [413, "Shorten the question", {}],
    [422, "What the server says.", {}],
    [429, "You can ask again in 7 s", { "retry-after": "7" }],
    [503, "still being loaded", { "retry-after": "9" }],
    [500, "Something went wrong on the server", {}],
  ])("says in words what %i means: %s, and keeps the question", async (status, words, headers) => {
    const { page } = await open(host());
    await page.route(`${server()}/ask`, (route) =>
      route.request().method() === "POST" ? route.fulfill(problem(status, headers)) : route.continue(),
    );
    await ask(page, ANSWERED);
    expect(await turn(page).locator("[part=failure]").textContent()).toContain(words);
    expect(await field(page).inputValue()).toBe(ANSWERED);
    expect(await findBarriers(page)).toEqual([]);
  });

  it("says that it is offline, and asks again by itself once it is not", async () => {
    const { page } = await open(host());
    await page.locator("parallax-ask [part=starter]").first().waitFor();
    await page.context().setOffline(true);
    await ask(page, ANSWERED);
    expect(await turn(page).locator("[part=failure]").textContent()).toContain("You are offline");
    await page.context().setOffline(false);
    await turn(page).locator("[part=marker]").first().waitFor();
    expect(await turn(page).textContent()).toContain("3 hours");
  });

  it("stops at Escape, and asks again with Retry", async () => {
    const { page } = await open(host());
    let held = true;
    await page.route(`${server()}/ask`, async (route) => {
      // Never answered: Escape is what ends it.
      if (!held) await route.continue();
    });
    await field(page).fill(ANSWERED);
    await field(page).press("Enter");
    await page.locator("parallax-ask [part=turn][aria-busy=true]").waitFor();
    await field(page).press("Escape");
    await turn(page).locator("[part=failure]").waitFor();
    expect(await turn(page).locator("[part=failure]").textContent()).toContain("Your question is still here");
    held = false;
    await turn(page).locator("[part=retry]").click();
    await turn(page).locator("[part=marker]").first().waitFor();
  });
});
