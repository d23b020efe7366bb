import type { Hash } from "../../ports.ts";
import type { DisagreementListing } from "../../quotes/listing.ts";
import type { VerifiedCitation, VerifiedDisagreement } from "../../quotes/verified.ts";

/** A disagreement as the pages show it. */
export type ShownDisagreement = {
  readonly disagreement: VerifiedDisagreement;
  /** Name of its place on the topics page: the same wherever it is listed, for it is made of its quotes. */
  readonly anchor: string;
  /** The quotes of each position, in order. */
  readonly positions: readonly {
    readonly position: VerifiedDisagreement["positions"][number];
    readonly quotes: readonly VerifiedCitation[];
  }[];
  readonly fitsAll: readonly VerifiedCitation[];
};

/** Letters of a hash that tell a few thousand disagreements apart. */
const ANCHOR_LENGTH = 12;

/** A listing with its markers followed. */
export function followMarkers(listing: DisagreementListing, hash: Hash): readonly ShownDisagreement[] {
  const byMarker = new Map(listing.citations.map((citation) => [citation.marker, citation]));
  const quotesOf = (markers: readonly number[]): readonly VerifiedCitation[] =>
    markers.flatMap((marker) => byMarker.get(marker) ?? []);
  return listing.disagreements.map((disagreement) => {
    const positions = disagreement.positions.map((position) => ({ position, quotes: quotesOf(position.markers) }));
    const places = positions.flatMap(({ quotes }) => quotes.map(placeOf));
    const key = [disagreement.kind, disagreement.topic, ...places].join("\n");
    const anchor = `d-${hash.sha256(key).slice(0, ANCHOR_LENGTH)}`;
    return { disagreement, anchor, positions, fitsAll: quotesOf(disagreement.fitsAll) };
  });
}

const placeOf = ({ document, start, end }: VerifiedCitation): string => `${document.id} ${start} ${end}`;

/** Address of a quote in its document's page; the offsets are UTF-16 units, as everywhere. */
export function addressOf({ document, start, end }: VerifiedCitation): string {
  return `/documents/${encodeURIComponent(document.id)}#c=${start}-${end}`;
}

/** Only web addresses become links: what a corpus gives as an address may be anything. */
export function webAddress(address: string | null | undefined): URL | null {
  const url = URL.canParse(address ?? "") ? new URL(address ?? "") : null;
  return url && (url.protocol === "http:" || url.protocol === "https:") ? url : null;
}
