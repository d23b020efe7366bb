import { describe, expect, it } from "vitest";
import { observeAnswerer, tallyAnswerers, textOfAnswerers } from "../../src/eval/answerers.ts";
import type { AnswerWire } from "../../src/http/wire.ts";
import { ferry } from "./ferry.ts";

const tally = (...answerers: readonly AnswerWire["answerer"][]) =>
  tallyAnswerers(answerers.map((answerer) => ({ answerer: observeAnswerer({ ...ferry, answerer }) })));

describe("who wrote the answers", () => {
  it("is counted: the model's, those that fell back and why, those it was not asked for, and what was left out by which gate", () => {
    const told = tally(
      { kind: "llm", model: "small", dropped: 2, droppedBy: { number: 1, name: 1 } },
      { kind: "llm", model: "small", dropped: 0 },
      { kind: "extractive", model: "small", fallback: "llm-rejected", dropped: 3, droppedBy: { number: 3 } },
      { kind: "extractive", fallback: "llm-unavailable" },
      { kind: "extractive" },
    );
    expect(told).toEqual({
      models: ["small"],
      answers: 5,
      written: 2,
      fellBack: { "llm-rejected": 1, "llm-unavailable": 1 },
      unasked: 1,
      dropped: { number: 4, name: 1 },
    });
    expect(textOfAnswerers(told)).toBe(
      "answerer llm small: of 5 answers 2 are the model's, 2 fell back (llm-rejected 1, llm-unavailable 1), for 1 it was not asked\n  left out of what it wrote: number 4, name 1",
    );
  });

  it("is nobody but us where no model was asked", () => {
    expect(textOfAnswerers(tally({ kind: "extractive" }))).toBe("answerer extractive: no language model was asked");
  });
});
