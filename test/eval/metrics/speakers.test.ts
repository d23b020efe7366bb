import { describe, expect, it } from "vitest";
import { speakerAccuracy } from "../../../src/eval/metrics/speakers.ts";

describe("speaker accuracy", () => {
  it("is the share of expected speakers that are credited, by any of their names", () => {
    const rows = [
      { expected: [["Flett", "harbour master"], ["coastguard"]], came: ["the harbour master", "the Coastguard"] },
      { expected: [["Orme"], ["mayor"]], came: ["Ada Orme", "a witness"] },
    ];
    expect(speakerAccuracy(rows)).toBe(0.75);
  });

  it("is NaN where no speaker is expected", () => {
    expect(speakerAccuracy([{ expected: [], came: ["Ada Orme"] }])).toBeNaN();
  });
});
