import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { answerReply } from "../../src/http/wire.ts";
import type { AnswerWire } from "../../src/http/wire.ts";
import type { AskEventWire } from "../../src/http/wire-events.ts";
import { parseEvents } from "../http/parse-events.ts";
import { linesOf } from "./lines-of.ts";

const parallax = fileURLToPath(new URL("../../bin/parallax.js", import.meta.url));

/** `parallax serve` as a process of its own. */
export type Product = {
  readonly url: string;
  /** The first line: address, corpus, index, answerer, and what leaves the machine. */
  readonly says: string;
  readonly stop: () => Promise<void>;
};

/** A folder with the index of the corpus that ships; `remove` takes it away. */
export async function indexCorpus(): Promise<{ readonly folder: string; readonly remove: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), "parallax-llm-"));
  const child = spawn(process.execPath, [parallax, "ingest", "--index", folder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await linesOf(child, (line) => line).ended();
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Serves this index with these variables, and no others that could name a model. */
export async function serve(index: string, variables: Readonly<Record<string, string>>): Promise<Product> {
  const rest = Object.entries(process.env).filter(([name]) => !/^(OPENAI|PARALLAX)_/.test(name));
  const child = spawn(process.execPath, [parallax, "serve", "--port", "0", "--index", index], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...Object.fromEntries(rest), PARALLAX_LOG: "error", ...variables },
  });
  const lines = linesOf(child, (line) => line);
  const says = await lines.find((all) => all.find((line) => line.startsWith("Parallax answers at ")));
  return { url: /http:\/\/\S+/.exec(says)?.[0] ?? "", says, stop: lines.stop };
}

/** What one asks of the product. */
type Asked = {
  readonly question: string;
  readonly answerer?: "extractive" | "llm";
  readonly accept?: "application/json" | "text/event-stream";
  readonly signal?: AbortSignal;
};

const post = (url: string, { accept = "application/json", signal, ...body }: Asked): Promise<Response> =>
  fetch(`${url}/ask`, {
    method: "POST",
    headers: { "content-type": "application/json", accept },
    body: JSON.stringify(body),
    ...(signal ? { signal } : {}),
  });

/** The answer in one piece. */
export const ask = async (url: string, asked: Asked): Promise<AnswerWire> =>
  answerReply.parse(await (await post(url, asked)).json());

/** The answer as events. */
export const askStreamed = async (url: string, asked: Asked): Promise<readonly AskEventWire[]> =>
  parseEvents(await (await post(url, { ...asked, accept: "text/event-stream" })).text());

/** The texts of all documents, as GET /documents/:id gives them. */
export async function textsOf(url: string): Promise<ReadonlyMap<string, string>> {
  const { documents } = (await (await fetch(`${url}/documents`)).json()) as { documents: readonly { id: string }[] };
  const texts = documents.map(async ({ id }) => {
    const { text } = (await (await fetch(`${url}/documents/${encodeURIComponent(id)}`)).json()) as { text: string };
    return [id, text] as const;
  });
  return new Map(await Promise.all(texts));
}
