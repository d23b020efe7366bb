import type { BrowserContextOptions, Page } from "playwright-core";
import { expect, it } from "vitest";
import { describeInBrowser, expectUnharmed, findBarriers } from "./browser.ts";
import type { OpenPage } from "./browser.ts";
import { ask, field, part, PHONE, QUESTIONS, turn } from "./widget-page.ts";

const PROTESTERS = ["12,000", "21,000", "30,000", "45,000"];

describeInBrowser("every state of the widget", ({ open, host, server }) => {
  const STATES: Readonly<Record<string, (page: Page) => Promise<void>>> = {
    empty: (page) => part(page, "starter").first().waitFor(),
    asking: async (page) => {
      await page.route(`${server()}/ask`, () => {});
      await field(page).fill(QUESTIONS.answered);
      await field(page).press("Enter");
      await page.locator("parallax-ask [aria-busy=true]").waitFor();
    },
    answered: (page) => ask(page, QUESTIONS.answered),
    disputed: (page) => ask(page, QUESTIONS.disputed),
    update: (page) => ask(page, QUESTIONS.update),
    unanswerable: (page) => ask(page, QUESTIONS.unanswerable),
    "read otherwise": async (page) => {
      await ask(page, QUESTIONS.disputed);
      await ask(page, "And the union's figure?");
      await part(page, "undo").waitFor();
    },
    failed: async (page) => {
      await page.route(`${server()}/ask`, (route) => route.abort());
      await ask(page, QUESTIONS.answered);
      await part(page, "failure").waitFor();
    },
    "card open": async (page) => {
      await ask(page, QUESTIONS.answered);
      await part(page, "marker").first().click();
      await part(page, "card").waitFor();
    },
    "panel open": async (page) => {
      await ask(page, QUESTIONS.answered);
      await part(page, "marker").first().click();
      await part(page, "card").locator("button.primary").click();
      await part(page, "panel").locator("mark").waitFor();
    },
    "verdict asked for": async (page) => {
      await ask(page, QUESTIONS.disputed);
      await part(page, "feedback").getByRole("button").nth(1).click();
      await part(page, "feedback").locator("select").waitFor();
    },
  };

  for (const colorScheme of ["light", "dark"] as const) {
    for (const [state, reach] of Object.entries(STATES)) {
      it(`${state}, in ${colorScheme} colours, has no barriers`, async () => {
        const { page } = await open(host(), { colorScheme });
        await reach(page);
        expect(await findBarriers(page)).toEqual([]);
      });
    }
  }

  const WINDOWS: Readonly<Record<string, BrowserContextOptions>> = {
    // 1280 by 1024 at 400 %, WCAG 1.4.10.
    "at 400 % zoom": { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 },
    "on a small phone": PHONE,
    "on a 4K screen": { viewport: { width: 3840, height: 2160 } },
  };
  for (const [where, options] of Object.entries(WINDOWS)) {
    for (const site of ["host", "own page"] as const) {
      it(`${where}, on the ${site}, fits its width and can be asked, read and left`, async () => {
        const opened = await open(site === "host" ? `${host()}/?rule=yes` : server(), options);
        const { page } = opened;
        await ask(page, QUESTIONS.disputed);
        await expectUnharmed(opened);
        const row = part(page, "position").last();
        await row.scrollIntoViewIfNeeded();
        const box = await row.boundingBox();
        const width = options.viewport?.width ?? 0;
        expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? Infinity) <= width).toBe(true);
        await turn(page).locator("[part=text] [part=marker]").first().click();
        const card = await part(page, "card").boundingBox();
        expect((card?.x ?? -1) >= 0 && (card?.x ?? 0) + (card?.width ?? Infinity) <= width).toBe(true);
        await page.keyboard.press("Escape");
        await ask(page, QUESTIONS.answered);
        await expectUnharmed(opened);
      });
    }
  }
});

describeInBrowser("the widget in other languages and directions", ({ open, host, server }) => {
  it("speaks German where its page does, and leaves the documents' words as they are", async () => {
    const opened = await open(`${host()}/?lang=de`);
    const { page } = opened;
    expect(await part(page, "heading").textContent()).toBe("Die Dokumente fragen");
    await ask(page, QUESTIONS.disputed);
    const text = (await turn(page).textContent()) ?? "";
    for (const words of ["Die Dokumente weichen voneinander ab", "Zwei Darstellungen derselben Sache", "07.05.2030"]) {
      expect(text).toContain(words);
    }
    expect(text).toContain("Police counted 12,000 protesters");
    await turn(page).locator("[part=marker]").first().click();
    await part(page, "card").getByText("Im Dokument lesen").waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await expectUnharmed(opened);
  });

  it("runs from right to left where its page does: nothing sticks out, figures and quotes keep their own direction", async () => {
    const opened = await open(`${host()}/?dir=rtl`, PHONE);
    const { page } = opened;
    await ask(page, QUESTIONS.disputed);
    await expectUnharmed(opened);
    const [heading, start] = await page.evaluate(() => {
      const root = document.querySelector("parallax-ask")?.shadowRoot;
      const title = root?.querySelector("h2");
      const quote = root?.querySelector("blockquote");
      return [
        title === null || title === undefined ? "" : getComputedStyle(title).direction,
        quote === null || quote === undefined ? "" : getComputedStyle(quote).direction,
      ];
    });
    expect([heading, start]).toEqual(["rtl", "ltr"]);
    expect(await findBarriers(page)).toEqual([]);
    const wide = await open(`${host()}/?dir=rtl`);
    await ask(wide.page, QUESTIONS.disputed);
    const cells = part(wide.page, "position").first().getByRole("cell");
    const value = await part(wide.page, "position").first().getByRole("rowheader").boundingBox();
    expect(value?.x ?? 0).toBeGreaterThan((await cells.first().boundingBox())?.x ?? Infinity);
  });

  it("keeps every shape in forced colours: buttons, marks and plot are drawn in the reader's colours", async () => {
    const { page } = await open(host(), { forcedColors: "active", colorScheme: "dark" });
    await ask(page, QUESTIONS.disputed);
    const drawn = await page.evaluate(() => {
      const root = document.querySelector("parallax-ask")?.shadowRoot;
      const of = (selector: string, name: string): string => {
        const element = root?.querySelector(selector);
        return element === null || element === undefined ? "" : getComputedStyle(element).getPropertyValue(name);
      };
      const probe = document.body.appendChild(document.createElement("p"));
      const ink = getComputedStyle(probe).color;
      probe.remove();
      return {
        ink,
        dot: of(".plot-full", "fill"),
        marker: of(".marker", "border-top-width"),
        ask: of(".ask", "color"),
      };
    });
    expect(drawn.dot).toBe(drawn.ink);
    expect(drawn.marker).toBe("1px");
    expect(await findBarriers(page)).toEqual([]);
  });

  it("moves nothing for those who want less motion, and something for the others", async () => {
    const moving = (page: Page): Promise<number> =>
      page.evaluate(() => document.querySelector("parallax-ask")?.shadowRoot?.getAnimations().length ?? -1);
    for (const [reducedMotion, expected] of [
      ["reduce", false],
      ["no-preference", true],
    ] as const) {
      const { page } = await open(host(), { reducedMotion });
      await page.route(`${server()}/ask`, () => {});
      await field(page).fill(QUESTIONS.answered);
      await field(page).press("Enter");
      await page.locator("parallax-ask [aria-busy=true]").waitFor();
      expect((await moving(page)) > 0).toBe(expected);
    }
  });
});

describeInBrowser("on paper", ({ open, host }) => {
  it("an answer is whole: nothing is cut or folded, every number has its document, nothing that only a screen needs", async () => {
    const { page } = await open(`${host()}/?rule=yes`, { colorScheme: "dark" });
    await ask(page, QUESTIONS.answered);
    await ask(page, QUESTIONS.disputed);
    await page.emulateMedia({ media: "print" });
    for (const name of ["composer", "starters", "feedback", "clear", "tools"]) {
      expect(await part(page, name).first().isVisible()).toBe(false);
    }
    const below = (await page.locator("#below").boundingBox())?.y ?? 0;
    const end = await turn(page).boundingBox();
    expect((end?.y ?? Infinity) + (end?.height ?? 0)).toBeLessThanOrEqual(below);
    for (const figure of PROTESTERS) {
      expect(await part(page, "position").filter({ hasText: figure }).isVisible()).toBe(true);
    }
    for (const folded of await page.locator("parallax-ask details > :not(summary)").all()) {
      expect(await folded.isVisible()).toBe(true);
    }
    const sources = part(page, "sources");
    for (const each of await sources.all()) {
      for (const item of await each.getByRole("listitem").all()) {
        expect(await item.innerText()).toMatch(/^\d+/);
        expect(await item.innerText()).toMatch(/20\d\d/);
      }
    }
    const ink = await page.evaluate(() => {
      const text = document.querySelector("parallax-ask")?.shadowRoot?.querySelector("[part=text]");
      return text === null || text === undefined ? "" : getComputedStyle(text).color;
    });
    const [red = 255, green = 255, blue = 255] = (ink.match(/\d+/g) ?? []).map(Number);
    expect(Math.max(red, green, blue)).toBeLessThan(80);
  });
});

describeInBrowser("the keyboard alone", ({ open, host }) => {
  it("reaches everything in its order, and the focus is always to be seen", async () => {
    const { page } = await open(host());
    await ask(page, QUESTIONS.answered);
    const focused = (): Promise<string> =>
      page.evaluate(() => {
        const active = document.querySelector("parallax-ask")?.shadowRoot?.activeElement;
        if (active === null || active === undefined) return "outside";
        const { outlineStyle, outlineWidth } = getComputedStyle(active);
        const name = active.getAttribute("part") ?? active.textContent ?? "";
        return `${name}${outlineStyle === "none" || outlineWidth === "0px" ? " unseen" : ""}`;
      });
    await page.locator("h1").click();
    const order: string[] = [];
    for (let step = 0; step < 20; step += 1) {
      await page.keyboard.press("Tab");
      const at = await focused();
      if (at === "outside" && order.length > 0) break;
      if (at !== "outside") order.push(at);
    }
    expect(order.join()).not.toContain("unseen");
    expect(order.filter((name) => name !== "conversation")).toEqual([
      "clear",
      "marker",
      "1 source",
      "Copy",
      "Copy as plain text",
      "Copy link",
      "Yes, good",
      "No, not good",
      "input",
      "ask",
    ]);
  });
});

describeInBrowser("a site that is not listed", ({ open, host, server }) => {
  it("gets no widget: its browser is not allowed to load the script", async () => {
    const stranger = host().replace("127.0.0.1", "localhost");
    const { page, faults }: OpenPage = await open(stranger);
    await page.locator("#below").waitFor();
    expect(await page.evaluate(() => customElements.get("parallax-ask") === undefined)).toBe(true);
    expect(faults.join("\n")).toMatch(/CORS/);
    const allowed = async (origin: string): Promise<string | null> =>
      (await fetch(`${server()}/disagreements`, { headers: { origin } })).headers.get("access-control-allow-origin");
    expect([await allowed(host()), await allowed(stranger)]).toEqual([host(), null]);
  });

  it("while the listed one needs no more of its policy than the server's name for scripts and connections", async () => {
    const policy = (await fetch(host())).headers.get("content-security-policy");
    expect(policy).toBe(`default-src 'none'; script-src ${server()}; connect-src ${server()}`);
    const opened = await open(host());
    await ask(opened.page, QUESTIONS.disputed);
    await turn(opened.page).locator("[part=marker]").first().click();
    await part(opened.page, "card").locator("button.primary").click();
    await part(opened.page, "panel").locator("mark").waitFor();
    await expectUnharmed(opened);
  });
});
