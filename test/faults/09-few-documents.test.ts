import { rm } from "node:fs/promises";
import { afterEach, describe, expect, test } from "vitest";
import { indexOnDisk } from "../fakes/index-on-disk.ts";
import type { IndexOnDisk } from "../fakes/index-on-disk.ts";
import { plainVector } from "../fakes/plain-documents.mjs";

let on: IndexOnDisk;

afterEach(() => on.drop());

describe("row 9: few documents or none", () => {
  test.each(["auto", "exact", "hnsw"] as const)(
    "an empty corpus makes an index that loads and finds nothing (%s)",
    async (vectors) => {
      on = await indexOnDisk();
      expect(await on.ingest({}, { vectors })).toMatchObject({ documents: 0, passages: 0, added: 0 });
      const found = await on.load({ vectors });
      expect(found.warnings).toEqual([]);
      expect(found.records).toEqual([]);
      expect(found.bm25.search(["ferri"], 10)).toEqual([]);
      expect(found.vectors.search(plainVector("ferry"), 10)).toEqual([]);
      expect(found.claims.claims).toEqual([]);
      expect(await on.ingest({}, { vectors })).toMatchObject({ generation: found.id, added: 0 });
    },
  );

  test("all documents are removed: the same index as that of an empty corpus", async () => {
    on = await indexOnDisk();
    const empty = (await on.ingest()).generation;
    await on.write("one.txt", "One\nThe pier was rebuilt.\n");
    await on.write("two.txt", "Two\nThe pier was sold.\n");
    await on.ingest();
    await on.remove("one.txt");
    await on.remove("two.txt");
    expect(await on.ingest()).toMatchObject({ removed: 2, documents: 0, generation: empty });
    expect((await on.load()).records).toEqual([]);
  });

  test("one document is found, by word and by vector", async () => {
    on = await indexOnDisk({ "one.txt": "One\nThe pier was rebuilt in 1987.\n" });
    await on.ingest();
    const found = await on.load();
    expect(found.bm25.search(["pier"], 10).map(({ item }) => item)).toEqual([0]);
    expect(found.vectors.search(plainVector("the pier"), 10).map(({ item }) => item)).toEqual([0]);
  });

  test("a corpus folder that is not there is an error, not an empty corpus", async () => {
    on = await indexOnDisk({ "one.txt": "One\n" });
    const { generation } = await on.ingest();
    await rm(on.corpus, { recursive: true });
    await expect(on.ingest()).rejects.toMatchObject({
      code: "corpus-unreadable",
      message: expect.stringContaining(on.corpus),
    });
    expect((await on.load()).id).toBe(generation);
  });
});
