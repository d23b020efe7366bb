import { compareDoers } from "../positions/compare-doers.ts";
import { storyFinder } from "../retrieval/same-story.ts";
import type { EvidenceReader } from "./basis.ts";

/**
 * Who did what one has done, where documents or speakers name different persons, by the clauses that say so; null where
 * all name the same, which the best quotes tell as well.
 */
export const readDoers: EvidenceReader = (part, { evidence, readers }, { snapshot, allow }) => {
  const read = readers.doers();
  if (!read) return null;
  const doers = [...new Set(evidence.map(({ record }) => record))].flatMap((at) => {
    const record = snapshot.records[at];
    return record && allow(record.document.id) ? read(at, record) : [];
  });
  const idOf = (at: number): string => snapshot.records[at]?.document.id ?? "";
  const best = doers.find(({ whole }) => whole);
  if (!best) return null;
  const sameStory = storyFinder(snapshot, [...new Set(doers.map(({ record }) => idOf(record)))]);
  const told = doers.filter(({ record }) => sameStory(idOf(best.record), idOf(record)));
  const main = compareDoers(told, { snapshot, topic: part.text.replace(/[?!.\s]+$/u, "") });
  return main && { main, besides: [] };
};
