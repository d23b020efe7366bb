import type { DocumentRecord } from "../index/record.ts";
import { MONTHS, isCalendarName, numbersIn } from "../question/numbers.ts";
import { isStopWord, splitIntoWords } from "../text/words.ts";

/** What ranking asks of a sentence, read once from its words. */
export type SentenceFacts = {
  /** Stems of the words that are no stop words, each once. */
  readonly stems: readonly string[];
  /** Stems of the words that look like names: capitalised, not at the front of the sentence. */
  readonly names: readonly string[];
  /** First letters of runs of capitalised words, lower case: "World Health Organization" → "who". */
  readonly initials: readonly string[];
  /** Numbers, years and months, as `numbersIn` writes them. */
  readonly numbers: readonly string[];
  /** Kinds of expression that stand in it. */
  readonly signs: ReadonlySet<Sign>;
};

/** An expression by which a sentence may answer: an amount, a time, a duration, a place, a reason, a person's role. */
export type Sign = "amount" | "time" | "duration" | "place" | "reason" | "role";

type Pattern = { readonly sign: Sign; readonly pattern: RegExp };

/** Cheap scans, each linear. They only say that something of the kind stands there; claims say what. */
const PATTERNS: readonly Pattern[] = [
  {
    sign: "amount",
    pattern:
      /\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|dozens?|couple|several|half|third|quarter|none|no one|few|pair|single|once|twice|double)\b/iu,
  },
  {
    sign: "time",
    pattern:
      /\b(?:1[0-9]|20)\d\ds?\b|\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b|\b(?:century|centuries|decade|midnight|noon|overnight|yesterday|today|tonight|tomorrow|morning|afternoon|evening|a\.m\.|p\.m\.|BC|AD|BCE|weekend|last (?:week|month|year|night)|years? ago|days? later|spring|summer|autumn|winter)\b/u,
  },
  {
    sign: "duration",
    pattern:
      /\b(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centuries|century|overnight|km|kilomet(?:er|re)s?|met(?:er|re)s?|miles?|feet|foot|inches|centimet(?:er|re)s?)\b/iu,
  },
  {
    sign: "place",
    pattern:
      /\b(?:in|at|near|from|to|outside|around|across|over|of|into|toward|towards|between|through|along|off)\s+(?:the\s+|an?\s+)?(?:\p{L}+\s+)?\p{Lu}/u,
  },
  {
    sign: "reason",
    pattern:
      /\b(?:because|due to|since|in order to|so that|as a result|owing to|thanks to|reasons?|led to|caused?|causing|resulted?|therefore|thus|hence|given that|for fear|in response|aimed? (?:at|to)|intended|purpose|blamed?|prompted|after)\b/iu,
  },
  {
    sign: "role",
    pattern:
      /\b(?:president|minister|official|officials|king|queen|emperor|general|commander|leader|chief|director|spokes(?:man|woman|person)|governor|mayor|scientists?|researchers?|experts?|author|police|army|troops|government|company|team|people|men|women|he|she|they)\b/iu,
  },
];

const CAPITAL = /^\p{Lu}/u;

const cache = new WeakMap<DocumentRecord, (SentenceFacts | undefined)[]>();
const titles = new WeakMap<DocumentRecord, SentenceFacts>();

/** The facts of one sentence of a record, read at its first use and kept as long as the record is. Out of range: those of no words. */
export function sentenceFacts(record: DocumentRecord, sentence: number): SentenceFacts {
  let known = cache.get(record);
  if (!known) {
    known = Array.from({ length: record.sentences.length });
    cache.set(record, known);
  }
  const before = known[sentence];
  if (before) return before;
  const span = record.sentences[sentence]?.span;
  const facts = readFacts(span ? record.document.text.slice(span.start, span.end) : "");
  if (span) known[sentence] = facts;
  return facts;
}

/** The facts of a record's title. */
export function titleFacts(record: DocumentRecord): SentenceFacts {
  const before = titles.get(record);
  if (before) return before;
  const facts = readFacts(record.document.title);
  titles.set(record, facts);
  return facts;
}

/** Year, month and day of a record's publication, as `numbersIn` writes them; none where it is not known. */
export function publishedNumbers(record: DocumentRecord): readonly string[] {
  const { published } = record.document;
  if (published === null) return [];
  const [year = "", month = "", day = ""] = published.split("-");
  return [year, MONTHS[Number(month) - 1] ?? "", String(Number(day))];
}

/** Reads the facts of a text that is one sentence or a title. */
export function readFacts(text: string): SentenceFacts {
  const stems = new Set<string>();
  const names = new Set<string>();
  const initials = new Set<string>();
  let run = "";
  for (const [i, word] of splitIntoWords(text).entries()) {
    if (isStopWord(word.text)) continue; // "of" does not end a run
    const capital = CAPITAL.test(word.text);
    if (capital) run += word.text.charAt(0).toLowerCase();
    else {
      if (run.length > 1) initials.add(run);
      run = "";
    }
    stems.add(word.stem);
    if (i > 0 && capital && !isCalendarName(word.text.toLowerCase())) names.add(word.stem);
  }
  if (run.length > 1) initials.add(run);
  const signs = new Set(PATTERNS.filter(({ pattern }) => pattern.test(text)).map(({ sign }) => sign));
  return { stems: [...stems], names: [...names], initials: [...initials], numbers: numbersIn(text), signs };
}
