import type { PositionWire } from "./context.ts";
import { figureScale } from "./scale.ts";
import type { Tick } from "./scale.ts";
import type { MarkKind } from "./view-strings.ts";

/** A mark on an axis; all places in per cent of its width. */
export type Mark =
  /** One figure: filled where exact, hollow where about. */
  | { readonly kind: "dot"; readonly at: number; readonly hollow: boolean }
  /** All that a figure may mean; hollow with a dot in its middle where it is an "about". */
  | { readonly kind: "bar"; readonly from: number; readonly to: number; readonly hollow: boolean }
  /** A bound: from the figure on, up or down. */
  | { readonly kind: "arrow"; readonly from: number; readonly to: "up" | "down" }
  /** When it was reported, and how long it stood: until the next report. */
  | { readonly kind: "stand"; readonly at: number; readonly until: number };

/** A plot: a row for each position that can be plotted, in order, on one axis. */
export type Plot = {
  readonly rows: readonly { readonly position: PositionWire; readonly mark: Mark }[];
  readonly ticks: readonly Tick[];
  /** A tick of a figure is that figure; a tick of a time begins a day, a month, a year. */
  readonly tickLabels: "middle" | "start";
  /** What the marks used stand for, each once. */
  readonly legend: readonly MarkKind[];
};

/** Positions from which on dots alone are worth a plot. */
const WORTH_A_PLOT = 3;
const LEGEND_ORDER: readonly MarkKind[] = ["exact", "about", "range", "at-least", "at-most"];

type Quantity = NonNullable<PositionWire["quantity"]>;

/**
 * Marks of a range plot: dot = exact, bar = range, arrow = bound, hollow = about. Null where a plot says no more than the
 * table does: fewer than two figures, or fewer than three that are all exact; and where rates stand beside totals.
 */
export function rangePlot(positions: readonly PositionWire[], lang: string): Plot | null {
  const plotted = positions.flatMap((position) =>
    position.quantity !== null && boundsOf(position.quantity).length > 0
      ? [{ position, quantity: position.quantity, kind: markKind(position.quantity) }]
      : [],
  );
  const periods = new Set(plotted.map(({ quantity }) => quantity.per));
  const enough = plotted.length >= WORTH_A_PLOT || plotted.some(({ kind }) => kind !== "exact");
  if (plotted.length < 2 || periods.size > 1 || !enough) return null;
  const { place, ticks } = figureScale(
    plotted.flatMap(({ quantity }) => boundsOf(quantity)),
    lang,
  );
  const used = new Set(plotted.map(({ kind }) => kind));
  return {
    rows: plotted.map(({ position, quantity }) => ({ position, mark: markOf(quantity, place) })),
    ticks,
    tickLabels: "middle",
    legend: LEGEND_ORDER.filter((kind) => used.has(kind)),
  };
}

const boundsOf = ({ low, high }: Quantity): readonly number[] =>
  [low, high].flatMap((bound) => (bound !== null && Number.isFinite(bound) ? [bound] : []));

function markKind({ low, high, hedge }: Quantity): MarkKind {
  if (high === null) return "at-least";
  if (low === null) return "at-most";
  if (hedge === "about" || hedge === "almost") return "about";
  return low === high ? "exact" : "range";
}

function markOf(quantity: Quantity, place: (value: number) => number): Mark {
  const { low, high } = quantity;
  if (low !== null && high !== null) {
    const hollow = markKind(quantity) === "about";
    return low === high
      ? { kind: "dot", at: place(low), hollow }
      : { kind: "bar", from: place(low), to: place(high), hollow };
  }
  return low === null
    ? { kind: "arrow", from: place(high ?? 0), to: "down" }
    : { kind: "arrow", from: place(low), to: "up" };
}
