import { describe, expect, it } from "vitest";
import { makeMutants } from "../../../src/eval/mutants/make-mutants.ts";
import type { Mutant, MutantKind, SourceFile } from "../../../src/eval/mutants/mutant.ts";
import { loadGolden } from "../../../src/eval/golden.ts";
import type { GoldenRow } from "../../../src/eval/golden.ts";

const file = (path: string, published: string, body: string): SourceFile => ({
  path,
  text: `---\ntitle: "Report"\npublished: ${published}T10:00:00Z\n---\n\n${body}\n`,
});

const FILES = [
  file(
    "10-gazette.md",
    "2023-05-02",
    "About 1,200 barges were moored at Ostrel, harbour master Ada Flett said. Rain fell.",
  ),
  file("20-herald.md", "2023-05-02", "The Pilots Guild counted 1,500 barges at Ostrel on Monday."),
  file("30-post.md", "2023-05-02", "Nobody spoke of barges."),
];

const row = (draft: object): GoldenRow => {
  const [read] = loadGolden(
    JSON.stringify({ id: "barges", question: "How many barges were moored at Ostrel?", ...draft }),
  );
  if (read === undefined) throw new Error("no row");
  return read;
};

const disputed = row({
  outcome: "disputed",
  about: "quantity",
  kind: "estimate",
  positions: [
    { value: "1,200", documents: ["10"], speakers: ["Flett"] },
    { value: "1,500", documents: ["20"], speakers: ["Pilots Guild"] },
  ],
  leads: "1,500",
  relevant: [
    { document: "10", text: "About 1,200 barges were moored at Ostrel, harbour master Ada Flett said.", grade: 2 },
    { document: "20", text: "The Pilots Guild counted 1,500 barges at Ostrel", grade: 2 },
  ],
});

const answered = row({
  outcome: "answered",
  facts: [["1,500"]],
  documents: ["20"],
  speakers: ["Pilots Guild"],
  relevant: [{ document: "20", text: "The Pilots Guild counted 1,500 barges at Ostrel", grade: 2 }],
});

const made = (from: GoldenRow, kind: MutantKind, files: readonly SourceFile[] = FILES): readonly Mutant[] =>
  makeMutants({ row: from, files }).filter((one) => one.kind === kind);
const textOf = ({ files }: Mutant, path: string): string => files.find((one) => one.path.endsWith(path))?.text ?? "";
const valuesOf = ({ row: { positions } }: Mutant) => positions?.map(({ value }) => value);

describe("a number changed", () => {
  it("in all documents of a side gives another position, in the old order and away from the other", () => {
    const [lower, upper] = made(disputed, "number-changed");
    // 1,200 × 1.4 = 1,680 would pass 1,500 and so would 1.6 times; × .6 = 720 is taken and written with two zeros.
    expect(lower && [valuesOf(lower), lower.row.absent]).toEqual([["700", "1,500"], ["1,200"]]);
    expect(lower && textOf(lower, "10-gazette.md")).toContain("About 700 barges");
    expect(upper && valuesOf(upper)).toEqual(["1,200", "2,100"]);
    expect(upper?.row.leads).toBeUndefined();
  });

  it("where one document tells, is the new answer", () => {
    const [one, ...others] = made(answered, "number-changed");
    expect(others).toEqual([]);
    expect(
      one && [one.row.facts, one.row.absent, textOf(one, "20-herald.md").includes("counted 2,100 barges")],
    ).toEqual([[["2,100"]], ["1,500"], true]);
  });

  it("where documents agreed, makes them differ", () => {
    const files = [FILES[1], file("40-star.md", "2023-05-02", "There were 1,500 barges at Ostrel.")].flatMap(
      (one) => one ?? [],
    );
    const both = row({
      outcome: "answered",
      facts: [["1,500"]],
      documents: ["20", "40"],
      relevant: [
        { document: "20", text: "The Pilots Guild counted 1,500 barges at Ostrel", grade: 2 },
        { document: "40", text: "There were 1,500 barges at Ostrel.", grade: 2 },
      ],
    });
    const [one] = made(both, "number-changed", files);
    expect(one?.row.outcome).toEqual(["disputed"]);
    expect(one?.row.positions).toEqual([
      { value: "1,500", documents: ["20"] },
      { value: "2,100", documents: ["40"] },
    ]);
    expect(one?.row.facts).toBeUndefined();
  });

  it("is left out where the old number would stand elsewhere in another form", () => {
    const files = FILES.map((one) =>
      one.path === "20-herald.md" ? { ...one, text: `${one.text}\nFifteen hundred!\n` } : one,
    );
    expect(made(answered, "number-changed", files)).toEqual([]);
  });
});

describe("other mutants", () => {
  it("write a number the same in other words", () => {
    const its = made(disputed, "number-rewritten");
    expect(its.map(({ id }) => id.split("/").at(-1))).toEqual([
      "twelve hundred",
      "1.2 thousand",
      "fifteen hundred",
      "1.5 thousand",
    ]);
    expect(
      its[0] && [
        textOf(its[0], "10-gazette.md").includes("About twelve hundred barges"),
        its[0].row.kind,
        its[0].row.leads,
      ],
    ).toEqual([true, ["estimate"], "1,500"]);
    expect(its[2]?.row.leads).toBeUndefined();
  });

  it("drop a hedge, with its capital handed on", () => {
    const [one, ...others] = made(disputed, "hedge-dropped");
    expect(others).toEqual([]);
    expect(one && [textOf(one, "10-gazette.md").includes("\n1,200 barges were"), one.unhedged]).toEqual([
      true,
      "1,200",
    ]);
  });

  it("swap a speaker everywhere in a document, a body for a body", () => {
    const its = made(disputed, "speaker-swapped");
    const [person, body] = its;
    expect(its).toHaveLength(2);
    expect(person && textOf(person, "10-gazette.md")).toContain("harbour master Mara Quellin said");
    expect(person?.notCredited).toEqual({ document: "10-gazette", name: "Flett" });
    expect(body && textOf(body, "20-herald.md")).toContain("The Norvane counted 1,500");
    expect(body?.row.positions?.map(({ speakers }) => speakers)).toEqual([["Flett"], ["Norvane"]]);
  });

  it("leave a speaker whom the question names", () => {
    const asked = { ...disputed, question: "What did Ada Flett say?" };
    expect(made(asked, "speaker-swapped")).toHaveLength(1);
  });

  it("rename a document and say so in the row", () => {
    const [one] = made(disputed, "document-renamed");
    expect(one?.files.map(({ path }) => path)).toEqual(["20-herald.md", "30-post.md", "zz-10-gazette.md"]);
    expect(one?.row.positions?.[0]?.documents).toEqual(["zz-10"]);
    expect(one?.row.leads).toBe("1,500");
  });

  it("remove a side and leave the other to answer", () => {
    const [lower] = made(disputed, "side-removed");
    expect(lower?.files.map(({ path }) => path)).toEqual(["20-herald.md", "30-post.md"]);
    expect(lower?.row).toMatchObject({ outcome: ["answered"], absent: ["1,200"] });
    expect(lower?.row.facts?.[0]?.[0]).toBe("1,500");
    expect(made(answered, "side-removed")[0]?.row.outcome).toEqual(["unanswerable"]);
  });

  it("do not remove a side whose document tells the other too", () => {
    const positions = disputed.positions?.map((one) => ({ ...one, documents: ["10", "20"] }));
    expect(made({ ...disputed, positions }, "side-removed")).toEqual([]);
  });

  it("paste the whole sentence into a document of that day that says nothing of it", () => {
    const [gazette] = made(disputed, "sentence-pasted");
    expect(gazette && textOf(gazette, "30-post.md")).toMatch(
      /Nobody spoke of barges\.\n\nAbout 1,200 barges were moored at Ostrel, harbour master Ada Flett said\.\n$/u,
    );
    const other = FILES.map((one) =>
      one.path === "30-post.md" ? { ...one, text: one.text.replace("05-02", "05-03") } : one,
    );
    expect(made(disputed, "sentence-pasted", other)).toEqual([]);
  });

  it("are the same every time, each with an id of its own", () => {
    const all = makeMutants({ row: disputed, files: FILES });
    expect(makeMutants({ row: disputed, files: FILES })).toEqual(all);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });

  it("are none of a question where nothing is sure to change", () => {
    const open = row({
      outcome: ["answered", "disputed"],
      facts: [["1,500"]],
      positions: disputed.positions,
      relevant: disputed.relevant,
    });
    expect(
      makeMutants({ row: open, files: FILES }).filter(
        ({ kind }) => kind === "number-changed" || kind === "side-removed",
      ),
    ).toEqual([]);
  });
});
