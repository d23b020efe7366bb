import { compareNames, placeSortOf } from "../positions/compare-names.ts";
import { fitNames } from "../retrieval/name-fit.ts";
import type { NameFit } from "../retrieval/name-fit.ts";
import { storyFinder } from "../retrieval/same-story.ts";
import type { Snapshot } from "../index/snapshot.ts";
import { contentStems } from "../text/words.ts";
import type { EvidenceReader } from "./basis.ts";

/** Chance below which a name is not taken for the one asked for, however much better than all others it is. */
const LEAST = 0.5;
/** Share of the best chance below which a name is no rival of the best. */
const RIVAL = 0.6;
/** How well a name must stand where the answer stands; see `NameRole`. */
const IN_PLACE = 0.7;
/** Chance from which a name bears out a position that others make, where its voice names no other. */
const SUPPORT = 0.2;

/**
 * Who, where or what caused it, where documents or speakers name others: those of the evidence that fill the question by fit (`fitNames`), the
 * likeliest of each voice. Null where all name the same or none is likely.
 */
export const readNames: EvidenceReader = (part, { evidence, readers }, { snapshot, allow }) => {
  const wanted = readers.names();
  if (!wanted) return null;
  const { asked, read } = wanted;
  const fits = fitNames({ part, asked, evidence, snapshot, read }).filter(({ record, features }) => {
    const { document } = snapshot.records[record] ?? {};
    // Pages without a date tell of many stories, and open slots know how to tell these apart (`readFillers`).
    return document !== undefined && document.published !== null && allow(document.id) && features.negated === 0;
  });
  const best = fits[0];
  if (!best) return null;
  const kind = best.features.kindNoun;
  const likely = fits.filter(
    ({ chance, features }) =>
      chance >= LEAST &&
      chance >= RIVAL * best.chance &&
      features.role >= IN_PLACE &&
      features.thingMissing === 0 &&
      features.kindNoun >= kind,
  );
  const idOf = ({ record }: NameFit): string => snapshot.records[record]?.document.id ?? "";
  const sameStory = storyFinder(snapshot, [...new Set(likely.map(idOf))]);
  const told = likely.filter((fit) => sameStory(idOf(best), idOf(fit)));
  const support = fits.filter(({ chance, features }) => chance >= SUPPORT && features.speaker === 0);
  const main = compareNames(
    { likely: bestOfVoices(told, snapshot), support: bestOfVoices(support, snapshot) },
    {
      snapshot,
      topic: part.text.replace(/[?!.\s]+$/u, ""),
      asked: new Set(contentStems(part.text)),
      slot: asked.slot,
    },
  );
  return main && { main, besides: [] };
};

/** Of each voice the likeliest name of a sort, with every place where it gives it. */
function bestOfVoices(fits: readonly NameFit[], snapshot: Snapshot): readonly NameFit[] {
  const best = new Map<string, NameFit>();
  return fits.filter((fit) => {
    const voice = `${voiceOf(fit, snapshot)}\n${placeSortOf(fit)}`;
    const known = best.get(voice) ?? fit;
    best.set(voice, known);
    return known.name.stems.at(-1) === fit.name.stems.at(-1);
  });
}

function voiceOf({ record, sentence, name: { start } }: NameFit, snapshot: Snapshot): string {
  const { credits, sentences } = snapshot.records[record] ?? { credits: [], sentences: [] };
  const at = (sentences[sentence]?.span.start ?? 0) + start;
  const credit = (credits[sentence] ?? []).find(({ span }) => span.start <= at && at < span.end);
  return `${record}\n${credit?.speaker?.name ?? ""}`;
}
