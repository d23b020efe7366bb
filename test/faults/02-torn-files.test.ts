import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { FILES } from "../../src/index/generation.ts";
import type { Snapshot } from "../../src/index/snapshot.ts";
import { ferryTimetables, indexOnDisk } from "../fakes/index-on-disk.ts";
import type { IndexOnDisk } from "../fakes/index-on-disk.ts";
import { wrongAnswers } from "../fakes/same-answers.ts";

// Thousands of small files and dozens of processes: seconds alone, more on a busy machine.
vi.setConfig({ testTimeout: 180_000 });

/** Bytes at the start and at the end of a file that are each cut at. */
const EDGE_BYTES = 96;

let on: IndexOnDisk;
let older: Snapshot;
let newest: Snapshot;

beforeAll(async () => {
  on = await indexOnDisk(ferryTimetables(6));
  await on.ingest({}, { vectors: "hnsw" });
  older = await on.load({ vectors: "hnsw" });
  await on.write("ferry-01.txt", "Ferry one\nIt sank in 1911.\n");
  await on.ingest({}, { vectors: "hnsw" });
  newest = await on.load({ vectors: "hnsw" });
});

afterAll(() => on.drop());

/** Cuts a file at many places and loads each time; puts the whole file back. */
async function cutEverywhere(file: string, check: (found: Snapshot, length: number) => void): Promise<void> {
  const path = join(on.index, "generations", newest.id, file);
  const whole = await readFile(path);
  const isCut = (length: number): boolean =>
    length < EDGE_BYTES || length % 64 === 0 || length > whole.length - EDGE_BYTES;
  for (let length = 0; length < whole.length; length++) {
    if (!isCut(length)) continue;
    await writeFile(path, whole.subarray(0, length));
    check(await on.load({ vectors: "hnsw" }), length);
  }
  await writeFile(path, whole);
}

describe("row 2: a file was cut short", () => {
  test.each([FILES.manifest, FILES.records, FILES.passages, FILES.sentences])(
    "%s: the generation before serves, and one warning names the file",
    async (file) => {
      await cutEverywhere(file, (found, length) => {
        expect(wrongAnswers(found, older), `cut at ${length}`).toEqual([]);
        expect(found.id).toBe(older.id);
        expect(found.warnings).toHaveLength(1);
        expect(found.warnings[0]).toContain(file);
      });
    },
  );

  test.each([FILES.bm25, FILES.hnsw])("%s: it is made again, with one warning", async (file) => {
    await cutEverywhere(file, (found, length) => {
      expect(wrongAnswers(found, newest), `cut at ${length}`).toEqual([]);
      expect(found.id).toBe(newest.id);
      expect(found.warnings).toHaveLength(1);
      expect(found.warnings[0]).toContain(file);
    });
  });

  test("current: a generation that is whole serves, with one warning", async () => {
    const path = join(on.index, "current");
    const whole = await readFile(path);
    for (let length = 0; length < whole.length - 1; length++) {
      await writeFile(path, whole.subarray(0, length));
      const found = await on.load();
      expect(found.id).toBe(newest.id);
      expect(found.warnings).toHaveLength(1);
    }
    await writeFile(path, whole);
  });

  test("with no other generation the load is refused, naming the file; ingest makes it whole", async () => {
    const alone = await indexOnDisk(ferryTimetables(2));
    const { generation } = await alone.ingest();
    const path = join(alone.index, "generations", generation, FILES.records);
    const whole = await readFile(path);
    await writeFile(path, whole.subarray(0, 100));
    await expect(alone.load()).rejects.toMatchObject({
      code: "index-damaged",
      message: expect.stringContaining(FILES.records),
    });
    expect(await alone.ingest()).toMatchObject({ generation, remade: 2 });
    expect((await alone.load()).warnings).toEqual([]);
    expect(await readFile(path)).toEqual(whole);
    await alone.drop();
  });
});
