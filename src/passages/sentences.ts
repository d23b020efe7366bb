import type { Layout, Paragraph } from "../documents/document.ts";
import { splitIntoSentences as splitParagraph } from "../text/sentences.ts";
import type { Span } from "../text/span.ts";
import type { Sentence } from "./passage.ts";

/**
 * The sentences of a document, in order: every paragraph without its page furniture, trimmed of white space. A heading is one sentence. What
 * stands on the two sides of furniture is never one sentence. Linear.
 */
export function splitIntoSentences(text: string, layout: Layout): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let nextFurniture = 0;
  let heading: number | null = null;
  for (const [place, paragraph] of layout.paragraphs.entries()) {
    const inside: Span[] = [];
    for (
      let span = layout.furniture[nextFurniture];
      span && span.start < paragraph.span.end;
      span = layout.furniture[nextFurniture]
    ) {
      inside.push(span);
      nextFurniture += 1;
    }
    const repeated = paragraph.repeats !== null;
    for (const span of partsOf(text, paragraph, inside)) {
      sentences.push({ span, paragraph: place, kind: paragraph.kind, repeated, heading });
    }
    const isHeading = paragraph.kind === "heading" && sentences.at(-1)?.paragraph === place;
    // An item of a list of headlines stands under the list's heading, and heads nothing.
    if (isHeading && !isListItem(text, inside[0])) heading = sentences.length - 1;
  }
  return sentences;
}

function partsOf(text: string, paragraph: Paragraph, furniture: readonly Span[]): readonly Span[] {
  return between(paragraph.span, furniture).flatMap((stretch) => {
    if (paragraph.kind === "prose") return splitParagraph(text, stretch);
    const span = trimmed(text, stretch);
    return span.end > span.start ? [span] : [];
  });
}

/** What of a paragraph lies between its furniture. */
function between(paragraph: Span, furniture: readonly Span[]): readonly Span[] {
  const stretches: Span[] = [];
  let from = paragraph.start;
  for (const { start, end } of furniture) {
    if (start > from) stretches.push({ start: from, end: start });
    from = Math.max(from, end);
  }
  if (from < paragraph.end) stretches.push({ start: from, end: paragraph.end });
  return stretches;
}

function isListItem(text: string, mark: Span | undefined): boolean {
  return mark !== undefined && !text.startsWith("#", mark.start);
}

function trimmed(text: string, { start, end }: Span): Span {
  const written = text.slice(start, end);
  const from = start + written.length - written.trimStart().length;
  return { start: from, end: Math.max(from, start + written.trimEnd().length) };
}
