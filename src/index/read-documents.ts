import { parseRecord } from "./derive.ts";
import { FILES, slicesOf } from "./generation.ts";
import type { Manifest, Slice, Slices } from "./generation.ts";
import type { LoadPorts } from "./load-ports.ts";
import type { DocumentRecord } from "./record.ts";

/** The files of a generation that are slices, a document's after the other's. */
export type SlicedFiles = {
  readonly records: Uint8Array;
  readonly passages: Uint8Array;
  readonly sentences: Uint8Array;
};

/** The documents of a generation whose every byte is as it was written. */
export type ReadDocuments = {
  readonly kind: "read";
  /** Sorted by document id. */
  readonly records: readonly DocumentRecord[];
  /** Their slices of the files, with nothing of the others between. */
  readonly files: SlicedFiles;
  /** One for each document that was set aside, naming it. */
  readonly warnings: readonly string[];
};

/** Bytes of records between two pauses: about 5 ms of comparing and parsing. */
const BYTES_A_TURN = 256 * 1024;

const KINDS = ["records", "passages", "sentences"] as const;

/**
 * Reads the documents of a generation whose manifest is good, and sets damaged ones aside. A file that is missing or of another
 * length, or no good document among all, is damage of the whole.
 */
export async function readDocuments(
  generation: string,
  manifest: Manifest,
  ports: LoadPorts,
): Promise<ReadDocuments | { readonly kind: "damaged"; readonly what: string }> {
  const slices = slicesOf(manifest);
  const files: Record<(typeof KINDS)[number], Uint8Array> = { records: NONE, passages: NONE, sentences: NONE };
  for (const kind of KINDS) {
    const bytes = await ports.store.read(generation, FILES[kind]);
    const last = slices.at(-1)?.[kind] ?? { offset: 0, length: 0 };
    const expected = last.offset + last.length;
    if (bytes === null) return { kind: "damaged", what: `${FILES[kind]} is missing` };
    if (bytes.length !== expected)
      return { kind: "damaged", what: `${FILES[kind]} has ${bytes.length} bytes, not ${expected}` };
    files[kind] = bytes;
  }

  const good: Slices[] = [];
  const records: DocumentRecord[] = [];
  const warnings: string[] = [];
  let sincePause = 0;
  for (const of of slices) {
    const damaged = KINDS.find((kind) => ports.hash.sha256(stretch(files[kind], of[kind])) !== of[kind].sha256);
    if (damaged === undefined) {
      records.push(parseRecord(new TextDecoder().decode(stretch(files.records, of.records))));
      good.push(of);
    } else {
      const why = `its part of ${FILES[damaged]} is damaged`;
      warnings.push(`Document "${of.document.id}" is set aside: ${why}. Run "parallax ingest".`);
    }
    sincePause += of.records.length;
    if (sincePause < BYTES_A_TURN) continue;
    await ports.pause();
    sincePause = 0;
  }
  if (good.length === 0 && slices.length > 0) return { kind: "damaged", what: "none of its documents is whole" };
  return {
    kind: "read",
    records,
    files: good.length === slices.length ? files : onlyOf(files, good),
    warnings,
  };
}

const NONE = new Uint8Array(0);

function stretch(bytes: Uint8Array, { offset, length }: Slice): Uint8Array {
  return bytes.subarray(offset, offset + length);
}

function onlyOf(files: SlicedFiles, good: readonly Slices[]): SlicedFiles {
  const joined = (kind: (typeof KINDS)[number]): Uint8Array => {
    const bytes = new Uint8Array(good.reduce((sum, of) => sum + of[kind].length, 0));
    let at = 0;
    for (const of of good) {
      bytes.set(stretch(files[kind], of[kind]), at);
      at += of[kind].length;
    }
    return bytes;
  };
  return { records: joined("records"), passages: joined("passages"), sentences: joined("sentences") };
}
