import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { describeInBrowser } from "./browser.ts";
import { ask, field, part, PHONE, QUESTIONS, turn } from "./widget-page.ts";

/** Within this time after a key browsers take what moves for what the reader asked for (Layout Instability, "recent input"). */
const RECENT_MS = 500;

/** What has moved since a moment of the page: the summands of cumulative layout shift, none let off for a key pressed before, with what moved. */
const shiftsOf = (page: Page, since = 0): Promise<readonly string[]> =>
  page.evaluate(
    (from) =>
      new Promise<readonly string[]>((resolve) => {
        type Shift = PerformanceEntry & {
          readonly value: number;
          readonly sources: readonly { readonly previousRect: DOMRect; readonly currentRect: DOMRect }[];
        };
        const seen: Shift[] = [];
        new PerformanceObserver((list) => seen.push(...(list.getEntries() as Shift[]))).observe({
          type: "layout-shift",
          buffered: true,
        });
        // Two frames: shifts are told after the frame that they happen in.
        requestAnimationFrame(() =>
          requestAnimationFrame(() =>
            setTimeout(() =>
              resolve(
                seen
                  .filter(({ startTime }) => startTime > from)
                  .map(({ value, sources }) => {
                    const word = ({ y, width, height }: DOMRect) => `${width}x${height} at ${y}`;
                    const moved = sources.map((one) => `${word(one.previousRect)} to ${word(one.currentRect)}`);
                    return `${value.toFixed(4)} ${moved.join(", ")}`;
                  }),
              ),
            ),
          ),
        );
      }),
    since,
  );

describeInBrowser("nothing moves by itself", ({ open, host, server }) => {
  /** Opens a page whose script of the widget comes when the page has long been painted, as on a slow line. */
  const openLate = async (path: string, options = {}): Promise<Page> => {
    const { page } = await open("/icon.svg", options);
    let letGo = (): void => {};
    const painted = new Promise<void>((resolve) => (letGo = resolve));
    await page.route("**/widget.js", async (route) => {
      await painted;
      await route.continue();
    });
    await page.goto(path, { waitUntil: "commit" });
    await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0);
    letGo();
    await part(page, "starter").first().waitFor();
    return page;
  };

  /**
   * Asks a question whose answer comes when what moves is no longer put down to the key that was pressed.
   * @returns what has moved from then on
   */
  const askSlowly = async (page: Page, question: string): Promise<readonly string[]> => {
    let letGo = (): void => {};
    const held = new Promise<void>((resolve) => (letGo = resolve));
    await page.route(`${server()}/ask`, async (route) => {
      await held;
      await route.continue();
    });
    const asking = ask(page, question);
    await part(page, "turn").and(page.locator("[aria-busy=true]")).waitFor();
    const since = await page.evaluate(() => performance.now());
    // Browsers do not count what sticks to an edge; eyes do.
    const fieldAt = async () => (await field(page).boundingBox())?.y;
    const late = await page.waitForFunction((from) => performance.now() > from && performance.now(), since + RECENT_MS);
    const before = await fieldAt();
    letGo();
    await asking;
    expect(await fieldAt()).toBe(before);
    await page.unroute(`${server()}/ask`);
    return shiftsOf(page, Number(await late.jsonValue()));
  };

  for (const [where, options] of [
    ["desktop", { viewport: { width: 1280, height: 800 } }],
    ["phone", PHONE],
  ] as const) {
    it(`on a ${where}, on a news site with the documented rule: neither when the script comes nor when a slow answer does`, async () => {
      const page = await openLate(`${host()}/?rule=yes`, options);
      expect(await shiftsOf(page)).toEqual([]);
      for (const question of [QUESTIONS.disputed, QUESTIONS.answered, "Who said that?"]) {
        expect(await askSlowly(page, question)).toEqual([]);
      }
    });

    it(`on a ${where}, on the page at /`, async () => {
      const page = await openLate(server(), options);
      expect(await shiftsOf(page)).toEqual([]);
      for (const question of [QUESTIONS.disputed, QUESTIONS.answered]) {
        expect(await askSlowly(page, question)).toEqual([]);
      }
    });
  }

  it("on a news site without any rule, once the script is there", async () => {
    const page = await openLate(`${host()}/`);
    expect(await askSlowly(page, QUESTIONS.disputed)).toEqual([]);
  });

  it("not even what stands below: it keeps its place to the pixel from the first paint to the last answer", async () => {
    const page = await openLate(`${host()}/?rule=yes`);
    const placeOf = () => page.locator("#below").evaluate((below) => below.getBoundingClientRect().top + scrollY);
    const before = await placeOf();
    await ask(page, QUESTIONS.disputed);
    await ask(page, QUESTIONS.unanswerable);
    await part(page, "clear").click();
    expect(await placeOf()).toBe(before);
  });

  it("is measured so that a page that moves is seen", async () => {
    const { page } = await open(`${host()}/`);
    await page.evaluate(() => {
      document.querySelector("parallax-ask")?.before(Object.assign(document.createElement("h2"), { textContent: "!" }));
    });
    expect(await shiftsOf(page)).not.toEqual([]);
  });

  it("and the newest question stands at the top of the conversation, with its answer below it", async () => {
    const { page } = await open(`${host()}/?rule=yes`);
    await ask(page, QUESTIONS.disputed);
    await ask(page, QUESTIONS.answered);
    const top = (await part(page, "conversation").boundingBox())?.y ?? 0;
    const question = (await turn(page).locator("[part=question]").boundingBox())?.y ?? 0;
    expect(question - top).toBeGreaterThanOrEqual(0);
    expect(question - top).toBeLessThan(40);
    expect(await field(page).evaluate((input) => input.matches(":focus"))).toBe(true);
  });
});
