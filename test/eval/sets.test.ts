import { describe, expect, it } from "vitest";
import { loadPending, loadSets, writePending } from "../../src/eval/sets.ts";

describe("a list of golden sets", () => {
  const set = { name: "ferry", golden: "ferry.jsonl", corpus: "ferry", half: "dev" };

  it("is read whole", () => {
    expect(loadSets(JSON.stringify([set]))).toEqual([set]);
  });

  it("is refused with what is wrong where", () => {
    expect(() => loadSets("[")).toThrow(/not a list of golden sets/u);
    expect(() => loadSets("[]")).toThrow(/not a list of golden sets/u);
    expect(() => loadSets(JSON.stringify([{ ...set, half: "both" }]))).toThrow(/at 0\.half/u);
    expect(() => loadSets(JSON.stringify([{ ...set, name: "../ferry" }]))).toThrow(/at 0\.name/u);
    expect(() => loadSets(JSON.stringify([set, set]))).toThrow(/Two golden sets .* "ferry"/u);
  });
});

describe("a list of pending questions", () => {
  it("is written in order, one id a line, and read again", () => {
    const text = writePending({ b: ["b-2", "b-1"], a: ["a-1"] });
    expect(text).toBe('{\n  "a": [\n    "a-1"\n  ],\n  "b": [\n    "b-1",\n    "b-2"\n  ]\n}\n');
    expect(loadPending(text)).toEqual({ a: ["a-1"], b: ["b-1", "b-2"] });
  });

  it("is refused where it is none", () => {
    expect(() => loadPending('["a"]')).toThrow(/not a list of pending questions/u);
    expect(() => loadPending('{"a": [1]}')).toThrow(/at a\.0/u);
  });
});
