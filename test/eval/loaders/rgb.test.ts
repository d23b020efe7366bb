import { describe, expect, it } from "vitest";
import { loadRgb } from "../../../src/eval/loaders/rgb.ts";

const row = {
  id: 7,
  query: "Who built the Ostrel weir?",
  answer: "Ada Flett",
  fakeanswer: "Jon Orme",
  positive: ["Flett built it.", "It is Flett's.", "Flett, its builder, died."],
  positive_wrong: ["Orme built it.", "It is Orme's.", "Orme, its builder, died."],
  negative: ["The weir is wet."],
};

describe("the loader of RGB's en_fact", () => {
  it("never takes a text and its falsified copy", () => {
    expect(loadRgb(JSON.stringify(row))).toEqual([
      {
        id: "rgb-7",
        question: "Who built the Ostrel weir?",
        documents: [
          { text: "Flett built it.", type: "correct", answer: "Ada Flett" },
          { text: "Flett, its builder, died.", type: "correct", answer: "Ada Flett" },
          { text: "It is Orme's.", type: "misinfo", answer: "Jon Orme" },
          { text: "The weir is wet.", type: "noise", answer: "unknown" },
        ],
        gold: ["Ada Flett"],
        wrong: ["Jon Orme"],
      },
    ]);
  });

  it("takes both of a single text, and the first of several names of an answer", () => {
    const single = {
      ...row,
      answer: ["Ada Flett", "Flett"],
      positive: ["Flett built it."],
      positive_wrong: ["Orme built it."],
    };
    const [read] = loadRgb(JSON.stringify(single));
    expect(read?.documents.map(({ text }) => text)).toEqual(["Flett built it.", "Orme built it.", "The weir is wet."]);
    expect(read?.gold).toEqual(["Ada Flett"]);
  });

  it("names the line that is not of the format", () => {
    expect(() => loadRgb('{"id":1}')).toThrow(/Line 1 is not RGB en_fact at query/u);
  });
});
