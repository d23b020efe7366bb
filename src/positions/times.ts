import type { QuantityClaim } from "../claims/claim.ts";
import { dayNumber } from "./days.ts";
import { fitOfPeriods } from "./periods.ts";
import { profileOf } from "./profile.ts";
import type { World } from "./world.ts";

/** What stays as it was left, so that a figure without a day is a state and not an event. */
const LASTING_ACTIONS: ReadonlySet<string> = new Set(["deploy", "seize", "displace", "mobilise"]);

/** A document tells of what happened at most this long before, where it names no day. */
const NEWS_DAYS = 14;

/** Two documents that name no day tell of one event only if they appeared within a week. */
const SAME_NEWS_DAYS = 7;

/** From this length on a total is of a stretch that was counted as such, never the beginning of a running total. */
const LONG_DAYS = 4;

/** A toll that is this many times as large as the first one counts another whole ("since the start of the war"). */
const MAX_GROWTH = 10;

function publishedOn(claim: QuantityClaim, world: World): number | null {
  const published = world.publishedOf?.(claim.document) ?? null;
  return published === null ? null : dayNumber(published);
}

/** The day up to which a claim without a `during` period can tell: its as-of day, else its document's. */
export function toldOn(claim: QuantityClaim, world: World): number | null {
  return profileOf(claim).asOf ?? publishedOn(claim, world);
}

/** True for what is so at a time rather than happening in one. */
export function isLasting(claim: QuantityClaim): boolean {
  if (claim.measure === "stock") return true;
  const { days, weekdays } = profileOf(claim);
  return claim.measure === "total" && LASTING_ACTIONS.has(claim.event.action ?? "") && !days && weekdays === 0;
}

function growsInto(total: QuantityClaim, running: QuantityClaim, world: World): "day" | "measure" | null {
  const { days } = profileOf(total);
  const told = toldOn(running, world);
  if (!days) return null;
  if (told === null || days.to - days.from + 1 >= LONG_DAYS) return "measure";
  if (told < days.from) return "day";
  if (told > days.to + NEWS_DAYS) return "measure";
  const [first, now] = [total.quantity.said, running.quantity.said];
  const [start, end] = [first.low ?? first.high, now.low ?? now.high];
  return start !== null && end !== null && end <= start * MAX_GROWTH ? null : "measure";
}

function byNews(known: QuantityClaim, silent: QuantityClaim, world: World): "day" | null {
  const { days } = profileOf(known);
  const told = toldOn(silent, world);
  if (!days || told === null) return null;
  return told < days.from || told > days.to + NEWS_DAYS ? "day" : null;
}

/** What time has against comparing two figures; null where nothing. Symmetric. */
export function refusalByTime(a: QuantityClaim, b: QuantityClaim, world: World): "day" | "measure" | null {
  const [aLasting, bLasting] = [isLasting(a), isLasting(b)];
  if (aLasting || bLasting) return aLasting && bLasting ? null : "measure";
  if (a.measure === "running" || b.measure === "running") {
    if (a.measure === b.measure) return null;
    return a.measure === "running" ? growsInto(b, a, world) : growsInto(a, b, world);
  }
  const [one, other] = [profileOf(a), profileOf(b)];
  const fit = fitOfPeriods(one, other);
  if (fit === "different") return "day";
  if (fit !== "unstated") return null;
  if (one.days || other.days) return one.days ? byNews(a, b, world) : byNews(b, a, world);
  const [first, second] = [toldOn(a, world), toldOn(b, world)];
  if (first === null || second === null) return null;
  return Math.abs(first - second) > SAME_NEWS_DAYS ? "day" : null;
}
