import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { makeHttpHouse } from "../src/cli/http-house.ts";
import { readSettings } from "../src/cli/settings.ts";
import type { Settings } from "../src/cli/settings.ts";
import { ingestWorkers, openEmbedder, openHouse, runIngest } from "../src/cli/wire-up.ts";
import type { IngestEmbedder, OpenHouse } from "../src/cli/wire-up.ts";
import { loadGolden } from "../src/eval/golden.ts";
import { makeApp } from "../src/http/app.ts";
import { listen } from "../src/http/listen.ts";
import { answerReply } from "../src/http/wire.ts";
import type { Log } from "../src/ports.ts";
import { gatherProse } from "./gather-prose.ts";
import type { ProseDocument } from "./gather-prose.ts";
import { quantile } from "./raw-embedding.ts";
import { withWordVectors } from "./word-vectors.ts";

// node bin/bench.js ask: what POST /ask costs beside embedding the question and searching its vector, over the five reports that ship.
// node bin/bench.js ask FOLDER [PASSAGES] [words|real]: over so many passages of real text as well. Embedding those takes the better
// part of an hour; "words", the default, gives texts sums of word vectors instead (see word-vectors.ts) and questions the model's. Writes to a
// temporary folder only; with PARALLAX_BENCH_KEEP=FOLDER to that one, where the next run finds its index again.

const [folder, passages = "20000", kind = "words"] = process.argv.slice(2);
const kept = process.env["PARALLAX_BENCH_KEEP"];
const shipped = resolve("corpus");
/** Depth of the vector search that a question does. */
const DEPTH = 100;
/** What a passage adds to the text, its overlap aside; measured on such texts. */
const CHARS_PER_PASSAGE = 575;
const MIN_MEASURED = 300;
const print = (line: string): void => void process.stdout.write(`${line}\n`);
const quiet: Log = {
  info: () => {},
  warn: (message) => print(message),
  error: (message, fields) => print(`${message}: ${String(fields?.["error"])}`),
};
const ms = (value: number): string => value.toFixed(2);
const seconds = (value: number): string => (value / 1000).toFixed(1);

const golden = loadGolden(await readFile("test/golden/reports.jsonl", "utf8")).map(({ question }) => question);
/** Each question as it is, without its question mark, in small letters, and asked of the reports: four that embed and tokenise differently. */
const questions = golden.flatMap((question) => [
  question,
  question.replace(/\?$/u, ""),
  question.toLowerCase(),
  `According to the reports, ${question.charAt(0).toLowerCase()}${question.slice(1)}`,
]);
const rounds = Math.ceil(MIN_MEASURED / questions.length);

type Times = { readonly question: string; readonly raw: number; readonly ask: number; readonly stages: Stages };
type Stages = ReturnType<typeof answerReply.parse>["timingsMs"];
/** Makes a request ready, and sends it when called. What it takes to make one, or to read a reply that is there, is its client's affair. */
type Prepare = (question: string) => () => Promise<Pick<Response, "text">>;

async function timed<T>(work: () => Promise<T>): Promise<{ readonly ms: number; readonly value: T }> {
  const from = performance.now();
  const value = await work();
  return { ms: performance.now() - from, value };
}

const bodyOf = (question: string): RequestInit => ({
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify({ question }),
});

/** Both, alternately first, for each question in each round; the first round warms up. */
async function takeTurns(house: OpenHouse, prepare: Prepare): Promise<readonly Times[]> {
  const times: Times[] = [];
  const raw = async (question: string): Promise<void> => {
    const vector = await house.embedder.embedQuestion(question);
    house.index.latest().vectors.search(vector, DEPTH);
  };
  for (let round = 0; round <= rounds; round++) {
    for (const [i, question] of questions.entries()) {
      const send = prepare(question);
      const isRawFirst = (i + round) % 2 === 0;
      const before = isRawFirst ? await timed(() => raw(question)) : null;
      const asked = await timed(send);
      const { ms: rawMs } = before ?? (await timed(() => raw(question)));
      const stages = answerReply.parse(JSON.parse(await asked.value.text())).timingsMs;
      if (round > 0) times.push({ question, raw: rawMs, ask: asked.ms, stages });
    }
  }
  return times;
}

function report(title: string, times: readonly Times[]): void {
  print(`${title}, ${times.length} questions measured`);
  for (const q of [0.5, 0.95]) {
    const [ask, raw] = [times.map((one) => one.ask), times.map((one) => one.raw)].map((all) => quantile(all, q));
    if (ask === undefined || raw === undefined) continue;
    print(`  p${100 * q}: ask ${ms(ask)} ms, raw ${ms(raw)} ms, ratio ${(ask / raw).toFixed(2)}`);
  }
  const median = (of: (one: Times) => number): string => ms(quantile(times.map(of), 0.5));
  const { embed, retrieve, compare, compose } = {
    embed: median(({ stages }) => stages.embed),
    retrieve: median(({ stages }) => stages.retrieve),
    compare: median(({ stages }) => stages.compare),
    compose: median(({ stages }) => stages.compose),
  };
  const http = median(({ ask, stages }) => ask - stages.total);
  print(`  medians: embed ${embed}, retrieve ${retrieve}, compare ${compare}, prove ${compose}, HTTP ${http} ms`);
  const dearest = [...new Set(times.map(({ question }) => question))]
    .map((question) => {
      const own = times.filter((one) => one.question === question);
      return {
        question,
        extra: quantile(
          own.map(({ ask, stages }) => ask - stages.embed),
          0.5,
        ),
      };
    })
    .sort((a, b) => b.extra - a.extra);
  for (const { question, extra } of dearest.slice(0, 5)) print(`  ${ms(extra)} ms beside embedding: ${question}`);
}

async function measure(settings: Settings, embedder: IngestEmbedder): Promise<void> {
  const ingested = await runIngest(settings, embedder, { from: "changes", onProgress: () => {} });
  const { ms: openMs, value: house } = await timed(() => openHouse(settings, embedder, { log: quiet, first: "warm" }));
  const { records, passages: all, vectors, embedder: name, warnings } = house.index.latest();
  for (const warning of warnings) print(warning);
  print(
    `\n${records.length} documents, ${all.length} passages, vectors ${vectors.kind}, ${name}; ingest ${seconds(ingested.tookMs)} s, opened warm in ${seconds(openMs)} s`,
  );
  const app = makeApp(makeHttpHouse(() => house, quiet));
  // First of all: from then on replies are those that a server makes.
  const server = await listen(app, { host: "127.0.0.1", port: 0 });
  const inProcess: Prepare = (question) => {
    const request = new Request("http://127.0.0.1/ask", bodyOf(question));
    return async () => app.fetch(request);
  };
  report("In process", await takeTurns(house, inProcess));
  const overTcp: Prepare = (question) => async () => {
    const text = await (await fetch(`${server.url}/ask`, bodyOf(question))).text();
    return { text: async () => text };
  };
  report("Over TCP", await takeTurns(house, overTcp));
  await server.close(1000);
}

async function writeCorpus(documents: readonly ProseDocument[], place: string): Promise<string> {
  const corpus = join(place, "corpus");
  await rm(corpus, { recursive: true, force: true });
  await mkdir(corpus, { recursive: true });
  await cp(shipped, corpus, { recursive: true });
  for (const [i, { title, text }] of documents.entries()) {
    const matter = `---\ntitle: ${JSON.stringify(title)}\n---\n`;
    await writeFile(join(corpus, `prose-${String(i).padStart(5, "0")}.md`), `${matter}${text}`);
  }
  return corpus;
}

const settingsOf = (corpus: string, index: string): Settings =>
  readSettings({ flags: { corpus, index }, env: {}, cwd: "/", isFolder: () => true });

const place = kept ?? (await mkdtemp(join(tmpdir(), "parallax-bench-")));
const small = settingsOf(shipped, join(place, "index-small"));
const embedder = await openEmbedder(small, ingestWorkers());
await measure(small, embedder);
if (folder !== undefined) {
  const documents = await gatherProse(folder, Number(passages) * CHARS_PER_PASSAGE);
  const large = settingsOf(await writeCorpus(documents, place), join(place, `index-${kind}`));
  const sample = documents.map(({ title, text }) => `${title}\n${text}`);
  await measure(large, kind === "real" ? embedder : withWordVectors(embedder, sample));
}
await embedder.close();
if (kept === undefined) await rm(place, { recursive: true });
