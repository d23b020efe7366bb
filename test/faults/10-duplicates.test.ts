import { afterEach, describe, expect, test } from "vitest";
import { indexOnDisk } from "../fakes/index-on-disk.ts";
import type { IndexOnDisk } from "../fakes/index-on-disk.ts";

const STORY = "Pier\nThe pier was rebuilt in 1987.\nIt cost 3 million pounds.\n";

let on: IndexOnDisk;

afterEach(() => on.drop());

describe("row 10: duplicates", () => {
  test("two files with one id: refused, naming both, and the index in use stays", async () => {
    on = await indexOnDisk({ "Pier.txt": STORY });
    const { generation } = await on.ingest();
    await on.write("pier.md", "Another\n");
    await expect(on.ingest()).rejects.toMatchObject({
      code: "bad-input",
      message: expect.stringMatching(/"Pier\.txt" and "pier\.md"/u),
    });
    expect((await on.load()).id).toBe(generation);
    await on.remove("pier.md");
    expect((await on.ingest()).generation).toBe(generation);
  });

  test("a folder and a name with two dashes may make one id", async () => {
    on = await indexOnDisk({ "a/b.txt": "One\n", "a--b.txt": "Two\n" });
    await expect(on.ingest()).rejects.toMatchObject({ code: "bad-input", details: { id: "a--b" } });
  });

  test("the same text under five ids: five documents, and ingesting again changes nothing", async () => {
    on = await indexOnDisk(Object.fromEntries(["a", "b", "c", "d", "e"].map((name) => [`${name}.txt`, STORY])));
    const first = await on.ingest();
    expect(first).toMatchObject({ added: 5, documents: 5, passages: 10 });
    expect(await on.ingest()).toMatchObject({ generation: first.generation, unchanged: 5, added: 0, updated: 0 });
    const found = await on.load();
    const [one, other] = [found.passageVector(0), found.passageVector(2)];
    expect(Array.from(other)).toEqual(Array.from(one));
    // Equal scores keep the order of the documents.
    expect(found.bm25.search(["rebuild"], 9).map(({ item }) => found.passages[item]?.record)).toEqual([0, 1, 2, 3, 4]);
  });
});
