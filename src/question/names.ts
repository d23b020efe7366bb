import { AUXILIARIES, EMPTY_WORDS, IMPERATIVES, LEAD_INS, QUESTION_WORDS } from "./openers.ts";
import { isCalendarName } from "./numbers.ts";
import type { Token } from "./tokens.ts";

/** What the corpus knows of words: is this one, in lower case, written with a capital in mid-sentence there? */
export type Vocabulary = { readonly isName: (word: string) => boolean };

/** A name in the words of the question. */
export type NamedInQuestion = { readonly written: string; readonly stems: readonly string[] };

/** May stand inside a name between two capitalised words: "Bank of England", "Vincent van Gogh". */
const CONNECTORS = new Set("of the de la le du des del da di von van der den al el bin ibn y".split(" "));
const GAP = /^[ \u00a0.&]*$/u; // "J. Smith", "St. Louis" and "V&A" are one name, "Paris, Texas" is two

/**
 * The names of a question: runs of capitalised words. The first word counts where the vocabulary knows it, or another capital, a possessive or an
 * auxiliary shows it. In a question without capitals, all in capitals or in title case the vocabulary alone decides.
 */
export function readNames(tokens: readonly Token[], vocabulary: Vocabulary): readonly NamedInQuestion[] {
  const shouting = isTitleCase(tokens);
  const telling = !shouting && tokens.some((token, i) => i > 0 && token.capital && !opensSentence(token));
  const isName = tokens.map((token, i) => {
    if (isFunctionWord(token) || isCalendarName(token.lower) || /^\d/u.test(token.text)) return false;
    const known = vocabulary.isName(withoutPossessive(token.lower));
    if (shouting || !token.capital) return known && !telling;
    return known || (i > 0 && !opensSentence(token)) || isShownAtFront(token, tokens[i + 1]);
  });
  const runs: Token[][] = [];
  let run: Token[] = [];
  let bridge: Token[] = [];
  const close = (): void => {
    if (run.length > 0) runs.push(run);
    run = [];
    bridge = [];
  };
  for (const [i, token] of tokens.entries()) {
    if (run.length > 0 && !GAP.test(token.before)) close();
    if (isName[i]) {
      const joins = run.length > 0 && !/['’]s$/u.test(run.at(-1)?.text ?? "");
      if (!joins) close();
      run.push(...bridge, token);
      bridge = [];
    } else if (run.length > 0 && bridge.length < 2 && CONNECTORS.has(token.lower) && !token.capital && !shouting) {
      bridge.push(token);
    } else {
      close();
    }
  }
  close();
  return runs
    .filter((words) => words.length > 1 || (words[0]?.text.length ?? 0) > 1)
    .map((words) => ({
      written: words
        .map((word) => word.text)
        .join(" ")
        .replace(/['’]s?$/u, ""),
      stems: words.filter((word) => !CONNECTORS.has(word.lower)).map((word) => word.stem),
    }));
}

function opensSentence(token: Token): boolean {
  return /[.?!:]\s*$/u.test(token.before);
}

/** "Marie Curie did", "Oslo's mayor", "Oslo is": what follows tells that the first word is a name. "Prior to" and "Based on" are none. */
function isShownAtFront(token: Token, next: Token | undefined): boolean {
  if (IMPERATIVES.has(token.lower)) return false;
  return /['’]s$/u.test(token.text) || (next !== undefined && (next.capital || AUXILIARIES.has(next.lower)));
}

function isFunctionWord(token: Token): boolean {
  const { lower } = token;
  if (lower === "us" || lower === "who") return token.text !== "US" && token.text !== "WHO"; // the country, the organisation
  return (
    EMPTY_WORDS.has(lower) ||
    QUESTION_WORDS.has(lower) ||
    AUXILIARIES.has(lower) ||
    LEAD_INS.has(lower) ||
    CONNECTORS.has(lower) ||
    lower === "a" ||
    lower === "an"
  );
}

function withoutPossessive(lower: string): string {
  return lower.endsWith("'s") ? lower.slice(0, -2) : lower;
}

/** True where nearly every word that could be lower case is not, so that capitals tell nothing. */
function isTitleCase(tokens: readonly Token[]): boolean {
  const words = tokens.filter((token, i) => i > 0 && /^\p{L}{2,}/u.test(token.text));
  const plain = words.filter((token) => isFunctionWord(token) || AUXILIARIES.has(token.lower));
  if (words.length < 4) return false;
  const capitals = words.filter((token) => token.capital).length;
  return (
    capitals === words.length ||
    (plain.length > 1 && plain.every((token) => token.capital)) ||
    capitals / words.length > 0.8
  );
}
