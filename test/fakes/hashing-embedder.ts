import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import type { Preparer } from "../../src/adapters/embedder-jobs.ts";
import { ParallaxError } from "../../src/errors.ts";
import type { Embedder } from "../../src/ports.ts";

/**
 * An embedder without a model, for tests of everything else: a bag of roughly stemmed words hashed with signs into `dimensions` places, L2-normalised.
 * Texts with the same words get the same vector, texts that share words are near each other. A text without words is the first axis.
 */
export function hashingEmbedder(dimensions = 64): Embedder & Preparer {
  const embed = (text: string): Float32Array => hashedBag(text, dimensions);
  return {
    name: `hashing-${dimensions}`,
    fingerprint: `hashing-${dimensions}-v1`,
    dimensions,
    embedQuestion: async (question, signal) => {
      if (signal?.aborted === true) throw new ParallaxError("aborted", "Whoever asked no longer waits.");
      return embed(question);
    },
    embedTexts: async (texts, onEach) => {
      const vectors: Float32Array[] = [];
      for (const text of texts) {
        // Lets questions through between two texts, like the real ones.
        if (vectors.length % 64 === 0) await setImmediate();
        vectors.push(embed(text));
        onEach?.();
      }
      return vectors;
    },
    countTokens: async (text) => countWords(text),
    prepare: async (file) => {
      // Imported here, so that tests which never prepare a document do not load the language tables.
      const { prepareDocument } = await import("../../src/index/prepare.ts");
      return prepareDocument(file, countWords, {
        sha256: (data) => createHash("sha256").update(data).digest("hex"),
      });
    },
    close: async () => {},
  };
}

/** Words and single marks: near what a word-piece tokenizer gives for plain English. */
function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu)?.length ?? 0;
}

function hashedBag(text: string, dimensions: number): Float32Array {
  const vector = new Float32Array(dimensions);
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
    const hash = fnv1a(word.replace(/(?:ing|ed|e?s)$/, ""));
    const place = (hash >>> 1) % dimensions;
    vector[place] = (vector[place] ?? 0) + ((hash & 1) === 0 ? 1 : -1);
  }
  const norm = Math.hypot(...vector);
  if (norm === 0) vector[0] = 1;
  return norm === 0 ? vector : vector.map((x) => x / norm);
}

/** 32-bit FNV-1a over UTF-16 units (http://www.isthe.com/chongo/tech/comp/fnv/). */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
