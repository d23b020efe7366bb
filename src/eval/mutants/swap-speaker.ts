import { withoutKind, withWording } from "./any-kind.ts";
import { fileOf, nameOf, proseOf, replaceIn, replaceInFile, standsIn, withFile } from "./edit-file.ts";
import type { Mutant, Original, SourceFile } from "./mutant.ts";
import { gradedStretches } from "./number-sites.ts";

/** Who speaks instead: invented, and no word of theirs means anything else. */
const PERSON = { full: "Mara Quellin", last: "Quellin" };
const BODY = "Norvane";

/** Titles, and words that only stand first in a sentence, are no part of a name that is replaced. */
const TITLES =
  /^(?:The|An?|In|On|At|But|And|Mr|Mrs|Ms|Dr|Prof|Gov|Gen|Sen|Rep|President|Governor|Minister|Mayor|Captain|General|Nurse|Chief|Chancellor|Secretary)$/u;

/** A sentence without any of these may name somebody and credit nobody. */
const CREDITS =
  /\b(?:said|says|say|told|tells|according to|announced?|reported|reports|puts?|spoke|estimate[sd]?|count(?:ed)?|figure|figures|list(?:ed|s)|added|replied|den(?:ied|ies|y)|insist(?:s|ed)|believes?|claim(?:s|ed)|confirm(?:s|ed)|repeated|revealed|gave|giving|measured|shows?|spokes\w+)\b/iu;

/**
 * A speaker exchanged in one document for one that nobody knows: the answer credits the new one there, and the old one no more. Left out where the question or the
 * expected answer names the speaker, and where a name may be a common noun.
 */
export function swapSpeaker(original: Original): readonly Mutant[] {
  const { row } = original;
  const sides =
    row.positions?.map(({ documents, speakers }) => ({ documents, speakers: speakers ?? [] })) ??
    (row.documents === undefined ? [] : [{ documents: row.documents, speakers: row.speakers ?? [] }]);
  const seen = new Set<string>();
  return sides.flatMap(({ documents, speakers }) =>
    documents.flatMap((document) =>
      speakers.flatMap((part): readonly Mutant[] => {
        const swapped = swap(original, document, part);
        if (swapped === null || seen.has(swapped.id)) return [];
        seen.add(swapped.id);
        return [swapped];
      }),
    ),
  );
}

function swap({ row, files }: Original, document: string, part: string): Mutant | null {
  const file = fileOf(files, document);
  const told = gradedStretches(row, document).find((stretch) => standsIn(stretch, part));
  if (file === null || told === undefined || !isName(part, files) || isAskedFor(part, { row, files })) return null;
  const run = fullName(proseOf(file), part);
  if (run === null || !CREDITS.test(told)) return null;
  const before = told.slice(0, told.indexOf(part));
  const isPerson =
    run.split(" ").length === 2 && run.endsWith(part.split(" ").at(-1) ?? part) && !/\bthe $/iu.test(before);
  const last = run.split(" ").at(-1) ?? run;
  const whole = replaceInFile(file, { words: run, by: isPerson ? PERSON.full : BODY });
  const changed = isPerson ? replaceInFile(whole, { words: last, by: PERSON.last }) : whole;
  if (standsIn(changed.text, part)) return null;
  const by = isPerson ? PERSON.last : BODY;
  const credited = (names: readonly string[]): string[] => names.map((name) => (isSame(name, part) ? by : name));
  const positions = row.positions?.map((one) => {
    const names = one.documents.includes(document) ? credited(one.speakers ?? []) : one.speakers;
    return { value: one.value, documents: one.documents, speakers: one.speakers && names };
  });
  return {
    id: `${row.id}/speaker-swapped/${document}/${part}`,
    kind: "speaker-swapped",
    files: withFile(files, file, changed),
    row: {
      ...withWording(withoutKind(row), document, (one) => {
        const named = replaceIn(one, { words: run, by: isPerson ? PERSON.full : BODY });
        return isPerson ? replaceIn(named, { words: last, by: PERSON.last }) : named;
      }),
      // Other documents may credit the old one still, or an answer choose them.
      speakers: row.documents?.length === 1 && row.speakers ? credited(row.speakers) : undefined,
      positions,
    },
    notCredited: { document: nameOf(file.path).replace(/\.[^.]*$/u, ""), name: part },
  };
}

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** Capitalised, and never small in any of the documents: "Police" at the head of a sentence is not a name. */
function isName(part: string, files: readonly SourceFile[]): boolean {
  return (
    part.split(" ").every((word) => /^\p{Lu}/u.test(word) && !TITLES.test(word)) &&
    !files.some(({ text }) => text.includes(part.toLowerCase()))
  );
}

/** Whether the question is about the speaker or expects the name in its answer. */
function isAskedFor(part: string, { row }: Original): boolean {
  const last = part.split(" ").at(-1) ?? part;
  const texts = [
    row.question,
    ...(row.facts ?? []).flat(),
    ...(row.quotes ?? []),
    ...(row.positions ?? []).map(({ value }) => value),
  ];
  return texts.some((text) => standsIn(text, last));
}

/** The longest run of up to three capitalised words that a part of a name stands in, without titles before it. */
function fullName(text: string, part: string): string | null {
  const runs = text.match(/\p{Lu}[\p{L}’'-]*(?: \p{Lu}[\p{L}’'-]*)*/gu) ?? [];
  const names = runs
    .filter((run) => standsIn(run, part))
    .map((run) => {
      const words = run.replace(/['’]s$/u, "").split(" ");
      while (words.length > 1 && TITLES.test(words[0] ?? "")) words.shift();
      return words;
    })
    .filter((words) => words.length <= 3 && standsIn(words.join(" "), part))
    .sort((x, y) => y.length - x.length);
  return names[0]?.join(" ") ?? null;
}
