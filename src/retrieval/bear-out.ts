import type { Snapshot } from "../index/snapshot.ts";
import type { StatedSlot } from "../question/stated-slots.ts";
import type { Evidence } from "./evidence.ts";
import { fillsSlot } from "./fill-slots.ts";

/** Evidence that bears out all that a question states, and the words of the question that none does. */
export type BorneOut = {
  readonly evidence: readonly Evidence[];
  readonly missing: readonly StatedSlot[];
  /** How far the first such evidence lies behind the best, at most `MAX_GAP`. */
  readonly gap: number;
};

/** Evidence further behind the best than this cannot lend it what it lacks. */
const MAX_GAP = 5;

/**
 * Keeps the evidence that bears out every slot. Where none does, `missing` names the slots that no near evidence fills, or
 * where each is filled by some but never together, the one that the fewest fill.
 */
export function bearOut(slots: readonly StatedSlot[], evidence: readonly Evidence[], snapshot: Snapshot): BorneOut {
  if (slots.length === 0) return { evidence, missing: [], gap: 0 };
  const best = evidence[0]?.score ?? 0;
  const near = evidence.filter((one) => best - one.score <= MAX_GAP);
  const filled = near.map((one) => {
    const record = snapshot.records[one.record];
    return slots.map((slot) => record !== undefined && fillsSlot(slot, { record, sentence: one.sentence }));
  });
  const whole = near.filter((_, i) => filled[i]?.every(Boolean));
  const [first] = whole;
  if (first) return { evidence: whole, missing: [], gap: best - first.score };
  const counts = slots.map((_, i) => filled.filter((row) => row[i]).length);
  const fewest = Math.min(...counts);
  return { evidence: [], missing: slots.filter((_, i) => counts[i] === fewest), gap: MAX_GAP };
}
