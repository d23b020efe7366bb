import { bm25ToBytes } from "../../src/index/bm25-bytes.ts";
import { bm25FromBytes } from "../../src/index/bm25-bytes.ts";
import { derivePostings } from "../../src/index/derive.ts";
import { exactVectorIndex } from "../../src/index/exact-vectors.ts";
import { floatsToBytes, bytesToFloats } from "../../src/index/floats.ts";
import type { Snapshot } from "../../src/index/snapshot.ts";

/**
 * What a snapshot would answer wrongly, one line each: every record, vector and posting is compared with what the good snapshot
 * holds of the same documents. Documents that are missing are not wrong where a warning names them.
 */
export function wrongAnswers(found: Snapshot, good: Snapshot): readonly string[] {
  const wrong: string[] = [];
  const check = (isRight: boolean, what: string): void => {
    if (!isRight) wrong.push(what);
  };
  for (const { document } of good.records) {
    const isNamed = found.warnings.some((warning) => warning.includes(`"${document.id}"`));
    check(found.recordOf.has(document.id) || isNamed, `${document.id} is missing and nobody says so`);
  }
  for (const [n, record] of found.records.entries()) {
    const { id } = record.document;
    const at = good.recordOf.get(id) ?? -1;
    check(JSON.stringify(record) === JSON.stringify(good.records[at]), `record ${id}`);
    check(same(found.titleVector(n), good.titleVector(at)), `title vector of ${id}`);
    for (const sentence of record.sentences.keys()) {
      check(
        same(found.sentenceVector(n, sentence), good.sentenceVector(at, sentence)),
        `sentence ${sentence} of ${id}`,
      );
    }
  }
  const numberOf = new Map(
    good.passages.map(({ record, passage }, n) => [`${good.records[record]?.document.id} ${passage}`, n]),
  );
  const vectors = found.passages.map(({ record, passage }, n) => {
    const name = `${found.records[record]?.document.id} ${passage}`;
    const vector = found.passageVector(n);
    check(same(vector, good.passageVector(numberOf.get(name) ?? -1)), `passage ${name}`);
    return vector;
  });
  const lines = found.records.map((record) => `${JSON.stringify(record)}\n`).join("");
  const postings = bm25FromBytes(derivePostings(new TextEncoder().encode(lines)));
  check(same(bm25ToBytes(found.bm25), bm25ToBytes(postings)), "postings");
  const exact = exactVectorIndex(bytesToFloats(floatsToBytes(vectors)), found.dimensions);
  for (const query of vectors.slice(0, 3)) {
    const [a, b] = [found.vectors, exact].map((index) => JSON.stringify(index.search(query, 10)));
    check(a === b, "search by vector");
  }
  return wrong;
}

function same(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  return a.length === b.length && Array.from(a).every((value, n) => value === b[n]);
}
