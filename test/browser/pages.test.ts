import { expect, it } from "vitest";
import { describeInBrowser, expectUnharmed, findBarriers } from "./browser.ts";
import { ENDLESS, RUNS } from "./corpus.ts";

const PHONE = { viewport: { width: 320, height: 640 } };

describeInBrowser("the pages to read", ({ open, server }) => {
  const textOf = async (id: string): Promise<string> => {
    const reply = await fetch(`${server()}/documents/${id}`, { headers: { accept: "application/json" } });
    return ((await reply.json()) as { text: string }).text;
  };

  for (const path of ["/disagreements", "/documents/rally-police", "/documents/hostile-markup", "/documents/none"]) {
    for (const colorScheme of ["light", "dark"] as const) {
      it(`${path} in ${colorScheme} colours has no barriers`, async () => {
        const { page } = await open(path, { colorScheme });
        expect(await findBarriers(page)).toEqual([]);
      });
    }
  }

  it("axe sees a planted fault", async () => {
    const { page } = await open("/disagreements");
    await page.evaluate(() => document.querySelector("main")?.append(document.createElement("img")));
    expect((await findBarriers(page)).join()).toContain("image-alt");
  });

  it("opens a document at a quote, beside marks and behind an emoji", async () => {
    const text = await textOf("rally-union");
    for (const quote of [
      "30,000 protesters",
      "counted 30,000 protesters at the rally in Brinn on Monday. 🎺 A",
      "brass band",
    ]) {
      const start = text.indexOf(quote);
      const opened = await open(`/documents/rally-union#c=${start}-${start + quote.length}`);
      const spans = opened.page.locator(".opened");
      expect((await spans.allTextContents()).join("")).toBe(quote);
      expect(await opened.page.evaluate(() => document.activeElement?.className)).toBe("opened");
      expect(await opened.page.locator("#opened").textContent()).toContain("Opened at the quote");
      await expectUnharmed(opened);
    }
  });

  it("goes to another quote when the address changes, and leaves no trace of the first", async () => {
    const { page } = await open("/documents/rally-police#c=0-9");
    expect(await page.locator(".opened").allTextContents()).toEqual(["Thousands"]);
    await page.evaluate(() => {
      location.hash = "#c=10-12";
    });
    await page.waitForFunction(() => document.querySelector(".opened")?.textContent === "on");
    expect(await page.locator(".opened").count()).toBe(1);
    expect(await page.locator("[data-start]").first().textContent()).toBe("Thousands on the streets");
  });

  it.each(["#c=5-2", "#c=1-99999999", "#c=-1-2", "#c=<img>", "#c="])("says where %s leads nowhere", async (hash) => {
    const opened = await open(`/documents/rally-police${hash}`);
    expect(await opened.page.locator("#opened").textContent()).toMatch(/^The link names/);
    expect(await opened.page.locator(".opened").count()).toBe(0);
    await expectUnharmed(opened);
  });

  it("leads from a topic to the quote in its document, and from there back to the topic", async () => {
    const opened = await open("/disagreements");
    const { page } = opened;
    const position = page.locator(".position", { hasText: "30,000" });
    const quote = (await position.locator("blockquote").first().textContent()) ?? "";
    await position.locator("figcaption a").first().click();
    await page.waitForSelector(".opened");
    expect((await page.locator(".opened").allTextContents()).join("")).toBe(quote);
    await page.locator("sup a").first().click();
    await page.locator(".note:target a").click();
    await page.waitForURL(/\/disagreements#d-/);
    expect(await page.locator(".disagreement:target").textContent()).toContain("30,000");
    await expectUnharmed(opened);
  });

  it("takes its first Tab to the text", async () => {
    const { page } = await open("/documents/rally-police");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Skip to the text");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement?.id === "main");
  });
});

describeInBrowser("hostile documents", ({ open }) => {
  for (const id of ["hostile-markup", "hostile-direction", "hostile-length"]) {
    it(`${id} is shown as text on a phone`, async () => {
      const opened = await open(`/documents/${id}`, PHONE);
      await expectUnharmed(opened);
    });
  }

  it("the topics page holds their quotes as text on a phone", async () => {
    const opened = await open("/disagreements", PHONE);
    expect(await opened.page.locator("body").textContent()).toContain(RUNS.image);
    await expectUnharmed(opened);
  });

  it("an address that is none of the web keeps its document out of the corpus", async () => {
    const { page } = await open("/documents/hostile-link");
    expect(await page.locator("h1").textContent()).toBe("There is no such document");
  });

  it("markup stays text, in the title too", async () => {
    const { page } = await open("/documents/hostile-markup");
    expect(await page.locator("h1").textContent()).toBe(`${RUNS.image} ${RUNS.script}`);
    const text = (await page.locator(".text").textContent()) ?? "";
    for (const attack of [RUNS.script, RUNS.link]) expect(text).toContain(attack);
    expect(await page.locator("main img, main script, main [onerror]").count()).toBe(0);
  });

  it("no link leads anywhere but to the web or to this server", async () => {
    for (const path of ["/disagreements", "/documents/hostile-markup", "/documents/rally-police"]) {
      const { page } = await open(path);
      const protocols = await page.evaluate(() => [...document.links].map(({ protocol }) => protocol));
      expect(protocols.length).toBeGreaterThan(2);
      expect(protocols.filter((protocol) => !["http:", "https:"].includes(protocol))).toEqual([]);
    }
  });

  it("a turned direction ends with its paragraph: what follows keeps its place and the window's title its letters", async () => {
    const { page } = await open("/documents/hostile-direction");
    expect(await page.title()).toBe("Bridge opened – Parallax");
    const [left, indent] = await page.evaluate(() => {
      const last = [...document.querySelectorAll("[data-start]")].at(-1);
      const range = document.createRange();
      range.setStart(last?.firstChild ?? document, 0);
      range.setEnd(last?.firstChild ?? document, 2);
      return [range.getBoundingClientRect().left, last?.getBoundingClientRect().left];
    });
    expect(left).toBeCloseTo(indent ?? -1, 0);
  });

  it("a word of 100,000 characters is whole", async () => {
    const { page } = await open("/documents/hostile-length", PHONE);
    expect(await page.locator(".text").textContent()).toContain(ENDLESS);
  });
});

describeInBrowser("paper", ({ open }) => {
  it("gets the text and the notes without what only a screen needs", async () => {
    const { page } = await open("/documents/rally-police", { colorScheme: "dark" });
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".masthead nav").isVisible()).toBe(false);
    expect(await page.locator(".note").first().isVisible()).toBe(true);
  });
});
