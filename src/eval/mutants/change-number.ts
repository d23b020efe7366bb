import { disputedRow, withoutKind, withWording } from "./any-kind.ts";
import { proseOf, replaceIn, standsIn, withFile } from "./edit-file.ts";
import { hedgeBefore } from "./hedges.ts";
import type { Mutant, Original, SourceFile } from "./mutant.ts";
import { readLeadingNumber, writeLike } from "./number-forms.ts";
import type { WrittenNumber } from "./number-forms.ts";
import { numberSites, withNumber } from "./number-sites.ts";
import type { NumberSite } from "./number-sites.ts";

/** Far enough from the old number that no rounding makes them one; the first that fits is taken. */
const FACTORS = [1.4, 1.6, 0.6, 1.9, 0.45, 2.6];

/** What follows a number that may not pass a hundred. */
const PERCENT = ["%", " per cent", " percent"];

/** Two numbers nearer than this share might be taken for one. */
const APART = 0.15;

/**
 * A number changed. Where documents agreed and one of them changes: they differ now. Where one document alone tells, or all of a side change: the
 * new number is given, and the old one by nobody.
 */
export function changeNumber(original: Original): readonly Mutant[] {
  const sites = numberSites(original).filter((site) => !isTiedToOthers(site));
  const { row } = original;
  if (row.positions !== undefined && sites.some(({ position }) => position !== null))
    return row.positions.flatMap((_, i) => changeSide(original, sites, i));
  const [first] = sites;
  const documents = row.documents ?? [];
  if (first === undefined) return [];
  return documents.length === 1 ? changeAlone(original, first) : changeOne(original, sites);
}

/** Ranks in their order, which a changed number would upset. */
const RECORD = /\b(?:records?|highest|lowest|deadliest|bloodiest|worst|largest|biggest|strongest|most|least)\b/iu;

/** Days of a month, of a week, of a year, weeks and months of a year, hours of a day: a rate is worked out from a total by these. */
const PERIODS = [7, 12, 24, 28, 29, 30, 31, 52, 365];

/** A number that others of its document are worked out from, or that is, or that is a record among others: changed alone it makes the document contradict itself. */
function isTiedToOthers({ file, written, stretches }: NumberSite): boolean {
  const others = (proseOf(file).match(/\d[\d,]*(?:\.\d+)?/gu) ?? []).map((one) => Number(one.replaceAll(",", "")));
  const isRate = others.some((other) =>
    PERIODS.some((period) =>
      [other / written.number, written.number / other].some((one) => Math.abs(one / period - 1) < 0.003),
    ),
  );
  return (isRate && written.number >= 100) || stretches.some((one) => RECORD.test(one));
}

/** All documents of one side are changed alike. */
function changeSide(original: Original, sites: readonly NumberSite[], position: number): readonly Mutant[] {
  const { row, files } = original;
  const its = sites.filter((site) => site.position === position);
  const side = row.positions?.[position];
  const [first] = its;
  if (side === undefined || first === undefined || its.length < side.documents.length) return [];
  const others = (row.positions ?? [])
    .filter((one) => one !== side)
    .map(({ value }) => readLeadingNumber(value)?.number);
  if (others.some((one) => one === undefined)) return [];
  const rivals = others.flatMap((one) => one ?? []);
  const changed = findOther(original, first.written, (number) => isApart(number, first.written.number, rivals));
  if (changed === null) return [];
  const absent = [...(row.absent ?? []), first.written.text].filter(
    (one) => !rivals.some((rival) => readLeadingNumber(one)?.number === rival),
  );
  return [
    {
      id: `${row.id}/number-changed/${side.value}`,
      kind: "number-changed",
      files: its.reduce<readonly SourceFile[]>(
        (all, site) => withFile(all, site.file, withNumber(site, writeLike(site.written, changed.number).text)),
        files,
      ),
      row: withoutKind({
        ...row,
        absent,
        positions: (row.positions ?? []).with(position, { ...side, value: changed.text }),
      }),
    },
  ];
}

/** Only one document tells: what it tells now is the answer. */
function changeAlone(original: Original, site: NumberSite): readonly Mutant[] {
  const { row, files } = original;
  const changed = findOther(original, site.written, (number) => number > site.written.number);
  if (changed === null) return [];
  return [
    {
      id: `${row.id}/number-changed/${site.document}`,
      kind: "number-changed",
      files: withFile(files, site.file, withNumber(site, changed.text)),
      row: {
        ...withWording(row, site.document, (one) => replaceIn(one, { words: site.written.text, by: changed.text })),
        facts: [[changed.text]],
        absent: [...(row.absent ?? []), site.written.text],
      },
    },
  ];
}

/** Several documents agree to the number, none of them with a hedge: the last of them is changed. */
function changeOne(original: Original, sites: readonly NumberSite[]): readonly Mutant[] {
  const { row, files } = original;
  const documents = row.documents ?? [];
  const site = sites.at(-1);
  const isPlain = sites.every(({ stretches, written }) =>
    stretches.every((one) => hedgeBefore(one, written.text) === null),
  );
  const isOne = sites.every(({ written }) => written.number === site?.written.number);
  if (site === undefined || sites.length < documents.length || !isPlain || !isOne) return [];
  const changed = findOther(original, site.written, (number) => number > site.written.number);
  const [other] = sites;
  if (changed === null || other === undefined) return [];
  return [
    {
      id: `${row.id}/number-changed/${site.document}`,
      kind: "number-changed",
      files: withFile(files, site.file, withNumber(site, changed.text)),
      row: disputedRow(row, [
        { value: other.written.text, documents: documents.filter((one) => one !== site.document) },
        { value: changed.text, documents: [site.document] },
      ]),
    },
  ];
}

/** Another number in the same form that passes and stands in no document. */
function findOther(
  { files }: Original,
  written: WrittenNumber,
  passes: (number: number) => boolean,
): WrittenNumber | null {
  const isPercent = files.some(({ text }) => PERCENT.some((sign) => text.includes(written.text + sign)));
  const isPossible = (number: number): boolean => !isPercent || number < 100;
  for (const factor of FACTORS) {
    // Small counts: at least two away, or a rounding of words might make them one.
    const target =
      factor > 1
        ? Math.max(written.number * factor, written.number + 2)
        : Math.min(written.number * factor, written.number - 2);
    if (target < 1 && Number.isInteger(written.number)) continue;
    const other = writeLike(written, target);
    const isFree = !files.some(({ text }) => standsIn(text, other.text));
    if (other.number !== written.number && isFree && passes(other.number) && isPossible(other.number)) return other;
  }
  return null;
}

/** Keeps its place in the order of the others and does not come near any. */
function isApart(number: number, old: number, others: readonly number[]): boolean {
  return others.every(
    (other) => Math.sign(number - other) === Math.sign(old - other) && Math.abs(number - other) > APART * other,
  );
}
