import type { Document, Layout } from "../../documents/document.ts";
import { markup } from "../html.ts";
import type { Html } from "../html.ts";
import { webAddress } from "./anchors.ts";
import type { ShownDisagreement } from "./anchors.ts";
import { framePage } from "./frame.ts";
import { blocksOf, markText, numbersOf } from "./marks.ts";
import type { Mark } from "./marks.ts";
import { count, nameDay, nameKind } from "./words.ts";

/** A short line without a full stop is laid out as a heading, a list item among them; as a heading of ours it would shout. */
const LIST_ITEM = /^[-*+\u2022\u2013] /;

/**
 * A document for people: its whole text, what the corpus says otherwise in the margin.
 * @param shown the disagreements that this document takes part in, each with the quotes of all its sides
 */
export function writeDocumentPage(input: {
  readonly document: Document;
  readonly layout: Layout;
  readonly shown: readonly ShownDisagreement[];
}): string {
  const { document, layout, shown } = input;
  const marks = shown.flatMap((one, at) => marksOf(one, document.id, at + 1));
  const noted = new Set<number>();
  const blocks = blocksOf(document.text, layout.paragraphs).map((block) => {
    const here = marks.filter(({ span }) => span.start < block.span.end && block.span.start < span.end);
    const fresh = numbersOf(here).filter((number) => !noted.has(number));
    for (const number of fresh) noted.add(number);
    const notes = fresh.flatMap((number) => {
      const one = shown[number - 1];
      return one ? [writeNote(one, number, document.id)] : [];
    });
    const isItem = LIST_ITEM.test(document.text.slice(block.span.start, block.span.start + 3));
    const tag = block.paragraph?.kind === "heading" && !isItem ? "h2" : "p";
    return writeBlock({ tag, text: markText(document.text, block.span, marks), start: block.span.start, notes });
  });
  return framePage({
    title: document.title,
    current: "document",
    main: markup`<article class="document">
      <header>
        <h1><bdi>${document.title}</bdi></h1>
        ${writeMetadata(document)}
        <p class="ours">
          ${
            shown.length === 0
              ? "Nothing here is told otherwise in another document."
              : `${count(shown.length, "statement")} here ${shown.length === 1 ? "is" : "are"} told otherwise elsewhere: marked in the text, numbered, and noted beside it.`
          }
        </p>
        <p class="ours" id="opened" role="status"></p>
      </header>
      <div class="text" data-length="${document.text.length}">${blocks}</div>
    </article>`,
  });
}

function marksOf(one: ShownDisagreement, id: string, number: number): readonly Mark[] {
  const quotes = [...one.positions.flatMap(({ quotes: own }) => own), ...one.fitsAll];
  return quotes.flatMap(({ document, start, end }) => (document.id === id ? [{ span: { start, end }, number }] : []));
}

function writeMetadata(document: Document): Html {
  const address = webAddress(document.url);
  const entries: readonly (readonly [string, Html])[] = [
    ...(document.source === null ? [] : [["Published by", markup`<bdi>${document.source}</bdi>`] as const]),
    ...(document.published === null
      ? []
      : [["On", markup`<time datetime="${document.published}">${nameDay(document.published)}</time>`] as const]),
    ...(address === null
      ? []
      : [
          [
            "Original",
            markup`<a href="${address.href}" rel="noopener noreferrer external"><bdi>${address.host}</bdi></a>`,
          ] as const,
        ]),
  ];
  if (entries.length === 0) return markup`<p class="facts">Neither outlet nor date is known.</p>`;
  return markup`<dl class="facts">
    ${entries.map(
      ([term, value]) =>
        markup`<div>
          <dt>${term}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
}

function writeBlock(block: {
  readonly tag: "h2" | "p";
  readonly text: Html;
  readonly start: number;
  readonly notes: readonly Html[];
}): Html {
  const { tag, text, start, notes } = block;
  return markup`<div class="block">
    ${
      tag === "h2"
        ? markup`<h2 dir="auto" data-start="${start}">${text}</h2>`
        : markup`<p dir="auto" data-start="${start}">${text}</p>`
    }${notes.length === 0 ? null : markup`<div class="notes">${notes}</div>`}
  </div> `;
}

/** What the others say, beside the text: the values of the positions this document does not take, and a link to all of it. */
function writeNote(one: ShownDisagreement, number: number, id: string): Html {
  const { disagreement, positions, anchor } = one;
  const isHere = (quotes: readonly { readonly document: { readonly id: string } }[]): boolean =>
    quotes.some(({ document }) => document.id === id);
  const here = positions.filter(({ quotes }) => isHere(quotes)).map(({ position }) => position.value);
  const elsewhere = positions.filter(({ quotes }) => !isHere(quotes)).map(({ position }) => position.value);
  return markup`<div class="note" role="note" id="n${number}" tabindex="-1" aria-label="Disagreement ${number}">
    <p class="kind"><span class="number">${number}</span> ${nameKind(disagreement)}</p>
    <p>
      <bdi>${disagreement.topic}</bdi>${here.length === 0 ? null : markup`: here <b><bdi>${here.join(", ")}</bdi></b>`}${
        elsewhere.length === 0 ? null : markup`; elsewhere <b><bdi>${elsewhere.join(", ")}</bdi></b>`
      }.
    </p>
    <p>
      <a href="/disagreements#${anchor}">Who says what<span class="unseen"> about disagreement ${number}</span></a>
    </p>
  </div>`;
}

/** The page where there is no such document. */
export function writeMissingPage(id: string): string {
  return framePage({
    title: "No such document",
    current: "nothing",
    main: markup`<h1>There is no such document</h1>
      <p>
        Nothing here is called <q><bdi>${id}</bdi></q
        >. It may have been withdrawn, or the address is not quite right.
      </p>
      <p><a href="/disagreements#documents">The documents there are</a></p>`,
  });
}
