import type { Certainty } from "../claims/claim.ts";
import type { QuestionPart } from "../question/question.ts";
import type { Snapshot } from "../index/snapshot.ts";
import type { Evidence } from "../retrieval/evidence.ts";
import { sentenceFacts } from "../retrieval/sentence-facts.ts";
import { slice } from "../text/span.ts";
import { stem } from "../text/stem.ts";
import { citeEvidence } from "./evidence-quotes.ts";
import { whereFrom } from "./credit.ts";
import type { DraftPart, DraftSentence } from "./draft.ts";

/** "Was the strike confirmed?", "Has the video been verified?" */
const ASKS_CONFIRMATION =
  /^(?:was|were|is|are|has|have|had|did|does|do|could|can)\b.*\b(?:confirm|verif|corroborat|substantiat|prove)\w*/i;

const CONFIRMING: ReadonlySet<string> = new Set(
  "confirm confirmed verify verified corroborate corroborated independently officially"
    .split(" ")
    .map((word) => stem(word)),
);

/** How a sentence stands to what it tells, in the order in which it is told. */
const ROWS: readonly { readonly label: string; readonly certainties: readonly Certainty[] }[] = [
  { label: "Claimed: ", certainties: ["claimed", "reported"] },
  { label: "Confirmed: ", certainties: ["confirmed"] },
  { label: "Not verified: ", certainties: ["unverified"] },
  { label: "Denied: ", certainties: ["denied"] },
];

/** Of what the question says of the event (by idf, with title and sentence before) so much stands at a sentence. */
const MIN_NEAR = 0.45;

/** Lines of one kind at most. */
const MAX_LINES = 2;

const UNVERIFIED =
  /\b(?:(?:could|can|cannot|can['’]t) not?\s*(?:\w+ )?(?:be )?|unable to |not been |un)(?:independently )?(?:verif|confirm|corroborat)/i;

/**
 * Who claimed it, who confirmed it and who could not verify it, one line each; null for other questions, and where
 * fewer than two of these stand in the evidence, which the best quotes tell as well.
 * @param evidence what bears on the part, best first
 */
export function composeConfirmation(
  part: QuestionPart,
  evidence: readonly Evidence[],
  snapshot: Snapshot,
): readonly DraftSentence[] | null {
  if (part.kind !== "whether" || !ASKS_CONFIRMATION.test(part.text)) return null;
  const about = part.terms.map((term) => term.stem).filter((term) => !CONFIRMING.has(term));
  const told = evidence.filter((one) => one.features.idfNear >= MIN_NEAR && holdsSome(one, about, snapshot));
  const lines = ROWS.map(({ label, certainties }) => ({
    label,
    found: told.filter((one) => certainties.includes(certaintyOf(one, snapshot))).slice(0, MAX_LINES),
  })).filter(({ found }) => found.length > 0);
  if (lines.length < 2) return null;
  return lines.flatMap(({ label, found }, at) =>
    found.map((one, i) => line(label, one, { snapshot, begins: at + i === 0 ? "paragraph" : "item" })),
  );
}

function line(
  label: string,
  one: Evidence,
  { snapshot, begins }: { readonly snapshot: Snapshot; readonly begins: DraftSentence["begins"] },
): DraftSentence {
  const citation = citeEvidence(one, snapshot);
  const parts: readonly DraftPart[] = [
    { kind: "words", text: label },
    { kind: "quote", citation },
    ...whereFrom(citation),
  ];
  return { begins, body: { kind: "cited", parts } };
}

/** At least half of the words that name the event, and one at all. */
function holdsSome(one: Evidence, about: readonly string[], snapshot: Snapshot): boolean {
  const record = snapshot.records[one.record];
  if (!record || about.length === 0) return false;
  const { stems } = sentenceFacts(record, one.sentence);
  return about.filter((word) => stems.includes(word)).length * 2 >= about.length;
}

function certaintyOf(one: Evidence, snapshot: Snapshot): Certainty {
  const record = snapshot.records[one.record];
  const span = record?.sentences[one.sentence]?.span;
  if (!record || !span) return "stated";
  const text = slice(record.document.text, span);
  if (UNVERIFIED.test(text)) return "unverified";
  return record.credits[one.sentence]?.[0]?.certainty ?? "stated";
}
