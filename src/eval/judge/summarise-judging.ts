import { sumBy } from "../answerers.ts";
import type { JudgedResult, Judging } from "./judge-results.ts";

/** So many of so many. */
export type Part = { readonly yes: number; readonly of: number };

/** What a judge says of one half: advice beside the scores, which gate; this does not. */
export type JudgingSummary = {
  readonly half: "dev" | "test";
  readonly answers: number;
  /** Answers without a mark, by why. */
  readonly failed: Readonly<Record<string, number>>;
  /** Sentences of answers that it finds supported, of those that it marked. */
  readonly supported: Part;
  /** Sentences of marked answers that it left out. */
  readonly unmarked: number;
  readonly answered: Part;
  readonly readsWell: Part;
  readonly agreement: {
    /** With our checks, on the sentences of answers that keep every promise. */
    readonly supported: Part;
    /** Planted sentences, which nothing shown bears out, that it finds unsupported. */
    readonly planted: Part;
    /** Whether the question is answered, with our outcome. */
    readonly answered: Part;
  };
};

/** What a judge says, half by half. */
export function summariseJudging({ results }: Judging): readonly JudgingSummary[] {
  return (["dev", "test"] as const).flatMap((half) => {
    const own = results.filter((one) => one.half === half);
    return own.length === 0 ? [] : [summariseHalf(half, own)];
  });
}

function summariseHalf(half: "dev" | "test", results: readonly JudgedResult[]): JudgingSummary {
  const marked = results.flatMap(({ mark, ours, answered }) =>
    mark.kind === "marked" ? [{ mark, ours, answered }] : [],
  );
  const sentences = marked.flatMap(({ mark, ours }) =>
    mark.supported.map((supported, at) => ({ supported, ours: ours[at] ?? null })),
  );
  const told = sentences.filter(({ supported }) => supported !== null);
  const own = told.filter(({ ours }) => ours !== false);
  return {
    half,
    answers: results.length,
    failed: sumBy(results.flatMap(({ mark }) => (mark.kind === "failed" ? [[mark.why, 1] as const] : []))),
    supported: part(own, ({ supported }) => supported === true),
    unmarked: sentences.filter(({ supported, ours }) => supported === null && ours !== false).length,
    answered: part(marked, ({ mark }) => mark.answered),
    readsWell: part(marked, ({ mark }) => mark.readsWell),
    agreement: {
      supported: part(
        told.filter(({ ours }) => ours === true),
        ({ supported }) => supported === true,
      ),
      planted: part(
        told.filter(({ ours }) => ours === false),
        ({ supported }) => supported === false,
      ),
      answered: part(marked, ({ mark, answered }) => mark.answered === answered),
    },
  };
}

const part = <Item>(items: readonly Item[], passes: (item: Item) => boolean): Part => ({
  yes: items.filter(passes).length,
  of: items.length,
});
