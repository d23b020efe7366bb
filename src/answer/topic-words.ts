import { verbFamily, isNeutral, thingFamily } from "../claims/families.ts";
import { placeName } from "../claims/gazetteer.ts";
import type { Claim, Dimension, Quantity } from "../claims/claim.ts";
import type { Snapshot } from "../index/snapshot.ts";
import type { Comparison } from "../positions/position.ts";
import { topicOf } from "../positions/topic.ts";
import type { QuestionPart, QuestionTerm } from "../question/question.ts";
import { isSameName } from "../retrieval/name-equality.ts";
import { sentenceFacts, titleFacts } from "../retrieval/sentence-facts.ts";
import { contextOf } from "../retrieval/slot-context.ts";
import { stem } from "../text/stem.ts";
import { contentStems } from "../text/words.ts";

const stems = (words: string): readonly string[] => words.split(" ").map((word) => stem(word));

/** Words by which people ask for what a claim of a kind or a dimension tells. */
const BY_KIND: Readonly<Record<Claim["kind"], readonly string[]>> = {
  quantity: stems("number figure count total size"),
  time: stems("time hour date when moment timing"),
  name: stems("who name identity where place"),
  status: stems("whether confirmation denial"),
};
const BY_DIMENSION: Readonly<Partial<Record<Dimension, readonly string[]>>> = {
  magnitude: stems("strength magnitude size force power"),
  money: stems("cost price money sum amount pay damage value"),
  percent: stems("share percentage proportion rate"),
  share: stems("share percentage proportion part"),
  length: stems("length height depth distance width size"),
  duration: stems("duration length time"),
  speed: stems("speed"),
  mass: stems("weight load"),
  temperature: stems("temperature heat cold"),
  area: stems("area size"),
};

/** Words of such questions that name no topic. */
const GENERAL: ReadonlySet<string> = new Set(
  stems(
    "disagree differ source report document contradict conflict article paper account figure change point version between total overall people person",
  ),
);

/** What a record is called. */
const RECORD = stems("record worst deadliest bloodiest highest biggest largest best strongest lowest most");

const RATES: Readonly<Record<NonNullable<Quantity["per"]>, readonly string[]>> = {
  second: stems("second rate"),
  minute: stems("minute rate"),
  hour: stems("hour hourly rate"),
  day: stems("day daily rate"),
  week: stems("week weekly rate"),
  month: stems("month monthly rate"),
  year: stems("year yearly annual rate"),
};

/** Words that ask for a kind of claim: they must be met by the claim's kind, not by any word near it. */
const KIND_WORDS: ReadonlySet<string> = new Set([...Object.values(BY_KIND), ...Object.values(BY_DIMENSION)].flat());

/** A topic that a question names, as stems: its words, and the names among them. */
export type Topic = { readonly words: readonly string[]; readonly names: readonly string[] };

/** The topics that a part names: "the strength of the quake and the time" are two. Empty where it names none. */
export function topicsOf(part: QuestionPart): readonly Topic[] {
  const named = new Set(part.names.flatMap((name) => name.stems));
  const terms = part.terms.filter((term) => !GENERAL.has(term.stem) && !isDay(term, part));
  const topics: Topic[] = [];
  let from = 0;
  for (const piece of part.text.split(/,|\band\b|\bor\b/u)) {
    const words = new Set(contentStems(piece));
    const own = terms.slice(from).filter((term) => words.has(term.stem));
    from += own.length;
    const stemmed = own.map((term) => term.stem);
    if (own.length > 0)
      topics.push({
        words: stemmed.filter((word) => !named.has(word)),
        names: stemmed.filter((word) => named.has(word)),
      });
  }
  return topics;
}

/** Days and months of "between Monday and Nov. 9" are no topic. */
const isDay = (term: QuestionTerm, part: QuestionPart): boolean =>
  part.kind === "changes" &&
  /^(?:\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|week|yesterday)/iu.test(
    term.word,
  );

/**
 * True where a comparison is about one of the topics: all of its words stand near, and at least half of those that are no
 * names in what is compared.
 */
export function isAbout(topics: readonly Topic[], comparison: Comparison, snapshot: Snapshot): boolean {
  if (topics.length === 0) return true;
  const claims = [...comparison.positions.flatMap((position) => position.claims), ...comparison.fitsAll];
  const own = new Set(contentStems(topicOf(comparison)));
  const near = new Set<string>();
  const kinds = new Set<string>();
  for (const claim of claims) {
    for (const word of wordsOf(claim, snapshot, near)) own.add(word);
    for (const word of kindWordsOf(claim)) kinds.add(word);
  }
  return topics.some(({ words, names }) => {
    const met = words.map((word) => (KIND_WORDS.has(word) ? kinds.has(word) : isHeld(word, own)));
    return (
      met.filter(Boolean).length * 2 >= words.length &&
      words.every((word, i) => met[i] || (!KIND_WORDS.has(word) && isHeld(word, near))) &&
      names.every((name) => isHeld(name, own) || isHeld(name, near))
    );
  });
}

function kindWordsOf(claim: Claim): readonly string[] {
  if (claim.kind !== "quantity") return BY_KIND[claim.kind];
  return [...BY_KIND.quantity, ...(BY_DIMENSION[claim.quantity.dimension] ?? [])];
}

/** Words of a claim's clause and slots; what stands in its sentence, before it, over it and at its document's opening goes to `near`. */
function wordsOf(claim: Claim, snapshot: Snapshot, near: Set<string>): readonly string[] {
  const record = snapshot.records[snapshot.recordOf.get(claim.document) ?? -1];
  if (!record) return [];
  const { before, heading, lead } = contextOf(record, claim.sentence);
  for (const at of [claim.sentence, ...before.slice(0, 2), ...lead, ...(heading === null ? [] : [heading])])
    for (const word of sentenceFacts(record, at).stems) near.add(word);
  for (const word of titleFacts(record).stems) near.add(word);
  const places = [...(claim.place?.ids ?? []), ...claim.counted.owners, ...claim.event.agents, ...claim.event.targets];
  return [
    ...contentStems(record.document.text.slice(claim.clause.start, claim.clause.end)),
    ...contentStems(claim.counted.written),
    claim.counted.head,
    ...claim.counted.modifiers,
    ...contentStems(claim.event.written),
    ...(claim.event.action === null ? [] : claim.event.action.split("-")),
    ...places.flatMap((id) => contentStems(placeName(id))),
    ...(claim.kind === "quantity" ? claim.definition : []),
    ...(claim.kind === "quantity" && claim.record ? RECORD : []),
    ...(claim.kind === "quantity" && claim.quantity.per !== null ? RATES[claim.quantity.per] : []),
  ];
}

/** The word stands there itself, as another form of the name, or as one of its family ("dead" for "killed"). */
function isHeld(word: string, words: ReadonlySet<string>): boolean {
  if (words.has(word)) return true;
  const action = verbFamily(word);
  const acts = !isNeutral(action);
  const thing = thingFamily(word);
  for (const other of words) {
    if (isSameName(word, other)) return true;
    if (acts && (other === action || verbFamily(other) === action)) return true;
    if (other === thing || thingFamily(other) === thing) return true;
  }
  return false;
}
