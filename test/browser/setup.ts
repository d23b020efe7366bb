import { spawn } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import type { TestProject } from "vitest/node";
import { setup as emitDist } from "../emit-dist.ts";
import { writeCorpus } from "./corpus.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Where the server, a news site that embeds the widget, and the browser are; null where there is no Chromium. */
    readonly stage: {
      readonly server: string;
      readonly host: string;
      readonly browser: string;
      /** The file that the server keeps verdicts in. */
      readonly feedback: string;
    } | null;
  }
}

/** Longest that reading the corpus and loading the model may take. */
const START_TIMEOUT_MS = 90_000;

const USUAL_PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The browser that CHROMIUM_PATH names, and no other where it names one. */
function findChromium(): string | undefined {
  const named = process.env["CHROMIUM_PATH"];
  return (named ? [named] : USUAL_PLACES).find((path) => existsSync(path));
}

/** Once for all browser tests: one server over a small corpus and one Chromium, which every test file opens pages of its own in. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const executablePath = findChromium();
  if (executablePath === undefined) {
    console.warn("Browser tests are skipped: there is no Chromium. Install one, or name it in CHROMIUM_PATH.");
    project.provide("stage", null);
    return () => Promise.resolve();
  }
  emitDist();
  const folder = mkdtempSync(join(tmpdir(), "parallax-browser-"));
  writeCorpus(join(folder, "corpus"));
  const host = await startHost();
  const server = await startServer(folder, host.url);
  host.embed(server.url);
  // Chromium's own sandbox needs rights that containers do not give.
  const browser = await chromium.launchServer({ executablePath, host: "127.0.0.1", args: ["--no-sandbox"] });
  project.provide("stage", {
    server: server.url,
    host: host.url,
    browser: browser.wsEndpoint(),
    feedback: join(folder, "index", "feedback.jsonl"),
  });
  return async () => {
    await browser.close();
    host.stop();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

/** What docs/widget.md tells a site to write, so that nothing moves when the script comes. */
const DOCUMENTED_RULE = "parallax-ask { display: block; block-size: min(36rem, 100svh) }";

/**
 * A news site of another origin: its page embeds the widget under a policy that names the widget's server for scripts and connections and
 * nothing else but, with `?rule=`, the site's own style sheet. What else stands in the query becomes attributes of the element.
 */
async function startHost(): Promise<{
  readonly url: string;
  readonly embed: (widgetServer: string) => void;
  readonly stop: () => void;
}> {
  let from = "";
  const host = createServer((request, reply) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://host");
    if (pathname === "/site.css") {
      reply.setHeader("content-type", "text/css");
      return reply.end(DOCUMENTED_RULE);
    }
    const hasRule = searchParams.has("rule");
    searchParams.delete("rule");
    const attributes = [...searchParams].map(([name, value]) => ` ${name}="${value}"`).join("");
    const styles = hasRule ? "; style-src 'self'" : "";
    reply.setHeader("content-type", "text/html; charset=utf-8");
    reply.setHeader("content-security-policy", `default-src 'none'; script-src ${from}; connect-src ${from}${styles}`);
    return reply.end(
      `<!doctype html><html lang="en"><head><title>News</title><meta name="color-scheme" content="light dark" />` +
        `<meta name="viewport" content="width=device-width, initial-scale=1" />` +
        `${hasRule ? '<link rel="stylesheet" href="/site.css" />' : ""}</head><body><main>` +
        `<h1>News</h1><script type="module" src="${from}/widget.js"></script><parallax-ask${attributes}></parallax-ask>` +
        `<p id="below">Below the widget.</p></main></body></html>`,
    );
  });
  await new Promise<void>((resolve) => host.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(host.address() as AddressInfo).port}`,
    embed: (widgetServer) => {
      from = widgetServer;
    },
    stop: () => host.close(),
  };
}

/** `parallax serve` on a free port, once it says where it answers. */
function startServer(
  folder: string,
  host: string,
): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  const flags = ["--corpus", join(folder, "corpus"), "--index", join(folder, "index"), "--host", "127.0.0.1"];
  const child = spawn(process.execPath, ["dist/cli/main.js", "serve", "--ingest", "--port", "0", ...flags], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, PARALLAX_ORIGINS: host },
  });
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      if (child.exitCode !== null) return resolve();
      child.once("exit", () => resolve());
      child.kill("SIGTERM");
    });
  return new Promise((resolve, reject) => {
    let heard = "";
    const give = (reason: string): void => reject(new Error(`The server ${reason}. It said:\n${heard}`));
    const late = setTimeout(() => {
      child.kill("SIGKILL");
      give("did not start in time");
    }, START_TIMEOUT_MS);
    const listen = (chunk: Buffer): void => {
      heard += chunk.toString("utf8");
      const url = /Parallax answers at (http:\/\/\S+)/.exec(heard)?.[1];
      if (url === undefined) return;
      clearTimeout(late);
      resolve({ url, stop });
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    child.once("exit", () => {
      clearTimeout(late);
      give("ended");
    });
  });
}
