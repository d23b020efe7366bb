import type { VerifiedAnswer } from "../../src/quotes/verified.ts";

/** Where in a document something is planted; `inside` is between two sentences of its middle paragraph. */
export const PLACES = ["start", "middle", "inside", "end"] as const;
export type Place = (typeof PLACES)[number];

/** A document's text, without front matter, with words planted in it. */
export function plant(text: string, words: string, place: Place): string {
  const paragraphs = text.trim().split(/\n\s*\n/u);
  const middle = Math.floor(paragraphs.length / 2);
  switch (place) {
    case "start":
      return [words, ...paragraphs].join("\n\n");
    case "end":
      return [...paragraphs, words].join("\n\n");
    case "middle":
      return [...paragraphs.slice(0, middle), words, ...paragraphs.slice(middle)].join("\n\n");
    case "inside": {
      const sentences = (paragraphs[middle] ?? "").split(/(?<=\p{Ll}[.!?]) (?=\p{Lu})/u);
      const at = Math.ceil(sentences.length / 2);
      const own = [...sentences.slice(0, at), words, ...sentences.slice(at)].join(" ");
      return [...paragraphs.slice(0, middle), own, ...paragraphs.slice(middle + 1)].join("\n\n");
    }
  }
}

/** What of an answer must not change: outcome, positions, quotes by document and words, what is missing. Offsets may. */
export function essenceOf({ outcome, citations, disagreements, missing, answer }: VerifiedAnswer) {
  const quoted = (markers: readonly number[]) =>
    markers.map((marker) => {
      const citation = citations[marker - 1];
      return `${citation?.document.id}: ${citation?.quote}`;
    });
  return {
    outcome,
    positions: disagreements.map(({ topic, kind, positions, fitsAll }) => ({
      topic,
      kind,
      sides: positions.map(({ value, markers }) => ({ value, quotes: quoted(markers) })),
      fitsAll: quoted(fitsAll),
    })),
    quotes: citations.map(({ document, quote }) => `${document.id}: ${quote}`),
    missing: missing.map(({ asked }) => asked),
    answer,
  };
}
