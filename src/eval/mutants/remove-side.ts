import { withoutKind } from "./any-kind.ts";
import { fileOf, proseOf, standsIn } from "./edit-file.ts";
import { otherForms, readLeadingNumber } from "./number-forms.ts";
import type { Mutant, Original, SourceFile } from "./mutant.ts";

/**
 * All documents of one side taken away. Of three sides two are left; of two one, and the question is answered by it; where the only documents that answer
 * go, nothing answers. Left out where a document tells two sides, and where another document helps to answer.
 */
export function removeSide(original: Original): readonly Mutant[] {
  const { row } = original;
  const isDisputed = row.outcome.every((one) => one === "disputed") && row.kind !== undefined;
  return isDisputed ? (row.positions ?? []).flatMap((_, i) => removeOf(original, i)) : removeAnswer(original);
}

/** What changed is not told by one side. */
const CHANGE = /\bchanged?\b/iu;

/** Whether every name of the question that stood in the documents stands in those that are left: else it is asked of something else. */
function namesLeft(question: string, files: readonly SourceFile[], left: readonly SourceFile[]): boolean {
  const names = question
    .split(/\s+/u)
    .slice(1)
    .flatMap((word) => /\p{Lu}[\p{L}-]+/u.exec(word) ?? []);
  return names.every(
    (name) =>
      !files.some((file) => standsIn(proseOf(file), name)) || left.some((file) => standsIn(proseOf(file), name)),
  );
}

function removeOf({ row, files }: Original, position: number): readonly Mutant[] {
  const side = row.positions?.[position];
  const rest = (row.positions ?? []).filter((one) => one !== side);
  const left = side && filesLeft(files, side.documents);
  if (
    side === undefined ||
    !left ||
    CHANGE.test(row.question) ||
    !namesLeft(row.question, files, left) ||
    rest.some(({ documents }) => documents.some((one) => side.documents.includes(one)))
  )
    return [];
  const base = {
    ...withoutKind(row),
    quotes: undefined,
    relevant: undefined,
    speakers: undefined,
    facts: undefined,
    documents: undefined,
  };
  const gone = row.about === "status" ? {} : { absent: [...(row.absent ?? []), side.value] };
  const mutant = { id: `${row.id}/side-removed/${side.value}`, kind: "side-removed", files: left } as const;
  if (rest.length > 1) return [{ ...mutant, row: { ...base, ...gone, positions: rest } }];
  const [last] = rest;
  // What affirms or denies has no wording of its own: that somebody is quoted for it is all that can be asked.
  if (last === undefined || row.about === "status") return [];
  return [
    {
      ...mutant,
      row: {
        ...base,
        ...gone,
        kind: undefined,
        about: undefined,
        positions: undefined,
        outcome: ["answered"],
        facts: [wordingsOf(last.value)],
      },
    },
  ];
}

/** A value and, where it is a bare number, the other ways in which its documents may write it. */
function wordingsOf(value: string): string[] {
  const number = readLeadingNumber(value);
  return number?.text === value ? [value, ...otherForms(number)] : [value];
}

function removeAnswer({ row, files }: Original): readonly Mutant[] {
  const { documents } = row;
  const isAnswered = row.outcome.every((one) => one === "answered");
  const left = documents && filesLeft(files, documents);
  if (!isAnswered || !left || left.length === 0 || row.relevant === undefined) return [];
  if (row.relevant.some(({ document }) => !documents.includes(document))) return [];
  return [
    {
      id: `${row.id}/side-removed/answer`,
      kind: "side-removed",
      files: left,
      row: { id: row.id, question: row.question, outcome: ["unanswerable"] },
    },
  ];
}

/** The corpus without these documents; null where one of them cannot be told. */
function filesLeft(files: readonly SourceFile[], documents: readonly string[]): readonly SourceFile[] | null {
  const gone = new Set(documents.map((one) => fileOf(files, one)));
  return gone.has(null) ? null : files.filter((file) => !gone.has(file));
}
