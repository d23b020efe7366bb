import type { GoldenRow } from "../golden.ts";
import { fileOf, nameOf, withFile } from "./edit-file.ts";
import type { Mutant, Original } from "./mutant.ts";

/** Sorts after any name that begins with a figure or a letter of the alphabet before z. */
const PREFIX = "zz-";

/** The first document of the answer under another file name: nothing else may change. */
export function renameDocument({ row, files }: Original): readonly Mutant[] {
  const named = row.positions?.[0]?.documents[0] ?? row.documents?.[0];
  const file = named === undefined ? null : fileOf(files, named);
  if (named === undefined || file === null) return [];
  const at = file.path.length - nameOf(file.path).length;
  const renamed = { path: file.path.slice(0, at) + PREFIX + nameOf(file.path), text: file.text };
  return [
    {
      id: `${row.id}/document-renamed/${named}`,
      kind: "document-renamed",
      files: withFile(files, file, renamed),
      row: withDocument(row, named, PREFIX + named),
    },
  ];
}

function withDocument(row: GoldenRow, old: string, name: string): GoldenRow {
  const all = (documents: readonly string[]): string[] => documents.map((one) => (one === old ? name : one));
  return {
    ...row,
    positions: row.positions?.map(({ value, documents, speakers }) => ({ value, documents: all(documents), speakers })),
    fitsAll: row.fitsAll && all(row.fitsAll),
    documents: row.documents && all(row.documents),
    relevant: row.relevant?.map(({ document, text, grade }) => ({
      document: document === old ? name : document,
      text,
      grade,
    })),
  };
}
