import type { AnswerWire } from "../../http/wire.ts";

type Citation = AnswerWire["citations"][number];

/** A sentence of an answer as a judge is shown it. */
export type JudgedSentence = {
  /** Without markers and strong marks. */
  readonly text: string;
  readonly quotes: readonly {
    readonly quote: string;
    readonly source: string;
    readonly date?: string;
    readonly speaker?: string;
  }[];
};

/** Sentences of one answer that are shown. */
const MAX_SENTENCES = 12;

const MARKER = /\s*(?<!\\)\[(\d+)\]/gu;

/** The sentences of an answer that cite something, with what they cite: the first twelve. What we say of the sources in our own words is left out. */
export function citedSentences({ answer, citations }: AnswerWire): readonly JudgedSentence[] {
  const known = new Map(citations.map((one) => [one.marker, one]));
  return answer
    .split("\n")
    .flatMap((line) => line.split(/(?<=\[\d+\][.!?])\s+/u))
    .flatMap((text): JudgedSentence[] => {
      const cited = [...new Set([...text.matchAll(MARKER)].map(([, marker]) => Number(marker)))];
      const quotes = cited.flatMap((marker) => known.get(marker) ?? []).map(shownQuote);
      return quotes.length === 0 ? [] : [{ text: plain(text), quotes }];
    })
    .slice(0, MAX_SENTENCES);
}

const shownQuote = ({ quote, document, speaker }: Citation): JudgedSentence["quotes"][number] => ({
  quote,
  source: document.source ?? document.title,
  ...(document.published === undefined ? {} : { date: document.published }),
  ...(speaker === null ? {} : { speaker: `${speaker.name} ${speaker.verb}` }),
});

const plain = (text: string): string =>
  text
    .replace(/^\s*- /u, "")
    .replaceAll(MARKER, "")
    .replaceAll("**", "")
    .replaceAll(/\\([^\w\s])/gu, "$1")
    .trim();

const figuresIn = (text: string): readonly string[] => text.match(/\d+(?:[.,]\d+)*/gu) ?? [];

/**
 * A sentence that nothing shown bears out, to see whether a judge notices: one of other answers, beside the quotes of this one, none of which
 * holds any of its figures. Null where there is none.
 * @param others sentences of other answers, the nearest last
 */
export function plantUnsupported(
  own: readonly JudgedSentence[],
  others: readonly JudgedSentence[],
): JudgedSentence | null {
  const [first] = own;
  if (first === undefined) return null;
  const shown = new Set(
    own.flatMap(({ text, quotes }) => figuresIn(`${text} ${quotes.map((one) => JSON.stringify(one)).join(" ")}`)),
  );
  const foreign = others.findLast(({ text }) => {
    const figures = figuresIn(text);
    return figures.length > 0 && figures.every((figure) => !shown.has(figure));
  });
  return foreign === undefined ? null : { text: foreign.text, quotes: first.quotes };
}
