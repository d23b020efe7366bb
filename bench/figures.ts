/**
 * Value F1 of `findNumbers` on public sets of numbers in text: `node bin/bench.js figures [--rows] FILE…`. Rows are JSON
 * lines, either `{ req, res: [{ value, surface }] }` (quantulum3) or `{ spec, Input, Results: [{ Text, Start, End, Resolution: { value } }] }` (Microsoft
 * Recognizers). A figure is right where it overlaps what is expected and has its value in the unit in which it is written; of a range either end or the middle. Sets of
 * one kind of thing (money, ages) are held against our figures of that kind alone, as their other numbers are not annotated.
 */
import { readFileSync } from "node:fs";
import type { Dimension } from "../src/claims/claim.ts";
import { readNumeral } from "../src/claims/figures/read-numeral.ts";
import { tokenize } from "../src/claims/figures/tokens.ts";
import { findNumbers } from "../src/claims/figures.ts";
import type { Figure } from "../src/claims/figures.ts";
import { bootstrap } from "../src/eval/metrics/bootstrap.ts";
import { f1 } from "../src/eval/metrics/yes-no.ts";
import type { Span } from "../src/text/span.ts";

type Expected = { readonly span: Span; readonly text: string; readonly value: number };
type Row = { readonly input: string; readonly expected: readonly Expected[]; readonly set: string };
type Found = {
  readonly span: Span;
  readonly values: readonly number[];
  readonly kind: Dimension | "age" | "year" | "name" | "time";
  readonly isGlued: boolean;
};
type Counts = { readonly found: number; readonly right: number; readonly wanted: number; readonly met: number };

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function listOf(value: unknown): readonly Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

function numberOf(value: unknown): number {
  if (typeof value === "number") return value;
  return typeof value === "string" && value !== "" ? Number(value.replaceAll(/[%,]/gu, "")) : Number.NaN;
}

function parseRow(line: string): Row | null {
  const row: unknown = JSON.parse(line);
  if (!isRecord(row)) return null;
  if (typeof row["req"] === "string") {
    const input = row["req"];
    let from = 0;
    const expected = listOf(row["res"]).map((one) => {
      const text = String(one["surface"]);
      const at = input.toLowerCase().indexOf(text.toLowerCase(), from);
      const start = at < 0 ? input.toLowerCase().indexOf(text.toLowerCase()) : at;
      from = start + 1;
      return { text, value: numberOf(one["value"]), span: { start, end: start + text.length } };
    });
    return { input, expected, set: "quantulum3" };
  }
  if (typeof row["Input"] !== "string") return null;
  let plain = true;
  const expected = listOf(row["Results"]).flatMap((one) => {
    const resolution = isRecord(one["Resolution"]) ? one["Resolution"]["value"] : null;
    const [start, end] = [numberOf(one["Start"]), numberOf(one["End"])];
    const value = numberOf(resolution);
    // What has no value of its own ("dollar") cannot be scored by value.
    const subtype = isRecord(one["Resolution"]) ? one["Resolution"]["subtype"] : null;
    if (subtype === "fraction" || subtype === "power") plain = false;
    return Number.isNaN(value) ? [] : [{ text: String(one["Text"]), value, span: { start, end: end + 1 } }];
  });
  // "One over twenty", "1.1^23": not plain numbers.
  return { input: row["Input"], expected, set: `${String(row["spec"])}${plain ? "" : " (fractions and powers)"}` };
}

/** All numbers of a text with their values as written: no unit is converted. */
function findIn(text: string): readonly Found[] {
  const { figures, skipped } = findNumbers(text);
  return [
    ...figures.map(({ span, number, unit, quantity }) => ({
      span,
      values: [
        ...valuesIn(text, number),
        ...compoundIn(text, number, quantity),
        ...(quantity.dimension === "money" ? saidOf(quantity.said) : []),
      ],
      kind: quantity.dimension,
      isGlued: unit?.start === number.end,
    })),
    ...skipped.flatMap(({ span, kind }): readonly Found[] => {
      const found = { span, values: valuesIn(text, span), isGlued: false };
      // Pronouns are no numbers, and ranks are annotated apart.
      switch (kind) {
        case "pronoun":
        case "ordinal":
          return [];
        case "age":
        case "year":
        case "name":
          return [{ ...found, kind }];
        case "clock":
        case "date":
          return [{ ...found, kind: "time" }];
      }
    }),
  ];
}

function valuesIn(text: string, span: Span): readonly number[] {
  const tokens = tokenize(text.slice(span.start, span.end));
  const values: number[] = [];
  const isNegative = /(?:^\s*|[^\d\s]\s|\()(?:[-−]|minus |negative )[$£€]?$/iu.test(text.slice(0, span.start));
  for (let at = 0; at < tokens.length;) {
    const numeral = readNumeral(tokens, at, "money");
    if (numeral !== null) values.push(isNegative ? -numeral.low : numeral.low);
    at = numeral === null ? at + 1 : Math.max(numeral.to, at + 1);
  }
  return values;
}

function saidOf({ low, high }: Figure["quantity"]["said"]): readonly number[] {
  return [low, high].filter((one) => one !== null);
}

/** "5 feet 2 inches" in feet, "44 to 50 mg" in the middle: what two numbers of one figure make. */
function compoundIn(text: string, number: Span, { said, hedge }: Figure["quantity"]): readonly number[] {
  const [first, second] = valuesIn(text, number);
  if (first === undefined || second === undefined || said.low === null) return [];
  if (hedge === "range") return [(first + second) / 2];
  // The first unit's factor: the figure as it would be without what follows.
  const words = text.slice(number.start, number.end);
  const cut = words.search(/(?: and)? \S+$/u);
  const alone = findNumbers(words.slice(0, cut)).figures[0]?.quantity.said.low ?? null;
  return alone === null || alone === 0 ? [] : [(said.low / alone) * first];
}

function isClose(a: number, b: number): boolean {
  return Math.abs(a - b) <= Math.max(Math.abs(a), Math.abs(b)) * 1e-3;
}

const PROPORTIONS: ReadonlySet<Found["kind"]> = new Set(["percent", "percentage-points"]);
const NO_DIMENSIONS: ReadonlySet<Found["kind"]> = new Set([
  "age",
  "year",
  "name",
  "time",
  "count",
  "money",
  "percent",
  "percentage-points",
  "share",
  "duration",
  "score",
  "temperature",
  "magnitude",
]);

/** Which of our numbers a set annotates. */
const ANNOTATED: readonly (readonly [ends: string, isAnnotated: (kind: Found["kind"], found: Found) => boolean])[] = [
  // Numbers with letters against them ("180ml", "5G") count as no numbers there.
  ["NumberModel.json", (_, { isGlued }) => !isGlued],
  ["PercentModel.json", (kind) => PROPORTIONS.has(kind)],
  ["PercentModelPercentMode.json", (kind) => PROPORTIONS.has(kind)],
  ["CurrencyModel.json", (kind) => kind === "money"],
  ["AgeModel.json", (kind) => kind === "age"],
  ["DimensionModel.json", (kind) => !NO_DIMENSIONS.has(kind)],
  ["TemperatureModel.json", (kind) => kind === "temperature"],

  ["quantulum3", (kind) => kind !== "name" && kind !== "time"],
];

const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
const isRight = (found: Found, expected: Expected): boolean =>
  overlap(found.span, expected.span) && found.values.some((value) => isClose(value, expected.value));

function judge(row: Row): {
  readonly counts: Counts;
  readonly missed: readonly Expected[];
  readonly extra: readonly Found[];
} {
  const isAnnotated = ANNOTATED.find(([ends]) => row.set.endsWith(ends))?.[1] ?? (() => true);
  const found = findIn(row.input).filter((one) => isAnnotated(one.kind, one));
  const missed = row.expected.filter((one) => !found.some((its) => isRight(its, one)));
  const extra = found.filter((one) => !row.expected.some((wanted) => isRight(one, wanted)));
  const counts = {
    found: found.length,
    right: found.length - extra.length,
    wanted: row.expected.length,
    met: row.expected.length - missed.length,
  };
  return { counts, missed, extra };
}

function scoreOf(all: readonly Counts[]): { readonly precision: number; readonly recall: number } {
  const sum = (of: (one: Counts) => number): number => all.reduce((total, one) => total + of(one), 0);
  return {
    precision: sum((one) => one.right) / sum((one) => one.found),
    recall: sum((one) => one.met) / sum((one) => one.wanted),
  };
}

/** Ranks and ranges ("(20,35]") have values of their own kind; "percent mode" reads "half" as 50 %. */
const NOT_MEASURED = /(?:OrdinalModel|NumberRangeModel|PercentMode)\.json/u;

const verbose = process.argv.includes("--rows");
const sets = new Map<string, Counts[]>();
for (const file of process.argv.slice(2).filter((one) => !one.startsWith("--"))) {
  for (const line of readFileSync(file, "utf8").split("\n")) {
    const row = line.trim() === "" ? null : parseRow(line);
    if (row === null || NOT_MEASURED.test(row.set)) continue;
    const { counts, missed, extra } = judge(row);
    sets.set(row.set, [...(sets.get(row.set) ?? []), counts]);
    if (verbose && missed.length + extra.length > 0) {
      const wanted = missed.map(({ text, value }) => `${text} = ${value}`).join(" · ");
      const came = extra.map(
        ({ span, values, kind }) => `${row.input.slice(span.start, span.end)} = ${values.join("/")} ${kind}`,
      );
      process.stdout.write(
        `${row.set.split("/").at(-1) ?? ""} | ${row.input}\n   missed ${wanted} | extra ${came.join(" · ")}\n`,
      );
    }
  }
}
const PLAIN = /(?:NumberModel|PercentModel|CurrencyModel|AgeModel|DimensionModel)\.json$|^quantulum3$/u;
sets.set(
  "all plain numbers, money, percentages, ages and dimensions",
  [...sets].flatMap(([set, counts]) => (PLAIN.test(set) ? counts : [])),
);
for (const [set, counts] of [...sets].sort(([a], [b]) => (a < b ? -1 : 1))) {
  const { precision, recall } = scoreOf(counts);
  const interval = bootstrap(counts, (some) => f1(scoreOf(some)));
  process.stdout.write(
    `${set}: value F1 ${interval.value.toFixed(3)} (${interval.low.toFixed(3)}–${interval.high.toFixed(3)}), precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, ${counts.length} rows\n`,
  );
}
