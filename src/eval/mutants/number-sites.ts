import type { GoldenRow } from "../golden.ts";
import { holdsAnswer } from "../metrics/quotes.ts";
import { fileOf, proseOf, replaceInFile, replaceInStretches, standsIn } from "./edit-file.ts";
import type { Original, SourceFile } from "./mutant.ts";
import { otherForms, readLeadingNumber } from "./number-forms.ts";
import type { WrittenNumber } from "./number-forms.ts";

/** A number that the answer to a golden question must give, in one document. */
export type NumberSite = {
  readonly file: SourceFile;
  /** Beginning of the document's id, as the row has it. */
  readonly document: string;
  /** As this document writes it. */
  readonly written: WrittenNumber;
  /** Which side of the disagreement gives it; null where the answer is one fact. */
  readonly position: number | null;
  /** The stretches of the document that give it, verbatim. */
  readonly stretches: readonly string[];
};

/** Below this, the same number stands in a document for other things too: only the sentence in question is changed. */
const TOO_COMMON = 100;

/**
 * Every place where a document gives a number that the row expects, found by the graded sentences of the row. Left out is whatever could not be
 * changed in one document without leaving the old number behind.
 */
export function numberSites({ row, files }: Original): readonly NumberSite[] {
  if (row.about !== undefined && row.about !== "quantity") return [];
  const isDisputed = row.outcome.every((one) => one === "disputed");
  const isAnswered = row.outcome.every((one) => one === "answered");
  if (isDisputed && row.kind !== undefined)
    return (row.positions ?? []).flatMap(({ value, documents }, position) =>
      documents.flatMap((document) => siteOf({ row, files }, { document, wordings: [value], position })),
    );
  const [fact, ...more] = row.facts ?? [];
  if (!isAnswered || fact === undefined || more.length > 0) return [];
  return (row.documents ?? []).flatMap((document) =>
    siteOf({ row, files }, { document, wordings: fact, position: null }),
  );
}

type Wanted = {
  readonly document: string;
  readonly wordings: readonly string[];
  readonly position: number | null;
};

function siteOf({ row, files }: Original, { document, wordings, position }: Wanted): readonly NumberSite[] {
  const file = fileOf(files, document);
  const told = gradedStretches(row, document).filter((one) => file?.text.includes(one));
  const numbers = wordings.flatMap((wording) => readLeadingNumber(wording) ?? []);
  const [written, ...others] = numbers.flatMap((number) => formsIn(number, told));
  if (file === null || written === undefined || others.length > 0) return [];
  const stretches = told.filter((one) => holdsAnswer(one, written.text));
  const site = { file, document, written, position, stretches };
  return leavesNone(site) ? [site] : [];
}

/** The forms in which a number stands in some stretches. */
function formsIn(number: WrittenNumber, stretches: readonly string[]): readonly WrittenNumber[] {
  const forms = [number.text, ...otherForms(number)].map((text) => ({ text, number: number.number }));
  return forms.filter(({ text }) => stretches.some((one) => holdsAnswer(one, text)));
}

/** Sentences of a document that answer the question (grade 2), verbatim. */
export function gradedStretches(row: GoldenRow, document: string): readonly string[] {
  return (row.relevant ?? []).flatMap((one) => (one.document === document && one.grade === 2 ? [one.text] : []));
}

function leavesNone({ file, written, stretches }: NumberSite): boolean {
  const rest =
    written.number < TOO_COMMON
      ? stretches.reduce((text, one) => text.replaceAll(one, " "), proseOf(file))
      : proseOf(replaceInFile(file, { words: written.text, by: " " }));
  return [written.text, ...otherForms(written)].every((form) => !standsIn(rest, form));
}

/** The document with another number in the place of that of a site. */
export function withNumber({ file, written, stretches }: NumberSite, by: string): SourceFile {
  const replacement = { words: written.text, by };
  return written.number < TOO_COMMON
    ? replaceInStretches(file, stretches, replacement)
    : replaceInFile(file, replacement);
}
