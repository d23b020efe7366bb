import { afterEach, describe, expect, test } from "vitest";
import { openLiveIndex } from "../../src/index/live.ts";
import { indexOnDisk } from "../fakes/index-on-disk.ts";
import type { IndexOnDisk } from "../fakes/index-on-disk.ts";

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const ASKERS = 20;
const UPDATES = 15;

let on: IndexOnDisk;

afterEach(() => on.drop());

describe("row 11: documents change while questions are asked", () => {
  test("nothing that was removed is found after the removal was acknowledged, and each answer is of one generation", async () => {
    on = await indexOnDisk({
      "left.txt": "Left\nVersion 0 of the ferry.\n",
      "right.txt": "Right\nVersion 0 of the ferry.\n",
    });
    await on.ingest();
    const live = await openLiveIndex(() => on.load(), on.store(), quiet);
    let acknowledged = 0;
    let answers = 0;
    const progress = { isDone: false };
    const version = (text: string): number => Number(/Version (\d+)/u.exec(text)?.[1]);

    const ask = async (): Promise<void> => {
      while (!progress.isDone) {
        const least = acknowledged;
        const snapshot = await live.current();
        const found = snapshot.bm25
          .search(["version"], 10)
          .map(({ item }) => snapshot.records[snapshot.passages[item]?.record ?? -1]);
        const versions = found.map((record) => version(record?.document.text ?? ""));
        expect(versions).toHaveLength(2);
        expect(versions[0]).toBe(versions[1]);
        expect(versions[0]).toBeGreaterThanOrEqual(least);
        answers++;
      }
    };
    const update = async (): Promise<void> => {
      for (let n = 1; n <= UPDATES; n++) {
        for (const name of ["left", "right"]) await on.write(`${name}.txt`, `${name}\nVersion ${n} of the ferry.\n`);
        await on.ingest();
        acknowledged = n;
      }
      progress.isDone = true;
    };
    await Promise.all([update(), ...Array.from({ length: ASKERS }, ask)]);
    expect(answers).toBeGreaterThan(UPDATES);
  });
});
