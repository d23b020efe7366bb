import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { describe, expect, test } from "vitest";
import { buildHnsw, hnswAvailable, loadHnsw } from "../../src/adapters/hnswlib-vectors.ts";
import { ParallaxError } from "../../src/errors.ts";
import { clusteredVectors, seededRandom } from "../fakes/clustered-vectors.ts";

const hnsw = await hnswAvailable();
const { vectors, draw } = clusteredVectors({ size: 300, dimensions: 16, clusters: 6, spread: 1 });
const refusal = (file: Uint8Array, over = vectors, dimensions = 16): Promise<unknown> =>
  loadHnsw(file, over, dimensions).then(
    () => null,
    (error: unknown) => error,
  );

describe.skipIf(hnsw.kind === "absent")("06, 03: a vector graph that does not belong or is damaged", () => {
  test("made from other dimensions, it is refused and both are named", async () => {
    const error = await refusal(await buildHnsw(vectors, 16), vectors, 8);
    expect(error).toMatchObject({
      code: "index-incompatible",
      details: { field: "dimensions", found: 16, expected: 8 },
    });
    expect(String(error)).toMatch(/dimensions 16, this index has 8.*parallax index rebuild/);
  });

  test("made from other vectors (another model, another corpus), it is refused and both are named", async () => {
    const others = vectors.slice();
    others.set(draw(), 0);
    const error = await refusal(await buildHnsw(vectors, 16), others);
    expect(error).toMatchObject({ code: "index-incompatible", details: { field: "vectors" } });
    expect(String(error)).toMatch(/vectors [0-9a-f]{64}, this index has [0-9a-f]{64}/);
  });

  test("made from fewer vectors, it is refused and both numbers are named", async () => {
    const error = await refusal(await buildHnsw(vectors.subarray(0, 16 * 299), 16));
    expect(error).toMatchObject({ code: "index-incompatible", details: { found: 299, expected: 300 } });
  });

  test("of another metric or version, it is refused", async () => {
    const file = await buildHnsw(vectors, 16);
    const version = file.slice();
    version[8] = 2;
    expect(await refusal(version)).toMatchObject({
      code: "index-incompatible",
      details: { field: "version", found: 2, expected: 1 },
    });
    const metric = file.slice();
    metric[20] = 2;
    // The metric lies under the checksum: a changed one is damage, one written by another program would say so itself.
    expect(await refusal(metric)).toMatchObject({ code: "index-damaged" });
  });

  test("with any bit flipped, it is refused before hnswlib sees it", async () => {
    const file = await buildHnsw(vectors, 16);
    const random = seededRandom(3);
    const places = [...Array(88).keys(), ...Array.from({ length: 500 }, () => Math.floor(random() * file.length))];
    for (const at of places) {
      const flipped = file.slice();
      flipped[at] = (flipped[at] ?? 0) ^ (1 << Math.floor(random() * 8));
      const error = await refusal(flipped);
      expect(error instanceof ParallaxError ? error.code : "none", `byte ${at}`).toMatch(
        /^index-(?:damaged|incompatible)$/,
      );
    }
  });

  test("cut anywhere, it is refused", async () => {
    const file = await buildHnsw(vectors, 16);
    const cuts = [...Array(90).keys(), ...Array.from({ length: 100 }, (_, n) => Math.floor((file.length * n) / 100))];
    for (const length of cuts) {
      expect(await refusal(file.slice(0, length)), `first ${length} bytes`).toMatchObject({ code: "index-damaged" });
    }
  });

  test("nothing is left in the folder for temporary files", async () => {
    const before = temporaryFolders();
    await loadHnsw(await buildHnsw(vectors, 16), vectors, 16);
    expect(temporaryFolders().filter((name) => !before.includes(name))).toEqual([]);
  });
});

function temporaryFolders(): readonly string[] {
  return readdirSync(tmpdir()).filter((name) => name.startsWith("parallax-hnsw-"));
}
