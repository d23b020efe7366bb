import { readFile, writeFile, mkdir, cp } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { nodeHash } from "../../src/adapters/node-hash.ts";
import { ferryTimetables, indexOnDisk } from "../fakes/index-on-disk.ts";
import type { IndexOnDisk } from "../fakes/index-on-disk.ts";
import { plainEmbedder } from "../fakes/plain-documents.mjs";

let on: IndexOnDisk;

beforeAll(async () => {
  on = await indexOnDisk(ferryTimetables(3));
  await on.ingest();
});

afterAll(() => on.drop());

describe("row 6: the index was made by something else", () => {
  test.each([
    ["another model", { ...plainEmbedder, name: "fancy" }, ['"plain"', '"fancy"']],
    ["other dimensions", { ...plainEmbedder, dimensions: 32 }, ["16 dimensions", "32 dimensions"]],
    ["other weights", { ...plainEmbedder, fingerprint: "plain-2" }, ["plain-1", "plain-2"]],
  ])("%s: refused, naming both and what to run; ingest makes it fit", async (_what, embedder, named) => {
    const error: unknown = await on.load({ embedder }).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(error).toMatchObject({ code: "index-incompatible" });
    for (const part of [...named, "parallax index rebuild"]) expect((error as Error).message).toContain(part);
  });

  test("ingest with another embedder makes every vector anew, and the index then fits it alone", async () => {
    const other = { ...plainEmbedder, fingerprint: "plain-2" };
    expect(await on.ingest({ embedder: other })).toMatchObject({ unchanged: 3, remade: 3 });
    expect((await on.load({ embedder: other })).warnings).toEqual([]);
    // Not the generation before, though that one would fit: it is not the index in use.
    await expect(on.load()).rejects.toMatchObject({ code: "index-incompatible" });
    await on.ingest();
  });

  test("another format: refused with both versions", async () => {
    const { id } = await on.load();
    const manifest = (await readFile(join(on.index, "generations", id, "manifest.json"), "utf8")).replace(
      '"format": 1',
      '"format": 9',
    );
    const foreign = nodeHash.sha256(manifest);
    await mkdir(join(on.index, "generations", foreign));
    await cp(join(on.index, "generations", id), join(on.index, "generations", foreign), { recursive: true });
    await writeFile(join(on.index, "generations", foreign, "manifest.json"), manifest);
    await writeFile(join(on.index, "current"), `${foreign}\n`);
    await expect(on.load()).rejects.toMatchObject({
      code: "index-incompatible",
      message: expect.stringMatching(/format 9, this program reads 1.*parallax index rebuild/u),
    });
    expect(await on.ingest()).toMatchObject({ generation: id });
    expect((await on.load()).id).toBe(id);
  });
});
