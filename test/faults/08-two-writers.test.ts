import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, rm, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ferryTimetables, indexOnDisk } from "../fakes/index-on-disk.ts";
import type { IndexOnDisk } from "../fakes/index-on-disk.ts";

const script = fileURLToPath(new URL("ingest-child.mjs", import.meta.url));

let on: IndexOnDisk;

beforeEach(async () => {
  on = await indexOnDisk(ferryTimetables(4));
  await on.ingest();
});

afterEach(() => on.drop());

const lock = () => join(on.index, "lock.1.2.3");

describe("row 8: a second writer", () => {
  test("in another process exits 1 and names the first", async () => {
    const writer = await on.store().openWriter();
    const child = spawn(process.execPath, [script, on.corpus, on.index]);
    let stderr = "";
    child.stderr.on("data", (data) => (stderr += data));
    const [code] = await once(child, "close");
    expect(code).toBe(1);
    expect(stderr).toContain(`Process ${process.pid} is writing this index.`);
    await writer.close();
    expect((await on.ingest()).unchanged).toBe(4);
  });

  test("in the same process is refused too, and the first one finishes", async () => {
    await on.write("ferry-50.txt", "Ferry fifty\n");
    const both = await Promise.allSettled([on.ingest(), on.ingest()]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "index-locked" } });
    expect((await on.load()).records).toHaveLength(5);
  });

  test("takes over the lock of a process that was killed", async () => {
    const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
    await once(child, "spawn");
    await writeFile(lock(), JSON.stringify({ pid: child.pid, host: hostname(), began: null }));
    await expect(on.ingest()).rejects.toMatchObject({ code: "index-locked", details: { pid: child.pid } });
    child.kill("SIGKILL");
    await once(child, "close");
    expect((await on.ingest()).unchanged).toBe(4);
  });

  test("takes over a lock whose process number now belongs to another process", async () => {
    await writeFile(lock(), JSON.stringify({ pid: process.pid, host: hostname(), began: "1" }));
    // Where there is no /proc, beginnings cannot be compared, and the lock is honoured.
    const isTold = process.platform === "linux";
    await (isTold
      ? expect(on.ingest()).resolves.toMatchObject({ unchanged: 4 })
      : expect(on.ingest()).rejects.toMatchObject({ code: "index-locked" }));
  });

  test("takes over a lock file that is torn or empty, as a power cut leaves it", async () => {
    for (const text of ["", '{"pid": 12', "null", '{"pid": "x", "host": 1}']) {
      await writeFile(lock(), text);
      expect((await on.ingest()).unchanged).toBe(4);
    }
  });

  test("on another machine is believed, and the message says which file to remove", async () => {
    await writeFile(lock(), JSON.stringify({ pid: 1, host: "elsewhere.example", began: null }));
    await expect(on.ingest()).rejects.toMatchObject({
      code: "index-locked",
      message: expect.stringMatching(/Process 1 on elsewhere\.example.*remove ".*lock\.1\.2\.3"/u),
    });
  });

  test("of twenty that find a stale lock at once, one gets it, every time", async () => {
    for (let times = 0; times < 20; times++) {
      await writeFile(lock(), "stale");
      const all = await Promise.allSettled(Array.from({ length: 20 }, () => on.store().openWriter()));
      const writers = all.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
      expect(writers).toHaveLength(1);
      await Promise.all(writers.map((writer) => writer.close()));
    }
  });

  test("whose lock was removed by hand does not switch", async () => {
    const { id } = await on.load();
    const writer = await on.store().openWriter();
    await writer.append("manifest.json", new Uint8Array(3));
    for (const name of await readdir(on.index)) if (name.startsWith("lock.")) await rm(join(on.index, name));
    await expect(writer.publish("0".repeat(64))).rejects.toMatchObject({ code: "index-locked" });
    await writer.close();
    expect((await on.load()).id).toBe(id);
  });
});

describe("row 8: a reader beside a writer", () => {
  test("loads the old or the new index whole, whenever it comes, and leaves nothing behind", async () => {
    const progress = { isDone: false };
    const writing = (async () => {
      for (let n = 0; n < 12; n++) {
        await on.write("ferry-00.txt", `Ferry zero\nVersion ${n}.\n`);
        await on.ingest();
      }
      progress.isDone = true;
    })();
    const versions: number[] = [];
    while (!progress.isDone) {
      const found = await on.load();
      expect(found.warnings).toEqual([]);
      expect(found.records).toHaveLength(4);
      versions.push(Number(/Version (\d+)/u.exec(found.records[0]?.document.text ?? "")?.[1] ?? -1));
    }
    await writing;
    expect(versions.length).toBeGreaterThan(5);
    expect(versions).toEqual(versions.toSorted((a, b) => a - b));
    expect((await on.load()).records[0]?.document.text).toContain("Version 11.");
  });
});
