import type { Claim } from "../claims/claim.ts";

/** What the sentence and the title around a claim tell of its event; read by `contextOf`. */
export type Context = {
  /** Kinds of cause that are named ("earthquake", "crash"), a bit each (`causeBits`); 0 where none is. */
  readonly causes: number;
  /** Folded names in the sentence: words with a capital that do not begin it, weekdays and months left out. */
  readonly names: ReadonlySet<string>;
  /** Folded names in the document's title and first sentences: what it is about. */
  readonly leads: ReadonlySet<string>;
  /** True where the sentence says what its figure counts in or leaves out ("not counting those at sea"). */
  readonly delimits: boolean;
  /** True where the sentence says before the figure that something has been done, by now ("has filed 23"). */
  readonly perfect: boolean;
  /** True where the sentence says right before the figure that it is the earlier one ("up from five", "had spoken of four"). */
  readonly earlier: boolean;
  /** True where the sentence tells the figure of another year ("since 1971, when 40 died"). */
  readonly history: boolean;
  /** True where the sentence tells of what is to be done. */
  readonly plan: boolean;
  /** The common noun whose the thing counted is said to be ("the district's 11 seats"), else "". */
  readonly possessor: string;
  /** True where the sentence says what could be ("licensed to carry 190"). */
  readonly ability: boolean;
  /** True for what others are a part of ("48 of the 101"). */
  readonly outOf: boolean;
  /** True where the sentence says what would be if something else were. */
  readonly hypothetical: boolean;
  /** True where the sentence expects the figure ("would take 46", "on course for 46"). */
  readonly projected: boolean;
  /** True where the sentence opens with one house or plant of many ("At the town's own hospital"). */
  readonly local: boolean;
  /** True where the sentence says for whom it was voted. */
  readonly forOne: boolean;
  /** How long the figure took to come about ("1 day", "1 month"), else "". */
  readonly lasts: string;
  /** The number that the figure is said to be out of ("five of the district's 11"), else "". */
  readonly whole: string;
  /** True where the sentence says that its figure has changed ("has climbed to", "down from"). */
  readonly changes: boolean;
  /** The stretch of a business year that is named ("second quarter", "year"), else "". */
  readonly stretch: string;
  /** Title and sentence, lower case. */
  readonly words: string;
};

/** The slot that a question asks for, where every claim compared was looked up to fill it. */
export type AskedSlot = {
  /** The question, lower case: what it says itself marks no claim off from another. */
  readonly text: string;
  /** Stems of its words. */
  readonly stems: ReadonlySet<string>;
  /** True for a claim whose thing and action are the ones asked for, whatever words it has for them. */
  readonly isFilledBy: (claim: Claim) => boolean;
  /** True where two documents tell of one story: then the slot is tie enough between their claims. */
  readonly sameStory: (a: string, b: string) => boolean;
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
  /** Left out where nobody asked: then claims must tell of themselves that they are of one event. */
  readonly asked?: AskedSlot;
};
