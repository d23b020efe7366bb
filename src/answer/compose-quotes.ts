import { certaintyNote, sayingVerb, whereFrom } from "./credit.ts";
import type { Snapshot } from "../index/snapshot.ts";
import { contains } from "../text/span.ts";
import { quoteText } from "./phrase.ts";
import type { DraftCitation, DraftPart, DraftSentence } from "./draft.ts";

const words = (text: string): DraftPart => ({ kind: "words", text });

/**
 * Words quotes that answer a question between them: each on its own, with who says it and where it stands. Speakers
 * come before their words; a document's own words follow its name.
 */
export function composeQuotes(snapshot: Snapshot, citations: readonly DraftCitation[]): readonly DraftSentence[] {
  return citations.map((citation, i): DraftSentence => ({
    begins: "paragraph",
    body: { kind: "cited", parts: composeQuote(snapshot, citation, citations[i - 1]) },
  }));
}

function composeQuote(
  snapshot: Snapshot,
  citation: DraftCitation,
  before: DraftCitation | undefined,
): readonly DraftPart[] {
  const text = quoteText(snapshot, citation);
  const note = certaintyNote(citation, text);
  const quote: DraftPart = { kind: "quote", citation };
  if (!citation.speaker || namesSpeaker(text, citation.speaker.name) || tellsWhoSays(snapshot, citation)) {
    const again = before && before.document === citation.document && !before.speaker && !citation.speaker;
    const source: DraftPart = { kind: "source", document: citation.document, shows: "name-and-date" };
    const end = words(note === "" && /[.!?…]["”’']*$/.test(text) ? "" : `${note}.`);
    return again ? [words("It adds: "), quote, end] : [source, words(": "), quote, end];
  }
  const again = before?.speaker?.name === citation.speaker.name;
  const opening: readonly DraftPart[] = again
    ? [{ kind: "speaker", citation, form: "at-start" }, words(` also ${sayingVerb(citation)}: `)]
    : citation.speaker.verb.toLowerCase() === "according to"
      ? [words("According to "), { kind: "speaker", citation, form: "in-sentence" }, words(": ")]
      : [{ kind: "speaker", citation, form: "at-start" }, words(` ${sayingVerb(citation)}: `)];
  return [...opening, quote, ...sourceOnly(citation), words(`${note}.`)];
}

/** A quote that names its own speaker ("… , Trump told reporters") is introduced by its source. */
function namesSpeaker(text: string, name: string): boolean {
  const last =
    name
      .replace(/, cited by .*$/, "")
      .split(/\s+/)
      .at(-1) ?? name;
  return text.includes(last);
}

/** A quote with words beside those credited ("…, says the institute") brings its attribution along. */
function tellsWhoSays(snapshot: Snapshot, { document, span }: DraftCitation): boolean {
  const record = snapshot.records[snapshot.recordOf.get(document) ?? -1];
  const at = record?.sentences.findIndex((sentence) => contains(sentence.span, span)) ?? -1;
  const credits = record?.credits[at] ?? [];
  const credited = credits.reduce((sum, credit) => sum + credit.span.end - credit.span.start, 0);
  return credits.length > 0 && credited < ALMOST_ALL * (span.end - span.start);
}

const ALMOST_ALL = 0.9;

/** Where it stands, without the speaker again. */
const sourceOnly = (citation: DraftCitation): readonly DraftPart[] => whereFrom({ ...citation, speaker: null });
