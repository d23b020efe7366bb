import { expect, test } from "vitest";
import { loadGolden } from "../../src/eval/golden.ts";
import { draftFromVerdict, readFeedback } from "../../src/eval/import-feedback.ts";
import { ferry } from "./ferry.ts";

const line = (verdict: object): string =>
  JSON.stringify({ receivedAt: "2030-01-01T00:00:00Z", answerId: "a_1", requestId: "r", verdict: "good", ...verdict });

test("the last verdict on a question counts; a line that was cut is left out", () => {
  const text = `${line({ question: "Who?" })}\n{"question":"Wh\n${line({ question: "When?" })}\n${line({ question: "who?", verdict: "bad" })}\n`;
  expect(readFeedback(text).map(({ question, verdict }) => [question, verdict])).toEqual([
    ["who?", "bad"],
    ["When?", "good"],
  ]);
});

test("a line that is something else is named", () => {
  expect(() => readFeedback(`${line({ question: "Who?" })}\n{"a":1}`)).toThrow(/Line 2 is not feedback/);
});

const draft = (verdict: object, taken: readonly string[] = []) => {
  const [read] = readFeedback(line({ question: ferry.question, ...verdict }));
  if (read === undefined) throw new Error("nothing read");
  return draftFromVerdict(read, ferry, new Set(taken));
};

test("a good verdict drafts a row that says what the answer says", () => {
  const { row, doubt } = draft({});
  expect(doubt).toBeNull();
  expect(loadGolden(row)[0]).toMatchObject({ question: ferry.question, outcome: ["disputed"] });
});

test("a correction is what the row expects, and is to be looked at", () => {
  const { row, doubt } = draft({ verdict: "bad", reason: "wrong figure", correction: "1,255" });
  expect(loadGolden(row)[0]).toMatchObject({ outcome: ["answered"], facts: [["1,255"]] });
  expect(doubt).toMatch(/marked bad \(wrong figure\).*correction/);
});

test("a bad verdict without one is drafted with a warning, under an id of its own", () => {
  const { id } = draft({});
  const again = draft({ verdict: "bad" }, [id]);
  expect(again.id).toBe(`${id}-2`);
  expect(again.doubt).toContain("what the answer says now");
});
