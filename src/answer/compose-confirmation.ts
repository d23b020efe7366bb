import type { Certainty } from "../claims/claim.ts";
import type { QuestionPart } from "../question/question.ts";
import type { Credit } from "../index/record.ts";
import type { Snapshot } from "../index/snapshot.ts";
import type { Evidence } from "../retrieval/evidence.ts";
import { sentenceFacts } from "../retrieval/sentence-facts.ts";
import { slice } from "../text/span.ts";
import { stem } from "../text/stem.ts";
import { citeEvidence, citeWhole } from "./evidence-quotes.ts";
import { whereFrom } from "./credit.ts";
import type { DraftPart, DraftSentence } from "./draft.ts";
import type { SentencePlace } from "./reasons.ts";

/** "Was the strike confirmed?", "Has the video been verified?" */
const ASKS_CONFIRMATION =
  /^(?:was|were|is|are|has|have|had|did|does|do|could|can)\b.*\b(?:confirm|verif|corroborat|substantiat|prove)\w*/i;

const CONFIRMING: ReadonlySet<string> = new Set(
  "confirm confirmed verify verified corroborate corroborated independently officially"
    .split(" ")
    .map((word) => stem(word)),
);

/** How a sentence stands to what it tells, in the order in which it is told; the last three answer the question by themselves. */
const ROWS: readonly { readonly label: string; readonly certainties: readonly Certainty[] }[] = [
  { label: "Claimed: ", certainties: ["claimed", "reported"] },
  { label: "Confirmed: ", certainties: ["confirmed"] },
  { label: "Not verified: ", certainties: ["unverified"] },
  { label: "Denied: ", certainties: ["denied"] },
];

/** Of what the question says of the event (by idf, with title and sentence before) so much stands at a sentence. */
const MIN_NEAR = 0.25;

/** The same by idf without the words of confirming, with the two sentences before and the heading, for what says so by "it" and "the footage". */
const MIN_ABOUT = 0.6;

/** Sentences before one's own that tell what "it" is. */
const REACH = 2;

/** Lines of one kind at most. */
const MAX_LINES = 2;

const UNVERIFIED =
  /\b(?:(?:could not|can ?not|can['’]t|couldn['’]t|not|never|unable to|impossible to|yet to be)(?: \w+){0,2} (?:verif|confirm|corroborat)|unverified|unconfirmed)/i;

const CONFIRMED = /\b(?:confirm|verif|corroborat)\w*/i;

/**
 * Who claimed it, who confirmed it and who could not verify it, one line each; null for other questions, and where nobody
 * in the evidence confirmed it, denied it or could not verify it.
 * @param evidence what bears on the part, best first
 */
export function composeConfirmation(
  part: QuestionPart,
  evidence: readonly Evidence[],
  snapshot: Snapshot,
): readonly DraftSentence[] | null {
  if (part.kind !== "whether" || !ASKS_CONFIRMATION.test(part.text)) return null;
  const about = part.terms.map((term) => term.stem).filter((term) => !CONFIRMING.has(term));
  const asked: About = { about, names: part.names.flatMap((name) => name.stems) };
  const told = evidence.flatMap((one): readonly Told[] => {
    const certainty = certaintyOf(one, snapshot);
    if (one.features.idfNear >= MIN_NEAR && holdsSome(one, asked, snapshot)) return [{ one, certainty }];
    return pointsBack(one, asked, snapshot) && certainty !== "claimed" ? withBefore({ one, certainty }, snapshot) : [];
  });
  const lines = ROWS.map(({ label, certainties }) => ({
    label,
    found: unique(told.filter(({ certainty }) => certainties.includes(certainty))).slice(0, MAX_LINES),
  })).filter(({ found }) => found.length > 0);
  if (!lines.some(({ label }) => label !== ROWS[0]?.label)) return null;
  return lines.flatMap(({ label, found }) => found.map((one) => line(label, one, snapshot)));
}

type Told = { readonly one: SentencePlace; readonly certainty: Certainty };

type About = { readonly about: readonly string[]; readonly names: readonly string[] };

function unique(told: readonly Told[]): readonly Told[] {
  const known = new Set<string>();
  return told.filter(({ one }) => {
    const place = `${one.record} ${one.sentence}`;
    return !known.has(place) && known.add(place);
  });
}

/** "The footage could not be verified": with the sentence that told of it, where that is none of the same kind. */
function withBefore(told: Told, snapshot: Snapshot): readonly Told[] {
  const { record, sentence } = told.one;
  const sentences = snapshot.records[record]?.sentences;
  if (told.certainty !== "unverified" || sentences?.[sentence - 1]?.paragraph !== sentences?.[sentence]?.paragraph)
    return [told];
  return [{ one: { record, sentence: sentence - 1 }, certainty: "claimed" }, told];
}

function line(label: string, { one, certainty }: Told, snapshot: Snapshot): DraftSentence {
  // What was confirmed or not is said by the sentence, not by the words that it credits.
  const cited =
    certainty === "claimed" || certainty === "reported" ? citeEvidence(one, snapshot) : citeWhole(one, snapshot);
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

/** Two thirds of the names of the question, or where it has none half of the words that name the event. */
function holdsSome(one: SentencePlace, { about, names }: About, snapshot: Snapshot): boolean {
  const record = snapshot.records[one.record];
  if (!record || about.length === 0) return false;
  const { stems } = sentenceFacts(record, one.sentence);
  if (names.length > 0) return names.filter((name) => stems.includes(name)).length * 3 >= names.length * 2;
  return about.filter((word) => stems.includes(word)).length * 2 >= about.length;
}

/** A sentence that confirms or cannot verify what the sentences before it, under its heading, tell in the words of the question. */
function pointsBack(one: SentencePlace, { about, names }: About, snapshot: Snapshot): boolean {
  const record = snapshot.records[one.record];
  const own = record?.sentences[one.sentence];
  if (!record || !own || about.length === 0 || !CONFIRMED.test(slice(record.document.text, own.span))) return false;
  const places = Array.from({ length: REACH + 1 }, (_, i) => one.sentence - i).filter(
    (at) => record.sentences[at]?.paragraph === own.paragraph,
  );
  const near = new Set(
    [...places, ...(own.heading === null ? [] : [own.heading])].flatMap((at) => sentenceFacts(record, at).stems),
  );
  const [held, all] = [about.filter((word) => near.has(word)), about].map((words) =>
    words.reduce((sum, word) => sum + snapshot.bm25.idf(word), 0),
  );
  return (held ?? 0) >= MIN_ABOUT * (all ?? 1) && names.every((name) => near.has(name) || !about.includes(name));
}

/** Of several speakers of a sentence the one who confirms or denies; else the first. */
function creditOf(one: SentencePlace, snapshot: Snapshot): Credit | undefined {
  const credits = snapshot.records[one.record]?.credits[one.sentence] ?? [];
  return credits.find(({ certainty }) => certainty === "confirmed" || certainty === "denied") ?? credits[0];
}

function certaintyOf(one: SentencePlace, snapshot: Snapshot): Certainty {
  const record = snapshot.records[one.record];
  const span = record?.sentences[one.sentence]?.span;
  if (!record || !span) return "stated";
  const text = slice(record.document.text, span);
  if (UNVERIFIED.test(text)) return "unverified";
  const certainty = creditOf(one, snapshot)?.certainty ?? "stated";
  // What the next sentence says of it stands there.
  return certainty === "unverified" ? "claimed" : certainty;
}
