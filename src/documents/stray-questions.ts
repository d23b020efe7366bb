import { splitIntoSentences } from "../text/sentences.ts";
import { slice } from "../text/span.ts";
import type { Span } from "../text/span.ts";
import { contentStems } from "../text/words.ts";
import { isInQuotation } from "./quotation.ts";

/** Longest question that is looked at, UTF-16 units. */
const MAX_QUESTION = 300;

/** Fewest words of content by which one can tell what a question is about. */
const MIN_STEMS = 2;

/**
 * Questions about something else than the text that they stand in: more than half of their words of content stand nowhere else in it. They
 * ask whoever reads the page, and tell nothing. What somebody is quoted with is left alone, and so is a heading. In order.
 * @param lines of `text`
 */
export function findStrayQuestions(text: string, lines: readonly Span[]): readonly Span[] {
  const questions = lines.flatMap((line) => {
    const written = slice(text, line);
    if (!written.includes("?") || written.startsWith("#")) return [];
    return splitIntoSentences(text, line).filter((span) => {
      return (
        span.end - span.start <= MAX_QUESTION &&
        /^[^"“”„«»]*\?$/u.test(slice(text, span)) &&
        !isInQuotation(text, line, span.start)
      );
    });
  });
  if (questions.length === 0) return [];
  const counts = countStems(contentStems(text));
  return questions.filter((span) => {
    const own = countStems(contentStems(slice(text, span)));
    const stray = [...own].filter(([stem, times]) => (counts.get(stem) ?? 0) <= times).length;
    return own.size >= MIN_STEMS && stray * 2 > own.size;
  });
}

function countStems(stems: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return counts;
}
