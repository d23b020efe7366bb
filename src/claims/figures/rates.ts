import type { Quantity } from "../claim.ts";
import { at, type Token } from "./tokens.ts";

type Per = NonNullable<Quantity["per"]>;

const PERIODS: ReadonlyMap<string, Per> = new Map([
  ["second", "second"],
  ["minute", "minute"],
  ["hour", "hour"],
  ["day", "day"],
  ["night", "day"],
  ["week", "week"],
  ["month", "month"],
  ["year", "year"],
  ["annum", "year"],
]);
const ADVERBS: ReadonlyMap<string, Per> = new Map([
  ["hourly", "hour"],
  ["daily", "day"],
  ["weekly", "week"],
  ["monthly", "month"],
  ["yearly", "year"],
  ["annually", "year"],
]);
const ADJECTIVES: ReadonlyMap<string, Per> = new Map([...ADVERBS, ["annual", "year"]]);
/** Nouns that an adjective of rate before a figure speaks of: "the daily figure was", "annual output of". */
const RATE_NOUNS: ReadonlySet<string> = new Set(
  "average averages mean figure figures toll rate total totals count counts record records loss losses output production capacity cost costs budget revenue revenues income salary wage wages sales turnover deaths number numbers emissions consumption exports imports demand profit profits spending growth rent fee fees limit quota deficit surplus rainfall".split(
    " ",
  ),
);
/** "A day later", "a year ago" are times, not rates. */
const NO_RATE_AFTER: ReadonlySet<string> = new Set(
  "after later earlier before ago of that when apart long old since which prior from off out".split(" "),
);
const RATE_WORDS: ReadonlySet<string> = new Set(["a", "an", "per", "each", "every", "/", "p.a."]);
/** An adverb of rate ends its clause or is followed by one of these; before a noun it is an adjective ("daily clashes"). */
const ADVERB_FOLLOWS: ReadonlySet<string> = new Set(
  "in on from during at for since to by over and as while with across but or under within through".split(" "),
);
/** How far a rate may stand behind its figure ("1,500 Russian soldiers were killed or injured per day") or before it, in tokens. */
const REACH = 10;

/** A rate's period and the tokens that say it, `[from, to)`. */
export type Rate = { readonly per: Per; readonly from: number; readonly to: number };

/** The rate that begins right at token `index`: "a year", "per day", "daily", "every 24 hours". */
export function rateAt(tokens: readonly Token[], index: number): Rate | null {
  const token = at(tokens, index);
  const adverb = ADVERBS.get(token.lower);
  if (adverb !== undefined) {
    const next = at(tokens, index + 1);
    const ends = next.kind !== "word" || ADVERB_FOLLOWS.has(next.lower);
    return ends ? { per: adverb, from: index, to: index + 1 } : null;
  }
  if (!RATE_WORDS.has(token.lower)) return null;
  if (token.lower === "p.a.") return { per: "year", from: index, to: index + 1 };
  const single = at(tokens, index + 1).lower === "single" ? 1 : 0;
  const next = at(tokens, index + 1 + single);
  const period = PERIODS.get(next.lower);
  if (period !== undefined) {
    const noun = next.lower === "second" && token.lower === "a";
    const after = at(tokens, index + 2 + single);
    const article = token.lower === "a" || token.lower === "an";
    if (noun || (article && (NO_RATE_AFTER.has(after.lower) || after.lower === "-"))) return null;
    return { per: period, from: index, to: index + 2 + single };
  }
  const everyDay =
    next.text === "24" && at(tokens, index + 2).lower === "hours" && (token.lower === "every" || token.lower === "per");
  return everyDay ? { per: "day", from: index, to: index + 3 } : null;
}

function endsClause(token: Token): boolean {
  if (token.kind === "end") return true;
  return (
    token.kind === "sign" &&
    token.lower !== "-" &&
    token.lower !== "/" &&
    token.lower !== "'" &&
    token.lower !== '"' &&
    token.lower !== "’"
  );
}

/** The rate behind a figure that ends before token `index`, in the same clause and before token `ceiling`. */
export function rateAfter(tokens: readonly Token[], index: number, ceiling: number): Rate | null {
  const end = Math.min(ceiling, index + REACH);
  for (let cursor = index; cursor < end; cursor += 1) {
    const token = at(tokens, cursor);
    if (endsClause(token) && token.lower !== "/") return null;
    const rate = rateAt(tokens, cursor);
    if (rate !== null && rate.to <= ceiling) return rate;
  }
  return null;
}

/** The rate that an adjective before a figure gives ("the daily figure reported was"), no further back than `floor`. */
export function rateBefore(tokens: readonly Token[], index: number, floor: number): Rate | null {
  const first = Math.max(floor, index - REACH);
  let noun = false;
  for (let cursor = index - 1; cursor >= first; cursor -= 1) {
    const token = at(tokens, cursor);
    if (endsClause(token)) return null;
    if (RATE_NOUNS.has(token.lower)) noun = true;
    const per = ADJECTIVES.get(token.lower);
    if (per !== undefined) return noun ? { per, from: cursor, to: cursor + 1 } : null;
  }
  return null;
}
