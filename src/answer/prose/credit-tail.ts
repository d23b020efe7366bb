import type { Snapshot } from "../../index/snapshot.ts";
import { certaintyNote } from "../credit.ts";
import type { DraftPart } from "../draft.ts";
import { readCited } from "./cited.ts";
import type { Prose } from "./prose.ts";
import { leftOutSpeakers } from "./speakers.ts";

/**
 * What a sentence left out of who says so: ", according to" the speakers that it does not name, and that nobody could verify it or that it is
 * denied. Nothing that a quote credits to somebody is told as a fact.
 */
export function creditTail({ text, citations }: Prose, snapshot: Snapshot): readonly DraftPart[] {
  const left = leftOutSpeakers(text, readCited(citations, snapshot));
  const credits = (left === "unclear" ? [] : left).flatMap((citation, i): readonly DraftPart[] => [
    { kind: "words", text: i === 0 ? ", according to " : " and " },
    { kind: "speaker", citation, form: "in-sentence" },
  ]);
  const notes = new Set(citations.map((citation) => certaintyNote(citation, text)));
  return [
    ...credits,
    ...[...notes].filter((note) => note !== "").map((note) => ({ kind: "words", text: note }) as const),
  ];
}
