import { describe, expect, it } from "vitest";
import { analyseQuestion } from "../../src/question/analyse.ts";
import type { Filters } from "../../src/retrieval/filters.ts";
import { fuse } from "../../src/retrieval/fuse.ts";
import { retrieve } from "../../src/retrieval/retrieve.ts";
import type { Retrieved } from "../../src/retrieval/retrieve.ts";
import { search } from "../../src/search.ts";
import { embedder, smallSnapshot } from "./small-snapshot.ts";
import type { SmallDocument } from "./small-snapshot.ts";

const documents: readonly SmallDocument[] = [
  {
    id: "ferry-a",
    source: "Harbour Post",
    published: "2023-05-02",
    passages: [
      ["The ferry Alba sank off Vigo."],
      ["The ferry Alba carried 40 people, the port of Vigo said."],
      ["The ferry Alba was built in Gijon."],
    ],
  },
  {
    id: "ferry-b",
    source: "Coast Daily",
    published: "2023-05-04",
    passages: [["Divers found the ferry Alba near Vigo."]],
  },
  { id: "bread", source: "Coast Daily", passages: [["Bakers in Porto want higher prices for bread."]] },
];

async function found(
  query: string,
  filters: Filters = {},
  limit = 10,
): Promise<Retrieved & { readonly ids: readonly string[] }> {
  const snapshot = await smallSnapshot(documents);
  const question = analyseQuestion(query);
  const vector = await embedder.embedQuestion(query);
  const retrieved = retrieve({ question, vector, snapshot, filters, limit });
  return {
    ...retrieved,
    ids: retrieved.passages.map(({ record, passage }) => `${snapshot.records[record]?.document.id}:${passage}`),
  };
}

describe("fusion by rank", () => {
  it("adds 1 / (10 + rank) of both searches", () => {
    const fused = fuse(
      [
        { item: 7, score: 3.1 },
        { item: 4, score: 2 },
      ],
      [{ item: 4, score: 0.8 }],
    );
    expect(fused).toEqual([
      { item: 4, score: 1 / 12 + 1 / 11, bm25: { score: 2, rank: 2 }, cosine: { score: 0.8, rank: 1 } },
      { item: 7, score: 1 / 11, bm25: { score: 3.1, rank: 1 }, cosine: null },
    ]);
  });

  it("breaks ties by item", () => {
    expect(fuse([{ item: 9, score: 1 }], [{ item: 2, score: 1 }]).map(({ item }) => item)).toEqual([2, 9]);
  });
});

describe("retrieval", () => {
  it("seats the best passage of each document before any second one", async () => {
    const { passages, ids } = await found("ferry Alba Vigo", {}, 4);
    const seats = passages.map(({ explain }) => explain.seat);
    expect(new Set(ids.slice(0, 3).map((id) => id.split(":")[0])).size).toBe(3);
    expect(seats).toEqual(["document", "document", "document", "score"]);
  });

  it("explains every score", async () => {
    const { passages } = await found("ferry Alba Vigo");
    for (const { score, explain } of passages) {
      const expected = [explain.bm25, explain.cosine].reduce(
        (sum, placing) => sum + (placing ? 1 / (10 + placing.rank) : 0),
        0,
      );
      expect(score).toBeCloseTo(expected, 12);
    }
    const places = passages.map(({ explain }) => explain.fusedRank);
    expect([...places].sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5]);
  });

  it("keeps to limit", async () => {
    expect((await found("ferry Alba Vigo", {}, 2)).passages).toHaveLength(2);
  });

  it.each<[string, Filters, readonly string[]]>([
    ["sources, in any case", { sources: ["coast daily"] }, ["bread", "ferry-b"]],
    ["documents", { documents: ["ferry-a"] }, ["ferry-a"]],
    ["the first day, itself included", { publishedFrom: "2023-05-04" }, ["ferry-b"]],
    ["the last day, itself included", { publishedTo: "2023-05-02" }, ["ferry-a"]],
    ["a date, which leaves out documents without one", { publishedTo: "2024-01-01" }, ["ferry-a", "ferry-b"]],
    ["several at once", { sources: ["Coast Daily"], publishedFrom: "2000-01-01" }, ["ferry-b"]],
    ["empty lists, which leave all in", { sources: [], documents: [] }, ["bread", "ferry-a", "ferry-b"]],
    ["nothing that is there", { sources: ["The Moon"] }, []],
  ])("filters by %s", async (_, filters, expected) => {
    const { ids, considered } = await found("ferry Alba Vigo bread Porto", filters);
    expect([...new Set(ids.map((id) => id.split(":")[0] ?? ""))].sort((a, b) => a.localeCompare(b))).toEqual(expected);
    expect(considered.documents).toBe(expected.length);
    expect(considered.passages).toBe(ids.length);
  });

  it("finds by meaning alone where no word is shared, and nothing in an empty corpus", async () => {
    expect((await found("¿?x")).passages.every(({ explain }) => explain.bm25 === null)).toBe(true);
    const snapshot = await smallSnapshot([]);
    const vector = await embedder.embedQuestion("ferry");
    expect(retrieve({ question: analyseQuestion("ferry"), vector, snapshot, filters: {}, limit: 5 }).passages).toEqual(
      [],
    );
  });
});

describe("search", () => {
  it("gives passages with their document and span", async () => {
    const snapshot = await smallSnapshot(documents);
    const { passages, question } = await search({
      snapshot,
      embedder,
      query: "Who found the Alba?",
      limit: 1,
      filters: {},
    });
    const [first] = passages;
    expect(question.parts[0]?.kind).toBe("who");
    expect(first?.document.id).toBe("ferry-b");
    expect(first?.document.text.slice(first.span.start, first.span.end)).toBe("Divers found the ferry Alba near Vigo.");
  });
});
