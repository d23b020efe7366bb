import { IRREGULAR_FORMS } from "../text/irregular-forms.ts";
import { isStopWord } from "../text/words.ts";
import { readNames } from "./names.ts";
import type { Vocabulary } from "./names.ts";
import { numbersIn } from "./numbers.ts";
import { readKind } from "./kind.ts";
import type { KindReading } from "./kind.ts";
import { AUXILIARIES, EMPTY_WORDS, POINTING_BACK, QUESTION_WORDS } from "./openers.ts";
import type { Question, QuestionPart, QuestionTerm } from "./question.ts";
import { splitIntoParts } from "./split-parts.ts";
import { readTokens } from "./tokens.ts";
import type { Token } from "./tokens.ts";

const NO_NAMES: Vocabulary = { isName: () => false };

/**
 * What a question asks: one part for each thing asked, in order. A later part is completed with the terms, names and numbers that it
 * leaves to the earlier ones ("…, and how many were shot down?"); sentences that ask nothing beside others that do are only drawn on
 * for that. Never fails; text without a word gives no parts.
 * @param vocabulary tells which lower-case words are names, for questions typed without capitals
 */
export function analyseQuestion(text: string, vocabulary: Vocabulary = NO_NAMES): Question {
  const raw = splitIntoParts(readTokens(text));
  const anyAsks = raw.some((part) => part.asks);
  const parts: QuestionPart[] = [];
  let earlier: Own | null = null;
  for (const { tokens, asks } of raw) {
    const own = readPart(text, tokens, vocabulary);
    const again: boolean = earlier !== null && earlier.asks && asksAgain(tokens, asks);
    const whole: QuestionPart = earlier ? (again ? repeat(own, earlier) : complete(own, earlier)) : own.part;
    if (asks || again || !anyAsks) parts.push(whole);
    earlier = {
      part: earlier && own.part.terms.length < 2 ? whole : own.part,
      reading: own.reading,
      tokens,
      asks: asks || again,
    };
  }
  return { text, parts };
}

type Own = {
  readonly part: QuestionPart;
  readonly reading: KindReading;
  readonly tokens: readonly Token[];
  readonly asks: boolean;
};

function readPart(text: string, tokens: readonly Token[], vocabulary: Vocabulary): Own {
  const reading = readKind(tokens);
  const terms = tokens.filter((token) => isTerm(token) && !reading.idle.has(token));
  const written = textOf(text, tokens);
  const part: QuestionPart = {
    text: written,
    kind: reading.kind,
    terms: terms.map(termOf),
    names: readNames(tokens, vocabulary),
    numbers: numbersIn(written),
    kindNoun: reading.noun?.stem ?? null,
  };
  return { part, reading, tokens, asks: reading.asks };
}

/** "And in Porto?", "What about 2015?": a fragment that puts the earlier question again. */
function asksAgain(tokens: readonly Token[], asks: boolean): boolean {
  const [first, second] = tokens.map((token) => token.lower);
  const about = (first === "what" || first === "how") && second === "about";
  return about || (!asks && (first === "and" || first === "or"));
}

/** The earlier question with what the fragment names in place of the last thing of that sort. */
function repeat(own: Own, earlier: Own): QuestionPart {
  const { part } = own;
  const gone = part.names.length > 0 ? earlier.part.names.at(-1) : undefined;
  const goneNumbers = part.numbers.length > 0 ? earlier.part.numbers : [];
  const kept = earlier.part.terms.filter(
    (term) =>
      !(gone?.stems.includes(term.stem) ?? false) &&
      !numbersIn(term.word).some((number) => goneNumbers.includes(number)),
  );
  return {
    ...part,
    kind: earlier.part.kind,
    kindNoun: earlier.part.kindNoun,
    terms: joinTerms(part.terms, kept),
    names: [...earlier.part.names.filter((name) => name !== gone), ...part.names],
    numbers: [...earlier.part.numbers.filter((number) => !goneNumbers.includes(number)), ...part.numbers],
  };
}

function isTerm(token: Token): boolean {
  return !isStopWord(token.text) && !EMPTY_WORDS.has(token.lower) && !QUESTION_WORDS.has(token.lower);
}

function termOf(token: Token): QuestionTerm {
  return { word: token.text, stem: token.stem, span: token.span };
}

/** The part's own words: one stretch of the question, or two where parts share a tail. Ends before the mark that closes it. */
function textOf(text: string, tokens: readonly Token[]): string {
  const pieces: { start: number; end: number }[] = [];
  for (const token of tokens) {
    const last = pieces.at(-1);
    if (last && token.span.start - token.before.length === last.end) last.end = token.span.end;
    else pieces.push({ ...token.span });
  }
  return pieces.map(({ start, end }) => text.slice(start, end)).join(" ");
}

/** Takes over from the earlier part what this one points back to or leaves out. */
function complete(own: Own, earlier: Own): QuestionPart {
  const { part, reading, tokens } = own;
  if (part.kind === "disagreements" || part.kind === "changes") return part;
  const points = tokens.some((token) => POINTING_BACK.has(token.lower));
  if (points || part.terms.length === 0 || !earlier.asks) return join(part, earlier.part, earlier.part.terms);
  const gap = isCountKind(part) && leavesOutWhatIsCounted(reading, tokens);
  const counted = earlier.reading.counted
    .filter((token) => isTerm(token) && !earlier.reading.idle.has(token))
    .map(termOf);
  const taken = gap ? (counted.length > 0 ? counted : earlier.part.terms) : [];
  if (part.names.length > 0) return { ...part, terms: joinTerms(part.terms, taken) };
  return join(part, earlier.part, [...taken, ...earlier.part.terms.filter((term) => inNames(term, earlier.part))]);
}

function isCountKind(part: QuestionPart): boolean {
  return part.kind === "how-many" || part.kind === "how-much" || part.kind === "which";
}

/** "how many were shot down", "how many wounded": a verb or a participle follows at once. */
function leavesOutWhatIsCounted(reading: KindReading, tokens: readonly Token[]): boolean {
  const first = reading.counted[0];
  if (!first) return true;
  const next = tokens[tokens.indexOf(first) + 1];
  const participle = first.lower.endsWith("ed") || IRREGULAR_FORMS.has(first.lower);
  return participle && (next === undefined || !AUXILIARIES.has(next.lower)); // "how many men were" counts men
}

function inNames(term: QuestionTerm, part: QuestionPart): boolean {
  return part.names.some((name) => name.stems.includes(term.stem));
}

function join(part: QuestionPart, earlier: QuestionPart, terms: readonly QuestionTerm[]): QuestionPart {
  const names = [
    ...earlier.names.filter((name) => !part.names.some((own) => own.written === name.written)),
    ...part.names,
  ];
  return {
    ...part,
    terms: joinTerms(part.terms, terms),
    names,
    numbers: [...new Set([...earlier.numbers, ...part.numbers])],
  };
}

/** Both lists in the order of the question, each stem once, the part's own before others. */
function joinTerms(own: readonly QuestionTerm[], taken: readonly QuestionTerm[]): readonly QuestionTerm[] {
  const stems = new Set(own.map((term) => term.stem));
  const fresh = taken.filter((term) => !stems.has(term.stem) && stems.add(term.stem));
  return [...fresh, ...own].sort((a, b) => a.span.start - b.span.start);
}
