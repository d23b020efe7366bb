import { compareScenes } from "../positions/compare-scenes.ts";
import { storyFinder } from "../retrieval/same-story.ts";
import { contentStems } from "../text/words.ts";
import type { EvidenceReader } from "./basis.ts";

/** Where something happened, where documents or speakers name places that cannot both be it; null where they agree. */
export const readScenes: EvidenceReader = (part, { evidence, readers }, { snapshot, allow }) => {
  const read = readers.scenes();
  if (!read) return null;
  const scenes = [...new Set(evidence.map(({ record }) => record))].flatMap((at) => {
    const record = snapshot.records[at];
    return record && allow(record.document.id) ? read(at, record) : [];
  });
  const best = scenes[0];
  if (!best) return null;
  const idOf = (at: number): string => snapshot.records[at]?.document.id ?? "";
  const sameStory = storyFinder(snapshot, [...new Set(scenes.map(({ record }) => idOf(record)))]);
  const main = compareScenes(
    scenes.filter(({ record }) => sameStory(idOf(best.record), idOf(record))),
    { snapshot, topic: part.text.replace(/[?!.\s]+$/u, ""), asked: new Set(contentStems(part.text)) },
  );
  return main && { main, besides: [] };
};
