import { readKind } from "./kind.ts";
import { AUXILIARIES, IMPERATIVES, LEAD_INS, QUESTION_WORDS, RELATIVE_WORDS } from "./openers.ts";
import type { Token } from "./tokens.ts";

/** One part of a question: its tokens, and whether it asks something or only tells what the others are about. */
export type RawPart = { readonly tokens: readonly Token[]; readonly asks: boolean };

const JOINING = new Set(["and", "but", "plus", "or", "also"]);
const PRONOUNS = new Set("it they he she there that this these those any anyone anybody".split(" "));
const MAX_PARTS = 4; // more is a list that somebody pasted; the rest stays with the last part

/**
 * The parts of a question: its sentences, and in a sentence the questions that "and" or a comma joins ("Who won, and by how much?",
 * "When and where did it sink?"). "killed and wounded" is one thing. At least one part, unless there are no tokens.
 */
export function splitIntoParts(tokens: readonly Token[]): readonly RawPart[] {
  const parts = sentencesOf(tokens)
    .flatMap((sentence) => shareTail(sentence) ?? splitJoined(sentence))
    .filter((part) => part.length > 0)
    .map((part) => ({ tokens: part, asks: readKind(part).asks }));
  if (parts.length <= MAX_PARTS) return parts;
  const rest = parts.slice(MAX_PARTS - 1).flatMap((part) => part.tokens);
  return [...parts.slice(0, MAX_PARTS - 1), { tokens: rest, asks: true }];
}

/** A new sentence begins after "?", "!", a line end or ";", or after a full stop where what follows asks. */
function sentencesOf(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const sentences: Token[][] = [];
  let current: Token[] = [];
  for (const [i, token] of tokens.entries()) {
    const before = i === 0 ? "" : token.before;
    const stopped = /\./u.test(before) && (tokens[i - 1]?.text.length ?? 0) > 3;
    const asking =
      QUESTION_WORDS.has(token.lower) || IMPERATIVES.has(token.lower) || AUXILIARIES.has(token.lower) || token.capital;
    if (/[?!;\n]/u.test(before) || (stopped && asking)) {
      sentences.push(current);
      current = [];
    }
    current.push(token);
  }
  sentences.push(current);
  return sentences;
}

/** "When, where and by whom was it built": each question word with the common rest. Null where it is not of that form. */
function shareTail(tokens: readonly Token[]): readonly (readonly Token[])[] | null {
  const heads: Token[][] = [];
  let at = 0;
  for (;;) {
    const head = headAt(tokens, at);
    if (head.length === 0) return null;
    heads.push([...head]);
    at += head.length;
    const joins = tokens[at];
    if (!joins) return null;
    if (joins.lower === "and" || joins.lower === "or") at += 1;
    else if (!joins.before.includes(",")) break;
  }
  return heads.length < 2 ? null : heads.map((head) => head.concat(tokens.slice(at)));
}

/** "where", "by whom", "how many": a question word with the preposition before it, at `at`; empty if there is none. */
function headAt(tokens: readonly Token[], at: number): readonly Token[] {
  const first = tokens[at];
  if (!first) return [];
  const asks = QUESTION_WORDS.has(first.lower);
  if (!asks && !(LEAD_INS.has(first.lower) && QUESTION_WORDS.has(tokens[at + 1]?.lower ?? ""))) return [];
  const word = asks ? first : tokens[at + 1];
  const measured =
    word?.lower === "how" && /^(?:many|much|long|often|far)$/u.test(tokens[at + (asks ? 1 : 2)]?.lower ?? "");
  return tokens.slice(at, at + (asks ? 1 : 2) + (measured ? 1 : 0));
}

/** Splits one sentence wherever a new question begins after "and" or a comma. */
function splitJoined(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const parts: (readonly Token[])[] = [];
  let from = 0;
  for (let i = 1; i < tokens.length; i += 1) {
    const opens = opensQuestion(tokens, from, i);
    if (opens === null) continue;
    parts.push(tokens.slice(from, i));
    from = opens;
    i = opens;
  }
  parts.push(tokens.slice(from));
  return parts;
}

/** Index where the next question begins if token `i` ("and", or the word after a comma) parts two, else null. */
function opensQuestion(tokens: readonly Token[], from: number, i: number): number | null {
  const token = tokens[i];
  if (!token) return null;
  const joined = JOINING.has(token.lower);
  const comma = token.before.includes(",");
  if (!joined && !comma) return null;
  const left = tokens.slice(from, i);
  if (!asksAtFront(left)) return null;
  let start = joined ? i + 1 : i;
  while (tokens[start] && ["also", "then", "if", "so", "and"].includes(tokens[start]?.lower ?? "")) start += 1;
  const head = headAt(tokens, start);
  const word = head.find((part) => QUESTION_WORDS.has(part.lower));
  if (word) return continuesClause(left, word, tokens[start + head.length], joined) ? null : start;
  const first = tokens[start];
  const second = tokens[start + 1];
  const yesNo =
    joined && first !== undefined && second !== undefined && AUXILIARIES.has(first.lower) && PRONOUNS.has(second.lower);
  return yesNo && left.length > 2 ? start : null;
}

/** Words that are looked at to see whether a stretch asks something; more would cost time on pasted text. */
const FRONT = 16;

/** The left side must be a question itself: "In 2014, who…" and "Russia, which…" are none. */
function asksAtFront(left: readonly Token[]): boolean {
  const { asks, kind } = readKind(left.slice(0, FRONT));
  const words = left.filter((token) => !LEAD_INS.has(token.lower));
  const first = words[0];
  const second = words[1];
  // "When the bridge fell, how many…" is a clause in front.
  const clause =
    first !== undefined &&
    second !== undefined &&
    RELATIVE_WORDS.has(first.lower) &&
    ["when", "where"].includes(kind) &&
    !AUXILIARIES.has(second.lower);
  return asks && words.length > 1 && !clause;
}

/** "the men who fought and who died", "Which country, which borders": a second relative clause, not a second question. */
function continuesClause(left: readonly Token[], word: Token, next: Token | undefined, joined: boolean): boolean {
  if (!RELATIVE_WORDS.has(word.lower)) return false;
  if (next === undefined) return false;
  if (!joined && !AUXILIARIES.has(next.lower)) return true;
  return left.slice(2).some((token) => RELATIVE_WORDS.has(token.lower));
}
