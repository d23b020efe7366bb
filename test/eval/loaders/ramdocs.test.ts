import { describe, expect, it } from "vitest";
import { loadRamdocs, oneAnswerCopies } from "../../../src/eval/loaders/ramdocs.ts";

const document = (text: string, type: string, answer: string) => ({ text, type, answer });

describe("the loader of RAMDocs", () => {
  it("numbers rows without an id", () => {
    const row = {
      question: "Who?",
      documents: [document("t", "noise", "unknown")],
      gold_answers: ["A"],
      wrong_answers: [],
    };
    const [plain, named] = loadRamdocs([row, { ...row, id: "r" }].map((one) => JSON.stringify(one)).join("\n"));
    expect(plain).toEqual({ id: "ramdocs-0", question: "Who?", documents: row.documents, gold: ["A"], wrong: [] });
    expect(named?.id).toBe("r");
  });

  it("makes copies of one answer each, with the noise", () => {
    const documents = [
      document("a", "correct", "A"),
      document("b", "misinfo", "B"),
      document("n", "noise", "unknown"),
      document("a2", "correct", "A"),
    ];
    const copies = oneAnswerCopies({ id: "r", question: "Who?", documents, gold: ["A"], wrong: ["B"] });
    expect(copies.map((copy) => [copy.id, copy.documents.map(({ text }) => text), copy.gold, copy.wrong])).toEqual([
      ["r#0", ["a", "n", "a2"], ["A"], []],
      ["r#1", ["b", "n"], [], ["B"]],
    ]);
  });

  it("names the line that is not of the format", () => {
    expect(() => loadRamdocs('{"question":"Who?"}')).toThrow(/Line 1 is not RAMDocs at documents/u);
  });
});
