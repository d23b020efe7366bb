import { placeContains } from "../claims/gazetteer.ts";
import type { Snapshot } from "../index/snapshot.ts";
import type { FoundScene } from "../retrieval/find-scenes.ts";
import { contradictNames } from "./compare-doers.ts";
import type { Comparison } from "./position.ts";

/** More answers to one question than this are no quarrel but a question misread. */
const MAX_RIVALS = 3;

/**
 * Places that are each said to be where one thing happened, as positions that contradict each other; null where any two may
 * be one told in more and in less detail. Only places of one sort are rivals, and none that holds the other or is said to lie in it.
 * @param asked stems of the question, which tell no place from another
 */
export function compareScenes(
  scenes: readonly FoundScene[],
  {
    snapshot,
    topic,
    asked,
  }: { readonly snapshot: Snapshot; readonly topic: string; readonly asked: ReadonlySet<string> },
): Comparison | null {
  for (const sort of SORTS) {
    const groups = groupByPlace(
      scenes.filter((scene) => scene.sort === sort),
      asked,
    );
    if (groups.length < 2) continue;
    const heads = groups.flatMap((group) => group[0] ?? []);
    const tied = heads.some((a) =>
      heads.some((b) => a !== b && (placeContains(a.id, b.id) || standTogether(a, b, snapshot))),
    );
    if (tied || groups.length > MAX_RIVALS) return null;
    return contradictNames(
      groups.map((group) =>
        group.map((scene) => ({ ...scene, key: scene.written.toLowerCase(), slot: "where" as const })),
      ),
      { snapshot, topic },
    );
  }
  return null;
}

/** Sorts of place, the narrowest first; what is wide fits all. */
const SORTS = ["order", "room", "site", "name"] as const;

function groupByPlace(scenes: readonly FoundScene[], asked: ReadonlySet<string>): readonly (readonly FoundScene[])[] {
  const groups: { readonly stems: Set<string>; readonly scenes: FoundScene[] }[] = [];
  for (const scene of scenes) {
    const stems = scene.stems.filter((one) => !asked.has(one));
    const own = groups.find((group) => stems.some((one) => group.stems.has(one)));
    if (own) {
      own.scenes.push(scene);
      for (const one of stems) own.stems.add(one);
    } else groups.push({ stems: new Set(stems), scenes: [scene] });
  }
  return groups.map((group) => group.scenes);
}

/** "The kitchen of the hotel", "Toluk, Aksarat": a document says how they lie. */
const LYING =
  /^,?\s(?:which is |that is |lies |lying |is )?(?:(?:in|at|on|near|of|outside|inside|behind|beside)\s)?(?:the |a |an |its )?(?:old )?$/i;

function standTogether(a: FoundScene, b: FoundScene, snapshot: Snapshot): boolean {
  return [a, b].some(({ record: at }) => {
    const text = snapshot.records[at]?.document.text ?? "";
    // A village and what lies in it are both but names: a document that knows both may know how they lie.
    if (a.sort === "name" && text.includes(a.written) && text.includes(b.written)) return true;
    for (let from = text.indexOf(a.written); from >= 0; from = text.indexOf(a.written, from + 1)) {
      const end = from + a.written.length;
      const next = text.slice(end, end + REACH).indexOf(b.written);
      if (next >= 0 && LYING.test(text.slice(end, end + next))) return true;
    }
    return false;
  });
}

/** UTF-16 units within which one place is said to lie in another. */
const REACH = 80;
