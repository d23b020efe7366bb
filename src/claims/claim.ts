import type { Span } from "../text/span.ts";

/** How a figure is hedged in the words around it. */
export type Hedge = "exact" | "about" | "almost" | "over" | "under" | "range" | "vague";

/** Numbers that a figure may mean. A null bound is open; `lowOpen`/`highOpen` leave the end itself out. */
export type Interval = {
  readonly low: number | null;
  readonly high: number | null;
  readonly lowOpen: boolean;
  readonly highOpen: boolean;
};

/** What a unit measures; amounts of different dimensions are never compared. */
export type Dimension =
  | "count"
  | "money"
  | "percent"
  | "percentage-points"
  | "share"
  | "length"
  | "area"
  | "volume"
  | "mass"
  | "temperature"
  | "speed"
  | "duration"
  | "energy"
  | "power"
  | "data"
  | "magnitude"
  | "score";

/** A number with what it is measured in. All values are in `unit`. */
export type Quantity = {
  /** As written, converted to `unit`: 70 → 70–70, "over 70" → 70–null, "700 to 1,000" → 700–1000, "about 11,000" → its interval. */
  readonly said: { readonly low: number | null; readonly high: number | null };
  /** What it may mean by the table "What a figure says" of claims.md; comparison uses this. */
  readonly interval: Interval;
  readonly hedge: Hedge;
  readonly dimension: Dimension;
  /** Base unit of the dimension ("m", "kg", "m2", "USD", "percent", "second", …); for counts "" until the claim knows what is counted. */
  readonly unit: string;
  /** A rate's period: "1,354 every day" → "day". */
  readonly per: "second" | "minute" | "hour" | "day" | "week" | "month" | "year" | null;
};

/** When something is so. Times are local to the text, `YYYY-MM-DDTHH:MM`, both ends included; null where unknown. */
export type Period = {
  /** `as-of` for running totals and stocks, `during` for the rest. */
  readonly role: "as-of" | "during";
  readonly from: string | null;
  readonly to: string | null;
  /** Week days it may lie on, 0 = Sunday, where only they are known ("over the weekend" in an undated document). */
  readonly weekdays: readonly number[] | null;
  /** `MM-DD` of both ends where the year is not known ("Nov. 9-10" in an undated document); absent otherwise. */
  readonly monthDay?: { readonly from: string; readonly to: string };
  /** Minutes of the day, both ends, where hours are stated and their day is not known ("at 4.52 a.m."); absent otherwise. */
  readonly minutes?: { readonly from: number; readonly to: number };
  /** True where hours are stated ("between 7.00 and 10.00 a.m.", "overnight"), not just days. */
  readonly hours: boolean;
  /** The words that say it, null where it was taken from the publication date or an earlier sentence. */
  readonly written: string | null;
  readonly basis: "said" | "pointed-to" | "earlier-sentence" | "published" | "undated";
};

/** What is counted or measured. */
export type Counted = {
  /** Family key: the stem of the head noun, or the family's name where a table joins several ("drone" for UAVs). */
  readonly head: string;
  /** "Ukrainian drones". */
  readonly written: string;
  /** Stems of the modifiers, nationalities left out. */
  readonly modifiers: readonly string[];
  /** Ids of the countries or groups it belongs to ("Ukrainian drones" → Ukraine). */
  readonly owners: readonly string[];
};

/** What is done: a verb with its arguments. Ids are place ids of the gazetteer, or folded names. */
export type Event = {
  /** Family key ("shoot-down", "launch", "kill", "casualties", …) or the verb's stem; null where no verb tells. */
  readonly action: string | null;
  readonly written: string;
  readonly agents: readonly string[];
  readonly targets: readonly string[];
};

/** Where it is so. */
export type Place = { readonly ids: readonly string[]; readonly written: string };

/** Whom the document credits a statement to. */
export type Speaker = {
  /** As written at fullest in the document ("Russian Defense Ministry"). */
  readonly name: string;
  /** Equal for two mentions of one speaker, in any document: folded, office and holder joined. */
  readonly key: string;
  /** "said", "reported"; "according to" where that credits. */
  readonly verb: string;
};

/** One word for how the document stands to a claim. */
export type Certainty = "stated" | "claimed" | "confirmed" | "reported" | "unverified" | "denied";

type ClaimBase = {
  /** `document:start-end` of the value span, with `#n` where one value asserts several. */
  readonly id: string;
  readonly document: string;
  /** Index into the record's sentences, and that sentence's span. */
  readonly sentence: number;
  readonly span: Span;
  /** The clause that can stand alone as a quote: inside `span`, holds `value`. */
  readonly clause: Span;
  /** The words that give the value. */
  readonly value: Span;
  readonly counted: Counted;
  readonly event: Event;
  readonly place: Place | null;
  readonly period: Period | null;
  readonly speaker: Speaker | null;
  readonly certainty: Certainty;
  /** True where the text calls it an estimate, an assessment or an average worked out. */
  readonly estimate: boolean;
};

/** What a text says of how much a figure takes in. */
export type Coverage = {
  /**
   * `whole`: all there is ("in all"); `adds`: what others leave out ("counting freight"); `leaves-out`: what others count
   * ("regional trains alone", "not counting those …"); `more`: on top of what was counted before ("another 12"); `part`:
   * some of a whole that stands elsewhere ("of the dead, 19").
   */
  readonly kind: "whole" | "adds" | "leaves-out" | "more" | "part";
  /** The words that say so. */
  readonly written: string;
};

/** A number, what it counts, what happened to it. */
export type QuantityClaim = ClaimBase & {
  readonly kind: "quantity";
  readonly quantity: Quantity;
  /** `total` happens once in its period; `running` grows ("since the start"); `stock` is present at a time (troops, a force). */
  readonly measure: "total" | "running" | "stock";
  /** Parts of a whole that a toll counts: ["kill"], ["kill","wound"]; ["losses"] where any definition fits; empty for other things. */
  readonly definition: readonly string[];
  /** What the text says that the figure takes in or leaves out, in text order; absent or empty for most. */
  readonly coverage?: readonly Coverage[];
  /** Id of the claim it is a part of ("including 34 in Moscow Oblast"), else null. */
  readonly partOf: string | null;
  /** A record or superlative: rank 1 is the highest; `previous` for a record already overtaken. */
  readonly record: { readonly rank: number; readonly previous: boolean } | null;
  /** True where the text calls this figure revised, or names it as the earlier one. */
  readonly revised: boolean;
};

export type TimeClaim = ClaimBase & { readonly kind: "time"; readonly time: Period };
export type NameClaim = ClaimBase & {
  readonly kind: "name";
  readonly name: { readonly written: string; readonly key: string; readonly slot: "who" | "what" | "where" };
};
export type StatusClaim = ClaimBase & { readonly kind: "status"; readonly affirmed: boolean };

/** One checkable thing that a sentence asserts. */
export type Claim = QuantityClaim | TimeClaim | NameClaim | StatusClaim;
