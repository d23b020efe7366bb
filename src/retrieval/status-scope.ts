import { eventFamily } from "../claims/event-families.ts";
import { thingFamily } from "../claims/families.ts";

import type { TaggedWord } from "../claims/tag.ts";
import { findTimes, periodsOverlap } from "../claims/times.ts";
import type { DocumentRecord } from "../index/record.ts";

import type { AskedPredicate } from "../question/asked-predicate.ts";
import { isCalendarName } from "../question/numbers.ts";
import type { QuestionPart } from "../question/question.ts";
import { slice } from "../text/span.ts";
import { stem } from "../text/stem.ts";
import { isStopWord, splitIntoWords } from "../text/words.ts";
import { sentenceFacts } from "./sentence-facts.ts";

/** Words that point back to what a sentence before has named. */
export const POINTERS = /\b(?:it|he|she|they|this|that|his|her|its|their|him|them|my|our|we|I|nobody|nothing|none)\b/i;

/** "Collision" and "crash" are one word here. */
export function familyOf(own: string): string {
  const thing = thingFamily(own);
  return thing === own ? eventFamily(own) : thing;
}

/** The families of stems, each once. */
export const familiesOf = (stems: readonly string[]): ReadonlySet<string> => new Set(stems.map(familyOf));

/** True where the sentence names somebody or some place that the question does not, and not who or where it asks; or another day. */
export function isAnother(
  part: QuestionPart,
  {
    record,
    sentence,
    clause,
  }: { readonly record: DocumentRecord; readonly sentence: number; readonly clause: readonly TaggedWord[] },
): boolean {
  const span = record.sentences[sentence]?.span;
  if (!span) return true;
  const text = slice(record.document.text, span);
  const { published } = record.document;
  const asked = findTimes(part.text, { published, previous: null }).find(({ kind }) => kind !== "duration-since");
  const said = text.slice(clause[0]?.start ?? 0, clause.at(-1)?.end ?? 0);
  const told = findTimes(said, { published, previous: null }).filter(({ kind }) => kind !== "duration-since");
  if (asked && told.length > 0 && told.every(({ period }) => periodsOverlap(asked.period, period) === "no"))
    return true;
  // "He was not arrested in 2019 over another accident."
  const year = published?.slice(0, 4) ?? "";
  if (
    !asked &&
    told.some(({ period }) => period.basis === "said" && period.to !== null && period.to.slice(0, 4) < year)
  )
    return true;
  const names = part.names.filter(({ written }) => !isCalendarName(written.toLowerCase()));
  const facts = sentenceFacts(record, sentence);
  // Whoever speaks is none of those that it is said of.
  const spoken = new Set(
    (record.credits[sentence] ?? []).flatMap(({ speaker }) =>
      splitIntoWords(speaker?.name ?? "").map((one) => one.stem),
    ),
  );
  const missing = names.filter(({ stems }) => !stems.some((one) => facts.stems.includes(one)));
  if (missing.length === 0) return false;
  const others = clause
    .filter(({ text: word, tag }) => /^\p{Lu}/u.test(word) && tag !== "DET" && tag !== "PRON")
    .filter(({ text: word }) => !isStopWord(word) && !isCalendarName(word.toLowerCase()))
    .map(({ text: word }) => stem(word))
    .filter((own) => (facts.names.includes(own) || isNameElsewhere(record, own)) && !spoken.has(own))
    .filter((own) => !names.some(({ stems }) => stems.includes(own)));
  return others.some((own) => !missing.some(({ stems }) => areOneName(record, own, stems.at(-1) ?? "")));
}

const isNameElsewhere = (record: DocumentRecord, own: string): boolean =>
  record.sentences.some((_, at) => sentenceFacts(record, at).names.includes(own));

/** "Tomas" is Arvelo where the document names "Tomas Arvelo". */
function areOneName(record: DocumentRecord, first: string, last: string): boolean {
  return record.sentences.some((_, at) => {
    const { stems } = sentenceFacts(record, at);
    const found = stems.indexOf(last);
    return found > 0 && stems[found - 1] === first;
  });
}

/** True where the clause itself names what is asked about, or points back to it; what another clause of its sentence names is that one's. */
export function isOfAsked(
  asked: AskedPredicate,
  where: {
    readonly part: QuestionPart;
    readonly record: DocumentRecord;
    readonly words: readonly TaggedWord[];
    readonly clause: readonly TaggedWord[];
  },
): boolean {
  const { part, record, words, clause } = where;
  if (clause.some(({ text }) => POINTERS.test(text))) return true;
  const about = asked.about.filter((one) => !asked.adjuncts.includes(one)).map(familyOf);
  if (about.length === 0) return true;
  const lasts = part.names.map(({ stems }) => stems.at(-1) ?? "");
  if (clause.some(({ text }) => /^\p{Lu}/u.test(text) && lasts.some((last) => areOneName(record, stem(text), last))))
    return true;
  const own = familiesOf(clause.map(({ text }) => stem(text)));
  const beside = familiesOf(words.filter((word) => !clause.includes(word)).map(({ text }) => stem(text)));
  return about.some((one) => own.has(one)) && !about.some((one) => !own.has(one) && beside.has(one));
}
