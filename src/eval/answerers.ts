import { z } from "zod";
import type { AnswerWire } from "../http/wire.ts";

const counts = z.record(z.string(), z.int().min(0));

/** Who wrote one answer, and what became of a language model's part in it. */
export const answererObservation = z.strictObject({
  kind: z.enum(["extractive", "llm"]),
  /** Null where no language model was asked. */
  model: z.string().nullable(),
  /** Why the answer does without the model; null where it does not, and where none was asked. */
  fallback: z.string().nullable(),
  /** What the model gave and was left out, by what it failed. */
  droppedBy: counts,
});

/** Who wrote one answer, and what became of a language model's part in it. */
export type AnswererObservation = Readonly<z.infer<typeof answererObservation>>;

/** An answer from before answers said who wrote them. */
export const WITHOUT_MODEL: AnswererObservation = { kind: "extractive", model: null, fallback: null, droppedBy: {} };

/** What an answer says of who wrote it. */
export function observeAnswerer({ answerer }: AnswerWire): AnswererObservation {
  const { kind, model = null, fallback = null, droppedBy = {} } = answerer;
  return { kind, model, fallback, droppedBy };
}

/** Who wrote some answers. */
export type AnswererTally = {
  /** Models that were asked, sorted. */
  readonly models: readonly string[];
  readonly answers: number;
  /** Answers in the words of a language model. */
  readonly written: number;
  /** Answers that had to do without it, by why. */
  readonly fellBack: Readonly<Record<string, number>>;
  /** Answers that no model was asked for: refusals, lists, and all where none is configured. */
  readonly unasked: number;
  /** Sentences of the model, and pairs, that were left out, by the gate that they failed. */
  readonly dropped: Readonly<Record<string, number>>;
};

/** Counts who wrote some answers. */
export function tallyAnswerers(rows: readonly { readonly answerer: AnswererObservation }[]): AnswererTally {
  const all = rows.map(({ answerer }) => answerer);
  const dropped = all.flatMap(({ droppedBy }) => Object.entries(droppedBy));
  return {
    models: [...new Set(all.flatMap(({ model }) => model ?? []))].sort(),
    answers: all.length,
    written: all.filter(({ kind }) => kind === "llm").length,
    fellBack: sumBy(all.flatMap(({ fallback }) => (fallback === null ? [] : [[fallback, 1] as const]))),
    unasked: all.filter(({ kind, model, fallback }) => kind === "extractive" && model === null && fallback === null)
      .length,
    dropped: sumBy(dropped),
  };
}

/** Sums by name, the greatest first, of equal ones by name. */
export function sumBy(pairs: readonly (readonly [name: string, count: number])[]): Readonly<Record<string, number>> {
  const sums = new Map<string, number>();
  for (const [name, count] of pairs) sums.set(name, (sums.get(name) ?? 0) + count);
  return Object.fromEntries([...sums].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)));
}

/** "llm-rejected 3, llm-timeout 1"; empty for none. */
export const textOfCounts = (sums: Readonly<Record<string, number>>): string =>
  Object.entries(sums)
    .map(([name, count]) => `${name} ${count}`)
    .join(", ");

/** Who wrote some answers, as lines for a terminal. */
export function textOfAnswerers({ models, answers, written, fellBack, unasked, dropped }: AnswererTally): string {
  const lost = Object.values(fellBack).reduce((sum, count) => sum + count, 0);
  if (models.length === 0 && lost === 0) return "answerer extractive: no language model was asked";
  const left = Object.keys(dropped).length === 0 ? "nothing" : textOfCounts(dropped);
  const why = lost === 0 ? "" : ` (${textOfCounts(fellBack)})`;
  const asked = models.length === 0 ? "" : ` ${models.join(", ")}`;
  return [
    `answerer llm${asked}: of ${answers} answers ${written} are the model's, ${lost} fell back${why}, for ${unasked} it was not asked`,
    `  left out of what it wrote: ${left}`,
  ].join("\n");
}
