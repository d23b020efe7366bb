import { dayText, sayerOf } from "./attribution.ts";
import type { CitationWire, DisagreementWire, PositionWire, ViewContext } from "./context.ts";
import { make } from "./dom.ts";
import { markerButton } from "./marker-button.ts";
import { plotFigure } from "./plot-figure.ts";
import { quoteWords } from "./quote-card.ts";
import { rangePlot } from "./range-plot.ts";
import { timeline } from "./timeline.ts";
import { whereLine } from "./where-line.ts";

/** Citations by marker. */
export type CitationsByMarker = ReadonlyMap<number, CitationWire>;

/** Citations of one origin: the first stands for them, the others are folded. */
export type SameOrigin = { readonly first: CitationWire; readonly others: readonly CitationWire[] };

/** The citations of a position by origin, in the order of their markers. A marker without a citation is left out. */
export function byOrigin(markers: readonly number[], citations: CitationsByMarker): readonly SameOrigin[] {
  const groups = new Map<string, CitationWire[]>();
  for (const marker of markers) {
    const citation = citations.get(marker);
    if (citation === undefined) continue;
    const group = groups.get(citation.origin);
    if (group === undefined) groups.set(citation.origin, [citation]);
    else group.push(citation);
  }
  return [...groups.values()].flatMap(([first, ...others]) => (first === undefined ? [] : [{ first, others }]));
}

/**
 * A disagreement: what it is about and of which kind, in words; a plot or timeline where that shows more; then the table,
 * one row a position, none before the others but by the order that the server gives.
 */
export function disagreementView(
  disagreement: DisagreementWire,
  citations: CitationsByMarker,
  context: ViewContext,
): HTMLElement {
  const { strings, lang } = context;
  const plot = disagreement.kind === "update" ? null : rangePlot(disagreement.positions, lang);
  const line = plot === null ? timeline(disagreement, lang) : null;
  const drawing = plot ?? line;
  const label = (plot === null ? strings.timelineOf : strings.plotOf)(disagreement.topic);
  return make(
    "section",
    { attributes: { class: `disagreement kind-${disagreement.kind}` }, part: "disagreement" },
    make("h4", { attributes: { class: "topic", dir: "auto" } }, disagreement.topic),
    make(
      "p",
      { attributes: { class: "kind" } },
      make("strong", {}, nameKind(strings, disagreement)),
      " ",
      make("span", {}, strings.kindMeans[disagreement.kind]),
    ),
    drawing === null ? null : plotFigure({ plot: drawing, label, citations, strings }),
    positionsTable(disagreement, citations, context),
    fitting(disagreement, citations, context),
    disagreement.leftOut > 0
      ? make("p", { attributes: { class: "left-out" } }, strings.leftOut(disagreement.leftOut))
      : null,
  );
}

/** Roles are spelled out: a table that a narrow window lays out as cards loses those it has by itself. */
function positionsTable(
  disagreement: DisagreementWire,
  citations: CitationsByMarker,
  context: ViewContext,
): HTMLElement {
  const { column } = context.strings;
  const headings = [column.value[disagreement.about], column.says, column.words];
  const head = headings.map((text) => make("th", { attributes: { scope: "col", role: "columnheader" } }, text));
  const rows = disagreement.positions.map((position) =>
    make(
      "tr",
      { attributes: { role: "row" }, part: "position" },
      make(
        "th",
        { attributes: { scope: "row", role: "rowheader", class: "value" } },
        ...valueCell(position, disagreement, context),
      ),
      ...originCells(byOrigin(position.markers, citations), context),
    ),
  );
  return make(
    "table",
    { attributes: { class: `positions about-${disagreement.about}`, role: "table" }, part: "positions" },
    make("caption", { attributes: { class: "visually-hidden" } }, disagreement.topic),
    make("thead", { attributes: { role: "rowgroup" } }, make("tr", { attributes: { role: "row" } }, ...head)),
    make("tbody", { attributes: { role: "rowgroup" } }, ...rows),
  );
}

function valueCell(
  position: PositionWire,
  { about }: DisagreementWire,
  { strings, lang }: ViewContext,
): readonly HTMLElement[] {
  const ours = { affirmed: strings.affirmed, denied: strings.denied };
  const own = about === "status" && (position.value === "affirmed" || position.value === "denied");
  const value = own
    ? make("span", { attributes: { class: "own-value" } }, position.value === "denied" ? ours.denied : ours.affirmed)
    : make("bdi", { attributes: { class: "theirs" } }, position.value);
  const notes = [
    position.scope === null ? null : make("span", { attributes: { class: "note" } }, make("bdi", {}, position.scope)),
    position.scope === null && position.asOf !== null && about === "quantity"
      ? make("span", { attributes: { class: "note" } }, dayText(position.asOf, lang))
      : null,
  ];
  return [value, ...notes.filter((note) => note !== null)];
}

function originCells(origins: readonly SameOrigin[], context: ViewContext): readonly HTMLElement[] {
  const says = [...new Set(origins.map(({ first }) => sayerOf(first)))];
  return [
    make(
      "td",
      { attributes: { role: "cell", class: "says", "data-label": context.strings.column.says } },
      ...says.map((name) => make("bdi", { attributes: { class: "sayer" } }, name)),
    ),
    make(
      "td",
      { attributes: { role: "cell", class: "words" } },
      ...origins.map(({ first, others }) =>
        make(
          "div",
          { attributes: { class: "origin" } },
          sourcedQuote(first, context),
          others.length === 0
            ? null
            : make(
                "details",
                { attributes: { class: "same-origin" } },
                make("summary", {}, context.strings.sameOrigin(others.length)),
                ...others.map((other) => sourcedQuote(other, context)),
              ),
        ),
      ),
    ),
  ];
}

/** A quote with its button, and under it where it stands. */
function sourcedQuote(quote: CitationWire, context: ViewContext): HTMLElement {
  const words = quoteWords(quote);
  words.append("\u2060", markerButton(quote, context));
  return make("div", { attributes: { class: "sourced" } }, words, whereLine(quote, context));
}

function fitting(
  { fitsAll }: DisagreementWire,
  citations: CitationsByMarker,
  context: ViewContext,
): HTMLElement | null {
  const fits = byOrigin(fitsAll, citations);
  if (fits.length === 0) return null;
  return make(
    "div",
    { attributes: { class: "fits" } },
    make("p", { attributes: { class: "fits-label" } }, context.strings.fitsAll),
    ...fits.map(({ first }) => sourcedQuote(first, context)),
  );
}

const nameKind = (strings: ViewContext["strings"], { kind, about }: DisagreementWire): string =>
  about === "quantity" ? strings.kind[kind] : strings.kindOfAccounts[kind];
