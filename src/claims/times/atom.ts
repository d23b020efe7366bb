import type { Days } from "./days.ts";

/** What kind of words tell the time. */
export type TimeKind = "date" | "clock" | "part-of-day" | "weekday" | "month" | "year" | "duration-since" | "range";

/** Minutes of a day, both ends included; `to` beyond 1439 or `from` below 0 reach into the neighbouring days. */
export type Minutes = { readonly from: number; readonly to: number };

/** A run of words that says a day or an hour, before days and hours beside each other are joined. Token indices. */
export type Atom = {
  readonly from: number;
  readonly to: number;
  readonly kind: TimeKind;
  /** Known days; null where the text alone does not tell them, or no day is said. */
  readonly days: Days | null;
  /** True where the words say a day at all: hours alone do not. */
  readonly dated: boolean;
  readonly weekdays: readonly number[] | null;
  /** `MM-DD` of both ends where the year is not known. */
  readonly monthDay: { readonly from: string; readonly to: string } | null;
  readonly minutes: Minutes | null;
  /** "Overnight", and "overnight into" the day that follows: how a night lies to the day beside it. */
  readonly night: "overnight" | "into" | "night" | null;
  readonly relative: boolean;
  readonly basis: "said" | "pointed-to" | "published" | "undated";
  readonly role: "as-of" | "during";
  /** True for "at seven", of which half of the day only a part of the day beside it can tell. */
  readonly loose?: boolean;
};

/** What times are read from. Day numbers. */
export type Anchor = {
  readonly published: number | null;
  readonly previous: Days | null;
};

const BLANK = {
  days: null,
  dated: true,
  weekdays: null,
  monthDay: null,
  minutes: null,
  night: null,
  relative: false,
  basis: "said",
  role: "during",
} as const;

/** An atom with everything that is not named left plain. */
export function atom(parts: Pick<Atom, "from" | "to" | "kind"> & Partial<Atom>): Atom {
  return { ...BLANK, ...parts };
}
