import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { ParallaxError } from "../../src/errors.ts";
import { FILES } from "../../src/index/generation.ts";
import type { Snapshot } from "../../src/index/snapshot.ts";
import { ferryTimetables, indexOnDisk } from "../fakes/index-on-disk.ts";
import type { IndexOnDisk } from "../fakes/index-on-disk.ts";
import { wrongAnswers } from "../fakes/same-answers.ts";

// Thousands of small files and dozens of processes: seconds alone, more on a busy machine.
vi.setConfig({ testTimeout: 180_000 });

const SEEDED_FLIPS = 2_000;
const SEED = 41_983;

let on: IndexOnDisk;
let good: Snapshot;

beforeAll(async () => {
  on = await indexOnDisk(ferryTimetables(20));
  await on.ingest({}, { vectors: "hnsw" });
  good = await on.load({ vectors: "hnsw" });
});

afterAll(() => on.drop());

const generationPath = (file: string) => join(on.index, "generations", good.id, file);

/** Loads with one bit flipped; what is loaded must not be wrong, and must say that something is. */
async function flip(
  path: string,
  whole: Uint8Array,
  at: { byte: number; bit: number },
): Promise<Snapshot | ParallaxError> {
  const flipped = Uint8Array.from(whole);
  flipped[at.byte] = (flipped[at.byte] ?? 0) ^ (1 << at.bit);
  await writeFile(path, flipped);
  try {
    return await on.load({ vectors: "hnsw" });
  } catch (error) {
    expect(error).toBeInstanceOf(ParallaxError);
    return error as ParallaxError;
  } finally {
    await writeFile(path, whole);
  }
}

function expectTold(found: Snapshot | ParallaxError, where: string): void {
  if (found instanceof ParallaxError) {
    expect(found.code, where).toBe("index-damaged");
    expect(found.message, where).toContain("manifest.json");
    return;
  }
  expect(wrongAnswers(found, good), where).toEqual([]);
  expect(found.warnings.length, where).toBeGreaterThan(0);
}

describe("row 3: one bit is flipped", () => {
  test("in any byte of the lines that seal the derived files: they are made again", async () => {
    for (const file of [FILES.bm25, FILES.hnsw]) {
      const whole = await readFile(generationPath(file));
      for (let byte = 0; byte <= whole.indexOf(0x0a); byte++) {
        const found = await flip(generationPath(file), whole, { byte, bit: byte % 8 });
        expectTold(found, `${file} byte ${byte}`);
        expect(found).toMatchObject({ id: good.id, warnings: [expect.stringContaining(file)] });
      }
    }
  });

  test("in any byte of the pointer: the generation is found all the same", async () => {
    const path = join(on.index, "current");
    const whole = await readFile(path);
    // The line feed at the end says nothing.
    for (let byte = 0; byte < whole.length - 1; byte++) {
      const found = await flip(path, whole, { byte, bit: byte % 8 });
      expectTold(found, `current byte ${byte}`);
      expect(found).toMatchObject({ id: good.id });
    }
  });

  test("in the manifest, at its first kilobyte and every 16th byte: refused by name, for nothing can be trusted", async () => {
    const whole = await readFile(generationPath(FILES.manifest));
    for (let byte = 0; byte < whole.length; byte += byte < 1024 ? 1 : 16) {
      const found = await flip(generationPath(FILES.manifest), whole, { byte, bit: byte % 8 });
      expect(found).toMatchObject({ code: "index-damaged", message: expect.stringContaining(FILES.manifest) });
    }
  });

  test(
    `in documents, vectors and derived files at ${SEEDED_FLIPS} seeded places: no wrong answer`,
    { timeout: 120_000 },
    async () => {
      const files = [FILES.records, FILES.passages, FILES.sentences, FILES.bm25, FILES.hnsw];
      const wholes = await Promise.all(files.map((file) => readFile(generationPath(file))));
      const total = wholes.reduce((sum, whole) => sum + whole.length, 0);
      let random = SEED;
      for (let i = 0; i < SEEDED_FLIPS; i++) {
        random = (Math.imul(random, 1_103_515_245) + 12_345) >>> 0; // the generator of ISO C's example
        let byte = (random >>> 3) % total;
        const n = wholes.findIndex((whole) => byte < whole.length || ((byte -= whole.length), false));
        const [file, whole] = [files[n] ?? "", wholes[n] ?? new Uint8Array()];
        const found = await flip(generationPath(file), whole, { byte, bit: random & 7 });
        expectTold(found, `${file} byte ${byte} bit ${random & 7}`);
        if (file === FILES.records || file === FILES.passages || file === FILES.sentences) {
          expect(found, `${file} byte ${byte}`).toMatchObject({ records: { length: 19 }, warnings: { length: 1 } });
        }
      }
    },
  );

  test("a document that was set aside is made again by the next ingest", async () => {
    const path = generationPath(FILES.records);
    const whole = await readFile(path);
    const flipped = Uint8Array.from(whole);
    flipped[200] = (flipped[200] ?? 0) ^ 1;
    await writeFile(path, flipped);
    expect(await on.ingest({}, { vectors: "hnsw" })).toMatchObject({ generation: good.id, remade: 1, unchanged: 20 });
    expect(await readFile(path)).toEqual(whole);
    expect((await on.load()).warnings).toEqual([]);
  });
});
