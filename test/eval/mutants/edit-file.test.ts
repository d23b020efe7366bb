import { describe, expect, it } from "vitest";
import { fileOf, proseOf, replaceInFile, replaceInStretches, standsIn } from "../../../src/eval/mutants/edit-file.ts";

const file = {
  path: "reports/01-weir.md",
  text: '---\ntitle: "Seven barges"\nurl: "https://example.org/seven"\n---\n\nSeven barges sank; 17 did not. Some seven-year-olds saw 7.5 of them.',
};

describe("changing words of a file", () => {
  it("changes whole words of title and body, keeping capitals, and no address", () => {
    expect(replaceInFile(file, { words: "seven", by: "ten" }).text).toBe(
      '---\ntitle: "Ten barges"\nurl: "https://example.org/seven"\n---\n\nTen barges sank; 17 did not. Some seven-year-olds saw 7.5 of them.',
    );
  });

  it("does not change a part of a longer number", () => {
    expect(standsIn("17 and 7.5 and 7,500 and 1.7 and -7", "7")).toBe(false);
    expect(standsIn("It was 7.", "7")).toBe(true);
  });

  it("changes some stretches only", () => {
    const { text } = replaceInStretches(file, ["barges sank; 17 did not"], { words: "17", by: "19" });
    expect(text).toContain("barges sank; 19 did not.");
    expect(replaceInStretches(file, ["no such stretch"], { words: "17", by: "19" })).toEqual(file);
  });

  it("reads title and body as prose", () => {
    expect(proseOf(file)).not.toContain("example.org");
    expect(proseOf(file)).toContain("Seven barges");
  });

  it("finds the one file that is meant", () => {
    expect(fileOf([file], "01")).toBe(file);
    expect(fileOf([file], "02")).toBeNull();
    expect(fileOf([file, { ...file, path: "01-other.md" }], "01")).toBeNull();
  });
});
