import { z } from "zod";
import type { PassagesWire } from "../http/wire.ts";
import { answererObservation, observeAnswerer, WITHOUT_MODEL } from "./answerers.ts";
import { creditedIn } from "./compare-golden.ts";
import { citationsOf, documentsOf, nearestDisagreement, saysExpected } from "./expected-positions.ts";
import type { Beside, NearestDisagreement } from "./expected-positions.ts";
import type { GoldenRow } from "./golden.ts";
import { citationPrecisionRecall } from "./metrics/citations.ts";
import type { Stretch } from "./metrics/citations.ts";
import { countPairs, positionRecall } from "./metrics/positions.ts";
import { answerInQuote } from "./metrics/quotes.ts";
import { gradedNdcgAt, recallAt, reciprocalRank } from "./metrics/ranking.ts";

const share = z.number().min(0).max(1);
const count = z.int().min(0);
const names = z.array(z.string()).readonly();

/**
 * What one answer shows, as numbers and labels: all that scores are made of, and what scores.json keeps of it, so that a later run can
 * be compared question by question. Null where a row says nothing of the kind.
 */
export const observation = z.strictObject({
  id: z.string(),
  /** The golden row that it is of: of a mutant the one that it was made from. Rows of one origin are drawn together. */
  origin: z.string(),
  set: z.string(),
  half: z.enum(["dev", "test"]),
  gates: z.boolean(),
  passed: z.boolean(),
  expected: z.array(z.string()).readonly(),
  came: z.string(),
  coverage: share,
  totalMs: z.number(),
  retrieval: z.strictObject({ recall5: share, recall10: share, reciprocalRank: share, ndcg10: share }).nullable(),
  quotes: z.strictObject({ exact: count, all: count }),
  inQuote: z.strictObject({ first: z.boolean(), three: z.boolean() }).nullable(),
  /** Null where nothing was cited, or nothing judged. */
  citationPrecision: share.nullable(),
  citationRecall: share.nullable(),
  /** Whether it is a disagreement, about what, whether one was told, and whether that was the one. */
  disagreement: z
    .strictObject({ is: z.boolean(), about: z.string().nullable(), told: z.boolean(), right: z.boolean() })
    .nullable(),
  positionRecall: share.nullable(),
  pairs: z.strictObject({ both: count, came: count, expected: count }).nullable(),
  kind: z.strictObject({ expected: z.string(), came: z.string() }).nullable(),
  speakers: z.array(z.strictObject({ expected: z.array(names).readonly(), came: names })).readonly(),
  abstention: z.strictObject({ answerable: z.boolean(), abstained: z.boolean(), nearMiss: z.boolean() }).nullable(),
  answerer: answererObservation.default(WITHOUT_MODEL),
});

/** What one answer shows, as numbers and labels. */
export type Observation = Readonly<z.infer<typeof observation>>;

/** An answer with what it is judged by. */
export type Judged = Beside & {
  /** Best first, as many as the server gives. */
  readonly passages: PassagesWire["passages"];
  /** Texts of all documents, by id. */
  readonly texts: ReadonlyMap<string, string>;
};

/** What an answer shows but for what its place in the golden set tells. */
export function observe(judged: Judged): Omit<Observation, "set" | "half" | "gates" | "passed"> {
  const { row, answer } = judged;
  const nearest = nearestDisagreement(judged);
  const isTopic = row.kind !== undefined && row.outcome.every((one) => one === "disputed");
  return {
    id: row.id,
    origin: row.id,
    expected: row.outcome,
    came: answer.outcome,
    coverage: answer.coverage,
    totalMs: answer.timingsMs.total,
    retrieval: observeRetrieval(judged),
    quotes: observeQuotes(judged),
    inQuote: observeInQuote(judged),
    ...observeCitations(judged),
    disagreement: observeDisagreement(judged, nearest),
    positionRecall: row.outcome.every((one) => one === "disputed") ? recallOfPositions(judged, nearest) : null,
    pairs: isTopic ? pairsOf(judged, nearest) : null,
    kind: isTopic ? kindsOf(row, nearest) : null,
    speakers: observeSpeakers(judged, nearest),
    abstention: observeAbstention(judged),
    answerer: observeAnswerer(answer),
  };
}

/**
 * Ranks passages by the sentences they hold: a passage is as relevant as the best judged sentence that it is the first to hold; sentences that
 * no passage holds count as passages never found.
 */
function observeRetrieval({ row, passages }: Judged): Observation["retrieval"] {
  if (row.relevant === undefined) return null;
  const grades = new Map<string, number>();
  for (const [i, { document, text, grade }] of row.relevant.entries()) {
    const holder = passages.findIndex((one) => one.document.id.startsWith(document) && one.text.includes(text));
    const id = holder < 0 ? `sentence ${i}` : `passage ${holder}`;
    grades.set(id, Math.max(grade, grades.get(id) ?? 0));
  }
  const ranking = passages.map((_, i) => `passage ${i}`);
  const relevant = new Set(grades.keys());
  return {
    recall5: recallAt(ranking, relevant, 5),
    recall10: recallAt(ranking, relevant, 10),
    reciprocalRank: reciprocalRank(ranking, relevant),
    ndcg10: gradedNdcgAt(ranking, grades, 10),
  };
}

function observeQuotes({ answer, texts }: Judged): Observation["quotes"] {
  const all = [...answer.citations, ...answer.nearest];
  const exact = all.filter(({ document, start, end, quote }) => texts.get(document.id)?.slice(start, end) === quote);
  return { exact: exact.length, all: all.length };
}

/** All facts must be there; of each any wording. */
function observeInQuote({ row, answer }: Judged): Observation["inQuote"] {
  if (row.facts === undefined || !row.outcome.every((one) => one === "answered")) return null;
  const quotes = answer.citations.map(({ quote }) => quote);
  const holds = (atMost: number): boolean => (row.facts ?? []).every((fact) => answerInQuote(quotes, fact, atMost));
  return { first: holds(1), three: holds(3) };
}

function observeCitations({ row, answer, texts }: Judged): Pick<Observation, "citationPrecision" | "citationRecall"> {
  const judged = (row.relevant ?? []).flatMap(({ document, text, grade }) => {
    const [id, whole] = [...texts].find(([key, its]) => key.startsWith(document) && its.includes(text)) ?? ["", ""];
    const start = whole.indexOf(text);
    return id === "" ? [] : [{ document: id, start, end: start + text.length, grade }];
  });
  const cited: readonly Stretch[] = answer.citations.map(({ document, start, end }) => ({
    document: document.id,
    start,
    end,
  }));
  if (judged.length === 0) return { citationPrecision: null, citationRecall: null };
  const { precision } = citationPrecisionRecall(cited, judged);
  const { recall } = citationPrecisionRecall(
    cited,
    judged.filter(({ grade }) => grade === 2),
  );
  return { citationPrecision: numberOrNull(precision), citationRecall: numberOrNull(recall) };
}

const numberOrNull = (value: number): number | null => (Number.isNaN(value) ? null : value);

/** Positions that must be told for a disagreement to be the one that is asked for. */
const SIDES = 2;

function observeDisagreement(
  { row, answer }: Judged,
  nearest: NearestDisagreement | null,
): Observation["disagreement"] {
  const [outcome] = row.outcome;
  if (row.outcome.length !== 1) return null;
  return {
    is: outcome === "disputed",
    about: row.about ?? null,
    told: answer.outcome === "disputed",
    right: row.kind === undefined || (nearest?.pairs.length ?? 0) >= SIDES,
  };
}

function recallOfPositions(judged: Judged, nearest: NearestDisagreement | null): number {
  const { row, answer } = judged;
  // Where the question is of disagreements at large each position may stand in another.
  const told =
    row.kind === undefined
      ? answer.disagreements.flatMap(({ positions }) => positions)
      : (nearest?.told.positions ?? []);
  return positionRecall(row.positions ?? [], told, (expected, one) => saysExpected(expected, one, judged));
}

/** Documents by the beginnings that the row names; others by their ids. */
function pairsOf(
  { row, answer, texts }: Judged,
  nearest: NearestDisagreement | null,
): NonNullable<Observation["pairs"]> {
  const whole = (beginning: string): string => [...texts.keys()].find((id) => id.startsWith(beginning)) ?? beginning;
  return countPairs(
    (nearest?.told.positions ?? []).map(({ markers }) => documentsOf(markers, answer)),
    (row.positions ?? []).map(({ documents }) => documents.map(whole)),
  );
}

function kindsOf({ kind = [] }: GoldenRow, nearest: NearestDisagreement | null): Observation["kind"] {
  const came: string = nearest === null || nearest.pairs.length < SIDES ? "none" : nearest.told.kind;
  return { expected: kind.find((one) => one === came) ?? kind[0] ?? "none", came };
}

/** Of a disagreement the speakers of each position that is told; else those of the whole answer. */
function observeSpeakers({ row, answer }: Judged, nearest: NearestDisagreement | null): Observation["speakers"] {
  if (!row.outcome.includes(answer.outcome)) return [];
  const pairs = (nearest?.pairs ?? []).flatMap(({ expected, told }) =>
    expected.speakers === undefined
      ? []
      : [{ expected: wordings(expected.speakers), came: creditedIn(citationsOf(told.markers, answer)) }],
  );
  if (pairs.length > 0 || row.speakers === undefined || answer.outcome === "unanswerable") return pairs;
  return [{ expected: wordings(row.speakers), came: creditedIn(answer.citations) }];
}

const wordings = (speakers: readonly string[]): readonly (readonly string[])[] => speakers.map((name) => [name]);

function observeAbstention({ row, answer }: Judged): Observation["abstention"] {
  const answerable = !row.outcome.includes("unanswerable");
  if (!answerable && row.outcome.length > 1) return null;
  return { answerable, abstained: answer.outcome === "unanswerable", nearMiss: row.nearMiss === true };
}
