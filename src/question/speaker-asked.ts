import { SAYING_VERBS } from "../claims/speech-words.ts";
import { isStopWord } from "../text/words.ts";
import { AUXILIARIES, QUESTION_WORDS } from "./openers.ts";
import { readTokens } from "./tokens.ts";
import type { Token } from "./tokens.ts";

/** Whose words a question asks for, as it names them ("the prime minister"), without an article. */
export type SpeakerAsked = {
  readonly written: string;
  readonly stems: readonly string[];
  /** "said": what they said is asked; "told": a thing is asked as they tell it ("according to …", "did the police count"). */
  readonly asks: "said" | "told";
};

/** Words of a speaker's name in a question at most. */
const MAX_WORDS = 7;

const ARTICLES: ReadonlySet<string> = new Set(["the", "a", "an"]);

/** Verbs whose object is what is asked; with the others, what was said about something is. */
const COUNTING: ReadonlySet<string> = new Set("count estimate report reckon calculate expect forecast".split(" "));

/** Verbs by which a question asks for somebody's words; "show", "mean" and "suggest" ask for more than speech. */
const SAYING: ReadonlySet<string> = new Set(
  (
    "say tell claim announce reveal warn write insist state argue assert allege declare explain maintain deny confirm acknowledge admit reject " +
    "dispute believe think comment promise threaten complain accuse demand propose blame criticise criticize react respond reply"
  ).split(" "),
);

const POSSESSED =
  /^(?:account|accounts|version|statement|words|explanation|reaction|response|view|opinion|comment|comments|reply|reason|figure|figures|count|estimate)$/u;

const STOPS: ReadonlySet<string> = new Set(
  "how what when where which who why and or but about on in at for since during after before did does do has have had is are was were that".split(
    " ",
  ),
);

/**
 * The speaker whose words a question asks for: "What did Ida Holm say about …", "according to the union", "Did the
 * ministry deny …"; null where it names none. A bare "police say that …" after "who" names no speaker but what is said.
 */
export function findSpeakerAsked(text: string): SpeakerAsked | null {
  const tokens = readTokens(text);
  return accordingTo(tokens) ?? inverted(tokens) ?? possessed(tokens);
}

function accordingTo(tokens: readonly Token[]): SpeakerAsked | null {
  const at = tokens.findIndex((token, i) => token.lower === "to" && tokens[i - 1]?.lower === "according");
  if (at < 0) return null;
  const rest = tokens.slice(at + 1);
  const end = rest.findIndex(
    (token, i) => i > 0 && (/[,;:?]/u.test(token.before) || (STOPS.has(token.lower) && !token.capital)),
  );
  return named(end < 0 ? rest : rest.slice(0, end), "told");
}

/** "did the ministry deny": auxiliary, speaker, saying verb. */
function inverted(tokens: readonly Token[]): SpeakerAsked | null {
  const at = tokens.findIndex((token, i) => i < 8 && AUXILIARIES.has(token.lower) && isDo(token.lower));
  if (at < 0) return null;
  const rest = tokens.slice(at + 1, at + 2 + MAX_WORDS);
  const verb = rest.findIndex((token, i) => i > 0 && isSaying(token, tokens[at]?.lower ?? ""));
  if (verb < 0) return null;
  const between = rest.slice(0, verb);
  if (between.some((token) => AUXILIARIES.has(token.lower) || QUESTION_WORDS.has(token.lower))) return null;
  const form = plainVerb(rest[verb]?.lower ?? "");
  const opensWhat = /^(?:what|how|which)$/u.test(tokens[at - 1]?.lower ?? "") && at <= 2;
  return named(between, COUNTING.has(form) || !opensWhat ? "told" : "said");
}

const isDo = (word: string): boolean => /^(?:do|does|did|has|have|had)$/u.test(word);

/** After "did" the verb stands in its plain form, after "has" as a participle. */
function isSaying(token: Token, auxiliary: string): boolean {
  if (token.capital) return false;
  const plain = auxiliary.startsWith("d") ? token.lower : plainVerb(token.lower);
  return SAYING.has(plain) || COUNTING.has(plain);
}

const plainVerb = (form: string): string => SAYING_VERBS.get(form)?.forms[0] ?? form;

/** "What is the union's figure", "What was the mayor's explanation?" */
function possessed(tokens: readonly Token[]): SpeakerAsked | null {
  const at = tokens.findIndex((token, i) => POSSESSED.test(token.lower) && /['’]s?$/u.test(tokens[i - 1]?.text ?? ""));
  if (at < 1) return null;
  let from = at - 1;
  while (
    from > 0 &&
    at - from < MAX_WORDS &&
    !STOPS.has(tokens[from - 1]?.lower ?? "") &&
    !ARTICLES.has(tokens[from]?.lower ?? "")
  )
    from -= 1;
  return named(tokens.slice(from, at), "told");
}

function named(words: readonly Token[], asks: SpeakerAsked["asks"]): SpeakerAsked | null {
  const kept = words.filter((token) => !ARTICLES.has(token.lower));
  if (kept.length === 0 || kept.length > MAX_WORDS || words.every((token) => EMPTY.has(token.lower))) return null;
  return {
    written: kept
      .map((token) => token.text)
      .join(" ")
      .replace(/['’]s?$/u, ""),
    stems: kept.filter((token) => !isStopWord(token.text)).map((token) => token.stem),
    asks,
  };
}

/** Pronouns and the documents themselves name no speaker. */
const EMPTY: ReadonlySet<string> = new Set(
  (
    "he she they it we you i who this that these those his her their the a an source sources report reports document documents article " +
    "articles text texts passage story press media anyone anybody nobody noone everyone everybody somebody someone people each all both either there"
  ).split(" "),
);
