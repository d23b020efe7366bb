import { readFileSync, readdirSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { readSettings } from "../../src/cli/settings.ts";
import { openEmbedder } from "../../src/cli/wire-up.ts";
import type { IngestEmbedder } from "../../src/cli/wire-up.ts";
import type { ActionFamily } from "../../src/claims/action-families.ts";
import { compareWithGolden } from "../../src/eval/compare-golden.ts";
import { loadGolden } from "../../src/eval/golden.ts";
import { loadPending } from "../../src/eval/sets.ts";
import { hashingEmbedder } from "../fakes/hashing-embedder.ts";

// A gate that cannot turn red guards nothing: one verb taken out of a table of families must fail golden questions that passed.

const FAMILIES = "../../src/claims/action-families.ts";
const read = (name: string): string => readFileSync(new URL(name, import.meta.url), "utf8");
const corpus = new URL("../../corpus/", import.meta.url);
const files = readdirSync(corpus)
  .filter((name) => name.endsWith(".md") && name !== "README.md")
  .sort()
  .map((path) => ({ path, text: readFileSync(new URL(path, corpus), "utf8") }));
const pending = loadPending(read("pending.json"))["reports"] ?? [];
const gating = loadGolden(read("reports.jsonl")).filter(({ id, about }) => about === "quantity" && !pending.includes(id));

/** Reads documents in this process. */
const reader = hashingEmbedder();
let embedder: IngestEmbedder;

beforeAll(async () => {
  const settings = readSettings({ flags: {}, env: {}, cwd: "/", isFolder: () => true });
  // Documents are read in this process, where modules can be replaced, and not in the workers that embed.
  embedder = { ...(await openEmbedder(settings, 1)), prepare: (file) => reader.prepare(file) };
});

afterAll(async () => {
  vi.doUnmock(FAMILIES);
  vi.resetModules();
  await embedder?.close();
});

/** Ids of gating rows that fail with these families of verbs. */
async function failingWith(change: (families: readonly ActionFamily[]) => readonly ActionFamily[]): Promise<readonly string[]> {
  vi.resetModules();
  vi.doMock(FAMILIES, async (original) => {
    const module = await original<typeof import("../../src/claims/action-families.ts")>();
    return { ...module, ACTION_FAMILIES: change(module.ACTION_FAMILIES) };
  });
  const { askFiles } = await import("../../src/cli/ask-files.ts");
  const ask = await askFiles(embedder)(files);
  const failing: string[] = [];
  for (const row of gating) if (compareWithGolden(row, await ask(row.question)).length > 0) failing.push(row.id);
  return failing;
}

const without =
  (key: string, word: string) =>
  (families: readonly ActionFamily[]): readonly ActionFamily[] =>
    families.map((family) => {
      if (family.key !== key) return family;
      const words = family.words.split(", ");
      expect(words).toContain(word);
      return { ...family, words: words.filter((one) => one !== word).join(", ") };
    });

/** All modules are read again, and all questions asked: half a minute on a busy machine. */
const PATIENCE_MS = 180_000;

describe("the golden gate", { timeout: PATIENCE_MS }, () => {
  it("is green with the tables as they are", async () => {
    expect(gating.length).toBeGreaterThan(5);
    expect(await failingWith((families) => families)).toEqual([]);
  });

  it("turns red when one verb is taken out of a family", async () => {
    expect(await failingWith(without("shoot-down", "down"))).toContain("drones-downed-passive");
  });
});
