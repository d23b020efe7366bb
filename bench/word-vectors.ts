import type { IngestEmbedder } from "../src/cli/wire-up.ts";

/** Words that get a vector of their own: the commonest. */
const MAX_WORDS = 5_000;
/** How fast a word's weight falls with its share of the text, as in SIF (Arora et al. 2017). */
const HALF_WEIGHT = 1e-3;

/**
 * The embedder, but for the vectors of texts: those are sums of the model's vectors of their commonest words, rare words weighing more. A
 * hundredth of the work, for benches of what is done with vectors; they lie as close to questions as real ones do, but do not find as well.
 * Questions are embedded by the model.
 * @param sample what the words are counted in
 */
export function withWordVectors(embedder: IngestEmbedder, sample: readonly string[]): IngestEmbedder {
  let table: Promise<ReadonlyMap<string, Float32Array>> | null = null;
  const { dimensions } = embedder;
  return {
    ...embedder,
    name: `${embedder.name}-words`,
    fingerprint: `${embedder.fingerprint}-words`,
    embedTexts: async (texts, onEach) => {
      table ??= embedWords(embedder, sample);
      const words = await table;
      return texts.map((text) => {
        onEach?.();
        return sumOf(text, words, dimensions);
      });
    },
  };
}

async function embedWords(
  embedder: IngestEmbedder,
  sample: readonly string[],
): Promise<ReadonlyMap<string, Float32Array>> {
  const counts = new Map<string, number>();
  let all = 0;
  for (const text of sample) {
    for (const word of wordsOf(text)) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
      all += 1;
    }
  }
  const commonest = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, MAX_WORDS);
  const vectors = await embedder.embedTexts(commonest.map(([word]) => word));
  return new Map(
    commonest.map(([word, count], i) => {
      const weight = HALF_WEIGHT / (HALF_WEIGHT + count / all);
      return [word, (vectors[i] ?? new Float32Array(embedder.dimensions)).map((x) => x * weight)];
    }),
  );
}

function sumOf(text: string, words: ReadonlyMap<string, Float32Array>, dimensions: number): Float32Array {
  const sum = new Float32Array(dimensions);
  for (const word of wordsOf(text)) {
    const vector = words.get(word);
    if (vector) for (let i = 0; i < dimensions; i++) sum[i] = (sum[i] ?? 0) + (vector[i] ?? 0);
  }
  const norm = Math.hypot(...sum);
  if (norm === 0) sum[0] = 1;
  return norm === 0 ? sum : sum.map((x) => x / norm);
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
