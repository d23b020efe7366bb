import { escapePattern } from "../text/escape-pattern.ts";
import { BODY_WORDS } from "../claims/body-words.ts";
import { isGivenName, namedPlace } from "../claims/gazetteer.ts";
import { findPhrases, mergeMarks } from "../claims/phrases.ts";
import type { NounGroup, Phrases } from "../claims/phrases.ts";
import { hasBodyWord } from "../claims/speaker-names.ts";
import { NO_PERSONS, PERSON_ENDING } from "../claims/speech-words.ts";
import type { Token } from "../claims/token.ts";
import type { DocumentRecord } from "../index/record.ts";
import { isCalendarName } from "../question/numbers.ts";
import { withoutTitles } from "../text/names.ts";
import { slice } from "../text/span.ts";
import type { Span } from "../text/span.ts";
import { isStopWord, splitIntoWords } from "../text/words.ts";
import { taggedIn } from "./sentence-tags.ts";
import { bitsOf, kindsOf } from "./fillers/word-kinds.ts";

/** What a name or noun is, by its words. `people` is a common noun for persons, `thing` any other. */
export type NameSort = "person" | "place" | "body" | "name" | "people" | "thing";

/** A noun group of a sentence that may be what is asked for. */
export type NameCandidate = {
  /** Tokens of the sentence, end exclusive: the whole group, and the value without articles, offices and titles. */
  readonly from: number;
  readonly to: number;
  /** The value in UTF-16 units of the sentence. */
  readonly start: number;
  readonly end: number;
  readonly written: string;
  /** Content stems of the value. */
  readonly stems: readonly string[];
  readonly sort: NameSort;
};

/** A sentence with its groups and what may be asked for among them. */
export type NamedSentence = {
  readonly text: string;
  readonly phrases: Phrases;
  readonly candidates: readonly NameCandidate[];
};

const cache = new WeakMap<DocumentRecord, Map<number, NamedSentence>>();

/** The names and nouns of one sentence of a record, read at its first use and kept as long as the record is. */
export function namesIn(record: DocumentRecord, sentence: number): NamedSentence {
  let known = cache.get(record);
  if (!known) {
    known = new Map();
    cache.set(record, known);
  }
  const before = known.get(sentence);
  if (before) return before;
  const span = record.sentences[sentence]?.span;
  const text = span ? slice(record.document.text, span) : "";
  const phrases = findPhrases(mergeMarks(taggedIn(record, sentence), [], text));
  const named = phrases.nouns.flatMap((group) =>
    readCandidates(group, phrases.tokens, { text, whole: record.document.text }),
  );
  const credits = (record.credits[sentence] ?? []).map(({ span: { start, end } }) => ({
    start: start - (span?.start ?? 0),
    end: end - (span?.start ?? 0),
  }));
  const stood = phrases.nouns.flatMap((group) => standIn(group, { tokens: phrases.tokens, named, credits }) ?? []);
  const read = { text, phrases, candidates: [...named, ...stood] };
  known.set(sentence, read);
  return read;
}

type Around = {
  readonly tokens: readonly Token[];
  readonly named: readonly NameCandidate[];
  /** Words that the sentence credits to somebody. */
  readonly credits: readonly Span[];
};

/** "It was he who": the last person named before in the sentence, where the pronoun stands; for "I" the one outside the words credited. */
function standIn({ head, from, to }: NounGroup, { tokens, named, credits }: Around): NameCandidate | null {
  const word = tokens[head];
  if (!word || !/^(?:he|she|i|himself|herself)$/.test(word.lower)) return null;
  const persons = named.filter(({ sort }) => sort === "person" || sort === "name");
  const credit = credits.find((one) => one.start <= word.start && word.start < one.end);
  const own =
    word.lower === "i"
      ? credit && persons.find((one) => one.end <= credit.start || one.start >= credit.end)
      : persons.findLast((one) => one.end <= word.start);
  return own ? { ...own, from, to } : null;
}

const isCapital = (token: Token | undefined): boolean =>
  token !== undefined &&
  /^\p{Lu}/u.test(token.text) &&
  token.tag !== "PRON" &&
  token.tag !== "DET" &&
  token.tag !== "AUX" &&
  !isCalendarName(token.lower);
const PARTICLE = /^(?:von|van|der|den|de|del|di|da|dos|das|du|la|le|al|bin|ibn)$/;

/** Written with a capital in mid-sentence as well. */
const isNameElsewhere = (word: string, whole: string): boolean =>
  new RegExp(`[\\p{L},] ${escapePattern(word)}(?!\\p{L})`, "u").test(whole) &&
  !whole.includes(` ${word.toLowerCase()} `);

type Texts = { readonly text: string; /** That of the document. */ readonly whole: string };

/** The group as a whole, and the name at its end: "lifeboat skipper Nuria Besos" is a person. */
function readCandidates(group: NounGroup, tokens: readonly Token[], { text, whole }: Texts): readonly NameCandidate[] {
  const { head, from } = group;
  const word = tokens[head];
  if (
    !word ||
    word.tag === "PRON" ||
    head < from ||
    isCalendarName(word.lower.replace(/\.$/, "")) ||
    EMPTY_NOUNS.has(word.lower)
  )
    return [];
  let first = from;
  while (first < head && /^(?:DET|PRON|PUNCT)$/.test(tokens[first]?.tag ?? "")) first += 1;
  let own = head;
  while (
    own > first &&
    (isCapital(tokens[own - 1]) ||
      (PARTICLE.test(tokens[own - 1]?.text ?? "") && own - 1 > first && isCapital(tokens[own - 2])))
  )
    own -= 1;
  let last = head;
  // A surname that is a word as well: "Sever".
  if (isCapital(word) && head === group.to - 1)
    while (isCapital(tokens[last + 1]) && text.slice(tokens[last]?.end, tokens[last + 1]?.start) === " ") last += 1;
  while (
    own > 0 &&
    own === from &&
    isCapital(word) &&
    isCapital(tokens[own - 1]) &&
    tokens[own - 1]?.tag !== "PUNCT" &&
    !isStopWord(tokens[own - 1]?.text ?? "") &&
    tokens[own - 1]?.tag !== "ADP"
  )
    own -= 1;
  // A capital at the front of a sentence tells nothing of a common noun.
  const isName =
    isCapital(word) && (own > 0 || head > own || (word.tag === "PROPN" && isNameElsewhere(word.text, whole)));
  return [
    candidateOf(
      { from: Math.min(from, own), to: Math.max(group.to, last + 1), first: isName ? own : first, last },
      tokens,
      { text, isName },
    ),
  ].flatMap((one) => one ?? []);
}

type Bounds = { readonly from: number; readonly to: number; readonly first: number; readonly last: number };

function candidateOf(
  { from, to, first, last }: Bounds,
  tokens: readonly Token[],
  { text, isName }: { readonly text: string; readonly isName: boolean },
): NameCandidate | null {
  const [a, z] = [tokens[first], tokens[last]];
  if (!a || !z) return null;
  const whole = text.slice(a.start, z.end);
  const bare = isName ? withoutTitles(whole) || whole : whole;
  const start = a.start + Math.max(0, whole.lastIndexOf(bare));
  const stems = splitIntoWords(bare).flatMap((word) => (isStopWord(word.text) ? [] : [word.stem]));
  if (stems.length === 0) return null;
  const beside = tokens.slice(from, first);
  return {
    from,
    to,
    start,
    end: z.end,
    written: bare,
    stems,
    sort: isName ? sortOfName(bare, { beside, after: tokens.slice(to, to + 2) }) : sortOfNoun(z.lower),
  };
}

/** Times, and nouns that stand for what another word names. */
const EMPTY_NOUNS: ReadonlySet<string> = new Set(
  "wake light face course event case addition response line view favour favor terms fact talks man woman men women person one number people reason cause member name side way thing part end a.m. p.m. time day night morning evening afternoon week month year hour minute moment weekend noon midnight dawn today tomorrow yesterday hours days minutes weeks months years".split(
    " ",
  ),
);

const OCCUPATION = bitsOf("occupation relative");
const SITE = bitsOf("building");

function sortOfName(
  name: string,
  { beside, after }: { readonly beside: readonly Token[]; readonly after: readonly Token[] },
): NameSort {
  const words = splitIntoWords(name).map((word) => word.text.toLowerCase());
  const last = words.at(-1) ?? "";
  if (words.some((word) => BODY_WORDS.has(word)) || hasBodyWord(name) || BODIES.has(last)) return "body";
  if (words.length > 1 && isGivenName(words[0] ?? "")) return "person";
  if (namedPlace(name) !== null || PLACES.has(last)) return "place";
  if (beside.some(({ lower }) => (kindsOf(lower) & OCCUPATION) !== 0)) return "person";
  if (after[0]?.text === "," && /^\d\d$/.test(after[1]?.text ?? "")) return "person";
  return words.length > 1 && (kindsOf(last) & SITE) !== 0 ? "place" : "name";
}

const BODIES: ReadonlySet<string> = new Set(
  "ltd inc plc group holdings union agency office authority board commission council federation association party club".split(
    " ",
  ),
);
const PLACES: ReadonlySet<string> = new Set(
  "street road avenue square bridge lane quay beach bay valley river lake island hospital school station airport port harbour harbor park forest hill mountain".split(
    " ",
  ),
);

const sortOfNoun = (head: string): NameSort =>
  (kindsOf(head) & OCCUPATION) !== 0 || GROUPS.has(head) || (PERSON_ENDING.test(head) && !NO_PERSONS.has(head))
    ? "people"
    : "thing";

/** Words for persons together. */
const GROUPS: ReadonlySet<string> = new Set(
  "crew team staff gang group family couple crowd police patrol unit colleagues".split(" "),
);
