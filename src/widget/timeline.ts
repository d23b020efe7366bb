import type { DisagreementWire, PositionWire } from "./context.ts";
import type { Plot } from "./range-plot.ts";
import { timeScale } from "./scale.ts";

type Period = { readonly from: number; readonly to: number };

/**
 * Timeline of a figure that changed: each position in the middle of the time that it is of, with a line until the next
 * one; or, where sources differ about the time itself or count over different times, the time that each one gives. Null
 * where fewer than two positions are dated, or all alike.
 */
export function timeline(
  disagreement: Pick<DisagreementWire, "kind" | "about" | "positions">,
  lang: string,
): Plot | null {
  const isUpdate = disagreement.kind === "update";
  const isOfHours = disagreement.kind === "scope" && disagreement.positions.every(({ time }) => time !== null);
  if (!isUpdate && !isOfHours && disagreement.about !== "time") return null;
  const dated = disagreement.positions.flatMap((position) => {
    const period = periodOf(position);
    return period === null ? [] : [{ position, period }];
  });
  const different = new Set(dated.map(({ period }) => `${period.from} ${period.to}`));
  if (different.size < 2) return null;
  const { place, ticks } = timeScale(
    dated.flatMap(({ period }) => [period.from, period.to]),
    lang,
  );
  if (!isUpdate) {
    const rows = dated.map(({ position, period }) => ({
      position,
      mark: { kind: "bar", from: place(period.from), to: place(period.to), hollow: false } as const,
    }));
    return { rows, ticks, tickLabels: "start", legend: isOfHours ? ["covers"] : [] };
  }
  const places = dated.map(({ period }) => place((period.from + period.to) / 2));
  const rows = dated.map(({ position }, index) => {
    const at = places[index] ?? 0;
    return { position, mark: { kind: "stand", at, until: Math.max(places[index + 1] ?? 100, at) } as const };
  });
  return { rows, ticks, tickLabels: "start", legend: ["day", "stands"] };
}

/** The time that a position states, else the day that it is of; both ends, the last minute included. */
function periodOf({ time, asOf }: PositionWire): Period | null {
  const from = instant(time?.from ?? time?.to ?? asOf);
  const to = instant(time?.to ?? time?.from ?? asOf);
  if (from === null || to === null) return null;
  return { from: Math.min(from, to), to: Math.max(from, to) };
}

/** Times of documents have no zone; read as UTC they keep their distances. A day alone is its noon. */
function instant(written: string | null | undefined): number | null {
  if (written === null || written === undefined) return null;
  const time = Date.parse(/^\d{4}-\d{2}-\d{2}$/.test(written) ? `${written}T12:00Z` : `${written}Z`);
  return Number.isNaN(time) ? null : time;
}
