import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";
import { makeFolder } from "../cli/run-cli.ts";
import { startEmbeddingsServer } from "../fakes/embeddings-server.ts";
import type { EmbeddingsServer } from "../fakes/embeddings-server.ts";
import { parseEvents } from "../http/parse-events.ts";

const program = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));
const ASKS = 25;

const open: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).toReversed()) await close();
});

/** A model on another machine that thinks about some questions until it is let go, and about others for ever. */
async function startSlowModel() {
  let letGo = (): void => {};
  const gate = new Promise<void>((resolve) => (letGo = resolve));
  let held = 0;
  let allHeld = (): void => {};
  const full = new Promise<void>((resolve) => (allHeld = resolve));
  const server: EmbeddingsServer = await startEmbeddingsServer(([text = ""]) => {
    if (!text.endsWith("?")) return null;
    held += 1;
    if (held === 2 * ASKS + 1) allHeld();
    return text.includes("slow") ? gate.then(() => null) : new Promise(() => {});
  });
  open.push(() => server.close());
  return { url: server.baseUrl.href, letGo, full };
}

/** The real program in a process of its own, once it listens. */
async function startProgram(embeddings: string): Promise<{ child: ChildProcess; url: string; index: string }> {
  const { folder, remove } = makeFolder({ "corpus/ferry.md": "---\ntitle: F\n---\nThe ferry carried 120 people.\n" });
  open.push(remove);
  const index = join(folder, "index");
  const where = ["--corpus", join(folder, "corpus"), "--index", index, "--port", "0"];
  const child = spawn(process.execPath, [program, "serve", "--ingest", "--embedder", "openai:slow", ...where], {
    env: { ...process.env, PARALLAX_LOG: "silent", PARALLAX_EMBEDDINGS_URL: embeddings },
    stdio: ["ignore", "pipe", "inherit"],
  });
  open.push(() => child.kill("SIGKILL"));
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /^Parallax answers at (\S+)/.exec(line)?.[1];
    if (url !== undefined) return { child, url, index };
  }
  throw new Error("The program ended before it listened.");
}

const post = async (url: string, body: object, accept: string): Promise<Response> =>
  fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", accept },
    body: JSON.stringify(body),
  });

test("30: told to stop, it finishes what it can, tells the rest to ask again, loses nothing acknowledged, and ends with 0", async () => {
  const model = await startSlowModel();
  const { child, url, index } = await startProgram(model.url);
  const ended = once(child, "exit");
  const asked = (question: string, accept: string) => post(`${url}/ask`, { question }, accept);
  const streams = (question: string) =>
    Array.from({ length: ASKS }, async () => (await asked(question, "text/event-stream")).text());
  const slow = streams("Is this slow?");
  const hung = streams("Does this hang?");
  const hungJson = asked("Does this hang?", "application/json");
  const verdict = { answerId: "a_1", question: "Who?", verdict: "good" };
  expect((await post(`${url}/feedback`, verdict, "*/*")).status).toBe(204);
  await model.full;

  child.kill("SIGTERM");
  await refused(url);
  model.letGo();
  const finished = await Promise.all(slow);
  expect(finished.map((text) => parseEvents(text).at(-1)?.event)).toEqual(Array(ASKS).fill("done"));

  const told = (await Promise.all(hung)).map((text) => parseEvents(text).at(-1));
  for (const last of told) expect(last).toMatchObject({ event: "error", data: { status: 503, retryable: true } });
  const json = await hungJson;
  expect([json.status, await json.json()]).toMatchObject([503, { retryable: true }]);
  expect(await ended).toEqual([0, null]);
  expect(JSON.parse(readFileSync(join(index, "feedback.jsonl"), "utf8"))).toMatchObject(verdict);
}, 60_000);

/** Resolves once the server takes no more connections: the signal has been heard. */
async function refused(url: string): Promise<void> {
  for (;;) {
    const taken = await fetch(`${url}/healthz`).then(
      () => true,
      () => false,
    );
    if (!taken) return;
  }
}
