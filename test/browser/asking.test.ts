import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { describeInBrowser, expectUnharmed } from "./browser.ts";
import { ask, field, part, QUESTIONS, turn } from "./widget-page.ts";

const { answered: ANSWERED } = QUESTIONS;

describeInBrowser("a question is written", ({ open, host, server }) => {
  /** Counts the questions that reach the server. */
  const countAsked = async (page: Page): Promise<readonly string[]> => {
    const asked: string[] = [];
    await page.route(`${server()}/ask`, async (route) => {
      asked.push((route.request().postDataJSON() as { question: string } | null)?.question ?? "");
      await route.continue();
    });
    return asked;
  };

  it("with an input method: the Enter that takes a word asks nothing, the next one asks", async () => {
    const { page } = await open(host());
    const asked = await countAsked(page);
    const session = await page.context().newCDPSession(page);
    await field(page).focus();
    await session.send("Input.imeSetComposition", { text: "にほん", selectionStart: 3, selectionEnd: 3 });
    await page.keyboard.press("Enter");
    expect(await field(page).inputValue()).toContain("にほん");
    expect(await part(page, "turn").count()).toBe(0);
    await session.send("Input.insertText", { text: "日本" });
    await page.keyboard.press("Enter");
    await turn(page).and(page.locator("[aria-busy=false]")).waitFor();
    expect(asked.at(-1)).toContain("日本");
  });

  it("in several lines by Shift+Enter, and sent as it stands", async () => {
    const { page } = await open(host());
    const asked = await countAsked(page);
    await field(page).pressSequentially("How long did the");
    await field(page).press("Shift+Enter");
    await field(page).pressSequentially("brass band play?");
    await field(page).press("Enter");
    await turn(page).and(page.locator("[aria-busy=false]")).waitFor();
    expect(asked).toContain("How long did the\nbrass band play?");
    expect(await field(page).inputValue()).toBe("");
  });

  it("not at all while it is empty or longer than the server takes; how much is left is said", async () => {
    const { page } = await open(host());
    const asked = await countAsked(page);
    await field(page).press("Enter");
    await field(page).fill("🎺".repeat(1001));
    expect(await part(page, "count").textContent()).toBe("1 characters too many");
    await field(page).press("Enter");
    expect(await part(page, "turn").count()).toBe(0);
    await field(page).fill("🎺".repeat(990));
    expect(await part(page, "count").textContent()).toBe("10 characters left");
    expect(asked).toEqual([]);
  });

  it("with starters of the page's own, as many as it names, none where it names none", async () => {
    const own = await open(`${host()}/?starters=${encodeURIComponent(`${ANSWERED}|Who?`)}`);
    expect(await part(own.page, "starter").allTextContents()).toEqual([ANSWERED, "Who?"]);
    await part(own.page, "starter").first().click();
    await turn(own.page).locator("[part=marker]").first().waitFor();
    expect(await part(own.page, "starters").isVisible()).toBe(false);
    const none = await open(`${host()}/?starters=`);
    await field(none.page).waitFor();
    expect(await part(none.page, "starter").count()).toBe(0);
    await expectUnharmed(none);
  });

  it("by starters that ask about what the documents disagree about, each answered with a disagreement", async () => {
    const { page } = await open(host());
    await part(page, "starter").first().waitFor();
    const questions = await part(page, "starter").allTextContents();
    expect(questions.length).toBeGreaterThan(1);
    for (const question of questions) {
      await ask(page, question);
      expect(await turn(page).locator("[part=disagreement]").count()).toBeGreaterThan(0);
    }
  });

  it("and begun anew by a button that leaves nothing of the conversation and the focus in the field", async () => {
    const { page } = await open(host());
    await ask(page, ANSWERED);
    await part(page, "clear").click();
    expect(await part(page, "turn").count()).toBe(0);
    expect(await field(page).evaluate((input) => input.matches(":focus"))).toBe(true);
    expect(await part(page, "starters").isVisible()).toBe(true);
  });
});

describeInBrowser("waiting for an answer", ({ open, host, server }) => {
  /** Answers the first times with these, then lets the server answer. */
  const answerFirst = async (
    page: Page,
    replies: readonly (
      | "never"
      | "refused"
      | { readonly status: number; readonly headers?: Readonly<Record<string, string>> }
    )[],
  ): Promise<void> => {
    const left = [...replies];
    await page.route(`${server()}/ask`, async (route) => {
      const reply = route.request().method() === "POST" ? left.shift() : undefined;
      if (reply === undefined) return route.continue();
      if (reply === "never") return undefined;
      if (reply === "refused") return route.abort("connectionrefused");
      return route.fulfill({
        status: reply.status,
        headers: {
          "access-control-allow-origin": host(),
          "access-control-expose-headers": "retry-after",
          ...reply.headers,
        },
        contentType: "application/problem+json",
        body: JSON.stringify({ type: "urn:parallax:problem:x", title: "x", status: reply.status, detail: "Why." }),
      });
    });
  };

  const send = async (page: Page): Promise<void> => {
    await field(page).fill(ANSWERED);
    await field(page).press("Enter");
  };
  const failure = (page: Page) => part(page, "failure").last();
  const answers = (page: Page) => turn(page).locator("[part=marker]").first().waitFor();

  it("says what is being done, and can be stopped by a button that keeps the question", async () => {
    const { page } = await open(host());
    await answerFirst(page, ["never"]);
    await send(page);
    await page.getByText("Looking through the documents").waitFor();
    const button = part(page, "ask");
    expect(await button.evaluate((one: HTMLElement) => one.innerText.trim())).toBe("Stop");
    await button.click();
    expect(await failure(page).textContent()).toContain("Stopped. Your question is still here.");
    expect(await field(page).inputValue()).toBe(ANSWERED);
    expect(await part(page, "stage").textContent()).toBe("");
    await field(page).press("Enter");
    await answers(page);
  });

  it("counts down where many ask, and lets the reader ask again when it is time, not before", async () => {
    const { page } = await open(host());
    await page.clock.install();
    await answerFirst(page, [{ status: 429, headers: { "retry-after": "3" } }]);
    await send(page);
    for (const left of [3, 2, 1]) {
      await page.getByText(`You can ask again in ${left} s`).first().waitFor();
      expect(await part(page, "retry").isDisabled()).toBe(true);
      await page.clock.runFor(1000);
    }
    await failure(page).getByText("You can ask again now").waitFor();
    await part(page, "retry").click();
    await answers(page);
    expect(await part(page, "turn").count()).toBe(1);
  });

  it("goes on by itself once the server has loaded its documents", async () => {
    const { page } = await open(host());
    await page.clock.install();
    await answerFirst(page, [{ status: 503, headers: { "retry-after": "5" } }]);
    await send(page);
    await failure(page).getByText("still being loaded").waitFor();
    expect(await part(page, "retry").count()).toBe(0);
    await page.clock.runFor(5000);
    await answers(page);
    expect(await part(page, "turn").count()).toBe(1);
  });

  it("gives up after half a minute without a word, and asks again by Retry", async () => {
    const { page } = await open(host());
    await page.clock.install();
    await answerFirst(page, ["never"]);
    await send(page);
    await turn(page).and(page.locator("[aria-busy=true]")).waitFor();
    await page.clock.runFor(30_000);
    await failure(page).getByText("No answer came in time").waitFor();
    await part(page, "retry").click();
    await answers(page);
  });

  it("tells a server that is away from being offline, and keeps the focus where it is written", async () => {
    const { page } = await open(host());
    await answerFirst(page, ["refused"]);
    await send(page);
    await failure(page).getByText("The server cannot be reached").waitFor();
    await part(page, "retry").press("Enter");
    await answers(page);
    expect(await field(page).evaluate((input) => input.matches(":focus"))).toBe(true);
  });

  it("is told to its page as an error with its kind", async () => {
    const { page } = await open(host());
    await answerFirst(page, [{ status: 413 }]);
    const heard = page.evaluate(
      () =>
        new Promise((resolve) =>
          document.addEventListener("parallax:error", (event) => resolve((event as CustomEvent).detail)),
        ),
    );
    await send(page);
    expect(await heard).toEqual({ question: ANSWERED, kind: "too-large" });
  });
});
