import { describe, expect, test } from "vitest";
import { ask } from "../../src/ask.ts";
import { embedFile, snapshotOf } from "../../src/index/in-memory.ts";
import { eventsOf } from "../../src/quotes/events.ts";
import type { AnswerEvent } from "../../src/quotes/events.ts";
import type { VerifiedAnswer } from "../../src/quotes/verified.ts";
import { hashingEmbedder } from "../fakes/hashing-embedder.ts";

const embedder = hashingEmbedder(64);
const reports = {
  a: "Police counted 12,000 protesters at the rally in Brinn on Monday.",
  b: "The union counted 30,000 protesters at the rally in Brinn on Monday. The rally [1] ended peacefully.",
  c: "A baker in Orlen sold 70 loaves on Tuesday. The mayor of Orlen, Ida Holm, said the bakery would close.",
};
const embedded = await Promise.all(
  Object.entries(reports).map(async ([id, text]) =>
    embedFile(
      { path: `${id}.md`, bytes: new TextEncoder().encode(`---\ntitle: "A"\npublished: 2030-05-07\n---\n\n${text}\n`) },
      embedder,
    ),
  ),
);
const snapshot = snapshotOf(
  embedded.filter((one) => one !== null),
  embedder,
);
const answerTo = async (question: string): Promise<VerifiedAnswer> =>
  ask(
    { question, filters: {}, limit: 12 },
    {
      index: { current: () => Promise.resolve(snapshot) },
      embedder,
      clock: { nowMs: () => 0 },
      ids: { make: (prefix) => `${prefix}_1` },
      log: { warn: () => {} },
    },
  );

const QUESTIONS = [
  "How many protesters were at the rally in Brinn?",
  "Where do the reports disagree?",
  "What did Ida Holm say?",
  "How many loaves did the baker sell, and who is the mayor of Orlen?",
  "Who won the football match in Tarn?",
];

/** Our markers in Markdown; those that stand in a quote are escaped. */
const markersIn = (text: string): readonly number[] =>
  [...text.matchAll(/(?<!\\)\[(\d+)\]/g)].map((match) => Number(match[1]));

const markersOf = (event: AnswerEvent): readonly number[] => {
  switch (event.event) {
    case "text":
      return markersIn(event.data.delta);
    case "disagreement":
      return [...event.data.positions.flatMap(({ markers }) => markers), ...event.data.fitsAll];
    case "status":
    case "citation":
    case "done":
      return [];
  }
};

describe.each(QUESTIONS)("the answer to “%s” in pieces", (question) => {
  test("is the answer: its deltas joined, its citations once each, its disagreements in order, itself last", async () => {
    const answer = await answerTo(question);
    const events = [...eventsOf(answer)];
    expect(events.flatMap((one) => (one.event === "text" ? [one.data.delta] : [])).join("")).toBe(answer.answer);
    expect(events.flatMap((one) => (one.event === "citation" ? [one.data.marker] : []))).toEqual(
      answer.citations.map(({ marker }) => marker),
    );
    expect(events.flatMap((one) => (one.event === "disagreement" ? [one.data] : []))).toEqual(answer.disagreements);
    expect(events.filter(({ event }) => event === "done")).toEqual([{ event: "done", data: answer }]);
    expect(events.at(-1)?.event).toBe("done");
  });

  test("uses no marker before its citation, and ends no piece inside a marker", async () => {
    const told = new Set<number>();
    for (const event of eventsOf(await answerTo(question))) {
      if (event.event === "citation") told.add(event.data.marker);
      if (event.event === "text") expect(event.data.delta).not.toMatch(/(?<!\\)\[\d*$|^\d*\]/);
      for (const marker of markersOf(event)) expect([...told]).toContain(marker);
    }
  });
});

test("sentences come one by one", async () => {
  const answer = await answerTo("How many protesters were at the rally in Brinn?");
  expect(answer.outcome).toBe("disputed");
  const deltas = [...eventsOf(answer)].filter(({ event }) => event === "text");
  expect(deltas.length).toBeGreaterThan(1);
});

test("an answer that was not made here is one piece after all its citations", async () => {
  const answer = { ...(await answerTo("How many protesters were at the rally in Brinn?")) };
  const [first, second, ...rest] = [...eventsOf(answer)].map(({ event }) => event);
  expect([first, second]).toEqual(["citation", "citation"]);
  expect(rest.filter((event) => event === "text")).toHaveLength(1);
});
