/** A paragraph of a document, cut where the quote begins and ends. */
export type ShownParagraph = readonly { readonly text: string; readonly quoted: boolean }[];

/**
 * A text in paragraphs (its non-empty lines) with a stretch of it marked; a stretch over several lines is marked in each.
 * @param start UTF-16 code units into the text, `end` exclusive; a stretch outside the text marks nothing
 */
export function paragraphsWithQuote(text: string, start: number, end: number): readonly ShownParagraph[] {
  const paragraphs: ShownParagraph[] = [];
  let at = 0;
  for (const line of text.split("\n")) {
    const from = Math.min(Math.max(start - at, 0), line.length);
    const to = Math.min(Math.max(end - at, from), line.length);
    const parts = [
      { text: line.slice(0, from), quoted: false },
      { text: line.slice(from, to), quoted: true },
      { text: line.slice(to), quoted: false },
    ].filter((part) => part.text !== "");
    if (line.trim() !== "") paragraphs.push(parts);
    at += line.length + 1;
  }
  return paragraphs;
}
