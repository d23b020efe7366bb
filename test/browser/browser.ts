import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, onTestFinished } from "vitest";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** A page with what went wrong on it: uncaught errors, errors of the console (broken policies among them), requests that left the server. */
export type OpenPage = { readonly page: Page; readonly faults: readonly string[] };

/** What tests have at hand in a real browser. */
export type Stage = {
  /** Address of the server, without a slash at its end. */
  readonly server: () => string;
  /** Address of the news site that embeds the widget. */
  readonly host: () => string;
  /** What readers' verdicts are kept in. */
  readonly feedback: () => string;
  /** A page of its own, opened at a path of the server, or at a whole address, and closed after the test. */
  readonly open: (path: string, options?: BrowserContextOptions) => Promise<OpenPage>;
};

/** Tests in a real browser against the real server; skipped where there is no Chromium. */
export function describeInBrowser(name: string, tests: (stage: Stage) => void): void {
  const where = inject("stage");
  describe.skipIf(where === null)(where === null ? `${name} (skipped: no Chromium)` : name, () => {
    let browser: Browser | null = null;
    beforeAll(async () => {
      browser = await chromium.connect(where?.browser ?? "");
    });
    afterAll(async () => {
      await browser?.close();
    });
    const server = (): string => where?.server ?? "";
    const host = (): string => where?.host ?? "";
    tests({
      server,
      host,
      feedback: () => where?.feedback ?? "",
      open: async (path, options = {}) => {
        if (browser === null) throw new Error("The browser is not open yet: open pages inside of tests.");
        const context = await browser.newContext({ reducedMotion: "reduce", ...options });
        onTestFinished(() => context.close());
        const page = await context.newPage();
        const faults: string[] = [];
        page.on("pageerror", (error) => faults.push(String(error)));
        page.on("console", (message) => {
          // No page names an icon; the browser looks for one all the same.
          const isIcon = message.location().url.endsWith("/favicon.ico");
          if (message.type() === "error" && !isIcon) faults.push(message.text());
        });
        page.on("request", (request) => {
          if (![server(), host()].includes(new URL(request.url()).origin)) faults.push(`left for ${request.url()}`);
        });
        await page.goto(new URL(path, server()).href);
        return { page, faults };
      },
    });
  });
}

/** Rules of WCAG 2.2 AA and best practice that a page breaks, each with the elements that break it. */
export async function findBarriers(page: Page): Promise<readonly string[]> {
  // As a script of the debugger: the page's policy forbids inline scripts, as it should.
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe: run } = globalThis as unknown as {
      axe: {
        run: () => Promise<{
          violations: { id: string; help: string; nodes: { target: unknown[]; failureSummary?: string }[] }[];
        }>;
      };
    };
    const { violations } = await run.run();
    return violations.map(
      ({ id, help, nodes }) =>
        `${id}: ${help}: ${nodes.map((node) => `${JSON.stringify(node.target)} ${node.failureSummary ?? ""}`).join("; ")}`,
    );
  });
}

/** Nothing of a document ran, nothing went wrong, nothing sticks out at the side. */
export async function expectUnharmed({ page, faults }: OpenPage): Promise<void> {
  expect(await page.evaluate("window.ran ?? null")).toBeNull();
  expect(faults).toEqual([]);
  const [inner, outer] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(inner).toBeLessThanOrEqual(outer ?? 0);
}
