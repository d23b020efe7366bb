import { spawnSync } from "node:child_process";
import { cp, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { ferryTimetables, indexOnDisk } from "../fakes/index-on-disk.ts";
import type { IndexOnDisk } from "../fakes/index-on-disk.ts";

// Thousands of small files and dozens of processes: seconds alone, more on a busy machine.
vi.setConfig({ testTimeout: 180_000 });

const script = fileURLToPath(new URL("ingest-child.mjs", import.meta.url));
const RANDOM_KILLS = 50;
const SEED = 20_241_110;

/** The operations of one update by name: a kill before the first of each kind is one named crash point. */
const CRASH_POINTS = [
  "openNew lock.PID.new",
  "rename lock.PID.new",
  "openNew lock.PID.held",
  "makeFolder making",
  "openNew making/documents.jsonl",
  "write making/sentence-vectors.f32",
  "openNew making/bm25.bin",
  "write making/manifest.json",
  "sync making/documents.jsonl",
  "close making/manifest.json",
  "syncFolder making",
  "rename making",
  "syncFolder generations",
  "write current.new",
  "sync current.new",
  "rename current.new",
  "syncFolder ",
  "remove generations/ID",
  "remove lock.PID.held",
  "remove lock.PID",
] as const;

let on: IndexOnDisk;
let before: string;
let after: string;
let operations: readonly string[];
let rebuilt: ReadonlyMap<string, string>;

const saved = () => join(on.folder, "saved");
const runChild = (...args: readonly string[]) =>
  spawnSync(process.execPath, [script, on.corpus, on.index, ...args], { encoding: "utf8" });

async function putBack(): Promise<void> {
  await rm(on.index, { recursive: true, force: true });
  await cp(saved(), on.index, { recursive: true });
}

beforeAll(async () => {
  on = await indexOnDisk(ferryTimetables(6));
  await on.ingest();
  // Two generations before the one that is made, so that the oldest is dropped at its end.
  await on.write("ferry-01.txt", "Ferry one\nIt sank in 1911.\n");
  before = (await on.ingest()).generation;
  await cp(on.index, saved(), { recursive: true });
  await on.write("ferry-02.txt", "Ferry two\nIt was built in 1987.\nIt is blue.\n");
  await on.write("ferry-90.txt", "Ferry ninety\nIt is new.\n");
  await on.remove("ferry-04.txt");
  const run = runChild();
  expect(run.stderr).toBe("");
  operations = JSON.parse(run.stdout);
  after = (await on.load()).id;
  expect(after).not.toBe(before);

  const scratch = await on.rebuildOf(on);
  expect(scratch.generation).toBe(after);
  rebuilt = scratch.files;
});

afterAll(() => on.drop());

async function killAndRestart(n: number, half: boolean): Promise<void> {
  await putBack();
  const run = runChild(String(n), ...(half ? ["half"] : []));
  expect(run.signal).toBe("SIGKILL");
  const found = await on.load();
  expect([before, after]).toContain(found.id);
  expect(found.warnings).toEqual([]);
  const report = await on.ingest();
  expect(report.generation).toBe(after);
  expect(await on.filesOf(after)).toEqual(rebuilt);
  expect([...(await on.files()).keys()].filter((path) => !path.startsWith("generations/"))).toEqual(["current"]);
}

describe("row 1: ingest is killed", () => {
  test.each(CRASH_POINTS)(
    "before %j: the old or the new index is there, and a restart gives the new one",
    async (name) => {
      const n = operations.indexOf(name) + 1;
      expect(n).toBeGreaterThan(0);
      await killAndRestart(n, false);
    },
  );

  test(`at ${RANDOM_KILLS} seeded moments, half of them in mid-write`, async () => {
    let random = SEED;
    for (let i = 0; i < RANDOM_KILLS; i++) {
      random = (Math.imul(random, 1_103_515_245) + 12_345) >>> 0; // the generator of ISO C's example
      await killAndRestart(1 + (random % operations.length), i % 2 === 0);
    }
  });

  test("on the very first ingest: there is no index, and a restart makes it", async () => {
    await rm(on.index, { recursive: true, force: true });
    expect(runChild("40").signal).toBe("SIGKILL");
    await expect(on.load()).rejects.toMatchObject({ code: "index-missing" });
    expect((await on.ingest()).generation).toBe(after);
  });
});
