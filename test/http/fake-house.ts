import type { HttpHouse, Readiness } from "../../src/http/house.ts";
import type { AskRequestWire } from "../../src/http/wire-requests.ts";
import type { PassagesWire } from "../../src/http/wire.ts";
import type { Document } from "../../src/documents/document.ts";
import type { Snapshot } from "../../src/index/snapshot.ts";
import type { VerifiedAnswer } from "../../src/quotes/verified.ts";
import { nodeHash } from "../../src/adapters/node-hash.ts";

const makeDocument = (id: string, title: string, text: string): Document => ({
  id,
  title,
  source: "The Harbour Gazette",
  published: "2023-05-02",
  url: null,
  text,
  sha256: nodeHash.sha256(text),
});

/** Two small documents; the first begins with an emoji, so that code points and code units differ. */
export const documents = [
  makeDocument("ferry", "The ferry", "⛴️🌊 The ferry carried 120 passengers.\nIt sank on Monday."),
  makeDocument("port/é", "Port & <b>docks</b>", "The port handled 4,000 containers."),
];

/** A snapshot of documents without passages: enough for what reads documents only. */
export function makeSnapshot(all: readonly Document[]): Snapshot {
  const none = { size: 0, search: () => [] };
  return {
    id: "generation-1",
    embedder: "none",
    dimensions: 1,
    records: all.map((document) => ({
      document,
      layout: { paragraphs: [], furniture: [] },
      sentences: [],
      passages: [],
      claims: [],
      credits: [],
    })),
    recordOf: new Map(all.map((document, at) => [document.id, at])),
    passages: [],
    bm25: { ...none, idf: () => 0 } as unknown as Snapshot["bm25"],
    vectors: { ...none, kind: "exact", dimensions: 1 },
    passageVector: () => new Float32Array(1),
    sentenceVector: () => new Float32Array(1),
    titleVector: () => new Float32Array(1),
    claims: { claims: [], byId: new Map(), byHead: new Map(), actions: new Set() },
    warnings: [],
  };
}

/** An answer that says nothing: what the server does with an answer does not depend on it. */
export const emptyAnswer = (question: string): VerifiedAnswer =>
  ({
    id: "a_1",
    question,
    readAs: null,
    outcome: "unanswerable",
    answer: "The documents do not say.",
    citations: [],
    disagreements: [],
    missing: [{ slot: "what", asked: question }],
    nearest: [],
    coverage: 0,
    answerer: { kind: "extractive" },
    index: { id: "generation-1", documents: 2, considered: 2, passages: 0, embedder: "none" },
    timingsMs: { embed: 0, retrieve: 0, compare: 0, compose: 0, total: 0 },
  }) as unknown as VerifiedAnswer;

/** A line of the log. */
export type LogLine = {
  readonly level: string;
  readonly message: string;
  readonly fields: Readonly<Record<string, unknown>>;
};

/** A house that remembers what it was asked and logged; anything may be replaced. */
export function makeFakeHouse(replaced: Partial<HttpHouse> = {}): {
  readonly house: HttpHouse;
  readonly asked: AskRequestWire[];
  readonly kept: Readonly<Record<string, unknown>>[];
  readonly logged: LogLine[];
} {
  const asked: AskRequestWire[] = [];
  const kept: Readonly<Record<string, unknown>>[] = [];
  const logged: LogLine[] = [];
  const note = (level: string) => (message: string, fields?: Readonly<Record<string, unknown>>) => {
    logged.push({ level, message, fields: fields ?? {} });
  };
  const ready: Readiness = { kind: "ready", warnings: ["bm25 was rebuilt"] };
  const snapshot = makeSnapshot(documents);
  let made = 0;
  const house: HttpHouse = {
    readiness: () => ready,
    index: { current: () => Promise.resolve(snapshot) },
    ask: (request) => {
      asked.push(request);
      return Promise.resolve(emptyAnswer(request.question));
    },
    search: () =>
      Promise.resolve<PassagesWire>({
        passages: [],
        index: { id: "generation-1", documents: 2, considered: 2, passages: 0, embedder: "none" },
      }),
    page: { html: "<!doctype html>", style: "p{}", widget: "2;", icon: "<svg/>" },
    reading: { script: "2;", style: "q{}" },
    origins: [],
    stopping: new AbortController().signal,
    feedback: {
      keep: (entry) => {
        kept.push(entry);
        return Promise.resolve();
      },
    },
    clock: { nowMs: () => 0 },
    ids: { make: (prefix) => `${prefix}_${(made += 1)}` },
    hash: nodeHash,
    log: { info: note("info"), warn: note("warn"), error: note("error") },
    ...replaced,
  };
  return { house, asked, kept, logged };
}
