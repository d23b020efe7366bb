import { beforeAll, describe, expect, it } from "vitest";
import { explainQuestion } from "../src/explain.ts";
import type { ExplainNode } from "../src/explain.ts";
import { embedFile, snapshotOf } from "../src/index/in-memory.ts";
import type { Snapshot } from "../src/index/snapshot.ts";
import { hashingEmbedder } from "./fakes/hashing-embedder.ts";

const embedder = hashingEmbedder();
const text = (day: string, body: string): string => `---\ntitle: The ferry\npublished: 2023-05-${day}\n---\n${body}\n`;
let snapshot: Snapshot;

beforeAll(async () => {
  const files = [
    ["10-gazette.md", text("02", "120 passengers were rescued from the ferry Aurora, the coastguard said.")],
    ["20-herald.md", text("02", "150 passengers were rescued from the ferry Aurora, said the harbour master.")],
    ["30-post.md", text("03", "The ferry Aurora had 40 lifeboats.")],
  ] as const;
  const embedded = await Promise.all(
    files.map(([path, body]) => embedFile({ path, bytes: new TextEncoder().encode(body) }, embedder)),
  );
  snapshot = snapshotOf(
    embedded.filter((one) => one !== null),
    embedder,
  );
});

const said = (nodes: readonly ExplainNode[]): readonly string[] =>
  nodes.flatMap(({ says, because }) => [says, ...said(because)]);

const explain = async (question: string, ...sides: readonly (readonly [value: string, document: string])[]) =>
  said(
    await explainQuestion(
      { question, sides: sides.map(([value, document]) => ({ value, documents: [document] })) },
      { index: { current: async () => snapshot }, embedder },
    ),
  );

describe("why a question is answered as it is", () => {
  it("is told by how it is read, what bears on it and how much of it is covered", async () => {
    const lines = await explain("How many passengers were rescued?");
    expect(lines).toContainEqual(expect.stringMatching(/^“How many passengers were rescued\??” is read as how-many/u));
    expect(lines).toContainEqual(expect.stringMatching(/^a figure is asked for: passengers, .* 2 claims match$/u));
    expect(lines).toContainEqual(expect.stringMatching(/: quantity “120.*” in 10-gazette: thing passenger/u));
    expect(lines).toContainEqual(expect.stringMatching(/^the claim table answers: (?:estimate|contradiction)$/u));
    expect(lines).toContainEqual(expect.stringMatching(/^1 claims, led by quantity “150/u));
    expect(lines).toContainEqual(expect.stringMatching(/10-gazette: 120 passengers were rescued/u));
    expect(lines).toContainEqual(expect.stringMatching(/^coverage \d\.\d+$/u));
  });

  it("is told by the claims that hold what should have come, and by what keeps them apart", async () => {
    const lines = await explain(
      "How many passengers were rescued?",
      ["120", "10"],
      ["150", "20"],
      ["40", "30"],
      ["77", "30"],
    );
    expect(lines).toContain("“120” in 10: 1 claims");
    expect(lines).toContain("“77” in 30: no claim holds it");
    expect(lines).toContainEqual(expect.stringMatching(/^120.* \(10-gazette\) and 150.* \(20-herald\): compared: /u));
    expect(lines).toContainEqual(
      expect.stringMatching(/^120.* \(10-gazette\) and 40.* \(30-post\): refused, another thing$/u),
    );
  });
});
