import { array, assert, boolean, constantFrom, integer, property, record } from "fast-check";
import { expect, test } from "vitest";
import { jobQueue } from "../../src/adapters/job-queue.ts";
import type { Lane } from "../../src/adapters/job-queue.ts";

const drained = (queue: ReturnType<typeof jobQueue<string>>, documentsAllowed: boolean): readonly string[] => {
  const taken: string[] = [];
  for (let next = queue.next(documentsAllowed); next !== null; next = queue.next(documentsAllowed))
    taken.push(next.item);
  return taken;
};

test("questions go first, texts and documents in the order in which they came", () => {
  const queue = jobQueue<string>(() => true);
  queue.add("text 1", "text");
  queue.add("document 2", "document");
  queue.add("question 3", "question");
  queue.add("text 4", "text");
  expect(drained(queue, true)).toEqual(["question 3", "text 1", "document 2", "text 4"]);
});

test("a document that may not start yet holds no text up", () => {
  const queue = jobQueue<string>(() => true);
  queue.add("document 1", "document");
  queue.add("text 2", "text");
  expect(drained(queue, false)).toEqual(["text 2"]);
  expect(drained(queue, true)).toEqual(["document 1"]);
});

test("what nobody waits for any more is skipped", () => {
  const dropped = new Set<string>();
  const queue = jobQueue<string>((item) => !dropped.has(item));
  for (const item of ["a", "b", "c"]) queue.add(item, "text");
  dropped.add("a").add("b");
  expect(drained(queue, true)).toEqual(["c"]);
});

test("is what sorting by lane and arrival gives, however adding and taking alternate", () => {
  const act = record({
    add: boolean(),
    lane: constantFrom<Lane>("question", "text", "document"),
    times: integer({ min: 1, max: 900 }),
  });
  assert(
    property(array(act, { maxLength: 12 }), (acts) => {
      const queue = jobQueue<number>(() => true);
      let naive: { n: number; lane: Lane }[] = [];
      let n = 0;
      for (const { add, lane, times } of acts) {
        for (let i = 0; i < times; i++) {
          if (add) {
            naive.push({ n, lane });
            queue.add(n++, lane);
          } else {
            const first = naive.find((item) => item.lane === "question") ?? naive[0];
            naive = naive.filter((item) => item !== first);
            expect(queue.next(true)?.item).toBe(first?.n);
          }
        }
      }
      expect(queue.drain().toSorted((a, b) => a - b)).toEqual(naive.map((item) => item.n));
    }),
    { numRuns: 8 },
  );
});
