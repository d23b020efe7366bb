import { array, assert, asyncProperty, integer, record } from "fast-check";
import { setImmediate } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { inOrder } from "../../src/index/in-order.ts";

async function turns(count: number): Promise<void> {
  for (let n = 0; n < count; n++) await Promise.resolve();
}

describe("inOrder", () => {
  test("gives results in the order of the items and keeps inside the window, whatever takes how long", async () => {
    const item = record({ weight: integer({ min: 0, max: 9 }), takes: integer({ min: 0, max: 20 }) });
    await assert(
      asyncProperty(
        array(item, { maxLength: 30 }),
        integer({ min: 1, max: 5 }),
        integer({ min: 1, max: 12 }),
        async (all, items, weight) => {
          const now = { items: 0, weight: 0 };
          const work = async (n: number): Promise<number> => {
            const one = all[n] ?? { weight: 0, takes: 0 };
            now.items++;
            now.weight += one.weight;
            expect(now.items).toBeLessThanOrEqual(items);
            if (now.items > 1) expect(now.weight).toBeLessThanOrEqual(weight);
            await turns(one.takes);
            return n;
          };
          const results: number[] = [];
          const weighed = all.map((one, n) => ({ item: n, weight: one.weight }));
          for await (const n of inOrder(weighed, { items, weight }, work)) {
            results.push(n);
            now.items--;
            now.weight -= all[n]?.weight ?? 0;
          }
          expect(results).toEqual(all.map((_, n) => n));
        },
      ),
    );
  });

  test("the first failure in order ends it, after what is under way has ended; later failures are dropped", async () => {
    const ended: number[] = [];
    const work = async (n: number): Promise<number> => {
      // The later ones are still at work when the second has failed.
      if (n > 1) await setImmediate();
      ended.push(n);
      if (n >= 1) throw new Error(`item ${n}`);
      return n;
    };
    const items = [0, 1, 2, 3].map((item) => ({ item, weight: 1 }));
    const results: number[] = [];
    const all = (async () => {
      for await (const n of inOrder(items, { items: 4, weight: 4 }, work)) results.push(n);
    })();
    await expect(all).rejects.toThrow("item 1");
    expect(results).toEqual([0]);
    expect(ended).toEqual([0, 1, 2, 3]);
  });
});
