import { expect, test } from "vitest";
import { ask } from "../src/ask.ts";
import type { AskRequest } from "../src/ask.ts";
import { embedFile, snapshotOf } from "../src/index/in-memory.ts";
import { hashingEmbedder } from "./fakes/hashing-embedder.ts";

const embedder = hashingEmbedder(64);
const text =
  "Police counted 12,000 protesters at the rally in Brinn on Monday. A baker in Orlen sold 70 loaves on Tuesday.";
const file = await embedFile(
  { path: "a.md", bytes: new TextEncoder().encode(`---\ntitle: "A"\npublished: 2030-05-07\n---\n\n${text}\n`) },
  embedder,
);
const snapshot = snapshotOf(file === null ? [] : [file], embedder);
const asked = async (request: Partial<AskRequest>) =>
  ask(
    { question: "And loaves?", filters: {}, limit: 12, ...request },
    {
      index: { current: () => Promise.resolve(snapshot) },
      embedder,
      clock: { nowMs: () => 0 },
      ids: { make: (prefix) => `${prefix}_1` },
      log: { warn: () => {} },
    },
  );
const conversation = [{ role: "user", content: "How many cakes did a baker in Orlen sell?" }] as const;

test("a follow-up is answered as it is read, and says how", async () => {
  const answer = await asked({ conversation });
  expect([answer.question, answer.readAs]).toEqual(["And loaves?", "How many loaves did a baker in Orlen sell?"]);
  expect(answer.answer).toContain("70");
});

test("literal turns that off", async () => {
  expect((await asked({ conversation, literal: true })).readAs).toBeNull();
});

test("a question without a conversation is read as it stands", async () => {
  expect((await asked({})).readAs).toBeNull();
});
