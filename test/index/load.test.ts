import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ferryTimetables, indexOnDisk, inlineDerivers } from "../fakes/index-on-disk.ts";
import type { IndexOnDisk } from "../fakes/index-on-disk.ts";
import { plainVector } from "../fakes/plain-documents.mjs";
import { wrongAnswers } from "../fakes/same-answers.ts";

let on: IndexOnDisk;

beforeEach(async () => {
  on = await indexOnDisk({ "b.txt": "Boats\nThe ferry is blue.\nIt is old.\n", "a.txt": "Airships\nNone is left.\n" });
});

afterEach(() => on.drop());

describe("a loaded snapshot", () => {
  test("holds documents in order of id, and a vector for each passage, sentence and title", async () => {
    const { generation } = await on.ingest();
    const found = await on.load();
    expect(found).toMatchObject({ id: generation, embedder: "plain", dimensions: 16, warnings: [] });
    expect(found.records.map(({ document }) => document.id)).toEqual(["a", "b"]);
    expect([...found.recordOf]).toEqual([
      ["a", 0],
      ["b", 1],
    ]);
    expect(found.passages).toEqual([
      { record: 0, passage: 0 },
      { record: 1, passage: 0 },
      { record: 1, passage: 1 },
    ]);
    expect(found.passageVector(0)).toEqual(plainVector("Airships\nNone is left."));
    expect(found.passageVector(2)).toEqual(plainVector("It is old."));
    expect(found.sentenceVector(0, 1)).toEqual(plainVector("Airships. None is left."));
    expect(found.sentenceVector(1, 0)).toEqual(plainVector("Boats. Boats"));
    expect(found.sentenceVector(1, 2)).toEqual(plainVector("Boats. It is old."));
    expect(found.titleVector(0)).toEqual(plainVector("Airships"));
    expect(found.titleVector(1)).toEqual(plainVector("Boats"));
    expect(found.bm25.search(["ferri"], 5).map(({ item }) => item)).toEqual([1]);
    expect(found.vectors.search(plainVector("It is old."), 1).map(({ item }) => item)).toEqual([2]);
  });

  test.each([
    ["exact", "exact"],
    ["auto", "exact"],
    ["hnsw", "hnsw"],
  ] as const)("with %s vectors a small index is searched %s", async (vectors, kind) => {
    await on.ingest({}, { vectors });
    const found = await on.load({ vectors });
    expect(found.vectors.kind).toBe(kind);
    expect(found.warnings).toEqual([]);
  });

  test("a graph that was not built yet is built in memory, with a warning", async () => {
    await on.ingest({}, { vectors: "exact" });
    const found = await on.load({ vectors: "hnsw" });
    expect(found.vectors.kind).toBe("hnsw");
    expect(found.warnings).toEqual([expect.stringContaining("hnsw.bin")]);
  });

  test("where hnswlib-node is not installed, a graph that was asked for is exact search, with a warning", async () => {
    await on.ingest({}, { vectors: "hnsw" });
    const found = await on.load({ vectors: "hnsw", derivers: { ...inlineDerivers, graphs: null } });
    expect(found.vectors.kind).toBe("exact");
    expect(found.warnings).toEqual([expect.stringContaining("hnswlib-node is not installed")]);
  });

  test("no index: says what to run", async () => {
    await expect(on.load()).rejects.toMatchObject({
      code: "index-missing",
      message: expect.stringContaining("parallax ingest"),
    });
  });

  test("of several damaged documents each is named, and the others answer", async () => {
    await on.ingest();
    const good = await on.load();
    for (const [path, text] of Object.entries(ferryTimetables(5))) await on.write(path, text);
    const { generation } = await on.ingest();
    const whole = await on.load();
    const path = join(on.index, "generations", generation, "sentence-vectors.f32");
    const bytes = await readFile(path);
    // Document a has 2 sentences and a title, 16 numbers of 4 bytes each: its part ends at 192, that of b at 448.
    for (const at of [191, 192]) bytes[at] = (bytes[at] ?? 0) ^ 4;
    await writeFile(path, bytes);
    const found = await on.load();
    expect(found.id).toBe(generation);
    expect(found.records.map(({ document }) => document.id)).toEqual(
      whole.records.slice(2).map(({ document }) => document.id),
    );
    expect(found.warnings.map((warning) => /^Document "(.*?)"/u.exec(warning)?.[1])).toEqual(["a", "b"]);
    expect(wrongAnswers(found, whole)).toEqual([]);
    expect(good.id).not.toBe(generation);
  });

  test("every document is damaged: the generation before serves, with one warning", async () => {
    await on.ingest();
    const older = await on.load();
    await on.remove("a.txt");
    const { generation } = await on.ingest();
    const path = join(on.index, "generations", generation, "documents.jsonl");
    const bytes = await readFile(path);
    bytes[5] = (bytes[5] ?? 0) ^ 4;
    await writeFile(path, bytes);
    const found = await on.load();
    expect(found.id).toBe(older.id);
    expect(found.warnings).toEqual([expect.stringContaining("none of its documents is whole")]);
  });

  test("a generation that vanishes between its name and its reading is looked for again", async () => {
    await on.ingest();
    const { id } = await on.load();
    const store = on.store();
    let isFirst = true;
    const racing = {
      ...store,
      current: async () => {
        const name = await store.current();
        if (!isFirst) return name;
        isFirst = false;
        await on.write("c.txt", "C\n");
        await on.ingest();
        await rm(join(on.index, "generations", id), { recursive: true });
        await rm(join(on.index, "generations", (await store.current()) ?? "", "bm25.bin"));
        return name;
      },
    };
    const found = await on.load({ store: racing });
    expect(found.records).toHaveLength(3);
  });
});
