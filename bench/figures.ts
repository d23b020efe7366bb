/**
 * Precision and recall of `findFigures` on public sets of numbers in text: `node dist/bench/figures.js FILE…` or any
 * TypeScript runner. Rows are JSON lines, either `{ req, res: [{ value, surface }] }` (quantulum3) or
 * `{ Input, Results: [{ Text, Resolution: { value } }] }` (Recognizers); a figure is right where its number has the
 * value and overlaps the words. Years, ages and other numbers that we leave out on purpose are read with `findNumbers`.
 */
import { readFileSync } from "node:fs";
import { findNumbers } from "../src/claims/figures.ts";

type Expected = { readonly text: string; readonly value: number | null };
type Row = { readonly input: string; readonly expected: readonly Expected[]; readonly set: string };

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function listOf(value: unknown): readonly Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

function numberOf(value: unknown): number | null {
  const number =
    typeof value === "number" ? value : Number(typeof value === "string" ? value.replaceAll("%", "") : Number.NaN);
  return Number.isNaN(number) ? null : number;
}

function parseRow(line: string): Row | null {
  const row: unknown = JSON.parse(line);
  if (!isRecord(row)) return null;
  if (typeof row["req"] === "string") {
    const expected = listOf(row["res"]).map((one) => ({ text: String(one["surface"]), value: numberOf(one["value"]) }));
    return { input: row["req"], expected, set: "quantulum3" };
  }
  if (typeof row["Input"] !== "string") return null;
  const expected = listOf(row["Results"]).map((one) => {
    const resolution = isRecord(one["Resolution"]) ? one["Resolution"]["value"] : null;
    return { text: String(one["Text"]), value: numberOf(resolution) };
  });
  return { input: row["Input"], expected, set: String(row["spec"]) };
}

function close(a: number, b: number): boolean {
  return Math.abs(a - b) <= Math.max(Math.abs(a), Math.abs(b)) * 1e-3;
}

/** Dimensions whose values are not converted. */
const KEPT: ReadonlySet<string> = new Set(["count", "share", "percent"]);
const verbose = process.argv.includes("--rows");
const totals = new Map<string, { found: number; right: number; wanted: number; met: number }>();
for (const file of process.argv.slice(2).filter((one) => !one.startsWith("--"))) {
  for (const line of readFileSync(file, "utf8").split("\n")) {
    const row = line.trim() === "" ? null : parseRow(line);
    if (row === null) continue;
    const read = findNumbers(row.input);
    const found = [
      ...read.figures.map((one) => ({ span: one.span, number: one.number })),
      ...read.skipped.map((one) => ({ span: one.span, number: one.span })),
    ];
    const total = totals.get(row.set) ?? { found: 0, right: 0, wanted: 0, met: 0 };
    const spanOf = (one: Expected): { start: number; end: number } => {
      const start = row.input.toLowerCase().indexOf(one.text.toLowerCase());
      return { start, end: start + one.text.length };
    };
    const met = row.expected.filter((one) => {
      const span = spanOf(one);
      const over = (figure: { readonly span: { readonly start: number; readonly end: number } }): boolean =>
        figure.span.start < span.end && span.start < figure.span.end;
      // Units are converted, so only what keeps its unit can be compared by value; of a bound or range either end.
      const figure = read.figures.find(over);
      const plain = figure !== undefined && KEPT.has(figure.quantity.dimension) && figure.quantity.hedge === "exact";
      if (plain && one.value !== null && !close(figure.quantity.said.low ?? Number.NaN, one.value)) {
        if (verbose)
          process.stdout.write(
            `   value ${one.text} = ${String(one.value)}, read ${String(figure.quantity.said.low)}\n`,
          );
        return false;
      }
      return found.some(over);
    });
    const right = read.figures.filter((figure) =>
      row.expected.some((one) => figure.span.start < spanOf(one).end && spanOf(one).start < figure.span.end),
    );
    total.found += read.figures.length;
    total.right += right.length;
    total.wanted += row.expected.length;
    total.met += met.length;
    totals.set(row.set, total);
    const missed = row.expected.filter((one) => !met.includes(one));
    const extra = read.figures.filter((one) => !right.includes(one));
    if (verbose && missed.length + extra.length > 0) {
      process.stdout.write(
        `${row.set.slice(-24)} | ${row.input}\n   missed ${missed.map((one) => one.text).join(" · ")} | extra ${extra.map((one) => row.input.slice(one.span.start, one.span.end)).join(" · ")}\n`,
      );
    }
  }
}
for (const [set, total] of [...totals].sort(([a], [b]) => (a < b ? -1 : 1))) {
  process.stdout.write(`${set}: precision ${total.right}/${total.found}, recall ${total.met}/${total.wanted}\n`);
}
