import { stem } from "../text/stem.ts";
import { verbFamily, isNeutral, thingFit } from "./families.ts";
import type { Settled } from "./inherit.ts";
import { BODY_NOUNS } from "./verb-words.ts";

/** Words that make a figure a running total: it grows as long as the event goes on. */
const RUNNING =
  /\b(?:since (?:the )?(?:start|beginning|onset|outbreak|launch|first|early|mid|late|\w+ \d{4}|\d{4})|so far|to date|in (?:all|total)|(?:total|cumulative|overall|current) (?:number|figure|toll|losses|casualties|tally|count)|death toll|total (?:number|figure|of)|now (?:stands|surpass|exceed)|has now|have now|toll|and counting|number of (?:people )?(?:dead|killed|injured|missing|deaths|fatalities|casualties)|(?:has|have|had) (?:risen|climbed|grown|increased|reached|jumped|passed|swelled))\b/i;

/** "within 24 hours": the toll of a day, not of the whole. */
const ONE_DAY =
  /\b(?:within|in|over|during)(?: just| only| the past| the last| a single| one)* (?:24 hours|day|night)\b|\bin (?:a|one) day\b|\bovernight\b/i;

/** Families of things that are present at a time, rather than happen. */
const STOCK_ACTIONS: ReadonlySet<string> = new Set(["deploy", "live", "hold", "remain", "occupy", "employ"]);

const STANDING: ReadonlySet<string> = new Set(["lead", "seat"]);

/** What a toll can be made of. */
const TOLL_PARTS: ReadonlySet<string> = new Set(["kill", "wound", "missing", "capture"]);

/** Whether a figure happens once in its period, grows, or is present at a time. */
export function measureOf(settled: Settled, sentenceText: string): "total" | "running" | "stock" {
  const { action } = settled.event;
  if (settled.figure.quantity.per !== null) return "total";
  if (action !== null && STOCK_ACTIONS.has(action)) return "stock";
  if (action === "rally") return "total";
  // A lead and seats are as they stand, until counted anew.
  if (STANDING.has(settled.counted.head) && (action === null || isNeutral(action))) return "stock";
  if (isBody(settled) || action === "displace") return "stock";
  if (RUNNING.test(sentenceText) && !ONE_DAY.test(sentenceText) && isToll(settled)) return "running";
  if (settled.event.action === "missing" && isToll(settled)) return "running";
  if (isToll(settled) && isStillSo(settled) && !ONE_DAY.test(sentenceText)) return "running";
  return "total";
}

/** Words before "missing", "dead" in which the verb stands. */
const STATE_WORDS = 2;

/** "29 are confirmed dead", "31 remain missing", "12 have died": a toll as it stands when it is told. */
function isStillSo(settled: Settled): boolean {
  const { range } = settled.happening;
  if (!range || settled.ownTime !== null) return false;
  // Of what nothing dates, a toll is told as it stands on the day of the report.
  if (settled.period === null && settled.farTime === null) return true;
  return settled.reading.phrases.tokens
    .slice(Math.max(0, range.from - STATE_WORDS), range.to)
    .some((token) => /^(?:are|is|have|has|remain|remains|'ve)$/.test(token.lower));
}

/** Parts of a whole that the toll counts: ["kill"], ["kill", "wound"]; ["losses"] for casualties of any kind. */
export function definitionOf(settled: Settled): readonly string[] {
  if (!isPeople(settled.counted.head) || settled.figure.quantity.dimension === "money") return [];
  const parts = settled.happening.actions.filter((action) => TOLL_PARTS.has(action));
  if (parts.length > 0 && settled.event.action === settled.happening.action) return [...new Set(parts)].sort();
  if (settled.event.action === "casualties") return ["losses"];
  return TOLL_PARTS.has(settled.event.action ?? "") ? [settled.event.action ?? ""] : [];
}

/** People, and the nouns that count what befell them. */
const isPeople = (head: string): boolean =>
  head === "person" || PEOPLE_NOUNS.has(head) || thingFit("person", head, []) === "wider";
const PEOPLE_NOUNS: ReadonlySet<string> = new Set(["casualty", "death", "injury", "victim", "case", "group", "forc"]);

/** True for killed, wounded, missing, captured, lost. */
export const isHarm = (action: string | null): boolean =>
  action !== null && (TOLL_PARTS.has(action) || action === "casualties" || action === "lose");

const isToll = (settled: Settled): boolean =>
  definitionOf(settled).length > 0 ||
  verbFamily(stem(settled.counted.head)) === "casualties" ||
  settled.event.action === "lose";

/** "a force of 50,000 soldiers", "a 50,000-strong group". */
function isBody(settled: Settled): boolean {
  const { tokens } = settled.reading.phrases;
  const { counting } = settled;
  if (counting.kind !== "noun") return false;
  if (counting.via === "strong" || BODY_NOUNS.has(tokens[counting.head]?.lower ?? "")) return true;
  const start = counting.group.from;
  return tokens[start - 1]?.lower === "of" && BODY_NOUNS.has(tokens[start - 2]?.lower ?? "");
}

const RECORD_DAY =
  /\b(?:deadliest|bloodiest|worst|heaviest|busiest|hottest|wettest|coldest|record)\b(?:\s+\w+){0,3}\s+(?:day|night|24 hours)\b|\bdaily record\b/i;

/** A record or superlative said of the figure: beside it, or of the day whose total it is. Null for most figures. */
export function recordOf(
  settled: Settled,
  clause: string,
): { readonly rank: number; readonly previous: boolean } | null {
  const { record } = settled.figure;
  if (record) return { rank: record.rank, previous: record.previous };
  const day = definitionOf(settled).length > 0 && settled.figure.quantity.per === null && RECORD_DAY.test(clause);
  return day ? { rank: 1, previous: /\b(?:previous|former|earlier|prior|old)\b/i.test(clause) } : null;
}

/** "revised down to 24", "corrected from an earlier figure of 30". */
export function isRevised(clause: string): boolean {
  return /\b(?:revised|corrected|updated|earlier (?:figure|count|toll|estimate|report)|previously (?:reported|stated|given)|initially (?:reported|said|put)|up from|down from)\b|\bnot the (?:\d|$)/i.test(
    clause,
  );
}
