import type { Claim } from "../claims/claim.ts";

/** What the sentence and the title around a claim tell of its event; read by `contextOf`. */
export type Context = {
  /** Kinds of cause that are named ("earthquake", "crash"), a bit each (`causeBits`); 0 where none is. */
  readonly causes: number;
  /** Folded names in the sentence: words with a capital that do not begin it, weekdays and months left out. */
  readonly names: ReadonlySet<string>;
  /** Folded names in the document's title and first sentences: what it is about. */
  readonly leads: ReadonlySet<string>;
  /** The stretch of a business year that is named ("second quarter", "year"), else "". */
  readonly stretch: string;
  /** Title and sentence, lower case. */
  readonly words: string;
};

/** What comparison needs to know beside the two claims. */
export type World = {
  /** True where the place `inner` lies inside the place `outer`; never for a place and itself. */
  readonly contains: (outer: string, inner: string) => boolean;
  /** The country a place lies in, a country for itself; null for what is no place. */
  readonly countryOf: (id: string) => string | null;
  /** Publication day of a document, in days since 1970. */
  readonly publishedOn?: (document: string) => number | null;
  /** The claim with this id, for chains of parts. */
  readonly claimOf?: (id: string) => Claim | null;
  /** What stands around a claim. */
  readonly contextOf?: (claim: Claim) => Context;
};
