import { certaintyNote, sayingVerb, whereFrom } from "./credit.ts";
import type { DraftCitation, DraftPart, DraftSentence } from "./draft.ts";

const words = (text: string): DraftPart => ({ kind: "words", text });

/**
 * Words quotes that answer a question between them: each on its own, with who says it and where it stands. Speakers
 * come before their words; a document's own words follow its name.
 */
export function composeQuotes(
  citations: readonly DraftCitation[],
  begins: "paragraph" | "run-on",
): readonly DraftSentence[] {
  return citations.map((citation, i): DraftSentence => ({
    begins: i === 0 ? begins : "paragraph",
    body: { kind: "cited", parts: composeQuote(citation, citations[i - 1]) },
  }));
}

function composeQuote(citation: DraftCitation, before: DraftCitation | undefined): readonly DraftPart[] {
  const note = certaintyNote(citation);
  const quote: DraftPart = { kind: "quote", citation };
  if (!citation.speaker) {
    const again = before && before.document === citation.document && !before.speaker;
    const source: DraftPart = { kind: "source", document: citation.document, shows: "name-and-date" };
    return again ? [words("It adds: "), quote, words(`${note}.`)] : [source, words(": "), quote, words(`${note}.`)];
  }
  const again = before?.speaker?.name === citation.speaker.name;
  const opening: readonly DraftPart[] = again
    ? [words("The same speaker adds: ")]
    : citation.speaker.verb.toLowerCase() === "according to"
      ? [words("According to "), { kind: "speaker", citation, form: "in-sentence" }, words(": ")]
      : [{ kind: "speaker", citation, form: "at-start" }, words(` ${sayingVerb(citation)}: `)];
  return [...opening, quote, ...sourceOnly(citation), words(`${note}.`)];
}

/** Where it stands, without the speaker again. */
const sourceOnly = (citation: DraftCitation): readonly DraftPart[] => whereFrom({ ...citation, speaker: null });
