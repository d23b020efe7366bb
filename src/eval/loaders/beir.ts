import { z } from "zod";
import { ParallaxError } from "../../errors.ts";
import { readLines } from "../json-lines.ts";

const corpusRow = z.object({ _id: z.string(), title: z.string().optional(), text: z.string() });
const queryRow = z.object({ _id: z.string(), text: z.string() });

/** The three files of a BEIR folder, as text. */
export type BeirFiles = {
  /** corpus.jsonl: `{_id, title, text}` a line. */
  readonly corpus: string;
  /** queries.jsonl: `{_id, text}` a line. */
  readonly queries: string;
  /** qrels/test.tsv (or another split): `query-id  corpus-id  score`, with or without that heading. */
  readonly qrels: string;
};

/** A retrieval set: documents, and questions with the grade of each relevant document. */
export type RetrievalSet = {
  readonly documents: readonly { readonly id: string; readonly title: string; readonly text: string }[];
  /** Only queries with at least one relevant document, in the order of queries.jsonl. Grades are > 0. */
  readonly questions: readonly {
    readonly id: string;
    readonly question: string;
    readonly grades: ReadonlyMap<string, number>;
  }[];
};

/**
 * Reads a BEIR folder. Measure with `node bin/bench.js retrieval FOLDER`.
 * @throws ParallaxError `bad-input` naming the line that does not fit
 */
export function loadBeir({ corpus, queries, qrels }: BeirFiles): RetrievalSet {
  const grades = new Map<string, Map<string, number>>();
  for (const { query, document, grade } of readQrels(qrels)) {
    if (grade <= 0) continue;
    const of = grades.get(query) ?? new Map<string, number>();
    of.set(document, grade);
    grades.set(query, of);
  }
  return {
    documents: readLines(corpus, corpusRow, "a BEIR document").map(({ _id: id, title, text }) => ({
      id,
      title: title ?? "",
      text,
    })),
    questions: readLines(queries, queryRow, "a BEIR query").flatMap(({ _id: id, text }) => {
      const of = grades.get(id);
      return of === undefined ? [] : [{ id, question: text, grades: of }];
    }),
  };
}

type Judgement = { readonly query: string; readonly document: string; readonly grade: number };

function readQrels(text: string): readonly Judgement[] {
  return text.split(/\r?\n/u).flatMap((line, i): readonly Judgement[] => {
    const [query, document, score, ...others] = line.trim().split("\t");
    if (line.trim() === "" || (i === 0 && query === "query-id")) return [];
    const grade = Number(score);
    if (
      query === undefined ||
      document === undefined ||
      score === undefined ||
      others.length > 0 ||
      Number.isNaN(grade)
    )
      throw new ParallaxError(
        "bad-input",
        `Line ${i + 1} of the qrels is not "query-id, corpus-id, score" with tabs between. Check the file.`,
      );
    return [{ query, document, grade }];
  });
}
