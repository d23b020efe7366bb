import { afterAll, beforeAll, expect, test } from "vitest";
import type { Preparer } from "../../src/adapters/embedder-jobs.ts";
import type { Embedder } from "../../src/ports.ts";

/** What every embedder must do. `open` is called once. */
export function describesEmbedder(open: () => Promise<Embedder & Preparer>): void {
  let embedder: Embedder & Preparer;
  beforeAll(async () => {
    embedder = await open();
  });
  afterAll(() => embedder.close());

  const orchard = "The orchard sold 4,000 crates of apples in autumn.";
  const bridge = "Engineers closed the bridge after a crack was found.";
  const concert = "The orchestra opened its season with a new symphony.";

  test("says what it is", () => {
    expect(embedder.name).not.toBe("");
    expect(embedder.fingerprint).not.toBe("");
    expect(embedder.dimensions).toBeGreaterThan(8);
  });

  test("gives unit vectors of its dimensions, for questions and texts", async () => {
    const vectors = [
      await embedder.embedQuestion("Who closed the bridge?"),
      ...(await embedder.embedTexts([orchard, bridge])),
    ];
    expect(vectors).toHaveLength(3);
    for (const vector of vectors) {
      expect(vector).toBeInstanceOf(Float32Array);
      expect(vector).toHaveLength(embedder.dimensions);
      expect(Math.hypot(...vector)).toBeCloseTo(1, 5);
    }
  });

  test("puts a question nearest to the text that answers it", async () => {
    const question = await embedder.embedQuestion("Why did engineers close the bridge?");
    const cosines = (await embedder.embedTexts([orchard, bridge, concert])).map((vector) => dot(vector, question));
    expect(cosines.indexOf(Math.max(...cosines))).toBe(1);
  });

  test("gives a text the same vector alone, among others, and again", async () => {
    const [alone] = await embedder.embedTexts([bridge]);
    const long = `${orchard} `.repeat(20);
    const among = await embedder.embedTexts([long, bridge, concert, bridge]);
    expect(among[1]).toEqual(alone);
    expect(among[3]).toEqual(alone);
  });

  test("keeps the order of many texts and tells of each", async () => {
    const texts = Array.from({ length: 70 }, (_, n) => `Report ${n} counts ${n * 17} boats.`);
    let told = 0;
    const vectors = await embedder.embedTexts(texts, () => told++);
    expect(told).toBe(70);
    const [last, first] = await embedder.embedTexts([texts[69] ?? "", texts[0] ?? ""]);
    expect(vectors[0]).toEqual(first);
    expect(vectors[69]).toEqual(last);
  });

  test("gives nothing for no texts, and a unit vector for an unusual one", async () => {
    expect(await embedder.embedTexts([])).toEqual([]);
    const odd = await embedder.embedTexts(["…", "\u{1F600}", "Ж".repeat(3000), "a ".repeat(100_000), "\uD800 lone"]);
    for (const vector of odd) expect(Math.hypot(...vector)).toBeCloseTo(1, 5);
  });

  test("answers a question before texts that were there first", async () => {
    const order: string[] = [];
    const texts = embedder
      .embedTexts(Array.from({ length: 200 }, (_, n) => `Text number ${n} waits.`))
      .then(() => order.push("texts"));
    const question = embedder.embedQuestion("Who goes first?").then(() => order.push("question"));
    await Promise.all([texts, question]);
    expect(order).toEqual(["question", "texts"]);
  });

  test("drops a question that nobody waits for", async () => {
    await expect(embedder.embedQuestion("Late?", AbortSignal.abort())).rejects.toMatchObject({ code: "aborted" });
    const leaving = new AbortController();
    const texts = embedder.embedTexts([orchard, bridge, concert]);
    const question = embedder.embedQuestion("Leaving?", leaving.signal);
    leaving.abort();
    await Promise.allSettled([question, texts]);
    expect(await texts).toHaveLength(3);
  });

  test("counts tokens: none for nothing, more for more", async () => {
    expect(await embedder.countTokens("")).toBe(0);
    const one = await embedder.countTokens(bridge);
    expect(one).toBeGreaterThanOrEqual(9);
    expect(await embedder.countTokens(`${bridge} ${bridge}`)).toBe(2 * one);
  });

  test("prepares a document away from the caller", async () => {
    const bytes = new TextEncoder().encode(
      `---\ntitle: Bridge closed\nsource: Valley Post\n---\n${bridge} ${orchard}\n`,
    );
    const prepared = await embedder.prepare({ path: "bridge.md", bytes });
    expect(prepared).toMatchObject({ kind: "prepared", path: "bridge.md", sentences: 2, passages: 1 });
    expect(bytes.length).toBeGreaterThan(0);
  });
}

function dot(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0);
}
