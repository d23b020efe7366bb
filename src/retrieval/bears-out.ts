import type { QuantityClaim } from "../claims/claim.ts";
import { isKnownAction, phraseFamily, thingFamily, thingFit } from "../claims/families.ts";
import { countryOf, findPlaces, placeContains, placeKind } from "../claims/gazetteer.ts";
import type { DocumentRecord } from "../index/record.ts";
import type { Target } from "../question/target.ts";
import { isCalendarName } from "../question/numbers.ts";
import { slice } from "../text/span.ts";
import { contentStems, splitIntoWords } from "../text/words.ts";
import { figureAsked } from "./figure-asked.ts";
import type { Asked, NameInQuestion } from "./figure-asked.ts";
import { traitsOf } from "./figure-traits.ts";
import { isPresent } from "./match-heads.ts";
import { sentenceFacts, titleFacts } from "./sentence-facts.ts";

/**
 * True where a claim bears out what the question asks of beyond the thing counted: every name stands in its sentence,
 * or near it where the sentence names nobody else; its quarter or half is the one asked; and where the question asks of
 * a kind of people ("crew members"), its sentence speaks of them. A wrong figure is worse than none.
 */
export function bearsOut(claim: QuantityClaim, asked: Asked): boolean {
  const record = asked.snapshot.records[asked.snapshot.recordOf.get(claim.document) ?? -1];
  if (!record) return false;
  return (
    namesStand(claim, asked, record) &&
    sameStretch(claim, asked, record) &&
    sameKind(claim, asked, record) &&
    sameDeed(claim, asked, record) &&
    isSaidOf(claim, asked, record)
  );
}

function namesStand(claim: QuantityClaim, asked: Asked, record: DocumentRecord): boolean {
  return figureAsked(asked).names.every((name) => {
    const { place, stems, last } = name;
    if (stems.some((word) => thingFamily(word) === asked.target.head)) return true;
    // Countries are told by the gazetteer: "Moscow's troops" are Russia's.
    if (name.isShip) return isAboutIt(stems, claim, record);
    if (place && placeKind(place.id) === "country" && asked.target.places.includes(place.id))
      return isOfCountry(place.id, claim, record);
    if (place && (placeKind(place.id) === "country" || place.form !== "name" || name.isGovernment)) return true;
    if (place && claim.place)
      return claim.place.ids.some((id) => placeContains(place.id, id) || placeContains(id, place.id));
    if (last === undefined) return true;
    const own = sentenceFacts(record, claim.sentence).stems;
    if (own.includes(last)) return !place || standsBefore(last, claim, record);
    const others = claim.event.agents.some((agent) => agent.startsWith("name:"));
    if (others) return false;
    if (isBesideAnother(name, own, asked) && (isInDocument(stems, record) || namesNobodyElse(claim, asked, record)))
      return true;
    if (isNear(last, { record, sentence: claim.sentence, reach: place ? PLACE_REACH : REACH })) return true;
    return isPointedTo(name, claim, record) || isOfTheRest(claim, asked, record);
  });
}

/**
 * "Two died in the storm, which moved on to Scotland": a place tells where a figure is where it stands in the figure's
 * own clause, or before it.
 */
function standsBefore(name: string, claim: QuantityClaim, record: DocumentRecord): boolean {
  const { text } = record.document;
  const heard = `${text.slice(claim.span.start, claim.value.end)} ${slice(text, claim.clause)}`;
  return contentStems(heard).includes(name) || !/[,;:]/.test(text.slice(claim.value.end, claim.span.end));
}

/**
 * A figure without a place is a country's where it is of that country's people, or its sentence, its document's title or
 * first sentences tell of some place there: what a company does worldwide is not what it does in one country.
 */
function isOfCountry(id: string, claim: QuantityClaim, record: DocumentRecord): boolean {
  const { counted, event, place } = claim;
  const parties = [...counted.owners, ...event.agents, ...event.targets];
  if (place !== null || parties.some((party) => countryOf(party) !== null)) return true;
  const lead = record.sentences.slice(0, LEAD).map((sentence) => slice(record.document.text, sentence.span));
  const text = [record.document.title, ...lead, slice(record.document.text, claim.span)].join(" ");
  return findPlaces(text).some((mention) => countryOf(mention.id) === id);
}

/** Sentences that say what a document is about. */
const LEAD = 3;

/** The claim's sentence, or the title or the first sentences of its document, name what was asked of. */
function isAboutIt(stems: readonly string[], claim: QuantityClaim, record: DocumentRecord): boolean {
  const told = [claim.sentence, ...Array.from({ length: LEAD }, (_, at) => at)];
  const words = new Set([...titleFacts(record).stems, ...told.flatMap((at) => sentenceFacts(record, at).stems)]);
  return stems.some((word) => words.has(word));
}

/** "Ahead of Rusin", asked of Doskal: where the one name stands in the sentence, the other may stand elsewhere. */
const isBesideAnother = ({ written, located }: NameInQuestion, own: readonly string[], { part }: Asked): boolean =>
  !located && part.names.some((other) => other.written !== written && own.includes(other.stems.at(-1) ?? ""));

/** True where the sentence's only names are the question's, the speaker's and the calendar's. */
function namesNobodyElse(claim: QuantityClaim, { part }: Asked, record: DocumentRecord): boolean {
  const known = new Set([
    ...part.names.flatMap((name) => name.stems),
    ...contentStems(claim.speaker?.name ?? ""),
    ...contentStems(claim.place?.written ?? ""),
  ]);
  return sentenceFacts(record, claim.sentence).names.every((name) => known.has(name) || isCalendarName(name));
}

const isInDocument = (stems: readonly string[], record: DocumentRecord): boolean =>
  record.sentences.some((_, at) => {
    const own = sentenceFacts(record, at).stems;
    return stems.every((word) => own.includes(word));
  });

/** Sentences back that may name who a claim is about, and where it is so. */
const REACH = 2;
const PLACE_REACH = 1;

/** "In the district", where the question asks of the Highmoor district: the text has its own way of naming it. */
const isPointedTo = ({ placeNoun }: NameInQuestion, claim: QuantityClaim, record: DocumentRecord): boolean =>
  placeNoun !== null &&
  new RegExp(`\\b(?:the|this) (?:whole |entire )?${placeNoun}\\b`, "iu").test(slice(record.document.text, claim.span));

/** All the question's other words stand in the sentence, and the name in the document: "the complaint named 180 streets". */
function isOfTheRest(claim: QuantityClaim, asked: Asked, record: DocumentRecord): boolean {
  const own = sentenceFacts(record, claim.sentence).stems;
  const { rest } = figureAsked(asked);
  if (rest.length < 2 || !rest.every((term) => own.includes(term))) return false;
  const names = new Set(asked.part.names.flatMap((name) => name.stems));
  return record.sentences.some(
    (_, at) => at < claim.sentence && sentenceFacts(record, at).stems.some((word) => names.has(word)),
  );
}

/** True where the sentence has the action asked in its own words, though the grammar gave the figure none. */
function holdsAction(claim: QuantityClaim, action: string, record: DocumentRecord): boolean {
  // "With 48 of the 101 seats": what it is out of was not won.
  if (
    /\bof (?:(?:all|the|its|their) )*(?:[\p{L}.]+['’]s )?\s*$/iu.test(
      record.document.text.slice(claim.span.start, claim.value.start),
    )
  )
    return false;
  const words = splitIntoWords(slice(record.document.text, claim.span)).map((word) => word.stem);
  return words.some((_, at) => phraseFamily(words.slice(at, at + MAX_PHRASE)) === action);
}

/** Words that a phrase of the table may span. */
const MAX_PHRASE = 5;

/** Where no table knows the verb asked, nor that of the claim, the question's other words must stand around the claim. */
function sameDeed(claim: QuantityClaim, asked: Asked, record: DocumentRecord): boolean {
  const { target } = asked;
  const said = claim.event.action;
  if (traitsOf(claim, record).ability) return false;
  if (target.action === null || said === target.action) return true;
  if (said === null)
    return (
      claim.quantity.dimension !== "count" ||
      isPresent(claim, target.action) ||
      holdsAction(claim, target.action, record)
    );
  if (isKnownAction(target.action) || isKnownAction(said)) return true;
  const rest = figureAsked(asked).rest.filter((term) => !target.actions.includes(term));
  const own = sentenceFacts(record, claim.sentence).stems;
  const near = { record, sentence: claim.sentence, reach: 1 };
  return rest.length > 0 && rest.every((term) => own.includes(term) || isNear(term, near));
}

/** True where a word stands in the title, the heading or `reach` sentences before. */
function isNear(
  word: string,
  { record, sentence, reach }: { readonly record: DocumentRecord; readonly sentence: number; readonly reach: number },
): boolean {
  const stands = (at: number): boolean => at >= 0 && sentenceFacts(record, at).stems.includes(word);
  for (let at = sentence - reach; at < sentence; at += 1) if (stands(at)) return true;
  return stands(record.sentences[sentence]?.heading ?? -1) || titleFacts(record).stems.includes(word);
}

const STRETCH = /\b(first|second|third|fourth|last|next|previous)[- ](quarter|half|round|phase|day|week|leg)\b/gi;

/** "In the second quarter": a sentence of another quarter is no answer. */
function sameStretch(claim: QuantityClaim, { part }: Asked, record: DocumentRecord): boolean {
  const wanted = [...part.text.matchAll(STRETCH)].map((match) => match[0].toLowerCase().replace("-", " "));
  if (wanted.length === 0) return true;
  const text = slice(record.document.text, claim.span);
  const said = [...text.matchAll(STRETCH)].map((match) => match[0].toLowerCase().replace("-", " "));
  return said.length === 0 || wanted.some((one) => said.includes(one));
}

/** People whom any claim of people may be of, as far as its words go. */
const ANYONE: ReadonlySet<string> = new Set(["civilian", "victim", "person", "troop"]);

/** Asked of crew members, "nine people died" is no answer. */
function sameKind(claim: QuantityClaim, { target }: Asked, record: DocumentRecord): boolean {
  const { head } = target;
  if (head === null || head === claim.counted.head || ANYONE.has(head)) return true;
  if (claim.quantity.dimension !== "count") return isNamed(claim, target, record);
  const isPeople = thingFit("person", head, []) === "wider";
  return !isPeople || isNamed(claim, target, record);
}

/** True where the sentence of a claim speaks of the thing asked. */
function isNamed(claim: QuantityClaim, { headWritten }: Target, record: DocumentRecord): boolean {
  const own = sentenceFacts(record, claim.sentence).stems;
  return contentStems(headWritten).some((word) => own.includes(word));
}

/** "No one was hurt" answers only who is asked after in that very sentence. */
function isSaidOf(claim: QuantityClaim, { part }: Asked, record: DocumentRecord): boolean {
  const { low, high } = claim.quantity.said;
  if (low !== 0 || high !== 0) return true;
  const own = sentenceFacts(record, claim.sentence).stems;
  return part.terms.every((term) => own.includes(term.stem));
}
