import type { DocumentsWire } from "../wire.ts";
import type { VerifiedCitation } from "../../quotes/verified.ts";
import { markup } from "../html.ts";
import type { Html } from "../html.ts";
import { addressOf } from "./anchors.ts";
import type { ShownDisagreement } from "./anchors.ts";
import { framePage } from "./frame.ts";
import { count, credit, KINDS, meaningOf, nameCertainty, nameDay, nameKind, NAMES_OF_KINDS } from "./words.ts";

/** What the topics page shows. */
export type TopicsInput = {
  readonly shown: readonly ShownDisagreement[];
  /** Disagreements that are not listed. */
  readonly leftOut: number;
  /** The kind asked for, null for all. */
  readonly kind: ShownDisagreement["disagreement"]["kind"] | null;
  /** Documents and outlets that the list was narrowed to, in words; null where it was not. */
  readonly narrowedTo: string | null;
  readonly documents: DocumentsWire["documents"];
};

/** Everything the corpus disagrees about, by topic: the front page of what is known here. */
export function writeTopicsPage(input: TopicsInput): string {
  const topics = groupByTopic(input.shown);
  const all = input.shown.length + input.leftOut;
  return framePage({
    title: "What the documents disagree about",
    current: "topics",
    main: markup`<h1>What the documents disagree about</h1>
      <p class="lead ours">${sayHowMany(all, input)}</p>
      ${writeKinds(input.kind)} ${topics.length < 2 ? null : writeContents(topics)}
      ${topics.map(([topic, members]) => writeTopic(topic, members))}
      ${input.leftOut === 0 ? null : markup`<p class="ours">${input.leftOut} more are not listed here.</p>`}
      ${writeDocuments(input.documents)}`,
  });
}

function sayHowMany(all: number, { documents, kind, narrowedTo }: TopicsInput): string {
  const where = narrowedTo ?? count(documents.length, "document");
  const what = kind === null ? "" : ` of the kind “${NAMES_OF_KINDS[kind]}”`;
  if (all === 0) return `Nothing${what} was found in ${where}.`;
  return `${count(all, "disagreement")}${what} in ${where}. Every side is shown in its own words; none is preferred.`;
}

/** Disagreements under their topics, in order of the first of each. */
function groupByTopic(
  shown: readonly ShownDisagreement[],
): readonly (readonly [string, readonly [ShownDisagreement, ...ShownDisagreement[]]])[] {
  const groups = new Map<string, [ShownDisagreement, ...ShownDisagreement[]]>();
  for (const one of shown) {
    const known = groups.get(one.disagreement.topic);
    if (known) known.push(one);
    else groups.set(one.disagreement.topic, [one]);
  }
  return [...groups];
}

const link = (name: string, address: string, isChosen: boolean): Html =>
  markup`<li><a href="${address}" ${isChosen ? markup` aria-current="true"` : null}>${name}</a></li>`;

function writeKinds(chosen: TopicsInput["kind"]): Html {
  return markup`<nav class="kinds" aria-label="Kinds of disagreement">
    <ul>
      ${[
        link("All", "/disagreements", chosen === null),
        ...KINDS.map((kind) => link(NAMES_OF_KINDS[kind], `/disagreements?kind=${kind}`, kind === chosen)),
      ]}
    </ul>
  </nav>`;
}

function writeContents(topics: ReturnType<typeof groupByTopic>): Html {
  return markup`<nav class="contents" aria-label="Topics">
    <ol>
      ${topics.map(
        ([topic, [first]]) =>
          markup`<li>
            <a href="#${first.anchor}"><bdi>${topic}</bdi></a>
          </li>`,
      )}
    </ol>
  </nav>`;
}

function writeTopic(topic: string, members: readonly ShownDisagreement[]): Html {
  return markup`<section class="topic">
    <h2><bdi>${topic}</bdi></h2>
    ${members.map(writeDisagreement)}
  </section> `;
}

function writeDisagreement({ disagreement, anchor, positions, fitsAll }: ShownDisagreement): Html {
  return markup`<div class="disagreement" id="${anchor}" tabindex="-1">
    <p class="summary ours"><bdi>${disagreement.summary}</bdi></p>
    <p class="meaning"><strong>${nameKind(disagreement)}.</strong> ${meaningOf(disagreement.kind)}</p>
    <ul class="positions">
      ${positions.map(writePosition)}
    </ul>
    ${
      fitsAll.length === 0
        ? null
        : markup`<details class="fits">
            <summary>
              ${count(fitsAll.length, "statement")} that ${fitsAll.length === 1 ? "fits" : "fit"} every side
            </summary>
            ${fitsAll.map(writeQuote)}
          </details>`
    }
    ${disagreement.leftOut === 0 ? null : markup`<p class="ours">${count(disagreement.leftOut, "more side")} not listed.</p>`}
  </div>`;
}

function writePosition({ position, quotes }: ShownDisagreement["positions"][number]): Html {
  const when = [position.scope, position.asOf === null ? null : `as of ${nameDay(position.asOf)}`].filter(
    (part) => part !== null,
  );
  return markup`<li class="position">
    <h3><bdi>${position.value}</bdi></h3>
    ${when.length === 0 ? null : markup`<p class="when"><bdi>${when.join("; ")}</bdi></p>`}
    ${groupByOrigin(quotes).map(writeOrigin)}
  </li>`;
}

/** Quotes that go back to one speaker or one wording stand together: told twice is not said by two. */
function groupByOrigin(quotes: readonly VerifiedCitation[]): readonly (readonly VerifiedCitation[])[] {
  const groups = new Map<string, VerifiedCitation[]>();
  for (const quote of quotes) {
    const known = groups.get(quote.origin);
    if (known) known.push(quote);
    else groups.set(quote.origin, [quote]);
  }
  return [...groups.values()];
}

function writeOrigin([first, ...rest]: readonly VerifiedCitation[]): Html | null {
  if (!first) return null;
  if (rest.length === 0) return writeQuote(first);
  return markup`${writeQuote(first)}
    <details>
      <summary>${rest.length} more of the same origin</summary>
      ${rest.map(writeQuote)}
    </details>`;
}

function writeQuote(citation: VerifiedCitation): Html {
  const { document, speaker } = citation;
  const certainty = nameCertainty(citation.certainty);
  const outlet = document.source === undefined ? null : markup`, <bdi>${document.source}</bdi>`;
  const day =
    document.published === undefined
      ? null
      : markup`, <time datetime="${document.published}">${nameDay(document.published)}</time>`;
  return markup`<figure class="quote">
    <blockquote dir="auto">${citation.quote}</blockquote>
    <figcaption>
      ${speaker === null ? null : markup`<b><bdi>${credit(speaker)}</bdi></b> · `}<a href="${addressOf(citation)}"
        ><bdi>${document.title}</bdi></a
      >${outlet}${day}${certainty === null ? null : markup` · <em>${certainty}</em>`}
    </figcaption>
  </figure>`;
}

function writeDocuments(documents: TopicsInput["documents"]): Html {
  return markup`<section class="documents" id="documents" tabindex="-1">
    <h2>The documents</h2>
    <ul>
      ${documents.map(
        ({ id, title, source, published }) =>
          markup`<li>
            <a href="/documents/${encodeURIComponent(id)}"><bdi>${title}</bdi></a
            >${
              source === undefined ? null : markup`, <bdi>${source}</bdi>`
            }${published === undefined ? null : markup`, <time datetime="${published}">${nameDay(published)}</time>`}
          </li>`,
      )}
    </ul>
  </section>`;
}
