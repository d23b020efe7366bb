import type { Claim, Period, TimeClaim } from "../claims/claim.ts";
import type { DocumentRecord } from "../index/record.ts";
import { claimAt } from "../retrieval/claim-at.ts";
import type { Words } from "../retrieval/claim-at.ts";
import type { Filler } from "../retrieval/fillers/filler.ts";
import type { Mention } from "../retrieval/fillers/mentions.ts";
import { slice } from "../text/span.ts";
import type { Span } from "../text/span.ts";

/**
 * The claim that a filler makes in answer to a question: a name, a time or a number, with the words of its document, whom that credits, and the
 * question's own words for what it is about. Made when asked, kept by no index.
 * @param topic what is asked, without its question word
 */
export function claimOfFiller({ filler, sentence }: Mention, record: DocumentRecord, topic: string): Claim | null {
  const base = baseOf({ ...filler, sentence }, record, topic);
  if (!base) return null;
  switch (filler.form) {
    case "date":
      return { ...base, kind: "time", time: periodOf(filler) };
    case "number":
      return { ...base, kind: "quantity", ...quantityOf(filler) };
    case "name":
    case "pair":
    case "title":
    case "noun":
      return { ...base, kind: "name", name: { ...nameOf(base.value, filler.key, record), slot: "what" } };
  }
}

/** The claim that a name makes where it answers a question. @param name.key what tells it from other names */
export function claimOfName(
  name: Words & { readonly key: string; readonly slot: "who" | "where" },
  record: DocumentRecord,
  topic: string,
): Claim | null {
  const base = baseOf(name, record, topic);
  return base && { ...base, kind: "name", name: { ...nameOf(base.value, name.key, record), slot: name.slot } };
}

/** The claim that a time makes where it answers when something happened. @param time.period when it says that it was */
export function claimOfTime(
  time: Words & { readonly period: Period },
  record: DocumentRecord,
  topic: string,
): TimeClaim | null {
  const base = baseOf(time, record, topic);
  return base && { ...base, kind: "time", time: { ...time.period, role: "during" } };
}

const nameOf = (value: Span, key: string, { document }: DocumentRecord) =>
  ({ written: slice(document.text, value), key }) as const;

function baseOf(words: Words, record: DocumentRecord, topic: string) {
  const made = claimAt(words, record);
  return (
    made && {
      ...made,
      counted: { head: topic, written: topic, modifiers: [], owners: [] },
      period: null,
      estimate: false,
    }
  );
}

function periodOf({ parts }: Filler): Period {
  const [year = "", month = "", day = ""] = parts;
  const role = "during" as const;
  const known = { role, weekdays: null, hours: false, written: null, basis: "said" } as const;
  if (year === "")
    return { ...known, from: null, to: null, monthDay: { from: `${month}-${day}`, to: `${month}-${day}` } };
  const last = day === "" ? String(new Date(Date.UTC(Number(year), Number(month || "12"), 0)).getUTCDate()) : day;
  return {
    ...known,
    from: `${year}-${month || "01"}-${day || "01"}T00:00`,
    to: `${year}-${month || "12"}-${last}T23:59`,
  };
}

function quantityOf({ parts, key }: Filler) {
  const number = Number(key);
  const bounds = { low: number, high: number };
  return {
    quantity: {
      said: bounds,
      interval: { ...bounds, lowOpen: false, highOpen: false },
      hedge: "exact",
      dimension: "count",
      unit: parts[1] ?? "",
      per: null,
    },
    measure: "stock",
    definition: [],
    partOf: null,
    record: null,
    revised: false,
  } as const;
}
