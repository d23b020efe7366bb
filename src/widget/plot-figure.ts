import { sayerOf } from "./attribution.ts";
import type { CitationWire } from "./context.ts";
import { make, makeSvg } from "./dom.ts";
import type { Mark, Plot } from "./range-plot.ts";
import type { MarkKind, ViewStrings } from "./view-strings.ts";

/** Height of a row's drawing and of the axis, in CSS pixels; widths are per cent, so that text keeps its size at any width. */
const ROW_HEIGHT = 20;
const AXIS_HEIGHT = 22;
const MIDDLE = ROW_HEIGHT / 2;
const RADIUS = 5;
/** Bars narrower than this, in per cent, are drawn as a dot: they would not be seen. */
const NARROWEST_BAR = 2;
/** From here on there is no room for a label behind its tick; before `EARLY_TICK` none in front of it. */
const LATE_TICK = 90;
const EARLY_TICK = 8;

/** What a plot is drawn with: `label` is all that is said of it, for the table beside it tells the same. */
export type Drawing = {
  readonly plot: Plot;
  readonly label: string;
  readonly citations: ReadonlyMap<number, CitationWire>;
  readonly strings: ViewStrings;
};

/** A plot as inline SVG, one row a position with its value and who says so, above one axis. */
export function plotFigure({ plot, label, citations, strings }: Drawing): HTMLElement {
  const rows = plot.rows.flatMap(({ position, mark }) => {
    const first = citations.get(position.markers[0] ?? 0);
    return [
      make(
        "span",
        { attributes: { class: "plot-label" } },
        make("bdi", { attributes: { class: "theirs" } }, position.value),
        make("span", { attributes: { class: "plot-who" } }, first === undefined ? "" : sayerOf(first)),
      ),
      makeSvg(
        "svg",
        { class: "plot-track", width: "100%", height: ROW_HEIGHT },
        ...plot.ticks.map(({ at }) => line([at, 0], [at, ROW_HEIGHT], "plot-grid")),
        ...drawn(mark),
      ),
    ];
  });
  const axis = makeSvg(
    "svg",
    { class: "plot-track plot-axis", width: "100%", height: AXIS_HEIGHT },
    line([0, 0.5], [100, 0.5], "plot-rule"),
    ...plot.ticks.flatMap(({ at, label: text }) => {
      const anchor = anchorOf(at, plot);
      return anchor === null ? [] : [makeSvg("text", { x: `${at}%`, y: 15, "text-anchor": anchor }, text)];
    }),
  );
  const legend = plot.legend.map((kind) =>
    make("span", { attributes: { class: "plot-key" } }, keyOf(kind), strings.mark[kind]),
  );
  return make(
    "div",
    { attributes: { class: "plot", role: "img", "aria-label": label }, part: "plot" },
    make("div", { attributes: { class: "plot-rows" } }, ...rows, make("span"), axis),
    legend.length > 0 ? make("div", { attributes: { class: "plot-legend" } }, ...legend) : null,
  );
}

/** How a label stands at its tick; null where a label behind its tick would have no room. */
function anchorOf(at: number, { tickLabels }: Plot): "start" | "middle" | "end" | null {
  if (tickLabels === "start") return at > LATE_TICK ? null : "start";
  if (at > LATE_TICK) return "end";
  return at < EARLY_TICK ? "start" : "middle";
}

const LEGEND_MARKS: Readonly<Record<MarkKind, Mark>> = {
  exact: { kind: "dot", at: 50, hollow: false },
  about: { kind: "bar", from: 10, to: 90, hollow: true },
  range: { kind: "bar", from: 10, to: 90, hollow: false },
  "at-least": { kind: "arrow", from: 15, to: "up" },
  "at-most": { kind: "arrow", from: 85, to: "down" },
  day: { kind: "dot", at: 50, hollow: false },
  stands: { kind: "stand", at: 0, until: 100 },
  covers: { kind: "bar", from: 10, to: 90, hollow: false },
};

function keyOf(kind: MarkKind): SVGElement {
  const isLine = kind === "stands";
  return makeSvg(
    "svg",
    { class: "plot-track", width: 30, height: ROW_HEIGHT },
    ...(isLine ? [line([0, MIDDLE], [100, MIDDLE], "plot-until")] : drawn(LEGEND_MARKS[kind])),
  );
}

function drawn(mark: Mark): readonly SVGElement[] {
  switch (mark.kind) {
    case "dot":
      return [dot(mark.at, mark.hollow ? "plot-hollow" : "plot-full")];
    case "bar": {
      const middle = (mark.from + mark.to) / 2;
      if (mark.hollow) {
        return [line([mark.from, MIDDLE], [mark.to, MIDDLE], "plot-line"), dot(middle, "plot-hollow")];
      }
      return [bar(mark.from, mark.to)];
    }
    case "arrow": {
      const end = mark.to === "up" ? 100 : 0;
      return [
        line([mark.from, MIDDLE], [end, MIDDLE], "plot-line"),
        line([mark.from, MIDDLE - 6], [mark.from, MIDDLE + 6], "plot-line"),
        head(end, mark.to),
      ];
    }
    case "stand":
      return [line([mark.at, MIDDLE], [mark.until, MIDDLE], "plot-until"), dot(mark.at, "plot-full")];
  }
}

function bar(from: number, to: number): SVGElement {
  if (to - from < NARROWEST_BAR) return dot((from + to) / 2, "plot-full");
  return makeSvg("rect", {
    class: "plot-full",
    x: `${from}%`,
    y: MIDDLE - 4,
    width: `${Math.round((to - from) * 100) / 100}%`,
    height: 8,
    rx: 4,
  });
}

const dot = (at: number, shape: "plot-full" | "plot-hollow"): SVGElement =>
  makeSvg("circle", { class: shape, cx: `${at}%`, cy: MIDDLE, r: RADIUS });

/** The head of an arrow at an end of the axis: an inner drawing of its own, for paths know no per cent. */
function head(end: number, to: "up" | "down"): SVGElement {
  const path =
    to === "up"
      ? `M-7 ${MIDDLE - 5} L-1 ${MIDDLE} L-7 ${MIDDLE + 5}`
      : `M7 ${MIDDLE - 5} L1 ${MIDDLE} L7 ${MIDDLE + 5}`;
  return makeSvg(
    "svg",
    { x: `${end}%`, overflow: "visible" },
    makeSvg("path", { class: "plot-line", d: path, fill: "none" }),
  );
}

type Point = readonly [percent: number, pixels: number];

function line([x1, y1]: Point, [x2, y2]: Point, shape: string): SVGElement {
  return makeSvg("line", { class: shape, x1: `${x1}%`, y1, x2: `${x2}%`, y2 });
}
