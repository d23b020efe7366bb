import { attribute } from "../../src/claims/speakers.ts";
import { tagSentences } from "../../src/claims/tag.ts";
import type { Sentence } from "../../src/passages/passage.ts";

/** A document of these paragraphs, each a list of sentences; "# …" is a heading. */
export function documentOf(paragraphs: readonly (readonly string[])[]) {
  let text = "";
  let heading: number | null = null;
  const sentences: Sentence[] = [];
  for (const [paragraph, lines] of paragraphs.entries()) {
    for (const line of lines) {
      const kind = line.startsWith("# ") ? "heading" : "prose";
      if (kind === "heading") heading = sentences.length;
      const span = { start: text.length, end: text.length + line.length };
      sentences.push({ span, paragraph, kind, repeated: false, heading: kind === "heading" ? null : heading });
      text += `${line} `;
    }
    text = `${text.trimEnd()}\n`;
  }
  return { document: { text }, sentences, tagged: tagSentences(text, sentences) };
}

/** Every attribution of sentence `index`, as `key certainty: credited | credited`. */
export function creditsOf(paragraphs: readonly (readonly string[])[], index: number): string[] {
  const input = documentOf(paragraphs);
  const span = input.sentences[index]?.span ?? { start: 0, end: 0 };
  const text = input.document.text.slice(span.start, span.end);
  return (attribute(input)[index] ?? []).map(
    ({ speaker, certainty, credited, estimate }) =>
      `${speaker?.key ?? "-"} ${certainty}${estimate ? " estimate" : ""}: ${credited.map((part) => text.slice(part.start, part.end)).join(" | ")}`,
  );
}
