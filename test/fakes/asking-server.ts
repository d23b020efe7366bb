import { ask } from "../../src/ask.ts";
import { ParallaxError } from "../../src/errors.ts";
import { makeApp } from "../../src/http/app.ts";
import type { HttpHouse } from "../../src/http/house.ts";
import { listen } from "../../src/http/listen.ts";
import type { Deadlines, Listening } from "../../src/http/listen.ts";
import { embedFile, snapshotOf } from "../../src/index/in-memory.ts";
import { makeFakeHouse } from "../http/fake-house.ts";
import { hashingEmbedder } from "./hashing-embedder.ts";

/** A server on 127.0.0.1 that really answers, over one document; questions that say "slow" wait until they are told to stop. */
export type AskingServer = Listening & {
  readonly port: number;
  /** Slow questions that were begun, and how many of them were told to stop. */
  readonly slow: { begun: number; stopped: number };
  /** Resolves once so many slow questions were begun, or stopped. */
  readonly until: (which: "begun" | "stopped", count: number) => Promise<void>;
};

/** @param more sentences of the document beside its first, to make it long */
export async function startAskingServer({
  more = "",
  deadlines,
}: { readonly more?: string; readonly deadlines?: Deadlines } = {}): Promise<AskingServer> {
  const embedder = hashingEmbedder(64);
  const text = `---\ntitle: The ferry\n---\n\nThe ferry Aurora carried 120 passengers to Lowport. ${more}\n`;
  const file = await embedFile({ path: "ferry.md", bytes: new TextEncoder().encode(text) }, embedder);
  const snapshot = snapshotOf(file === null ? [] : [file], embedder);
  const slow = { begun: 0, stopped: 0 };
  let waiting: { which: "begun" | "stopped"; count: number; resolve: () => void }[] = [];
  const note = (which: "begun" | "stopped"): void => {
    slow[which] += 1;
    for (const one of waiting) if (slow[one.which] >= one.count) one.resolve();
    waiting = waiting.filter((one) => slow[one.which] < one.count);
  };
  const embedSlowly = async (question: string, signal?: AbortSignal): Promise<Float32Array> => {
    if (!question.includes("slow")) return embedder.embedQuestion(question);
    note("begun");
    return new Promise((_resolve, reject) => {
      const stop = (): void => {
        note("stopped");
        reject(new ParallaxError("aborted", "The question was dropped."));
      };
      if (signal?.aborted === true) stop();
      signal?.addEventListener("abort", stop, { once: true });
    });
  };
  const house: HttpHouse = {
    ...makeFakeHouse({ index: { current: () => Promise.resolve(snapshot) } }).house,
    log: { info: () => {}, warn: () => {}, error: () => {} },
    ask: (request, terms) =>
      ask(
        request,
        {
          index: { current: () => Promise.resolve(snapshot) },
          embedder: { embedQuestion: embedSlowly },
          clock: { nowMs: () => 0 },
          ids: { make: (prefix) => `${prefix}_1` },
          log: { warn: () => {} },
        },
        terms,
      ),
  };
  const listening = await listen(makeApp(house), { host: "127.0.0.1", port: 0 }, deadlines);
  return {
    ...listening,
    port: Number(new URL(listening.url).port),
    slow,
    until: (which, count) =>
      slow[which] >= count ? Promise.resolve() : new Promise((resolve) => waiting.push({ which, count, resolve })),
  };
}

/** The bytes of POST /ask. */
export function askBytes(question: string, accept = "application/json"): string {
  const body = JSON.stringify({ question });
  const headers = [
    "POST /ask HTTP/1.1",
    "host: 127.0.0.1",
    "content-type: application/json",
    `accept: ${accept}`,
    `content-length: ${Buffer.byteLength(body)}`,
  ];
  return `${headers.join("\r\n")}\r\n\r\n${body}`;
}
