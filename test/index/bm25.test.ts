import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bm25FromBytes, bm25ToBytes } from "../../src/index/bm25-bytes.ts";
import { buildBm25 } from "../../src/index/bm25.ts";
import type { Neighbour } from "../../src/ports.ts";

const stem = fc.constantFrom("ferry", "storm", "bridge", "quay", "pilot", "größe", "漁");
const passages = fc.array(fc.array(stem, { maxLength: 12 }), { maxLength: 20 });

/** The formula of the docstring, read off it, with no index. */
function naive(texts: readonly (readonly string[])[], stems: readonly string[]): Neighbour[] {
  const mean = texts.reduce((sum, text) => sum + text.length, 0) / texts.length;
  return texts
    .map((text, item) => {
      let score = 0;
      for (const wanted of stems) {
        const n = texts.filter((other) => other.includes(wanted)).length;
        const tf = text.filter((other) => other === wanted).length;
        const idf = Math.log(1 + (texts.length - n + 0.5) / (n + 0.5));
        score += (idf * tf * 2.2) / (tf + 1.2 * (0.25 + (0.75 * text.length) / mean));
      }
      return { item, score };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.item - b.item);
}

describe("BM25", () => {
  it("scores a passage as worked out by hand", () => {
    // N = 2, n = 1, tf = 2, both passages 3 stems long: ln(1 + 1.5 / 1.5) × 2 × 2.2 / (2 + 1.2) = 0.6931 × 1.375
    const bm25 = buildBm25([
      ["ferry", "ferry", "storm"],
      ["storm", "bridge", "quay"],
    ]);
    const [best, ...others] = bm25.search(["ferry"], 10);
    expect(best?.item).toBe(0);
    expect(best?.score).toBeCloseTo(0.95308, 4);
    expect(others).toEqual([]);
    expect(bm25.idf("storm")).toBeCloseTo(Math.log(1.2), 10);
    expect(bm25.idf("never seen")).toBeCloseTo(Math.log(6), 10);
  });

  it("equals a naive scorer", () => {
    fc.assert(
      fc.property(passages, fc.array(stem, { maxLength: 6 }), fc.integer({ min: 0, max: 25 }), (texts, stems, k) => {
        const found = buildBm25(texts).search(stems, k);
        const expected = naive(texts, stems);
        expect(found.length).toBe(Math.min(k, expected.length));
        for (const [rank, { item, score }] of found.entries()) {
          expect(score).toBeCloseTo(expected[rank]?.score ?? Number.NaN, 9);
          expect(score).toBeCloseTo(expected.find((other) => other.item === item)?.score ?? Number.NaN, 9);
        }
      }),
    );
  });

  it("breaks ties by item and leaves out what is not allowed", () => {
    const bm25 = buildBm25([["quay"], ["quay"], ["quay"], ["storm"]]);
    expect(bm25.search(["quay"], 2).map(({ item }) => item)).toEqual([0, 1]);
    expect(bm25.search(["quay"], 2, (item) => item > 0).map(({ item }) => item)).toEqual([1, 2]);
  });

  it("keeps nothing of one search for the next", () => {
    const bm25 = buildBm25([["quay"], ["storm"]]);
    const first = bm25.search(["quay"], 5);
    bm25.search(["quay", "storm"], 5, () => false);
    expect(bm25.search(["quay"], 5)).toEqual(first);
  });

  it("finds nothing in an empty corpus", () => {
    expect(buildBm25([]).search(["quay"], 5)).toEqual([]);
    expect(buildBm25([[]]).search(["quay"], 5)).toEqual([]);
  });
});

describe("BM25 as bytes", () => {
  it("comes back as it was", () => {
    fc.assert(
      fc.property(passages, fc.array(stem), (texts, stems) => {
        const built = buildBm25(texts);
        const bytes = bm25ToBytes(built);
        const read = bm25FromBytes(bytes);
        expect(read.search(stems, 50)).toEqual(built.search(stems, 50));
        expect(bm25ToBytes(read)).toEqual(bytes);
      }),
    );
  });

  it("may stand at any place of a larger buffer", () => {
    const bytes = bm25ToBytes(buildBm25([["quay"]]));
    const larger = new Uint8Array(bytes.length + 3);
    larger.set(bytes, 3);
    expect(bm25FromBytes(larger.subarray(3)).search(["quay"], 1)).toHaveLength(1);
  });

  const bytes = bm25ToBytes(buildBm25([["ferry", "storm", "storm"], ["storm", "quay"], []]));

  it("is refused when cut anywhere", () => {
    for (let length = 0; length < bytes.length; length += 1) {
      expect(() => bm25FromBytes(bytes.slice(0, length))).toThrow(/lexical index is damaged/u);
    }
  });

  it("is refused when a bit of its numbers is flipped", () => {
    const numbers = bytes.length - "ferry\nquay\nstorm\n".length;
    for (let bit = 0; bit < numbers * 8; bit += 1) {
      const flipped = bytes.slice();
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(() => bm25FromBytes(flipped), `bit ${bit}`).toThrow(/parallax index rebuild/u);
    }
  });

  it("is refused when its terms are out of order or not UTF-8", () => {
    const text = bytes.length - "ferry\nquay\nstorm\n".length;
    for (const [at, byte] of [
      [text, 0x7a],
      [text, 0xff],
      [text + 5, 0x78],
    ] as const) {
      const changed = bytes.slice();
      changed[at] = byte;
      expect(() => bm25FromBytes(changed)).toThrow(/lexical index is damaged/u);
    }
  });
});
