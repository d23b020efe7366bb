import { expect, test } from "vitest";
import { nodeHash } from "../../src/adapters/node-hash.ts";
import { bytesToFloats, floatsToBytes } from "../../src/index/floats.ts";
import { seal, unseal } from "../../src/index/sealed.ts";

const of = { kind: "bm25", generation: "abc" } as const;
const body = Uint8Array.of(1, 2, 10, 3);

test("what was sealed is given back, line feeds and all", () => {
  expect(unseal(seal(body, of, nodeHash), of, nodeHash)).toEqual(body);
  expect(unseal(seal(new Uint8Array(0), of, nodeHash), of, nodeHash)).toEqual(new Uint8Array(0));
});

test("any flipped bit, another kind and another generation are refused", () => {
  const sealed = seal(body, of, nodeHash);
  for (let bit = 0; bit < sealed.length * 8; bit++) {
    const flipped = Uint8Array.from(sealed);
    flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    expect(unseal(flipped, of, nodeHash), `bit ${bit}`).toBeNull();
  }
  expect(unseal(sealed, { ...of, kind: "hnsw" }, nodeHash)).toBeNull();
  expect(unseal(sealed, { ...of, generation: "abd" }, nodeHash)).toBeNull();
  expect(unseal(new Uint8Array(0), of, nodeHash)).toBeNull();
});

test("vectors are little-endian bytes one after the other, read back from any offset", () => {
  const bytes = floatsToBytes([Float32Array.of(1, -2), Float32Array.of(0.5)]);
  // IEEE 754: 1 = 0x3f800000, -2 = 0xc0000000, 0.5 = 0x3f000000.
  expect([...bytes]).toEqual([0, 0, 0x80, 0x3f, 0, 0, 0, 0xc0, 0, 0, 0, 0x3f]);
  const shifted = new Uint8Array(13);
  shifted.set(bytes, 1);
  expect([...bytesToFloats(shifted.subarray(1))]).toEqual([1, -2, 0.5]);
});
