import { cp, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { nodeFileSystem } from "../../src/adapters/file-system.ts";
import { ParallaxError } from "../../src/errors.ts";
import { faultyFiles } from "../fakes/faulty-files.mjs";
import type { Operation } from "../fakes/faulty-files.mjs";
import { ferryTimetables, indexOnDisk } from "../fakes/index-on-disk.ts";
import type { IndexOnDisk } from "../fakes/index-on-disk.ts";

let on: IndexOnDisk;
let before: string;
let after: string;
let operations: readonly string[];

const saved = () => join(on.folder, "saved");
const faulty = (meet: (operation: Operation) => "half" | void) => ({
  store: on.store(faultyFiles(nodeFileSystem, on.index, meet)),
});

async function putBack(): Promise<void> {
  await rm(on.index, { recursive: true, force: true });
  await cp(saved(), on.index, { recursive: true });
}

function fail(code: string): never {
  throw Object.assign(new Error(`${code}: planted`), { code });
}

beforeAll(async () => {
  on = await indexOnDisk(ferryTimetables(5));
  before = (await on.ingest()).generation;
  await cp(on.index, saved(), { recursive: true });
  await on.write("ferry-02.txt", "Ferry two\nIt was built in 1987.\nIt is blue.\n");
  const names: string[] = [];
  after = (await on.ingest(faulty(({ name }) => void names.push(name)))).generation;
  operations = names;
});

afterAll(() => on.drop());

async function expectOldServes(): Promise<void> {
  const found = await on.load();
  expect(found.id).toBe(before);
  expect(found.warnings).toEqual([]);
  const around = [...(await on.files()).keys()].filter((path) => !path.startsWith("generations/"));
  expect(around).toEqual(["current"]);
}

/** What takes space: new files, what is written to them, new folders and names. */
const takesSpace = (name: string): boolean => /^(write|openNew|makeFolder|link|rename) /.test(name);

/** What makes writing durable, and may say no though the write was accepted. */
const makesDurable = (name: string): boolean => /^(sync|syncFolder|rename|close) /.test(name);

describe("row 4: the disk is full", () => {
  test("from the n-th write on, for every n: one sentence, the old index serves, nothing is left, space is enough to go on", async () => {
    const places = operations.flatMap((name, n) => (takesSpace(name) ? [n + 1] : []));
    expect(places.length).toBeGreaterThan(20);
    for (const place of places) {
      await putBack();
      const failing = on.ingest(
        faulty(({ n, name }) => {
          if (n === place && name.startsWith("write ")) return "half";
          if (n >= place && takesSpace(name)) fail("ENOSPC");
          if (name.startsWith("torn ")) fail("ENOSPC");
          return undefined;
        }),
      );
      const error = await failing.then(
        () => null,
        (thrown: unknown) => thrown,
      );
      const where = `operation ${place}: ${operations[place - 1]}`;
      expect(error, where).toBeInstanceOf(ParallaxError);
      expect(error, where).toMatchObject({ code: "disk-full" });
      expect((error as ParallaxError).message).toContain("unchanged");
      await expectOldServes();
      expect((await on.ingest()).generation, where).toBe(after);
    }
  });

  test("on the first ingest of all: there is no index yet, and space is enough to go on", async () => {
    await rm(on.index, { recursive: true, force: true });
    await expect(
      on.ingest(faulty(({ name }) => (name.startsWith("write making") ? fail("ENOSPC") : undefined))),
    ).rejects.toMatchObject({ code: "disk-full" });
    await expect(on.load()).rejects.toMatchObject({ code: "index-missing" });
    expect((await on.ingest()).generation).toBe(after);
  });
});

describe("row 5: fsync, rename or close fails", () => {
  test("the n-th, for every n: not reported as done, the old index serves, the next ingest works", async () => {
    const places = operations.flatMap((name, n) => (makesDurable(name) ? [n + 1] : []));
    expect(places.length).toBeGreaterThan(12);
    for (const place of places) {
      await putBack();
      const where = `operation ${place}: ${operations[place - 1]}`;
      const failing = on.ingest(faulty(({ n }) => (n === place ? fail("EIO") : undefined)));
      await expect(failing, where).rejects.toMatchObject({ code: "disk-failed" });
      await expectOldServes();
      expect((await on.ingest()).generation, where).toBe(after);
    }
  });

  test("removing what is old fails: the new index serves all the same", async () => {
    await putBack();
    const failing = faulty(({ name }) => (name.startsWith("remove generations") ? fail("EIO") : undefined));
    expect((await on.ingest(failing)).generation).toBe(after);
    expect((await on.load()).id).toBe(after);
  });

  test("what was written does not read back: not reported as done", async () => {
    await putBack();
    const lossy = faultyFiles(
      {
        ...nodeFileSystem,
        openNew: async (path) => {
          const file = await nodeFileSystem.openNew(path);
          const lose = path.endsWith("sentence-vectors.f32");
          return { ...file, write: (bytes) => file.write(lose ? new Uint8Array(bytes.length) : bytes) };
        },
      },
      on.index,
      () => undefined,
    );
    await expect(on.ingest({ store: on.store(lossy) })).rejects.toMatchObject({
      code: "disk-failed",
      message: expect.stringContaining("sentence-vectors.f32"),
    });
    await expectOldServes();
  });
});
