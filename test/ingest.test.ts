import { chmod } from "node:fs/promises";
import { array, assert, asyncProperty, constant, constantFrom, oneof, record } from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import type { IngestProgress } from "../src/ingest.ts";
import { ferryTimetables, indexOnDisk } from "./fakes/index-on-disk.ts";
import type { IndexOnDisk } from "./fakes/index-on-disk.ts";
import { plainEmbedder, preparePlainly } from "./fakes/plain-documents.mjs";

let on: IndexOnDisk;

afterEach(() => on.drop());

/** Ports that tell which files were prepared and how many texts were embedded. */
function watched() {
  const seen = { prepared: [] as string[], texts: 0 };
  const embedTexts = (texts: readonly string[], onEach?: () => void) => {
    seen.texts += texts.length;
    return plainEmbedder.embedTexts(texts, onEach);
  };
  const ports = {
    embedder: { ...plainEmbedder, embedTexts },
    prepare: async (file: { path: string; bytes: Uint8Array }) => {
      seen.prepared.push(file.path);
      return preparePlainly(file);
    },
  };
  return { seen, ports };
}

describe("ingest makes the index match the folder", () => {
  test("added, changed and removed files are counted, and only new texts are embedded", async () => {
    on = await indexOnDisk({ "a.txt": "A\nOne.\n", "b.txt": "B\nTwo.\n", "c.txt": "C\nThree.\n" });
    expect(await on.ingest()).toMatchObject({
      added: 3,
      updated: 0,
      removed: 0,
      unchanged: 0,
      documents: 3,
      passages: 3,
    });
    await on.write("b.txt", "B\nTwo and a half.\n");
    await on.write("d.txt", "D\nFour.\n");
    await on.remove("a.txt");
    const { seen, ports } = watched();
    expect(await on.ingest(ports)).toMatchObject({
      added: 1,
      updated: 1,
      removed: 1,
      unchanged: 1,
      remade: 0,
      documents: 3,
    });
    expect(seen.prepared.toSorted()).toEqual(["b.txt", "d.txt"]);
    // Each has a passage, two sentences and a title.
    expect(seen.texts).toBe(8);
    expect((await on.load()).records.map(({ document }) => document.text)).toEqual([
      "B\nTwo and a half.\n",
      "C\nThree.\n",
      "D\nFour.\n",
    ]);
  });

  test("nothing changed: nothing is made, the same generation stays", async () => {
    on = await indexOnDisk(ferryTimetables(4));
    const first = await on.ingest();
    const { seen, ports } = watched();
    const progress: IngestProgress[] = [];
    const again = await on.ingest(ports, { onProgress: (event) => progress.push(event) });
    expect(again).toMatchObject({
      generation: first.generation,
      passages: first.passages,
      unchanged: 4,
      added: 0,
      remade: 0,
    });
    expect(seen).toEqual({ prepared: [], texts: 0 });
    expect(progress).toEqual([{ kind: "planned", files: 4, toMake: 0 }]);
  });

  test(
    "after any history the index is the one that the documents alone make, byte for byte",
    { timeout: 60_000 },
    async () => {
      const path = constantFrom("a.txt", "b.txt", "sub/c.md", "sub/d.txt", "E.txt");
      const text = constantFrom(
        "Pier\nIt is old.\n",
        "Pier\nIt is new.\nIt is long.\n",
        "Ferry\n",
        "\0bad",
        "odd\nBut fine.\n",
      );
      const change = oneof(
        record({ kind: constant("write" as const), path, text }),
        record({ kind: constant("remove" as const), path }),
        record({ kind: constant("ingest" as const) }),
      );
      on = await indexOnDisk();
      await assert(
        asyncProperty(array(change, { minLength: 3, maxLength: 14 }), async (changes) => {
          const live = await indexOnDisk();
          for (const one of changes) {
            if (one.kind === "write") await live.write(one.path, one.text);
            else if (one.kind === "remove") await live.remove(one.path).catch(() => undefined);
            else await live.ingest();
          }
          const { generation, tookMs: _, ...report } = await live.ingest();
          const scratch = await on.rebuildOf(live);
          expect(scratch.generation).toBe(generation);
          expect(scratch.files).toEqual(await live.filesOf(generation));
          expect(report.rejected.map(({ path: rejected }) => rejected)).toEqual(
            report.rejected.map((file) => file.path).toSorted(),
          );
          expect((await live.load()).warnings).toEqual([]);
          await live.drop();
        }),
        { numRuns: 20 },
      );
    },
  );

  test("the order in which documents are prepared and embedded changes nothing", async () => {
    on = await indexOnDisk(ferryTimetables(20));
    const { generation } = await on.ingest();
    let calls = 0;
    const embedTexts: typeof plainEmbedder.embedTexts = async (texts) => {
      // Later calls answer earlier, ten turns apart at most.
      for (let turns = 10 - (calls++ % 10); turns > 0; turns--) await new Promise((resolve) => setImmediate(resolve));
      return plainEmbedder.embedTexts(texts);
    };
    expect(await on.ingest({ embedder: { ...plainEmbedder, embedTexts } }, { from: "scratch" })).toMatchObject({
      generation,
      remade: 20,
    });
  });

  test("several documents are under way at once, never more than sixteen", async () => {
    on = await indexOnDisk(ferryTimetables(40));
    let now = 0;
    let most = 0;
    const embedTexts: typeof plainEmbedder.embedTexts = async (texts) => {
      most = Math.max(most, ++now);
      for (let turns = 0; turns < 5; turns++) await new Promise((resolve) => setImmediate(resolve));
      now--;
      return plainEmbedder.embedTexts(texts);
    };
    await on.ingest({ embedder: { ...plainEmbedder, embedTexts } });
    expect(most).toBeGreaterThan(4);
    expect(most).toBeLessThanOrEqual(16);
  });

  test("progress tells what is planned, each text, each file, and the writing", async () => {
    on = await indexOnDisk({ "a.txt": "A\n", "b.txt": "B\n" });
    const progress: IngestProgress[] = [];
    await on.ingest({}, { onProgress: (event) => progress.push(event) });
    expect(progress[0]).toEqual({ kind: "planned", files: 2, toMake: 2 });
    expect(progress.at(-1)).toEqual({ kind: "writing" });
    expect(progress.filter(({ kind }) => kind === "taken")).toEqual([
      { kind: "taken", files: 1 },
      { kind: "taken", files: 2 },
    ]);
    // A passage, a sentence and a title each.
    expect(progress.findLast(({ kind }) => kind === "embedding")).toEqual({ kind: "embedding", texts: 6 });
  });
});

describe("what is made again", () => {
  test("another pipeline makes every record anew, and takes over the vectors of texts that stayed the same", async () => {
    on = await indexOnDisk(ferryTimetables(3));
    await on.ingest();
    const { seen, ports } = watched();
    expect(await on.ingest(ports, { pipeline: "plain-2" })).toMatchObject({ unchanged: 3, remade: 3 });
    expect(seen.prepared).toHaveLength(3);
    expect(seen.texts).toBe(0);
  });

  test("another embedder makes everything anew", async () => {
    on = await indexOnDisk(ferryTimetables(3));
    await on.ingest();
    const { seen, ports } = watched();
    const embedder = { ...ports.embedder, fingerprint: "plain-2" };
    expect(await on.ingest({ ...ports, embedder })).toMatchObject({ unchanged: 3, remade: 3 });
    expect(seen.texts).toBe(3 * (3 + 5 + 1));
  });

  test("from scratch makes everything anew and ends at the same index", async () => {
    on = await indexOnDisk(ferryTimetables(3));
    const { generation } = await on.ingest();
    const { seen, ports } = watched();
    expect(await on.ingest(ports, { from: "scratch" })).toMatchObject({ generation, remade: 3 });
    expect(seen.texts).toBe(3 * (3 + 5 + 1));
  });

  test("a graph that is asked for later is added, without embedding anything", async () => {
    on = await indexOnDisk(ferryTimetables(3));
    const { generation } = await on.ingest({}, { vectors: "exact" });
    const { seen, ports } = watched();
    expect(await on.ingest(ports, { vectors: "hnsw" })).toMatchObject({ generation, unchanged: 3, remade: 0 });
    expect(seen.texts).toBe(0);
    const found = await on.load({ vectors: "hnsw" });
    expect(found.vectors.kind).toBe("hnsw");
    expect(found.warnings).toEqual([]);
  });

  test("a file that moves to another ending keeps its id and counts as changed", async () => {
    on = await indexOnDisk({ "a.txt": "A\n" });
    await on.ingest();
    await on.remove("a.txt");
    await on.write("a.md", "A\n");
    expect(await on.ingest()).toMatchObject({ updated: 1, added: 0, removed: 0 });
  });
});

describe("files that are no documents", () => {
  test("are reported with the reason, and not looked at again until they change", async () => {
    on = await indexOnDisk({ "good.txt": "Good\n" });
    await on.write("bad.txt", Uint8Array.of(0, 1));
    const rejected = [expect.objectContaining({ path: "bad.txt", reason: "it begins with NUL" })];
    expect(await on.ingest()).toMatchObject({ added: 1, documents: 1, rejected });
    const { seen, ports } = watched();
    expect(await on.ingest(ports)).toMatchObject({ unchanged: 1, rejected });
    expect(seen.prepared).toEqual([]);
    await on.write("bad.txt", "Better\n");
    expect(await on.ingest(ports)).toMatchObject({ added: 1, unchanged: 1, rejected: [] });
    expect(seen.prepared).toEqual(["bad.txt"]);
  });

  test("are reported in order of path, whatever the order of ids", async () => {
    on = await indexOnDisk({ "b.txt": "\0", "E.txt": "\0", "a.txt": "\0" });
    expect((await on.ingest()).rejected.map(({ path }) => path)).toEqual(["E.txt", "a.txt", "b.txt"]);
  });

  test("a document that turns bad leaves the index, as a rebuild would have it", async () => {
    on = await indexOnDisk({ "a.txt": "A\n", "b.txt": "B\n" });
    await on.ingest();
    await on.write("a.txt", "\0");
    expect(await on.ingest()).toMatchObject({
      removed: 1,
      updated: 0,
      unchanged: 1,
      documents: 1,
      rejected: [{ path: "a.txt" }],
    });
  });

  test("what is odd about a document is told at every ingest", async () => {
    on = await indexOnDisk({ "a.txt": "odd\n" });
    const warnings = [{ path: "a.txt", warning: "it is odd" }];
    expect(await on.ingest()).toMatchObject({ warnings });
    expect(await on.ingest()).toMatchObject({ warnings });
  });

  test("a file that may not be read stops the ingest and names it; the index in use stays", async () => {
    on = await indexOnDisk({ "a.txt": "A\n" });
    const { generation } = await on.ingest();
    await on.write("b.txt", "B\n");
    await chmod(`${on.corpus}/b.txt`, 0o000);
    // For root nothing is unreadable.
    const isRoot = process.getuid?.() === 0;
    if (isRoot) expect((await on.ingest()).added).toBe(1);
    else await expect(on.ingest()).rejects.toMatchObject({ code: "corpus-unreadable" });
    if (!isRoot) expect((await on.load()).id).toBe(generation);
  });
});

describe("an ingest that fails", () => {
  test("because the embedder does leaves the index as it was, and the lock free", async () => {
    on = await indexOnDisk(ferryTimetables(5));
    const { generation } = await on.ingest();
    await on.write("new.txt", "New\n");
    const embedTexts = async (): Promise<never> => {
      throw new Error("broken");
    };
    await expect(on.ingest({ embedder: { ...plainEmbedder, embedTexts } })).rejects.toThrow("broken");
    expect((await on.load()).id).toBe(generation);
    expect([...(await on.files()).keys()].filter((path) => !path.startsWith("generations"))).toEqual(["current"]);
    expect(await on.ingest()).toMatchObject({ added: 1 });
  });

  test("because it was stopped says so and leaves the index as it was", async () => {
    on = await indexOnDisk(ferryTimetables(30));
    const stop = new AbortController();
    const onProgress = (event: IngestProgress) => {
      if (event.kind === "taken" && event.files === 3) stop.abort();
    };
    await expect(on.ingest({}, { onProgress, signal: stop.signal })).rejects.toMatchObject({ code: "aborted" });
    await expect(on.load()).rejects.toMatchObject({ code: "index-missing" });
  });
});
