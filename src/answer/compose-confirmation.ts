import type { Certainty } from "../claims/claim.ts";
import type { QuestionPart } from "../question/question.ts";
import type { Credit } from "../index/record.ts";
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
const MIN_NEAR = 0.25;

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
  const names = part.names.flatMap((name) => name.stems);
  const told = evidence.filter((one) => one.features.idfNear >= MIN_NEAR && holdsSome(one, { about, names }, snapshot));
  const lines = ROWS.map(({ label, certainties }) => ({
    label,
    found: told.filter((one) => certainties.includes(certaintyOf(one, snapshot))).slice(0, MAX_LINES),
  })).filter(({ found }) => found.length > 0);
  if (lines.length < 2) return null;
  return lines.flatMap(({ label, found }) => found.map((one) => line(label, one, snapshot)));
}

function line(label: string, one: Evidence, snapshot: Snapshot): DraftSentence {
  const cited = citeEvidence(one, snapshot);
  const credit = creditOf(one, snapshot);
  const speaker = cited.speaker ?? (credit?.speaker ? { name: credit.speaker.name, verb: credit.speaker.verb } : null);
  const citation = { ...cited, speaker };
  const parts: readonly DraftPart[] = [
    { kind: "words", text: label },
    { kind: "quote", citation },
    ...whereFrom(citation),
  ];
  return { begins: "item", body: { kind: "cited", parts } };
}

type About = { readonly about: readonly string[]; readonly names: readonly string[] };

/** Every name of the question, or where it has none half of the words that name the event. */
function holdsSome(one: Evidence, { about, names }: About, snapshot: Snapshot): boolean {
  const record = snapshot.records[one.record];
  if (!record || about.length === 0) return false;
  const { stems } = sentenceFacts(record, one.sentence);
  if (names.length > 0) return names.every((name) => stems.includes(name));
  return about.filter((word) => stems.includes(word)).length * 2 >= about.length;
}

/** Of several speakers of a sentence the one who confirms or denies; else the first. */
function creditOf(one: Evidence, snapshot: Snapshot): Credit | undefined {
  const credits = snapshot.records[one.record]?.credits[one.sentence] ?? [];
  return credits.find(({ certainty }) => certainty === "confirmed" || certainty === "denied") ?? credits[0];
}

function certaintyOf(one: Evidence, snapshot: Snapshot): Certainty {
  const record = snapshot.records[one.record];
  const span = record?.sentences[one.sentence]?.span;
  if (!record || !span) return "stated";
  if (UNVERIFIED.test(slice(record.document.text, span))) return "unverified";
  return creditOf(one, snapshot)?.certainty ?? "stated";
}
