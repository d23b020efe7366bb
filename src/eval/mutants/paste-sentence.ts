import { withoutKind } from "./any-kind.ts";
import { holdsAnswer } from "../metrics/quotes.ts";
import { fileOf, nameOf, withFile } from "./edit-file.ts";
import type { Mutant, Original, SourceFile } from "./mutant.ts";
import { gradedStretches } from "./number-sites.ts";

/** What a sentence must not hold to mean the same elsewhere: words that point back. */
const POINTS_BACK =
  /^(?:["“]|it|he|she|they|this|that|these|those|its|his|her|their|there|and|but|so|then|of|as|also|none|both|another|the (?:same|two|figure|number|toll))\b|\b(?:it|he|she|they) (?:said|says|added|put|puts|reported)\b|\b(?:its|his|her|their|it|them|him|also|meanwhile|earlier|later)\b/iu;

/** Full stops that end no sentence. */
const ABBREVIATION =
  /(?:\b(?:Mr|Mrs|Ms|Dr|St|No|Gov|Gen|Sen|Rep|Jan|Feb|Aug|Sept|Oct|Nov|Dec|a\.m|p\.m|U\.S|U\.K|U\.N)|\b\p{Lu})\.$/u;

/** Documents that say one thing, with its value where it has one. */
type Side = { readonly documents: readonly string[]; readonly value: string | null };

/**
 * The sentence that answers, pasted into a document of the same day that says nothing of it: nobody says anything new, so nothing may change but that
 * one more document says it.
 */
export function pasteSentence({ row, files }: Original): readonly Mutant[] {
  const sides: readonly Side[] =
    row.positions?.map(({ documents, value }) => ({ documents, value: row.about === "status" ? null : value })) ??
    (row.documents ? [{ documents: row.documents, value: null }] : []);
  const told = new Set([
    ...sides.flatMap(({ documents }) => documents),
    ...(row.fitsAll ?? []),
    ...(row.relevant ?? []).map(({ document }) => document),
  ]);
  return sides.flatMap(({ documents, value }): readonly Mutant[] => {
    for (const document of documents) {
      const file = fileOf(files, document);
      if (file === null) continue;
      const sentence = gradedStretches(row, document)
        .filter((stretch) => value === null || holdsAnswer(stretch, value))
        .flatMap((stretch) => sentenceWith(file, stretch) ?? [])
        .find((one) => !POINTS_BACK.test(one));
      const target = files.find(
        (one) => dayOf(one) === dayOf(file) && ![...told].some((beginning) => nameOf(one.path).startsWith(beginning)),
      );
      if (sentence === undefined || target === undefined) continue;
      return [
        {
          id: `${row.id}/sentence-pasted/${document}${value === null ? "" : `/${value}`}`,
          kind: "sentence-pasted",
          files: withFile(files, target, { path: target.path, text: `${target.text.trimEnd()}\n\n${sentence}\n` }),
          // Of several that say one thing, which are quoted is not told by the change.
          row: { ...withoutKind(row), quotes: undefined, documents: undefined },
        },
      ];
    }
    return [];
  });
}

/** The whole sentence of a file that holds a stretch; null where the stretch reaches over its end. */
function sentenceWith({ text }: SourceFile, stretch: string): string | null {
  const at = text.indexOf(stretch);
  if (at < 0) return null;
  const from = text.lastIndexOf("\n", at) + 1;
  const to = text.indexOf("\n", at);
  const paragraph = text.slice(from, to < 0 ? undefined : to);
  let start = 0;
  for (const { index } of paragraph.matchAll(/(?<=[.!?]["”’]?)\s+(?=["“]?\p{Lu})/gu)) {
    if (ABBREVIATION.test(paragraph.slice(start, index))) continue;
    if (from + index >= at + stretch.length) return whole(paragraph.slice(start, index), stretch);
    start = index + 1;
  }
  return whole(paragraph.slice(start), stretch);
}

/** News opens with its place ("LILLE — "): that is no part of the sentence. */
function whole(sentence: string, stretch: string): string | null {
  const plain = sentence.trim().replace(/^\p{Lu}[\p{Lu} ,-]+ [—–-] /u, "");
  return plain.includes(stretch) ? plain : null;
}

/** Day of publication as the front matter has it; null where it has none. */
function dayOf({ text }: SourceFile): string | null {
  return /^published:\s*["']?(?<day>\d{4}-\d\d-\d\d)/mu.exec(text)?.groups?.["day"] ?? null;
}
