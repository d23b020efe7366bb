import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { goldenSchema, loadGolden } from "../../src/eval/golden.ts";

describe("golden questions", () => {
  const line = (more: object): string => JSON.stringify({ id: "q", question: "Who?", outcome: "answered", ...more });

  it("are read line by line", () => {
    const rows = loadGolden(`${line({ quotes: ["a"] })}\n\n${line({ id: "r", quotes: ["b"], documents: ["0"] })}\n`);
    expect(rows.map(({ id }) => id)).toEqual(["q", "r"]);
  });

  it("may have one outcome or kind or several", () => {
    const read = (more: object) =>
      loadGolden(line({ quotes: ["a"], positions: [{ value: "1", documents: ["0"] }], ...more }))[0];
    expect(read({})).toMatchObject({ outcome: ["answered"] });
    expect(read({ outcome: ["answered", "disputed"], kind: "scope" })).toMatchObject({
      outcome: ["answered", "disputed"],
      kind: ["scope"],
    });
    expect(() => read({ outcome: [] })).toThrow(/Line 1/u);
    expect(() => read({ kind: "opinion" })).toThrow(/Line 1/u);
  });

  it("are refused where they expect nothing, hold an unknown key or share an id", () => {
    expect(() => loadGolden(line({}))).toThrow(
      /Line 1 is not a golden question: An answered row names a fact or a quote/u,
    );
    expect(() => loadGolden(line({ outcome: "disputed" }))).toThrow(/names its positions/u);
    expect(() => loadGolden(line({ outcome: "unanswerable" }))).toThrow(/what is missing/u);
    expect(() => loadGolden(line({ quotes: ["a"], nearMiss: true }))).toThrow(/near miss/u);
    expect(() => loadGolden(line({ outcome: ["answered", "disputed"], facts: [["a"]] }))).toThrow(
      /names its positions/u,
    );
    expect(() => loadGolden(line({ quotes: ["a"], speaker: ["b"] }))).toThrow(/Line 1/u);
    expect(() => loadGolden([1, 2].map(() => line({ quotes: ["a"] })).join("\n"))).toThrow(/Two .* "q"/u);
  });
});

describe("docs/golden.schema.json", () => {
  it("is the schema that golden files are checked by; vitest -u writes it anew", async () => {
    await expect(`${JSON.stringify(goldenSchema(), null, 2)}\n`).toMatchFileSnapshot("../../docs/golden.schema.json");
  });
});

describe("docs/evaluation-format.md", () => {
  const text = readFileSync(new URL("../../docs/evaluation-format.md", import.meta.url), "utf8");

  it("shows a row that is a golden question", () => {
    const lines = /^ {4}\{"id"[\s\S]*?\n\n/mu.exec(text)?.[0] ?? "";
    expect(loadGolden(lines.replaceAll("\n", " "))).toMatchObject([{ id: "ferry-aboard", kind: ["estimate"] }]);
  });

  it("tells of every field", () => {
    const { properties } = goldenSchema() as { properties: Record<string, unknown> };
    expect(Object.keys(properties).filter((name) => !text.includes(`| \`${name}\` |`))).toEqual([]);
  });
});
