import { expect, test } from "vitest";
import { conventionOf } from "../../src/adapters/model-conventions.ts";

// From the model cards.
test.each([
  ["bge-small-en-v1.5", "cls", "Represent this sentence for searching relevant passages: ", ""],
  ["BGE-large-en-v1.5", "cls", "Represent this sentence for searching relevant passages: ", ""],
  ["bge-m3", "cls", "", ""],
  ["e5-small-v2", "mean", "query: ", "passage: "],
  ["multilingual-e5-base", "mean", "query: ", "passage: "],
  ["all-MiniLM-L6-v2", "mean", "", ""],
])("%s: %s pooling, question prefix %j, text prefix %j", (name, pooling, questionPrefix, textPrefix) => {
  expect(conventionOf(name)).toMatchObject({ pooling, questionPrefix, textPrefix });
});
