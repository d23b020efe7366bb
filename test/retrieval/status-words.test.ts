import { describe, expect, test } from "vitest";
import { tagWords } from "../../src/claims/tag.ts";
import { analyseQuestion } from "../../src/question/analyse.ts";
import { readAskedPredicate } from "../../src/question/asked-predicate.ts";
import type { AskedPredicate } from "../../src/question/asked-predicate.ts";
import { fitOfStem, mainWord, readEcho, readKeys } from "../../src/retrieval/status-words.ts";
import { stem } from "../../src/text/stem.ts";

function askedBy(question: string): AskedPredicate {
  const [part] = analyseQuestion(question).parts;
  const asked = part && readAskedPredicate(part);
  if (!asked) throw new Error(`Nothing is asked by "${question}".`);
  return asked;
}

const polarities = (question: string, sentence: string): readonly string[] =>
  readKeys(tagWords(sentence), askedBy(question), () => "stated").map(({ polarity }) => polarity);

describe("words of a predicate", () => {
  test.each([
    ["Was there smuggling in Orlen?", "smuggler", "kin"],
    ["Did the pump work?", "fail", "opposite"],
    ["Were crates carried out of the depot?", "remove", "kin"],
    ["Did the pump work?", "river", null],
  ])("%s: “%s” is %s", (question, word, fit) => {
    expect(fitOfStem(askedBy(question), stem(word))).toBe(fit);
  });

  test("whoever names another in a cleft denies it of the one who is asked about", () => {
    expect(polarities("Did the mate ring the bell?", "It was the cook who rang the bell, she said.")).toEqual([
      "denied",
    ]);
    expect(polarities("Did the mate ring the bell?", "It was the mate who rang the bell.")).toEqual(["affirmed"]);
    expect(polarities("Did the mate ring the bell?", "It was he who rang the bell.")).toEqual(["affirmed"]);
  });

  test("nothing behind a verb denies it", () => {
    expect(polarities("Did the cook sell tickets?", "He has sold nothing to anyone.")).toEqual(["denied"]);
    expect(polarities("Did the cook sell tickets?", "He sold no fewer than nine.")).toEqual(["affirmed"]);
  });
});

describe("sentences that answer the one before them", () => {
  test.each([
    ["Halden again denied it.", "affirmed", "denied"],
    ["The mate rejected this.", "denied", "affirmed"],
    ["Halden insists that it was.", null, "affirmed"],
    ["The mate said that they had not.", null, "denied"],
    ["Halden denies that it did.", null, "denied"],
  ] as const)("%s after what is %s", (text, before, told) => {
    expect(readEcho(text, before)).toBe(told);
  });

  test.each(["Halden denied that the gate had been left open.", "It was raining in Orlen."])(
    "%s answers none",
    (text) => {
      expect(readEcho(text, null)).toBeNull();
    },
  );
});

test.each([
  ["The mate said that he had never set foot there.", "set"],
  ["There was no call.", "call"],
])("the main word of “%s” is “%s”", (text, word) => {
  const words = tagWords(text);
  expect(words[mainWord(words)]?.text).toBe(word);
});
