import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openFsStore } from "../../src/adapters/fs-store.ts";

let folder: string;
const [A, B, C] = ["a".repeat(64), "b".repeat(64), "c".repeat(64)];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "parallax-store-"));
});

afterEach(() => rm(folder, { recursive: true }));

async function publish(name: string, text: string): Promise<void> {
  const writer = await openFsStore(folder).openWriter();
  try {
    await writer.append("file", new TextEncoder().encode(text));
    await writer.publish(name);
  } finally {
    await writer.close();
  }
}

async function read(name: string): Promise<string | null> {
  const bytes = await openFsStore(folder).read(name, "file");
  return bytes && new TextDecoder().decode(bytes);
}

test("a folder that is missing or empty has no generation", async () => {
  const store = openFsStore(join(folder, "none"));
  expect(await store.current()).toBeNull();
  expect(await store.generations()).toEqual([]);
  expect(await store.read(A, "file")).toBeNull();
  expect(await store.readRange(A, "file", { offset: 0, length: 4 })).toHaveLength(0);
  expect(await store.stamp()).toBe("none");
});

test("pieces are appended in order, can be read before they are published, and a stretch of them after", async () => {
  const store = openFsStore(folder);
  const writer = await store.openWriter();
  for (const piece of ["one ", "", "two ", "three"]) await writer.append("file", new TextEncoder().encode(piece));
  expect(new TextDecoder().decode(await writer.read("file"))).toBe("one two three");
  expect(await writer.read("other")).toHaveLength(0);
  expect(await store.generations()).toEqual([]);
  await writer.publish(A);
  await writer.close();
  expect(await read(A)).toBe("one two three");
  expect(new TextDecoder().decode(await store.readRange(A, "file", { offset: 4, length: 3 }))).toBe("two");
  expect(new TextDecoder().decode(await store.readRange(A, "file", { offset: 8, length: 99 }))).toBe("three");
});

test("each switch changes the stamp, also back to a generation that was there before", async () => {
  const store = openFsStore(folder);
  const stamps = [await store.stamp()];
  for (const name of [A, B, A]) {
    await publish(name, name);
    expect(await store.current()).toBe(name);
    stamps.push(await store.stamp());
  }
  expect(new Set(stamps).size).toBe(4);
  expect(await store.stamp()).toBe(stamps[3]);
});

test("the generation in use and the one before are kept, newest first, and nothing else stays behind", async () => {
  for (const name of [C, A, B]) await publish(name, name);
  expect(await openFsStore(folder).generations()).toEqual([B, A]);
  expect((await readdir(folder)).toSorted()).toEqual(["current", "generations"]);
});

test("publishing what is there again repairs its files and keeps the generation before", async () => {
  await publish(A, "a");
  await publish(B, "b");
  await writeFile(join(folder, "generations", B, "file"), "damaged");
  await writeFile(join(folder, "generations", B, "stray"), "stray");
  await publish(B, "b");
  expect(await read(B)).toBe("b");
  expect(await read(A)).toBe("a");
  expect(await readdir(join(folder, "generations", B))).toEqual(["file"]);
});

test("a writer that is closed without publishing leaves nothing", async () => {
  await publish(A, "a");
  const writer = await openFsStore(folder).openWriter();
  await writer.append("file", new Uint8Array(9));
  await writer.close();
  expect((await readdir(folder)).toSorted()).toEqual(["current", "generations"]);
  expect(await openFsStore(folder).current()).toBe(A);
});

test("an index folder that is a file is an error of the disk that names it", async () => {
  await writeFile(join(folder, "file"), "x");
  const store = openFsStore(join(folder, "file"));
  await expect(store.openWriter()).rejects.toMatchObject({
    code: "disk-failed",
    message: expect.stringContaining(join(folder, "file")),
  });
});
