import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

import { layOut } from "../../src/documents/layout.ts";
import { readDocument } from "../../src/documents/read.ts";
import { splitIntoSentences as sentencesOf } from "../../src/passages/sentences.ts";
import { splitIntoPassages } from "../../src/passages/split.ts";
import { foldWithMap } from "../../src/text/fold.ts";
import { splitIntoSentences } from "../../src/text/sentences.ts";
import { contentStems, splitIntoWords } from "../../src/text/words.ts";

const ADVERSARIAL_LENGTH = 100_000;

/** The goal is 50 ms. On a busy machine a linear scan stays far below this ceiling, and a quadratic one takes ten times as long. */
const CEILING_MS = 1_000;

/** What backtracking stumbles over: long runs of what patterns repeat, with something at the end that fits nothing. */
const RUNS = [
  "a",
  "A",
  "1",
  " ",
  "\n",
  ".",
  ",",
  '"',
  "'",
  "(",
  "[",
  "<",
  "-",
  "#",
  "*",
  ":",
  "é",
  "\u0301",
  "\u200B",
  "😀",
];
const PHRASES = [
  "a ",
  "A. ",
  "1,",
  "1.",
  "1 ",
  "10 a.m. ",
  "A b, ",
  "U.S. ",
  '"a ',
  "the ",
  "said ",
  "of the ",
  "Nov. 9 ",
  "a-",
  "x@",
  "http://",
  "- ",
  "1) A ",
  "((a) ",
  "€1 ",
];
const ENDS = ["", "\u0000", "!", " "];

const fill = (unit: string, length = ADVERSARIAL_LENGTH) =>
  unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
const everyText = (units: readonly string[]) => units.flatMap((unit) => ENDS.map((end) => fill(unit) + end));

/** Also what a pattern itself asks for, over and over: the words of its source. */
const wordsOf = (regex: RegExp) =>
  [...new Set(regex.source.match(/[a-zA-Z]{3,}/gu) ?? [])].slice(0, 6).map((word) => `${word} `);

const ROOMS = [
  "text",
  "documents",
  "passages",
  "claims",
  "index",
  "question",
  "retrieval",
  "positions",
  "answer",
  "quotes",
];
const source = fileURLToPath(new URL("../../src/", import.meta.url));
const files = ROOMS.flatMap((room) =>
  readdirSync(`${source}${room}`, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".d.ts"))
    .map((file) => `${room}/${file}`),
).toSorted();

/** The regular expressions in a value, however deep in tables. */
function regexesIn(value: unknown, depth = 0): readonly RegExp[] {
  if (value instanceof RegExp) return [value];
  if (depth > 4 || typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return [];
  const parts = value instanceof Map ? [...value.values()] : value instanceof Set ? [...value] : Object.values(value);
  return parts.slice(0, 2_000).flatMap((part) => regexesIn(part, depth + 1));
}

function slowest(work: (text: string) => unknown, texts: readonly string[]): { ms: number; text: string } {
  let worst = { ms: 0, text: "" };
  for (const text of texts) {
    const started = performance.now();
    work(text);
    const ms = performance.now() - started;
    if (ms > worst.ms) worst = { ms, text: `${text.slice(0, 12)}… ${JSON.stringify(text.slice(-2))}` };
    if (ms > CEILING_MS) break;
  }
  return worst;
}

describe("row 25: every exported regular expression of the core is fast on 100 kB that were written to slow it", () => {
  test("the folders are where they were", () => {
    expect(files.length).toBeGreaterThan(40);
  });

  test.each(files)("%s", async (file) => {
    const exported: Record<string, unknown> = await import(`${source}${file}`);
    for (const [name, value] of Object.entries(exported)) {
      for (const regex of regexesIn(value)) {
        const all = new RegExp(regex.source, `${regex.flags.replace(/[gy]/gu, "")}g`);
        const worst = slowest((text) => text.replace(all, ""), everyText([...RUNS, ...PHRASES, ...wordsOf(regex)]));
        expect(worst.ms, `${name} ${regex} on ${worst.text}`).toBeLessThan(CEILING_MS);
      }
    }
  });

  test("a pattern that backtracks would be seen", () => {
    // Quadratic: from every start a run to the end. A tenth of the length is a hundredth of the work, and still above a linear scan.
    const quadratic = /a+b/gu;
    const tenth = slowest((text) => text.replace(quadratic, ""), [fill("a", ADVERSARIAL_LENGTH / 10)]);
    const linear = slowest((text) => text.replace(/a+/gu, ""), [fill("a", ADVERSARIAL_LENGTH / 10)]);
    expect(tenth.ms).toBeGreaterThan(linear.ms * 10);
  });
});

const hash = { sha256: () => "" };

/** What reads texts of any length, and hides its patterns. A room adds its own. */
const READERS: readonly { readonly name: string; readonly read: (text: string) => unknown }[] = [
  { name: "splitIntoWords", read: splitIntoWords },
  { name: "contentStems", read: contentStems },
  { name: "foldWithMap", read: (text) => foldWithMap(text) },
  { name: "splitIntoSentences", read: (text) => splitIntoSentences(text, { start: 0, end: text.length }) },
  { name: "layOut", read: layOut },
  {
    name: "readDocument",
    read: (text) => readDocument({ path: "a.md", bytes: new TextEncoder().encode(`---\ntitle: ${text}`) }, hash),
  },
  {
    name: "splitIntoPassages",
    read: (text) =>
      splitIntoPassages({
        text,
        sentences: sentencesOf(text, layOut(text)),
        countTokens: (written) => written.split(/\W+/u).length,
      }),
  },
];

/** Ten times the text may take this many times as long: a linear reader takes ten, a quadratic one a hundred. */
const MOST_GROWTH = 35;

/** Below this a time says nothing about growth. */
const NOISE_MS = 50;

describe("row 25: readers of whole texts take time in proportion to the text", () => {
  test.each(READERS)("$name", ({ read }) => {
    for (const unit of [...RUNS, ...PHRASES]) {
      const short = Math.min(...[1, 2, 3].map(() => slowest(read, [fill(unit, ADVERSARIAL_LENGTH / 10)]).ms));
      const long = slowest(read, [fill(unit)]).ms;
      expect(long, JSON.stringify(unit)).toBeLessThan(Math.max(short, NOISE_MS) * MOST_GROWTH);
    }
  });
});
