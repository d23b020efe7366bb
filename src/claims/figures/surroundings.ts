import type { Span } from "../../text/span.ts";
import { changesBefore, isChange } from "./change-words.ts";
import { at, type Token } from "./tokens.ts";

/** A record or superlative beside a figure: rank 1 is the highest; `previous` for one already overtaken. */
export type RecordMark = { readonly rank: number; readonly previous: boolean };
/** Either end of a change, or its size. */
export type ChangeEnd = "from" | "to" | "by";

/** Ranks in words. */
const RANKS: ReadonlyMap<string, number> = new Map([
  ["second", 2],
  ["third", 3],
  ["fourth", 4],
  ["fifth", 5],
  ["2nd", 2],
  ["3rd", 3],
]);
const SUPERLATIVES: ReadonlySet<string> = new Set(
  "highest largest biggest greatest most deadliest bloodiest worst lowest smallest heaviest longest fewest costliest record records all-time".split(
    " ",
  ),
);
/** Words that may stand between "record" or "the highest" and its figure. */
const FILLERS: ReadonlySet<string> = new Set(
  "of was is were are stands stood at high low highs lows total number figure the a an set reached hit being by with daily weekly monthly annual yearly recorded reported some around about nearly almost over just than more - : record - at least peak toll death amount".split(
    " ",
  ),
);
const PREVIOUS: ReadonlySet<string> = new Set(["previous", "earlier", "former", "old", "prior", "past", "preceding"]);
const RECORD_REACH = 7;
/** Words of a noun between a figure and ", a record". */
const NOUN_REACH = 3;
const AVERAGE_REACH = 4;
const AVERAGES: ReadonlySet<string> = new Set(["average", "averaging", "averages", "averaged", "mean"]);
const CHANGE_REACH = 2;
const WHOLE_REACH = 5;
const WHOLE_PRONOUNS: ReadonlySet<string> = new Set(["which", "whom", "them", "these", "those"]);
const SIZE_REACH = 3;

/** "Record 145", "previous daily record of 1,740", "the second highest was", and ", the second highest" behind the figure. */
export function recordAround(tokens: readonly Token[], from: number, to: number): RecordMark | null {
  for (let cursor = from - 1; cursor >= from - RECORD_REACH; cursor -= 1) {
    const token = at(tokens, cursor);
    if (SUPERLATIVES.has(token.lower) && token.lower !== "most") return rankBefore(tokens, cursor);
    if (token.kind !== "word" || !FILLERS.has(token.lower)) break;
  }
  return recordBehind(tokens, to);
}

function rankBefore(tokens: readonly Token[], index: number): RecordMark | null {
  let rank = 1;
  let previous = false;
  for (let cursor = index - 1; cursor >= index - 3; cursor -= 1) {
    const word = at(tokens, cursor).lower;
    rank = RANKS.get(word) ?? rank;
    previous ||= PREVIOUS.has(word);
  }
  return { rank, previous };
}

function recordBehind(tokens: readonly Token[], to: number): RecordMark | null {
  let comma = to;
  while (comma < to + NOUN_REACH && at(tokens, comma).kind === "word") comma += 1;
  const sign = at(tokens, comma).lower;
  if (sign !== "," && sign !== "—" && sign !== "–" && sign !== "(") return null;
  let cursor = comma + 1;
  const article = at(tokens, cursor).lower;
  if (article !== "the" && article !== "a" && article !== "its") return null;
  cursor += 1;
  const rank = RANKS.get(at(tokens, cursor).lower);
  if (rank !== undefined) cursor += 1;
  if (at(tokens, cursor).lower === "-") cursor += 1;
  const word = at(tokens, cursor).lower;
  if (!SUPERLATIVES.has(word) || (article === "a" && word !== "record") || word === "most") return null;
  return { rank: rank ?? 1, previous: false };
}

/** True where the figure is an average: "an average of 1,354", "averaging 1,500", "5 on average". */
export function isAverage(tokens: readonly Token[], from: number, to: number): boolean {
  for (let cursor = from - 1; cursor >= from - AVERAGE_REACH; cursor -= 1) {
    const token = at(tokens, cursor);
    if (token.kind !== "word") break;
    if (AVERAGES.has(token.lower)) return true;
  }
  return at(tokens, to).lower === "on" && at(tokens, to + 1).lower === "average";
}

/** True where "estimated at", "estimates of" stand right before. */
export function isEstimate(tokens: readonly Token[], from: number): boolean {
  for (let cursor = from - 1; cursor >= from - SIZE_REACH; cursor -= 1) {
    const token = at(tokens, cursor);
    if (token.kind !== "word") return false;
    if (token.lower.startsWith("estimat")) return true;
  }
  return false;
}

/** Which end of a change the figure is, or its size. `measured` is true for percentages and shares, which "rose 5 per cent" needs no "by" for. */
export function changeAround(
  tokens: readonly Token[],
  read: { readonly from: number; readonly to: number; readonly kind: "proportion" | "other" },
): ChangeEnd | null {
  const { from, to } = read;
  const before = at(tokens, from - 1).lower;
  if (before === "from" && changesBefore(tokens, from - 1)) return "from";
  if (before === "to" && (changesBefore(tokens, from - 1) || at(tokens, from - 2).kind === "number"))
    return changesBefore(tokens, from - 1) ? "to" : null;
  if (before === "by" && changesBefore(tokens, from - 1)) return "by";
  if (read.kind !== "proportion") return null;
  if (changesBefore(tokens, from, CHANGE_REACH) || isChange(at(tokens, to))) return "by";
  return null;
}

/** Token behind "of" or "out of" at an index, or null. */
function behindOf(tokens: readonly Token[], index: number): number | null {
  if (at(tokens, index).lower === "of") return index + 1;
  return at(tokens, index).lower === "out" && at(tokens, index + 1).lower === "of" ? index + 2 : null;
}

/** The pronoun in "62 of which", "three of them" behind a figure, as a span; null where none. */
export function pronounWhole(tokens: readonly Token[], to: number): Span | null {
  const next = behindOf(tokens, to);
  if (next === null) return null;
  const quantifier = at(tokens, next).lower === "all" ? 1 : 0;
  const token = at(tokens, next + quantifier);
  return WHOLE_PRONOUNS.has(token.lower) && at(tokens, next + quantifier + 1).kind !== "number"
    ? { start: token.start, end: token.end }
    : null;
}

/** True where a figure that ends before token `to` is part of the one whose first token is `wholeFrom`: "39 out of 74", "two of the city's four". */
export function isPartOf(tokens: readonly Token[], to: number, wholeFrom: number): boolean {
  const next = behindOf(tokens, to);
  if (next === null || wholeFrom < next || wholeFrom - next > WHOLE_REACH) return false;
  for (let cursor = next; cursor < wholeFrom; cursor += 1) {
    const token = at(tokens, cursor);
    if (token.kind === "sign" && token.lower !== "-") return false;
    if (NO_WHOLE.has(token.lower)) return false;
  }
  const last = at(tokens, wholeFrom - 1).lower;
  return wholeFrom === next || DETERMINERS.has(last) || /['’]s?$/.test(last) || wholeFrom - next <= 2;
}

const DETERMINERS: ReadonlySet<string> = new Set(
  "the its his her their our these those all about some around nearly over".split(" "),
);
const NO_WHOLE: ReadonlySet<string> = new Set(
  "which whom and or in on at were was is are who that with from to for after before killed by least".split(" "),
);
