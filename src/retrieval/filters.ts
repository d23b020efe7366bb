import type { Snapshot } from "../index/snapshot.ts";

/** Which documents may be searched. An absent or empty list leaves all in. */
export type Filters = {
  /** Names of sources, in any case. */
  readonly sources?: readonly string[] | undefined;
  /** Document ids. */
  readonly documents?: readonly string[] | undefined;
  /** First and last day of publication, `YYYY-MM-DD`, both included; either leaves out documents without a date. */
  readonly publishedFrom?: string | undefined;
  readonly publishedTo?: string | undefined;
};

/** What filters let through. */
export type Admitted = {
  /** For the searches: true for passages that may be found; undefined where all may. */
  readonly allow: ((item: number) => boolean) | undefined;
  /** True for records that may be found. */
  readonly admits: (record: number) => boolean;
  readonly documents: number;
  readonly passages: number;
};

/** Applies filters to a snapshot. Dates are compared as text, so they must be valid days of four-digit years. */
export function admit(snapshot: Snapshot, filters: Filters): Admitted {
  const { records, passages } = snapshot;
  const { publishedFrom, publishedTo } = filters;
  const sources = setOf(filters.sources?.map((source) => source.trim().toLowerCase()));
  const documents = setOf(filters.documents);
  if (!sources && !documents && publishedFrom === undefined && publishedTo === undefined) {
    return { allow: undefined, admits: () => true, documents: records.length, passages: passages.length };
  }
  const admitted = records.map(({ document: { id, source, published } }) => {
    if (documents && !documents.has(id)) return false;
    if (sources && !sources.has(source?.trim().toLowerCase() ?? "")) return false;
    if (publishedFrom !== undefined && (published === null || published < publishedFrom)) return false;
    return publishedTo === undefined || (published !== null && published <= publishedTo);
  });
  const allow = (item: number): boolean => {
    const address = passages[item];
    return address !== undefined && (admitted[address.record] ?? false);
  };
  return {
    allow,
    admits: (record) => admitted[record] ?? false,
    documents: admitted.filter(Boolean).length,
    passages: passages.reduce((sum, { record }) => sum + (admitted[record] ? 1 : 0), 0),
  };
}

function setOf(values: readonly string[] | undefined): ReadonlySet<string> | undefined {
  return values === undefined || values.length === 0 ? undefined : new Set(values);
}
