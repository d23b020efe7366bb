import type { Hedge } from "../claim.ts";
import { matchFrom, matchTo, phrasesFrom, phrasesTo } from "./phrases.ts";
import { at, type Token } from "./tokens.ts";

type HedgeRow = { readonly hedge: Hedge; readonly estimate: boolean };

function rows(hedge: Hedge, phrases: string): readonly (readonly [string, HedgeRow])[] {
  return phrases.split("|").map((phrase) => [phrase, { hedge, estimate: phrase.includes("estimate") }] as const);
}

/** Hedges right before a number. */
const BEFORE = phrasesTo<HedgeRow>([
  ...rows(
    "about",
    "some|about|around|roughly|approximately|circa|approx|approx .|an estimated|estimated|estimated at|estimated to be|~|in the region of|in the order of|on the order of|something like|somewhere around|somewhere near|in the vicinity of|perhaps|maybe|give or take|just about|reportedly some|as estimated",
  ),
  ...rows(
    "almost",
    "almost|nearly|close to|just under|just below|slightly under|slightly below|a little under|a little less than|slightly less than|just less than|just short of|approaching|nearing|virtually|not quite|a shade under|near to",
  ),
  ...rows(
    "over",
    "more than|over|at least|no fewer than|no less than|not fewer than|not less than|surpassed|surpasses|surpassing|surpass|exceeded|exceeds|exceeding|exceed|in excess of|upwards of|upward of|topped|topping|above|greater than|higher than|larger than|bigger than|north of|a minimum of|minimum of|beyond|as few as|as little as|>|well past|longer than|heavier than|older than",
  ),
  ...rows(
    "under",
    "up to|as many as|as much as|at most|fewer than|less than|no more than|not more than|under|below|a maximum of|maximum of|lower than|smaller than|as high as|no higher than|no greater than|not exceeding|short of|<|within|at the most|shorter than|lighter than|no bigger than|anything up to",
  ),
  ...rows(
    "exact",
    "exactly|precisely|just|only|merely|a mere|mere|a total of|total of|a full|fully|an even|all|a whole|another|an additional|additional|a further|further|an extra|as of",
  ),
]);

/** Hedges right behind a number (and its unit or noun). */
const AFTER = phrasesFrom<HedgeRow>([
  ...rows("about", "more or less|or so|or thereabouts|give or take|- odd|odd|- some|- ish|ish"),
  ...rows(
    "over",
    "or more|or above|or higher|or over|or greater|plus|- plus|+|and above|and over|and counting|or longer|and up",
  ),
  ...rows("under", "or fewer|or less|or lower|or below|or under|or shorter|at most|at the most"),
]);

/** Adverbs that only colour a hedge: "well over", "slightly more than". */
const COLOURS: ReadonlySet<string> = new Set(
  "well just slightly far much significantly considerably somewhat substantially comfortably easily even a little bit lot way".split(
    " ",
  ),
);

/** Verbs and nouns before "about", "over", "under" that make it a preposition: "spoke about 3,000 …" stays exact. */
const TOPIC_BEFORE: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  [
    "about",
    new Set(
      "talk talks talked talking speak speaks spoke speaking asked ask asking told know knows known think thinks concerned concerns worried complain complained information questions question story stories book books report reports facts wrote write writing something anything learn learned complaints doubts".split(
        " ",
      ),
    ),
  ],
  [
    "over",
    new Set(
      "flew fly flying flies hovering hovered down downed passed passing drones missiles rockets jets aircraft airspace spread split shared divided control dispute fight fighting war wars victory win won stretched scattered took taken taking hand handed turned concern concerns anger row clash clashes".split(
        " ",
      ),
    ),
  ],
  [
    "under",
    new Set(
      "living live came come comes placed held signed charged convicted fall falls fell buried trapped are is were was".split(
        " ",
      ),
    ),
  ],
  ["above", new Set("flew fly flying flies skies airspace hovering".split(" "))],
  ["below", new Set("see listed named".split(" "))],
  ["within", new Set("from".split(" "))],
  ["topped", new Set(["list", "charts", "polls"])],
  ["around", new Set("gathered flew walked drove travelled traveled centred centered built revolves".split(" "))],
  ["all", new Set(["of"])],
]);

/** Strength when several stack: a bound says more than "about", which says more than "only". */
const STRENGTH: Readonly<Record<Hedge, number>> = {
  exact: 0,
  vague: 0,
  range: 0,
  about: 1,
  almost: 2,
  over: 3,
  under: 3,
};

/** A hedge that was found: where it begins or ends, and what it says. */
export type FoundHedge = { readonly hedge: Hedge; readonly estimate: boolean; readonly edge: number };

function isPreposition(tokens: readonly Token[], first: number): boolean {
  const before = TOPIC_BEFORE.get(at(tokens, first).lower);
  return before !== undefined && before.has(at(tokens, first - 1).lower);
}

/**
 * The hedges that end right before token `index`, reading back no further than `floor`. Stacked ones join
 * ("at least some 200" is a bound). `edge` is the first token of the hedge, `index` where there is none.
 */
export function hedgeBefore(tokens: readonly Token[], index: number, floor: number): FoundHedge {
  let edge = index;
  let hedge: Hedge = "exact";
  let estimate = false;
  for (;;) {
    const skip = edge - 1 >= floor && at(tokens, edge - 1).lower === "the" && edge < index ? 1 : 0;
    const found = matchTo(BEFORE, tokens, edge - 1 - skip);
    if (found === null) break;
    const first = edge - skip - found.length;
    if (first < floor || isPreposition(tokens, first)) break;
    edge = first;
    estimate ||= found.row.estimate;
    if (STRENGTH[found.row.hedge] > STRENGTH[hedge]) hedge = found.row.hedge;
  }
  if (hedge === "over" || hedge === "under" || hedge === "almost") edge = overColours(tokens, edge, floor);
  return { hedge, estimate, edge };
}

function overColours(tokens: readonly Token[], edge: number, floor: number): number {
  let first = edge;
  while (first - 1 >= floor && COLOURS.has(at(tokens, first - 1).lower)) first -= 1;
  return first;
}

/** The hedge that begins at token `index` ("or so", "or more", "+"); `edge` is the token behind it. */
export function hedgeAfter(tokens: readonly Token[], index: number): FoundHedge | null {
  const found = matchFrom(AFTER, tokens, index);
  if (found === null) return null;
  const token = at(tokens, index);
  // "100+" is glued; "2 + 3" is a sum. "20 odd things" and "ten plus two" are rare enough to need the dash or an end.
  if (token.kind === "sign" && !token.glued) return null;
  if ((token.lower === "plus" || token.lower === "ish") && !token.glued) return null;
  return { ...found.row, edge: index + found.length };
}

/** How many words a noun may take before "or more". */
const NOUN_REACH = 3;

/** "50 people or fewer": a hedge with "or" behind the noun that begins at token `index`. */
export function hedgeBehindNoun(tokens: readonly Token[], index: number): FoundHedge | null {
  for (let cursor = index; cursor <= index + NOUN_REACH; cursor += 1) {
    const isMoreOrLess = at(tokens, cursor).lower === "more" && at(tokens, cursor + 1).lower === "or";
    if (isMoreOrLess || at(tokens, cursor).lower === "or") return hedgeAfter(tokens, cursor);
    if (at(tokens, cursor).kind !== "word") return null;
  }
  return null;
}

/** The stronger of two hedges. */
export function strongerHedge(a: Hedge, b: Hedge): Hedge {
  return STRENGTH[b] > STRENGTH[a] ? b : a;
}
