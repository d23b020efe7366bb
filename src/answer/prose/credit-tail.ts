import type { Snapshot } from "../../index/snapshot.ts";
import { certaintyNote } from "../credit.ts";
import type { DraftCitation, DraftPart } from "../draft.ts";
import { quoteText } from "../phrase.ts";
import type { Prose } from "./prose.ts";
import { namesSpeaker } from "./speakers.ts";

/**
 * What a sentence left out of who says so: ", according to" the speakers that it does not name, and that nobody could verify it or that it is
 * denied. Nothing that a quote credits to somebody is told as a fact.
 */
export function creditTail({ text, citations }: Prose, snapshot: Snapshot): readonly DraftPart[] {
  const seen = new Set<string>();
  const unnamed = citations.filter((citation) => {
    const name = citation.speaker?.name ?? "";
    if (name === "" || seen.has(name) || namesSpeaker(text, citation)) return false;
    seen.add(name);
    return true;
  });
  const credits = unnamed.flatMap((citation, i): readonly DraftPart[] => [
    { kind: "words", text: i === 0 ? ", according to " : " and " },
    { kind: "speaker", citation, form: "in-sentence" },
  ]);
  const notes = new Set(citations.map((citation) => noteFor(citation, text, snapshot)));
  return [
    ...credits,
    ...[...notes].filter((note) => note !== "").map((note) => ({ kind: "words", text: note }) as const),
  ];
}

/** A note that neither the sentence nor its quote gives. */
function noteFor(citation: DraftCitation, text: string, snapshot: Snapshot): string {
  return certaintyNote(citation, text) === "" ? "" : certaintyNote(citation, quoteText(snapshot, citation));
}
