import { stem } from "../text/stem.ts";
import { actionFamily } from "./families.ts";
import type { Settled } from "./inherit.ts";
import { BODY_NOUNS } from "./verb-words.ts";

/** Words that make a figure a running total: it grows as long as the event goes on. */
const RUNNING =
  /\b(?:since (?:the )?(?:start|beginning|onset|outbreak|launch|first|early|mid|late|\w+ \d{4}|\d{4})|so far|to date|in (?:all|total)|(?:total|cumulative|overall|current) (?:number|figure|toll|losses|casualties|tally|count)|death toll|total (?:number|figure|of)|now (?:stands|surpass|exceed)|has now|have now|toll|and counting)\b/i;

/** Families of things that are present at a time, rather than happen. */
const STOCK_ACTIONS: ReadonlySet<string> = new Set(["deploy", "live", "hold", "remain", "occupy", "employ"]);

/** What a toll can be made of. */
const TOLL_PARTS: ReadonlySet<string> = new Set(["kill", "wound", "missing", "capture"]);

/** Whether a figure happens once in its period, grows, or is present at a time. */
export function measureOf(settled: Settled, sentenceText: string): "total" | "running" | "stock" {
  const { action } = settled.event;
  if (settled.figure.quantity.per !== null) return "total";
  if (action !== null && STOCK_ACTIONS.has(action)) return "stock";
  if (isBody(settled)) return "stock";
  if (RUNNING.test(sentenceText) && isToll(settled)) return "running";
  return "total";
}

/** Parts of a whole that the toll counts: ["kill"], ["kill", "wound"]; ["losses"] for casualties of any kind. */
export function definitionOf(settled: Settled): readonly string[] {
  const parts = settled.happening.actions.filter((action) => TOLL_PARTS.has(action));
  if (parts.length > 0 && settled.event.action === settled.happening.action) return [...new Set(parts)].sort();
  if (settled.event.action === "casualties") return ["losses"];
  return TOLL_PARTS.has(settled.event.action ?? "") ? [settled.event.action ?? ""] : [];
}

const isToll = (settled: Settled): boolean =>
  definitionOf(settled).length > 0 ||
  actionFamily([stem(settled.counted.head)]) === "casualties" ||
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

/** Words for rank: "second highest" is 2. */
const RANKS: ReadonlyMap<string, number> = new Map([
  ["second", 2],
  ["third", 3],
  ["fourth", 4],
  ["fifth", 5],
]);
const SUPERLATIVE =
  /\b(?:(second|third|fourth|fifth)[- ])?(?:highest|deadliest|bloodiest|largest|biggest|worst|heaviest|record|most)\b/i;

/** A record or superlative said of the figure in its own clause, with its rank; null for most figures. */
export function recordOf(clause: string): { readonly rank: number; readonly previous: boolean } | null {
  const match = SUPERLATIVE.exec(clause);
  if (!match) return null;
  const rank = RANKS.get((match[1] ?? "").toLowerCase()) ?? 1;
  return { rank, previous: /\b(?:previous|former|earlier|prior|old)\b/i.test(clause) };
}

/** "revised down to 24", "corrected from an earlier figure of 30". */
export function isRevised(clause: string): boolean {
  return /\b(?:revised|corrected|updated|earlier (?:figure|count|toll|estimate|report)|previously (?:reported|stated|given)|initially (?:reported|said|put)|up from|down from)\b/i.test(
    clause,
  );
}
