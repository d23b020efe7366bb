import { stem } from "../text/stem.ts";
import type { Dimension } from "./claim.ts";
import type { Counting } from "./counting-shape.ts";
import { actionFamily, verbFamily } from "./families.ts";
import type { Phrases } from "./phrases.ts";
import type { Token } from "./token.ts";
import { groupAt, subjectOf } from "./subject.ts";

/** What a construction is read from: the phrases of a sentence, the token of the figure and what it measures. */
type Site = { readonly phrases: Phrases; readonly at: number; readonly dimension: Dimension };

/**
 * What a figure counts where neither a noun of its own nor a verb tells, but how it is put: "1,412 votes ahead", "12 km
 * below the surface", "a town of 21,000", "offered 3 percent". Null where no construction fits.
 */
export function construed(phrases: Phrases, at: number, dimension: Dimension): Counting | null {
  const site = { phrases, at, dimension };
  return (
    leadOf(site) ??
    depthOf(site) ??
    apposedOf(site) ??
    rainOf(site) ??
    distanceOf(site) ??
    populationOf(site) ??
    crowdOf(site) ??
    nobodyOf(site) ??
    speedOf(site) ??
    scoreOf(site) ??
    termOf(site) ??
    voteShareOf(site) ??
    pollOf(site) ??
    payOf(site) ??
    moneyOf(site)
  );
}

/** What contests are decided by. */
const CONTEST_UNITS = /^(?:votes?|seats?|points?|ballots?|delegates?|runs?|goals?|lengths?|strokes?|shots?)$/;
const AHEAD = /^(?:ahead|behind|clear|adrift)$/;
const LEAD_NOUNS = /^(?:leads?|margins?|majority|majorities|gap|advantage|edge|cushion)$/;
const LEAD_VERBS: ReadonlySet<string> = new Set(
  "win won beat beaten defeat lead led lose lost trail elect edge carry pass ahead prevail triumph"
    .split(" ")
    .map(stem),
);
/** Tokens back to the verb of "won the governorship of the region by 1,412 votes". */
const LEAD_REACH = 12;

/** "1,412 votes ahead", "won by 0.6 points", "a lead of 300 votes", "the gap shrank to 1,870 votes". */
function leadOf({ phrases, at, dimension }: Site): Counting | null {
  const { tokens } = phrases;
  const group = groupAt(phrases, at);
  const unit = tokens[group?.head ?? -1]?.lower ?? "";
  const proportion = dimension === "percent" || dimension === "percentage-points";
  if (!proportion && !(group && group.head > at && CONTEST_UNITS.test(unit))) return null;
  const end = group?.to ?? at + 1;
  const from = group?.from ?? at;
  const lead: Counting = { kind: "construed", group: { from, to: end }, thing: "lead", action: null };
  if (AHEAD.test(tokens[end]?.lower ?? "")) return lead;
  const before = tokens[from - 1]?.lower ?? "";
  // "by 1,412 votes, or 0.6 of a percentage point"
  if ((before === "by" && tokens[end]?.lower !== "to") || (before === "or" && dimension === "percentage-points")) {
    const contest = phrases.verbs.some(
      (verb) =>
        verb.to <= from - 1 &&
        from - verb.to <= LEAD_REACH &&
        verb.main.some((main) => LEAD_VERBS.has(stem(tokens[main]?.lower ?? ""))),
    );
    return contest && !proportion ? lead : contest && dimension === "percentage-points" ? lead : null;
  }
  const outer = groupAt(phrases, from - 2);
  if (before === "of" && LEAD_NOUNS.test(tokens[outer?.head ?? -1]?.lower ?? "")) return lead;
  const verb = phrases.verbs.findLast((each) => each.to <= from && from - each.to <= 1);
  const subject = verb ? subjectOf(phrases, verb) : undefined;
  return LEAD_NOUNS.test(tokens[subject?.head ?? -1]?.lower ?? "") ? lead : null;
}

/** "The strongest gust, 171 km/h, was measured": between commas an amount is of the noun before. */
function apposedOf({ phrases, at, dimension }: Site): Counting | null {
  if (dimension === "count" || dimension === "percent" || dimension === "share" || dimension === "duration")
    return null;
  const { tokens } = phrases;
  const outer = tokens[at - 1]?.text === "," ? groupAt(phrases, at - 2) : undefined;
  if (!outer || outer.figures.length > 0 || tokens[outer.head]?.tag !== "NOUN") return null;
  if (!/^[,.;–—]$/.test(tokens[at + 1]?.text ?? ",")) return null;
  return { kind: "noun", group: { from: outer.from, to: at + 1 }, head: outer.head, via: "before" };
}

/** "240 mm fell at Newport". */
function rainOf({ phrases, at, dimension }: Site): Counting | null {
  if (dimension !== "length" || (groupAt(phrases, at)?.head ?? -1) > at) return null;
  const verb = phrases.verbs.find((each) => each.from === at + 1 && each.main.length > 0);
  const falls = verb?.main.some((main) => /^(?:fell|fall|falls|fallen)$/.test(phrases.tokens[main]?.lower ?? ""));
  return falls ? { kind: "construed", group: { from: at, to: at + 1 }, thing: "rain", action: "fall" } : null;
}

const UNDER = /^(?:below|beneath|under)$/;
const SURFACE = /^(?:surface|ground|seabed|sea|ocean|earth|water|waves|level)$/;

/** "7.5 miles below the surface", "10 km deep", "in 138 feet of water". */
function depthOf({ phrases, at, dimension }: Site): Counting | null {
  if (dimension !== "length") return null;
  const { tokens } = phrases;
  const next = tokens[at + 1]?.lower ?? "";
  const depth: Counting = { kind: "construed", group: { from: at, to: at + 1 }, thing: "depth", action: null };
  if (/^(?:deep|underground|underwater)$/.test(next)) return depth;
  const water = next === "of" && tokens[at + 2]?.lower === "water" && tokens[at - 1]?.lower === "in";
  if (water) return { ...depth, group: { from: at, to: at + 3 } };
  const below = UNDER.test(next) && tokens.slice(at + 2, at + 5).some((token) => SURFACE.test(token.lower));
  return below ? depth : null;
}

const BEARING =
  /^(?:away|off|north|south|east|west|north-?east|north-?west|south-?east|south-?west|northern|outside|offshore|inland|upstream|downstream)$/;
const PATH_NOUN =
  /^(?:routes?|roads?|marche?s?|tracks?|paths?|lines?|walls?|tunnels?|bridges?|fences?|crossings?|journeys?|walks?|streets?|pipelines?|rivers?)$/;

/** "some five miles from the coast", "12 km north of Bergen"; "the route, 5 km from the depot to the square" is as long. */
function distanceOf({ phrases, at, dimension }: Site): Counting | null {
  if (dimension !== "length") return null;
  const { tokens } = phrases;
  const next = tokens[at + 1]?.lower ?? "";
  const outer = tokens[at - 1]?.text === "," ? groupAt(phrases, at - 2) : undefined;
  if (outer && PATH_NOUN.test(tokens[outer.head]?.lower ?? ""))
    return { kind: "noun", group: { from: outer.from, to: at + 1 }, head: outer.head, via: "before" };
  if (!BEARING.test(next) && next !== "from") return null;
  return { kind: "construed", group: { from: at, to: at + 1 }, thing: "distance", action: null };
}

const SETTLEMENT =
  /^(?:towns?|villages?|city|cities|suburbs?|islands?|hamlets?|communit(?:y|ies)|district|region|county|country|settlements?|nation|municipality|neighbou?rhood)$/;

/** "a town of 21,000", "a village of 900 people": so many live there. */
function populationOf({ phrases, at, dimension }: Site): Counting | null {
  if (dimension !== "count") return null;
  const { tokens } = phrases;
  const group = groupAt(phrases, at);
  const from = group?.from ?? at;
  if (tokens[from - 1]?.lower !== "of") return null;
  const outer = groupAt(phrases, from - 2);
  if (!SETTLEMENT.test(tokens[outer?.head ?? -1]?.lower ?? "")) return null;
  const head = group && group.head > at ? tokens[group.head]?.lower : undefined;
  if (head !== undefined && !/^(?:people|inhabitants|residents|souls)$/.test(head)) return null;
  return { kind: "construed", group: { from, to: group?.to ?? at + 1 }, thing: "person", action: "live" };
}

const CROWDS = /(?:dozens|scores|hundreds|thousands|millions)$/;

/** "Thousands marched in four towns": people. */
function crowdOf({ phrases, at }: Site): Counting | null {
  const token = phrases.tokens[at];
  if (!token || !CROWDS.test(token.lower) || (groupAt(phrases, at)?.head ?? -1) > at) return null;
  const verb = phrases.verbs.find((each) => each.from === at + 1 && each.main.length > 0);
  return verb ? { kind: "construed", group: { from: at, to: at + 1 }, thing: "person" } : null;
}

/** "Nobody was hurt": of people, whatever was counted before. */
function nobodyOf({ phrases, at, dimension }: Site): Counting | null {
  if (dimension !== "count" || !/^(?:nobody|no one|no-one)$/.test(phrases.tokens[at]?.lower ?? "")) return null;
  return { kind: "construed", group: { from: at, to: at + 1 }, thing: "person" };
}

/** "gave Mora 48.3 percent and Silva 47.1 percent", where votes are spoken of: shares of them. */
function voteShareOf({ phrases, at, dimension }: Site): Counting | null {
  if (dimension !== "percent") return null;
  const { tokens, nouns } = phrases;
  if ((groupAt(phrases, at)?.head ?? -1) > at || tokens[at + 1]?.lower === "of") return null;
  const name = nouns.find((group) => group.to === at && tokens[group.head]?.tag === "PROPN");
  if (!name || !tokens.some((token) => /^(?:votes?|ballots?|polls?|election|runoff)$/.test(token.lower))) return null;
  return { kind: "construed", group: { from: at, to: at + 1 }, thing: "vote", action: null };
}

/** "at about 160 km/h": a speed, of nothing that is counted. */
function speedOf({ phrases, at, dimension }: Site): Counting | null {
  if (dimension !== "speed" || (groupAt(phrases, at)?.head ?? -1) > at) return null;
  const from = groupAt(phrases, at)?.from ?? at;
  if (phrases.tokens[from - 1]?.lower !== "at") return null;
  return { kind: "construed", group: { from, to: at + 1 }, thing: "speed", action: null };
}

/** "Rovers beat City 3-1". */
const scoreOf = ({ at, dimension }: Site): Counting | null =>
  dimension === "score" ? { kind: "construed", group: { from: at, to: at + 1 }, thing: "score", action: null } : null;

/** Words between "sentenced" and the years. */
const TERM_REACH = 6;

/** "sentenced nine men to 17 years in prison": how long they are locked up. */
function termOf({ phrases, at, dimension }: Site): Counting | null {
  if (dimension !== "duration" || (groupAt(phrases, at)?.head ?? -1) > at) return null;
  const { tokens } = phrases;
  const verb = phrases.verbs.findLast((each) => each.to <= at && at - each.to <= TERM_REACH);
  const sentenced = verb?.main.some((main) => verbFamily(stem(tokens[main]?.lower ?? "")) === "sentence");
  return sentenced ? { kind: "construed", group: { from: at, to: at + 1 }, thing: "term", action: "sentence" } : null;
}

/** "She polled 120,018": votes. */
function pollOf({ phrases, at, dimension }: Site): Counting | null {
  if (dimension !== "count") return null;
  const group = groupAt(phrases, at);
  if (group && group.head > at) return null;
  const polled = /^poll(?:ed|s|ing)$/.test(phrases.tokens[(group?.from ?? at) - 1]?.lower ?? "");
  return polled ? { kind: "construed", group: { from: at, to: at + 1 }, thing: "vote", action: "vote" } : null;
}

const BARGAINS: ReadonlySet<string> = new Set(["demand", "offer"]);

/** "Employers have offered 3 percent", "an offer of 3.2 percent", "demand a rise of 8 percent": of pay. */
function payOf({ phrases, at, dimension }: Site): Counting | null {
  if (dimension !== "percent") return null;
  const { tokens } = phrases;
  const group = groupAt(phrases, at);
  if (group && group.head > at && !PAY.test(tokens[group.head]?.lower ?? "")) return null;
  const from = group?.from ?? at;
  const verb = phrases.verbs.find((each) => each.to === from && each.main.length > 0);
  const pay = (action: string): Counting => ({
    kind: "construed",
    group: { from, to: group?.to ?? at + 1 },
    thing: "pay",
    action,
  });
  const own = verb ? bargainOf(tokens, verb.main) : null;
  if (own) return pay(own);
  // "asking for 8 percent"
  const earlier = phrases.verbs.findLast((each) => each.to <= from && from - each.to <= 4 && each.main.length > 0);
  const asked = earlier ? bargainOf(tokens, earlier.main) : null;
  if (tokens[from - 1]?.lower === "for" && earlier?.to === from - 1) return asked ? pay(asked) : null;
  const measured = phrases.verbs.find((each) => each.to === from && each.main.length === 0);
  const outer =
    tokens[from - 1]?.lower === "of" ? groupAt(phrases, from - 2) : measured ? subjectOf(phrases, measured) : undefined;
  const noun = tokens[outer?.head ?? -1];
  if (!outer || !noun) return null;
  const named = verbFamily(stem(noun.lower));
  if (BARGAINS.has(named)) return pay(named);
  return asked && RISE.test(noun.lower) ? pay(asked) : null;
}

const PAY = /^(?:rise|raise|increase|hike|pay|wages?|salary|salaries)$/;
const RISE = /^(?:rise|raise|increase|hike)$/;

function bargainOf(tokens: readonly Token[], main: readonly number[]): string | null {
  const words = main.map((word) => stem(tokens[word]?.lower ?? ""));
  const next = stem(tokens[(main.at(-1) ?? -2) + 1]?.lower ?? "");
  const family = actionFamily(next === "for" ? [...words, next] : words);
  return BARGAINS.has(family) ? family : null;
}

/** "The strike costs the region 1.2 million euros", "pay 50,000 pesos to each family": money that a verb moves. */
function moneyOf({ phrases, at, dimension }: Site): Counting | null {
  if (dimension !== "money") return null;
  const { tokens } = phrases;
  const group = groupAt(phrases, at);
  if (group && group.head > at) return null;
  const from = group?.from ?? at;
  const spent = /^(?:each|every)$/.test(tokens[at + 2]?.lower ?? "");
  if (/^(?:worth|of|in|for)$/.test(tokens[at + 1]?.lower ?? "") && !spent) return null;
  if (tokens[from - 1]?.lower === "worth")
    return { kind: "construed", group: { from, to: at + 1 }, thing: "money", action: "cost" };
  const verb = phrases.verbs.findLast((each) => each.to <= from && each.main.length > 0);
  if (!verb || !verb.main.some((main) => MONEY_ACTIONS.has(verbFamily(stem(tokens[main]?.lower ?? ""))))) return null;
  const between = tokens.slice(verb.to, from);
  if (between.some((token) => token.tag === "PUNCT" || token.tag === "FIGURE")) return null;
  if (between.some((token) => token.tag === "ADP" && token.lower !== "of")) return null;
  return { kind: "construed", group: { from, to: at + 1 }, thing: "money" };
}

const MONEY_ACTIONS: ReadonlySet<string> = new Set(
  "spend cost earn raise-money save fine demand offer lose promise steal buy sell".split(" "),
);
