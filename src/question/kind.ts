import { kindOfNounAsked, kindOfNounNamed, TRANSPARENT_NOUNS } from "./kind-nouns.ts";
import type { KindNoun } from "./kind-nouns.ts";
import {
  AFTER_HOW,
  AUXILIARIES,
  IMPERATIVES,
  LEAD_INS,
  POLITE_OPENERS,
  QUESTION_WORDS,
  RELATIVE_WORDS,
  WHOLE_FORMS,
} from "./openers.ts";
import type { WholeForm } from "./openers.ts";
import type { AnswerKind } from "./question.ts";
import type { Token } from "./tokens.ts";

/** What a run of tokens asks for. */
export type KindReading = {
  readonly kind: AnswerKind;
  /** The token that names the kind ("year"), else null. */
  readonly noun: Token | null;
  /** Tokens that do no more than ask: no terms. */
  readonly idle: ReadonlySet<Token>;
  /** True where the words ask something; false for a plain statement or a bare topic. */
  readonly asks: boolean;
  /** Tokens of the noun group right after "how many", "what", "which". */
  readonly counted: readonly Token[];
};

const COPULAS = new Set("is was are were be 's".split(" "));
const GROUP_ENDS = new Set("of that which who in on at for from to by with and or when where did".split(" "));
const MAX_GROUP = 5; // "the total official North Korean death toll"; longer groups are clauses
const NONE: ReadonlySet<Token> = new Set();

/** Reads what kind of answer the tokens of one part want. Never fails: a topic without a question is `what`. */
export function readKind(tokens: readonly Token[]): KindReading {
  const form = wholeForm(tokens);
  const asked = form ? tokens : dropPolite(tokens);
  if (form) {
    return {
      kind: form.kind,
      noun: null,
      idle: new Set(asked.filter((token) => form.idle.has(token.lower))),
      asks: true,
      counted: [],
    };
  }
  const start = findQuestionWord(asked);
  if (start >= 0) return readFromQuestionWord(asked, start);
  const first = asked[firstAsking(asked)];
  const ifAsked = asked.length < tokens.length && asked[0]?.lower === "if"; // "Do you know if …"
  if (ifAsked || (first && AUXILIARIES.has(first.lower)))
    return { kind: "whether", noun: null, idle: NONE, asks: true, counted: [] };
  return readTopic(asked);
}

function wholeForm(tokens: readonly Token[]): WholeForm | undefined {
  const line = tokens.map((token) => token.lower).join(" ");
  const polite = dropPolite(tokens);
  const bare = polite.length === tokens.length ? line : polite.map((token) => token.lower).join(" ");
  return WHOLE_FORMS.find(({ form }) => form.test(line) || (bare !== line && form.test(bare)));
}

/** Takes "could you tell me" off the front; nothing if nothing would be left. */
function dropPolite(tokens: readonly Token[]): readonly Token[] {
  let rest = tokens;
  for (let again = true; again;) {
    const opener = POLITE_OPENERS.find(
      (words) => words.length < rest.length && words.every((word, i) => rest[i]?.lower === word),
    );
    const next = opener && rest[opener.length];
    again = next !== undefined && (isAsking(next) || LEAD_INS.has(next.lower) || next.lower === "if");
    if (again && opener) rest = rest.slice(opener.length);
  }
  return rest;
}

function isAsking(token: Token): boolean {
  return QUESTION_WORDS.has(token.lower) || AUXILIARIES.has(token.lower) || IMPERATIVES.has(token.lower);
}

/** Index of the first token that is no lead-in. */
function firstAsking(tokens: readonly Token[]): number {
  const index = tokens.findIndex((token) => !LEAD_INS.has(token.lower));
  return Math.max(index, 0);
}

/**
 * Index of the word that asks, or −1: the one at the front (after lead-ins); else the first in mid-sentence that cannot be relative
 * ("The ship carried how many containers?"). A clause in front ("When the bridge fell, how many…") asks nothing.
 */
function findQuestionWord(tokens: readonly Token[]): number {
  const front = firstAsking(tokens);
  const first = tokens[front];
  const later = tokens.findIndex(
    (token, i) => i > front && QUESTION_WORDS.has(token.lower) && !RELATIVE_WORDS.has(token.lower),
  );
  if (first && QUESTION_WORDS.has(first.lower)) {
    const next = tokens[front + 1];
    const clause = RELATIVE_WORDS.has(first.lower) && next !== undefined && !AUXILIARIES.has(next.lower);
    return clause && later > 0 && (tokens[later]?.before.includes(",") ?? false) ? later : front;
  }
  if (first && (AUXILIARIES.has(first.lower) || IMPERATIVES.has(first.lower))) return -1;
  if (later >= 0) return later;
  const fronted = tokens.findIndex((token) => RELATIVE_WORDS.has(token.lower) && /,|^ *[—–-]/u.test(token.before));
  if (fronted >= 0) return fronted;
  const last = tokens.at(-1);
  return last && QUESTION_WORDS.has(last.lower) ? tokens.length - 1 : -1;
}

function readFromQuestionWord(tokens: readonly Token[], at: number): KindReading {
  const word = tokens[at];
  const next = tokens[at + 1];
  const kind = QUESTION_WORDS.get(word?.lower ?? "") ?? "what";
  if (kind === "how") {
    const after = next && AFTER_HOW.get(next.lower);
    const asHow = after ?? "how";
    const idle = next && after ? new Set([next]) : NONE;
    const counted = after ? groupFrom(tokens, at + 2) : [];
    if (asHow === "how-much" && counted.some((token) => token.lower === "time" || token.lower === "longer")) {
      return { kind: "how-long", noun: null, idle: new Set([...idle, ...counted]), asks: true, counted };
    }
    return { kind: asHow, noun: null, idle, asks: true, counted };
  }
  if (kind !== "what" && kind !== "which") return { kind, noun: null, idle: NONE, asks: true, counted: [] };
  if (next === undefined) return { kind, noun: null, idle: NONE, asks: true, counted: [] };
  if (COPULAS.has(next.lower) || word?.lower === "what's") {
    return named(tokens, word?.lower === "what's" ? at + 1 : at + 2, kind);
  }
  return askedDirectly(tokens, at + 1, kind);
}

/** "what year did", "which method of": the noun right after the question word. */
function askedDirectly(tokens: readonly Token[], from: number, kind: AnswerKind): KindReading {
  const group = groupFrom(tokens, from);
  const idle: Token[] = [];
  let known: KindNoun | null = null;
  let noun: Token | null = null;
  for (const token of group) {
    const row = kindOfNounAsked(token.lower);
    if (!row) continue;
    known = row;
    noun = token;
  }
  const head = group.at(-1);
  if (head && TRANSPARENT_NOUNS.has(head.lower)) return throughTransparent(tokens, head, kind);
  if (noun && known) {
    if (known.bare) idle.push(noun);
    return { kind: known.kind, noun, idle: new Set(idle), asks: true, counted: group };
  }
  const first = group[0];
  if (!first || (kind === "what" && group.length === 1 && /(?:ed|s)$/u.test(first.lower) && !ended(tokens, first))) {
    return { kind, noun: null, idle: NONE, asks: true, counted: [] }; // "what makes the", "what followed the"
  }
  return { kind: "which", noun: head && ended(tokens, head) ? head : first, idle: NONE, asks: true, counted: group };
}

/** True where an auxiliary or a joining word ends the group after `token`, so that it is the head noun. */
function ended(tokens: readonly Token[], token: Token): boolean {
  const next = tokens[tokens.indexOf(token) + 1];
  return next !== undefined && (AUXILIARIES.has(next.lower) || GROUP_ENDS.has(next.lower));
}

/** "what is the number of", "what was the date": the noun that is named after the verb. */
function named(tokens: readonly Token[], from: number, kind: AnswerKind): KindReading {
  const group = groupFrom(tokens, from);
  const head = group.at(-1);
  if (head && TRANSPARENT_NOUNS.has(head.lower)) return throughTransparent(tokens, head, kind);
  const row = head && kindOfNounNamed(head.lower);
  if (!head || !row) return { kind, noun: null, idle: NONE, asks: true, counted: [] };
  return { kind: row.kind, noun: head, idle: row.bare ? new Set([head]) : NONE, asks: true, counted: group };
}

/** "what type of animal", "what is the name of the city": the noun after "of" decides, and the one before it says nothing. */
function throughTransparent(tokens: readonly Token[], transparent: Token, kind: AnswerKind): KindReading {
  const at = tokens.indexOf(transparent);
  const group = tokens[at + 1]?.lower === "of" ? groupFrom(tokens, at + 2) : [];
  const noun = group.find((token) => kindOfNounAsked(token.lower)) ?? group.at(-1) ?? null;
  const row = noun && kindOfNounAsked(noun.lower);
  const idle = row?.bare && noun ? new Set([transparent, noun]) : new Set([transparent]);
  return { kind: row?.kind ?? (noun ? "which" : kind), noun: noun ?? transparent, idle, asks: true, counted: group };
}

/** "Name the city where …", "number of …", or a topic. */
function readTopic(tokens: readonly Token[]): KindReading {
  const front = firstAsking(tokens);
  const first = tokens[front];
  const imperative = first !== undefined && IMPERATIVES.has(first.lower) && tokens.length > front + 1;
  const skipMe = imperative && ["me", "us"].includes(tokens[front + 1]?.lower ?? "") ? 1 : 0;
  const reading = named(tokens, imperative ? front + 1 + skipMe : front, "what");
  const group = groupFrom(tokens, imperative ? front + 1 + skipMe : front);
  // "Name the city": the direct rows hold after an imperative, where the noun is asked for.
  const direct =
    imperative && reading.noun === null ? group.findLast((token) => kindOfNounAsked(token.lower)) : undefined;
  const row = direct && kindOfNounAsked(direct.lower);
  const kind = row && direct ? { kind: row.kind, noun: direct, idle: row.bare ? new Set([direct]) : NONE } : reading;
  const idle = imperative && first ? new Set([...kind.idle, first]) : kind.idle;
  return { kind: kind.kind, noun: kind.noun, idle, asks: imperative || reading.noun !== null, counted: group };
}

/** The words from `from` on that may make one noun group. */
function groupFrom(tokens: readonly Token[], from: number): readonly Token[] {
  const group: Token[] = [];
  for (const token of tokens.slice(from, from + MAX_GROUP + 1)) {
    const ends =
      AUXILIARIES.has(token.lower) ||
      GROUP_ENDS.has(token.lower) ||
      (group.length > 0 && /[,;:?!]/u.test(token.before));
    if (ends) break;
    if (["the", "a", "an", "his", "her", "its", "their"].includes(token.lower)) {
      if (group.length > 0) break;
      continue;
    }
    group.push(token);
    if (group.length === MAX_GROUP) break;
  }
  return group;
}
