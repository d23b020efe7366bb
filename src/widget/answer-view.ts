import { publishedText } from "./attribution.ts";
import type { CitationWire, ShownAnswer, ViewContext } from "./context.ts";
import { answerAsMarkdown, answerAsPlain } from "./copy.ts";
import { copyButton } from "./copy-button.ts";
import { disagreementView } from "./disagreement-view.ts";
import type { CitationsByMarker } from "./disagreement-view.ts";
import { make } from "./dom.ts";
import { hasQuote, markersIn, parseMarkdown } from "./markdown.ts";
import type { Inline } from "./markdown.ts";
import { markerButton } from "./marker-button.ts";
import { missingView } from "./missing-view.ts";
import { documentButton } from "./where-line.ts";

/** Keeps a marker on the line of the word before it. */
const NARROW_SPACE = "\u202f";

/** Signs beside the words for an outcome: what they mean is said by the words. */
const SIGNS: Readonly<Record<NonNullable<ShownAnswer["outcome"]>, string>> = {
  answered: "✓",
  disputed: "≠",
  unanswerable: "–",
};

/**
 * An answer, whole or as far as it has come: the outcome in words, the text with its quotes as quotes and its markers as
 * buttons, each disagreement with its table, what is missing, and the documents it rests on. Lines of quotes that a table
 * below repeats word for word are left to the table.
 */
export function answerView(answer: ShownAnswer, context: ViewContext): HTMLElement {
  const { strings } = context;
  const citations: CitationsByMarker = new Map(answer.citations.map((citation) => [citation.marker, citation]));
  const inTables = new Set(
    answer.disagreements.flatMap(({ positions, fitsAll }) => [
      ...positions.flatMap(({ markers }) => markers),
      ...fitsAll,
    ]),
  );
  const isInTable = (item: readonly Inline[]): boolean => {
    const markers = markersIn(item);
    return hasQuote(item) && markers.length > 0 && markers.every((marker) => inTables.has(marker));
  };
  const quotes = answer.citations.map((citation) => citation.quote);
  const draw = (children: readonly Inline[]): readonly (Node | string)[] => inlineNodes(children, citations, context);
  const blocks = parseMarkdown(answer.answer, quotes).flatMap((block): readonly HTMLElement[] => {
    if (block.kind === "paragraph") return [make("p", { attributes: { dir: "auto" } }, ...draw(block.children))];
    const items = block.items.filter((item) => !isInTable(item));
    if (items.length === 0) return [];
    return [
      make(
        "ul",
        { attributes: { class: "evidence" } },
        ...items.map((item) => make("li", { attributes: { dir: "auto" } }, ...draw(item))),
      ),
    ];
  });
  const { outcome } = answer;
  const hasChanged = outcome === "disputed" && answer.disagreements.every(({ kind }) => kind === "update");
  const state = outcome === null ? "partial" : `outcome-${outcome}`;
  return make(
    "article",
    { attributes: { class: `answer ${state}${hasChanged ? " has-changed" : ""}` } },
    outcomeLine(outcome, hasChanged ? "has-changed" : "as-told", strings),
    make("div", { attributes: { class: "text" }, part: "text" }, ...blocks),
    ...answer.disagreements.map((disagreement) => disagreementView(disagreement, citations, context)),
    outcome === "unanswerable" ? missingView(answer, context) : null,
    outcome === null ? null : foot(answer, context),
  );
}

const sign = (text: string): HTMLElement =>
  make("span", { attributes: { class: "sign", "aria-hidden": "true" } }, text);

/** The outcome in words. Before it is known its room is kept, so that the text does not move when it comes. */
function outcomeLine(
  outcome: ShownAnswer["outcome"],
  change: "has-changed" | "as-told",
  strings: ViewContext["strings"],
): HTMLElement {
  const attributes = { class: "outcome" };
  if (outcome === null) return make("p", { attributes: { ...attributes, "aria-hidden": "true" } }, sign("…"));
  // A figure that only changed is no dispute.
  if (change === "has-changed") return make("p", { attributes, part: "outcome" }, sign("↻"), strings.kind.update);
  return make("p", { attributes, part: "outcome" }, sign(SIGNS[outcome]), strings.outcome[outcome]);
}

function inlineNodes(
  children: readonly Inline[],
  citations: CitationsByMarker,
  context: ViewContext,
): readonly (Node | string)[] {
  return children.map((child, index) => {
    switch (child.kind) {
      case "text":
        return children[index + 1]?.kind === "marker" ? child.text.replace(/ $/, NARROW_SPACE) : child.text;
      case "quote":
        return make("q", { attributes: { class: "quote-inline", dir: "auto" }, part: "quote" }, child.text);
      case "strong":
        return make("strong", {}, ...inlineNodes(child.children, citations, context));
      case "marker": {
        const citation = citations.get(child.marker);
        return citation === undefined ? `[${child.marker}]` : markerButton(citation, context);
      }
    }
  });
}

function foot(answer: ShownAnswer, context: ViewContext): HTMLElement {
  const { strings } = context;
  return make(
    "footer",
    { attributes: { class: "foot" } },
    answer.citations.length === 0 ? null : sourcesList(answer.citations, context),
    make(
      "div",
      { attributes: { class: "tools" }, part: "tools" },
      copyButton({ label: strings.copyAnswer, text: () => answerAsMarkdown(answer, context), context }),
      copyButton({ label: strings.copyPlain, text: () => answerAsPlain(answer, context), context }),
      copyButton({ label: strings.copyLink, text: () => context.shareLink(answer.question), context }),
    ),
  );
}

/** The documents that the answer rests on, each once, with the buttons of its quotes. */
function sourcesList(citations: readonly CitationWire[], context: ViewContext): HTMLElement {
  const documents = new Map(citations.toReversed().map((citation) => [citation.document.id, citation]));
  const firsts = [...documents.values()].toReversed();
  const items = firsts.map((first) => {
    const ordered = citations
      .filter(({ document }) => document.id === first.document.id)
      .toSorted((a, b) => context.numberOf(a) - context.numberOf(b));
    return make(
      "li",
      {},
      ...ordered.map((citation) => markerButton(citation, context)),
      documentButton(first, context),
      make(
        "span",
        { attributes: { class: "published" } },
        publishedText(first.document, context.strings, context.lang),
      ),
    );
  });
  return make(
    "details",
    { attributes: { class: "sources" }, part: "sources" },
    make("summary", {}, context.strings.sourceCount(firsts.length)),
    make("ul", {}, ...items),
  );
}
