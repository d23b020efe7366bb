import type { QuantityClaim } from "../claims/claim.ts";
import { fitOfPeriods } from "./periods.ts";
import { profileOf } from "./profile.ts";
import type { Profile } from "./profile.ts";
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

type Quantity = Profile<QuantityClaim>;

/** The day up to which a claim without a `during` period can tell: its as-of day, else its document's. */
export function toldOn(claim: QuantityClaim, world: World): number | null {
  return profileOf(claim).asOf ?? world.publishedOn?.(claim.document) ?? null;
}

/** True for what is so at a time rather than happening in one. */
export function isLasting(claim: QuantityClaim, { days, weekdays }: Profile): boolean {
  if (claim.measure === "stock") return true;
  return claim.measure === "total" && LASTING_ACTIONS.has(claim.event.action ?? "") && !days && weekdays === 0;
}

function growsInto(total: Quantity, running: Quantity, world: World): "day" | "measure" | null {
  const { days } = total;
  const told = toldOn(running.claim, world);
  if (!days) return null;
  if (told === null || days.to - days.from + 1 >= LONG_DAYS) return "measure";
  if (told < days.from) return "day";
  if (told > days.to + NEWS_DAYS) return "measure";
  const [first, now] = [total.claim.quantity.said, running.claim.quantity.said];
  const [start, end] = [first.low ?? first.high, now.low ?? now.high];
  return start !== null && end !== null && end <= start * MAX_GROWTH ? null : "measure";
}

function byNews({ days }: Quantity, silent: Quantity, world: World): "day" | null {
  const told = toldOn(silent.claim, world);
  if (!days || told === null) return null;
  return told < days.from || told > days.to + NEWS_DAYS ? "day" : null;
}

/** What time has against comparing two figures; null where nothing. Symmetric. */
export function refusalByTime(a: Quantity, b: Quantity, world: World): "day" | "measure" | null {
  const aLasting = isLasting(a.claim, a);
  const bLasting = isLasting(b.claim, b);
  if (aLasting && bLasting) return null;
  // "Deployed" is a state to the one text and a deed to the other; of what was asked for they are the same figure.
  if ((aLasting || bLasting) && !(world.asked?.isFilledBy(a.claim) && world.asked.isFilledBy(b.claim)))
    return "measure";
  const one = a.claim.measure;
  const other = b.claim.measure;
  if (one === "running" || other === "running") {
    if (one === other) return null;
    return one === "running" ? growsInto(b, a, world) : growsInto(a, b, world);
  }
  const fit = fitOfPeriods(a, b);
  if (fit === "different") return "day";
  if (fit !== "unstated") return null;
  if (a.days || b.days) return a.days ? byNews(a, b, world) : byNews(b, a, world);
  const [first, second] = [toldOn(a.claim, world), toldOn(b.claim, world)];
  if (first === null || second === null) return null;
  return Math.abs(first - second) > SAME_NEWS_DAYS ? "day" : null;
}
