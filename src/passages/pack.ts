import type { Sentence } from "./passage.ts";

/** Sentences with their tokens, none longer than a passage. */
export type Weighed = {
  readonly sentences: readonly Sentence[];
  readonly weights: readonly number[];
  readonly maxTokens: number;
};

/** First sentence and one past the last. */
export type Range = { readonly from: number; readonly to: number };

/** What passages should have, tokens: the weights of the ranker were fitted on passages of this size. */
const TARGET_TOKENS = 150;

/** More sentences than this make no passage: a bound on work where sentences weigh nothing. */
const MAX_SENTENCES = 48;

/** What a break costs, beside ((tokens − target) / target)², set by eye on news reports: whole paragraphs before even sizes. */
const COST = { insideParagraph: 0.3, insideSection: 0.05, overHeading: 0.6, afterHeading: 50 } as const;

/**
 * Parts a run of sentences into passages of the least cost (dynamic programming over the break before each sentence). Each but the
 * first under a heading begins with the sentence before it where that fits. Linear in the sentences.
 */
export function packSentences(weighed: Weighed, run: Range): readonly Range[] {
  const { sentences, weights, maxTokens } = weighed;
  // best[k]: least cost of the sentences before run.from + k; start[k]: where their last passage's own sentences begin.
  const best: number[] = [0];
  const start: number[] = [0];
  for (let to = run.from + 1; to <= run.to; to += 1) {
    let least = Number.POSITIVE_INFINITY;
    let leastFrom = to - 1;
    let tokens = 0;
    let crossed = 0;
    for (let from = to - 1; from >= run.from && to - from <= MAX_SENTENCES; from -= 1) {
      tokens += weights[from] ?? 0;
      if (tokens > maxTokens && from < to - 1) break;
      const cost =
        (best[from - run.from] ?? 0) +
        crossed +
        sizeCost(tokens + overlapTokens(weighed, run, from, tokens)) +
        breakCost(sentences, run, to);
      if (cost < least) {
        least = cost;
        leastFrom = from;
      }
      if (startsSection(sentences, from)) crossed += COST.overHeading;
    }
    best.push(least);
    start.push(leastFrom);
  }
  const ranges: Range[] = [];
  for (let to = run.to; to > run.from;) {
    const from = start[to - run.from] ?? to - 1;
    const own = weights.slice(from, to).reduce((total, weight) => total + weight, 0);
    ranges.push({ from: overlapTokens(weighed, run, from, own) > 0 ? from - 1 : from, to });
    to = from;
  }
  return ranges.reverse();
}

function sizeCost(tokens: number): number {
  return ((tokens - TARGET_TOKENS) / TARGET_TOKENS) ** 2;
}

/** What it costs to end a passage before sentence `to`. */
function breakCost(sentences: readonly Sentence[], run: Range, to: number): number {
  const last = sentences[to - 1];
  const next = sentences[to];
  if (to >= run.to || !last || !next) return 0;
  if (last.kind === "heading") return next.kind === "heading" ? COST.insideParagraph : COST.afterHeading;
  if (last.paragraph === next.paragraph) return COST.insideParagraph;
  return startsSection(sentences, to) ? 0 : COST.insideSection;
}

/** Tokens of the sentence before `from` where a passage that begins there with `own` tokens repeats it, else 0. */
function overlapTokens({ sentences, weights, maxTokens }: Weighed, run: Range, from: number, own: number): number {
  const weight = weights[from - 1] ?? 0;
  if (from <= run.from || startsSection(sentences, from) || sentences[from - 1]?.kind === "heading") return 0;
  return own + weight <= maxTokens ? weight : 0;
}

/** True where another subject begins: the first of one or more headings, or the change between what is told and what is told again. */
function startsSection(sentences: readonly Sentence[], place: number): boolean {
  const last = sentences[place - 1];
  const next = sentences[place];
  if (!last || !next) return false;
  return last.repeated !== next.repeated || (next.kind === "heading" && last.kind === "prose");
}
