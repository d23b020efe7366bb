import type { Span } from "../text/span.ts";
import type { TaggedWord } from "./tag.ts";
import type { Token } from "./token.ts";
import { mendTags } from "./mend-tags.ts";
import { BE_FORMS, HAVE_FORMS, PARTICLES } from "./verb-words.ts";

/** A stretch that the grammar of figures or of times has already read; it becomes one token. */
export type Mark = { readonly span: Span; readonly kind: "figure" | "time"; readonly index: number };

/** A noun with what stands before it. Bounds are token numbers, end exclusive. */
export type NounGroup = {
  readonly from: number;
  readonly to: number;
  /** Token of the head noun; −1 where a figure stands alone. */
  readonly head: number;
  /** Tokens that are figures inside it. */
  readonly figures: readonly number[];
};

/** A verb with its auxiliaries; `main` holds more than one verb in "killed or wounded". */
export type VerbGroup = {
  readonly from: number;
  readonly to: number;
  readonly main: readonly number[];
  readonly particle: number;
  readonly voice: "active" | "passive" | "ing" | "participle";
};

export type Phrases = {
  readonly tokens: readonly Token[];
  readonly nouns: readonly NounGroup[];
  readonly verbs: readonly VerbGroup[];
};

/** Joins tagged words that a mark covers into one token each; marks must not overlap. */
export function mergeMarks(words: readonly TaggedWord[], marks: readonly Mark[], sentence: string): readonly Token[] {
  const ordered = [...marks].sort((a, b) => a.span.start - b.span.start);
  const tokens: Token[] = [];
  let next = 0;
  for (const word of words) {
    while (next < ordered.length && (ordered[next]?.span.end ?? 0) <= word.start) next += 1;
    const mark = ordered[next];
    if (mark && word.start < mark.span.end && mark.span.start < word.end) {
      const last = tokens.at(-1);
      const tag = mark.kind === "figure" ? "FIGURE" : "TIME";
      if (last && last.tag === tag && last.index === mark.index) continue;
      const text = sentence.slice(mark.span.start, mark.span.end);
      tokens.push({
        start: mark.span.start,
        end: mark.span.end,
        text,
        lower: text.toLowerCase(),
        tag,
        index: mark.index,
      });
    } else {
      const { start, end, text, tag } = word;
      tokens.push({ start, end, text, lower: text.toLowerCase().replaceAll("’", "'"), tag, index: -1 });
    }
  }
  return mendTags(tokens);
}

const isNominal = (token: Token | undefined) => token?.tag === "NOUN" || token?.tag === "PROPN";
const isPossessive = (token: Token | undefined) =>
  token?.lower === "'s" || token?.lower === "'" || token?.lower === "s'";

const NO_BREAKS: ReadonlySet<number> = new Set();

/**
 * Finds the noun groups and verb groups of a sentence, in order.
 * @param breaks offsets at which a group ends and another begins, whatever the words: the bounds of attributions
 */
export function findPhrases(tokens: readonly Token[], breaks: ReadonlySet<number> = NO_BREAKS): Phrases {
  const nouns: NounGroup[] = [];
  const verbs: VerbGroup[] = [];
  let at = 0;
  while (at < tokens.length) {
    const verb = readVerbGroup(tokens, at);
    if (verb) {
      verbs.push(verb);
      at = verb.to;
      continue;
    }
    const noun = readNounGroup(tokens, at, breaks);
    if (noun) {
      nouns.push(noun);
      at = noun.to;
      continue;
    }
    at += 1;
  }
  return { tokens, nouns, verbs };
}

/** A participle that modifies the noun after it: "the combined strikes", "Ukrainian-controlled area". */
function modifiesNext(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  if (!isNominal(after) && after?.tag !== "ADJ") return false;
  // "540 covers regional trains": a finite verb modifies nothing.
  if (/[^s]s$/.test(tokens[at]?.lower ?? "")) return false;
  return (
    before?.tag === "DET" ||
    before?.tag === "ADJ" ||
    before?.tag === "FIGURE" ||
    isPossessive(before) ||
    before?.tag === "NUM"
  );
}

function readVerbGroup(tokens: readonly Token[], start: number): VerbGroup | null {
  let at = start;
  let passive = false;
  let auxiliaries = 0;
  for (; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token) break;
    const auxiliary = token.tag === "AUX" || (BE_FORMS.has(token.lower) && token.tag === "VERB");
    const perfect = HAVE_FORMS.has(token.lower) && leadsToVerb(tokens, at + 1);
    if (auxiliary || perfect) {
      passive = BE_FORMS.has(token.lower);
      auxiliaries += 1;
    } else if (
      !(
        auxiliaries > 0 &&
        (token.tag === "ADV" || token.tag === "PART" || token.tag === "TIME") &&
        !isPossessive(token)
      )
    )
      break;
  }
  const main: number[] = [];
  let particle = -1;
  const first = tokens[at];
  if (first?.tag === "VERB" && !LIST_OPENERS.has(first.lower) && !(auxiliaries === 0 && modifiesNext(tokens, at))) {
    main.push(at);
    at += 1;
    if (
      PARTICLES.has(tokens[at]?.lower ?? "") &&
      !(tokens[at + 1] && isNominal(tokens[at + 1]) && tokens[at]?.lower === "over")
    ) {
      particle = at;
      at += 1;
    }
    // "killed or wounded", "killed and wounded"
    while (
      (tokens[at]?.tag === "CCONJ" || tokens[at]?.text === ",") &&
      tokens[at + 1]?.tag === "VERB" &&
      !LIST_OPENERS.has(tokens[at + 1]?.lower ?? "") &&
      sameForm(first, tokens[at + 1])
    ) {
      main.push(at + 1);
      at += 2;
    }
  }
  if (main.length === 0) return auxiliaries > 0 ? { from: start, to: at, main: [], particle, voice: "active" } : null;
  const ing = first?.lower.endsWith("ing") ?? false;
  const voice =
    passive && !ing ? "passive" : auxiliaries === 0 && ing ? "ing" : auxiliaries === 0 ? "participle" : "active";
  return { from: start, to: at, main, particle, voice: voice === "participle" && !looksPast(first) ? "active" : voice };
}

/** Tagged as verbs, they open a list or an aside. */
const LIST_OPENERS: ReadonlySet<string> = new Set([
  "including",
  "according",
  "regarding",
  "following",
  "concerning",
  "depending",
]);

const leadsToVerb = (tokens: readonly Token[], at: number): boolean => {
  for (let i = at; i < Math.min(at + 3, tokens.length); i += 1) {
    const tag = tokens[i]?.tag;
    if (tag === "VERB" || tag === "AUX") return true;
    if (tag !== "ADV" && tag !== "PART") return false;
  }
  return false;
};

/** Could be a past tense or a past participle; which of the two, the words around it tell. */
const looksPast = (token: Token | undefined): boolean => token !== undefined && !/(?:s|ing)$/.test(token.lower);

const sameForm = (a: Token, b: Token | undefined): boolean =>
  b !== undefined &&
  a.lower.endsWith("ing") === b.lower.endsWith("ing") &&
  a.lower.endsWith("s") === b.lower.endsWith("s");

function readNounGroup(tokens: readonly Token[], start: number, breaks: ReadonlySet<number>): NounGroup | null {
  let at = start;
  let head = -1;
  const figures: number[] = [];
  for (; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token || (at > start && breaks.has(token.start))) break;
    const tag = token.tag;
    if (tag === "FIGURE") {
      if (head >= 0 && !isPossessive(tokens[at - 1]) && figures.length > 0) break;
      // "In Lille 1,200 officers": a name and a figure are two groups.
      if (head === at - 1 && tokens[head]?.tag === "PROPN") break;
      figures.push(at);
      continue;
    }
    if (tag === "NOUN" || tag === "PROPN") {
      head = at;
      continue;
    }
    if (tag === "DET" || tag === "PRON") {
      if (at > start && !isPossessive(tokens[at - 1])) break;
      if (tag === "PRON") head = at;
      continue;
    }
    if (isPossessive(token) && head >= 0) continue;
    if (tag === "ADJ" || tag === "NUM") {
      // "the number is much higher": an adjective after the head ends the group unless a noun follows
      if (head >= 0 && !reachesNoun(tokens, at)) break;
      if (head < 0 && figures.length === 0 && !reachesNoun(tokens, at)) break;
      continue;
    }
    if (tag === "VERB" && modifiesNext(tokens, at)) continue;
    if (figures.length > 0 && head < 0 && joinsModifiers(tokens, at)) continue;
    if (tag === "ADV" && (tokens[at + 1]?.tag === "ADJ" || tokens[at + 1]?.tag === "FIGURE")) continue;
    break;
  }
  if (head < 0 && figures.length === 0) return null;
  // A noun before the figure ("a record 145") is no head of it.
  return { from: start, to: at, head: head < (figures.at(-1) ?? -1) ? -1 : head, figures };
}

const isModifier = (token: Token | undefined): boolean =>
  token?.tag === "ADJ" || (token?.tag === "VERB" && token.lower.endsWith("ed"));

/** "140 confirmed and probable cases": one of two modifiers, or the word between them. */
function joinsModifiers(tokens: readonly Token[], at: number): boolean {
  const and = tokens[at]?.tag === "CCONJ" ? at : at + 1;
  return (
    tokens[and]?.tag === "CCONJ" &&
    isModifier(tokens[and - 1]) &&
    isModifier(tokens[and + 1]) &&
    isNominal(tokens[and + 2])
  );
}

const reachesNoun = (tokens: readonly Token[], at: number): boolean => {
  for (let i = at + 1; i < Math.min(at + 5, tokens.length); i += 1) {
    const token = tokens[i];
    if (isNominal(token)) return true;
    if (token?.tag !== "ADJ" && token?.tag !== "FIGURE" && token?.tag !== "NUM" && token?.tag !== "VERB") return false;
  }
  return false;
};
