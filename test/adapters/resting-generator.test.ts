import { describe, expect, test } from "vitest";
import { restingGenerator } from "../../src/adapters/resting-generator.ts";
import { ParallaxError } from "../../src/errors.ts";
import type { Generator, GeneratorFailure, Prompt, Reply } from "../../src/ports.ts";

const prompt: Prompt = { system: "", user: "", schema: { name: "answer", json: {} }, maxTokens: 1 };
const good: Reply = { kind: "complete", text: "{}" };
const bad = (why: GeneratorFailure = "llm-unavailable"): Reply => ({ kind: "failed", why, detail: "planned" });

/** A model that is answered for by hand, and a clock that is set by hand. */
function stage() {
  const clock = { atMs: 1000, nowMs: () => clock.atMs };
  const waiting: { readonly resolve: (reply: Reply) => void; readonly reject: (error: unknown) => void }[] = [];
  const model: Generator = {
    name: "by hand",
    contextTokens: 4096,
    generate: () => new Promise((resolve, reject) => waiting.push({ resolve, reject })),
  };
  let asked = 0;
  const resting = restingGenerator(model, clock);
  const ask = (): Promise<Reply> => resting.generate(prompt, {});
  /** Asks and answers at once; null where the model was not asked. */
  const play = async (reply: Reply): Promise<Reply | null> => {
    const reached = ask();
    const turn = waiting.shift();
    if (turn === undefined) {
      expect(await reached).toMatchObject({ kind: "failed", why: "llm-unavailable" });
      return null;
    }
    asked++;
    turn.resolve(reply);
    return reached;
  };
  const failTimes = async (times: number): Promise<void> => {
    for (let n = 0; n < times; n++) expect(await play(bad())).toEqual(bad());
  };
  return { clock, waiting, resting, ask, play, failTimes, asked: () => asked };
}

describe("a language model that keeps failing", () => {
  test("is asked a fifth time, and then left alone for 30 s", async () => {
    const { clock, play, failTimes, asked } = stage();
    await failTimes(5);
    clock.atMs += 29_999;
    expect(await play(good)).toBeNull();
    expect(asked()).toBe(5);
    clock.atMs += 1;
    expect(await play(good)).toEqual(good);
    expect(await play(good)).toEqual(good);
  });

  test("every kind of failure counts, a good reply between them starts anew", async () => {
    const { play, failTimes } = stage();
    await failTimes(4);
    await play(good);
    await failTimes(2);
    await play(bad("llm-timeout"));
    await play(bad("llm-rejected"));
    expect(await play(bad("llm-timeout"))).toEqual(bad("llm-timeout"));
    expect(await play(good)).toBeNull();
  });

  test("after the rest a single question decides: a failure means another 30 s", async () => {
    const { clock, play, failTimes } = stage();
    await failTimes(5);
    clock.atMs += 30_000;
    expect(await play(bad("llm-timeout"))).toEqual(bad("llm-timeout"));
    clock.atMs += 29_999;
    expect(await play(good)).toBeNull();
    clock.atMs += 1;
    expect(await play(good)).toEqual(good);
    await failTimes(4);
    expect(await play(good)).toEqual(good);
  });

  test("while that question is out, the others are told at once", async () => {
    const { clock, waiting, ask, play, failTimes } = stage();
    await failTimes(5);
    clock.atMs += 30_000;
    const deciding = ask();
    const turn = waiting.shift();
    expect(await play(good)).toBeNull();
    turn?.resolve(good);
    expect(await deciding).toEqual(good);
    expect(await play(good)).toEqual(good);
  });

  test("someone who leaves decides nothing and counts for nothing", async () => {
    const { clock, waiting, ask, play, failTimes } = stage();
    const left = new ParallaxError("aborted", "gone");
    const leave = async (): Promise<void> => {
      const leaving = ask();
      waiting.shift()?.reject(left);
      await expect(leaving).rejects.toBe(left);
    };
    await failTimes(4);
    await leave();
    await failTimes(1);
    clock.atMs += 30_000;
    await leave();
    expect(await play(good)).toEqual(good);
  });

  test("failures that come in together make one rest, counted from the fifth", async () => {
    const { clock, waiting, ask, play } = stage();
    const all = Array.from({ length: 7 }, ask);
    for (const { resolve } of waiting.splice(0)) {
      resolve(bad());
      await Promise.resolve();
      clock.atMs += 1000;
    }
    await Promise.all(all);
    clock.atMs = 1000 + 4000 + 29_000;
    expect(await play(good)).toBeNull();
    clock.atMs = 1000 + 6000 + 30_000;
    expect(await play(good)).toEqual(good);
  });

  test("keeps name and context of the model", () => {
    expect(stage().resting).toMatchObject({ name: "by hand", contextTokens: 4096 });
  });
});
