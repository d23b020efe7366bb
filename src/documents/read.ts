import type { Hash } from "../ports.ts";
import { decodeText } from "./decode.ts";
import type { Document } from "./document.ts";
import { partFrontMatter, readFields } from "./front-matter.ts";
import type { Field } from "./front-matter.ts";
import { documentIdOf } from "./id.ts";
import { readDay, readUrl } from "./metadata.ts";
import { withoutOrders } from "./orders.ts";
import { titleFrom } from "./title.ts";

/** What a file gave: a document, with what is odd about it, or the reason why there is none; `line` counts in the file from 1. */
export type ReadResult =
  | { readonly kind: "document"; readonly document: Document; readonly warnings: readonly string[] }
  | { readonly kind: "rejected"; readonly path: string; readonly reason: string; readonly line?: number };

/**
 * Reads one file of a corpus: optional front matter (`title`, `source`, `published`, `url`; other fields are left alone), then the
 * text. Never throws for what a file holds: bad bytes, broken front matter, an impossible date, a link that is not http or https and an
 * empty text reject it, with a reason that says what to do. Orders to whoever answers from it are left out of title and source. Characters that turn the direction of text are kept, so that offsets stay true.
 * @param file `path` is relative to the corpus, with `/`
 */
export function readDocument(file: { readonly path: string; readonly bytes: Uint8Array }, hash: Hash): ReadResult {
  const { path } = file;
  const reject = (reason: string, line?: number): ReadResult => ({
    kind: "rejected",
    path,
    reason,
    ...(line === undefined ? {} : { line }),
  });

  const decoded = decodeText(file.bytes);
  if (decoded.kind === "bad") return reject(decoded.reason, decoded.line);
  const parted = partFrontMatter(decoded.text);
  if (parted.kind === "refused") return reject(parted.reason, parted.line);
  const read = readFields(parted.yaml ?? "");
  if (read.kind === "refused") return reject(read.reason, read.line);
  const { fields } = read;
  for (const name of ["title", "source", "published", "url"]) {
    const field = fields.get(name);
    if (field?.value === null)
      return reject(`Line ${field.line}: ${name} is ${field.is}. Write it as text on one line.`, field.line);
  }

  const published = readDay(valueOf(fields, "published"));
  if (published.kind === "bad") return reject(...told(fields, "published", published.reason));
  const url = readUrl(valueOf(fields, "url"));
  if (url.kind === "bad") return reject(...told(fields, "url", url.reason));
  const text = parted.body;
  if (!/[\p{L}\p{N}]/u.test(text))
    return reject("There is no text. Add it after the front matter, or remove the file.");
  const id = documentIdOf(path);
  return {
    kind: "document",
    document: {
      id,
      title: ownValueOf(fields, "title") ?? titleFrom(text) ?? id,
      source: ownValueOf(fields, "source"),
      published: published.value,
      url: url.value,
      text,
      sha256: hash.sha256(text),
    },
    warnings: published.warnings,
  };
}

/** A field's text on one line; null where it is missing or blank. */
function valueOf(fields: ReadonlyMap<string, Field>, name: string): string | null {
  const value = (fields.get(name)?.value ?? "").replace(/\s+/gu, " ").trim();
  return value === "" ? null : value;
}

/** The same without orders in it. */
function ownValueOf(fields: ReadonlyMap<string, Field>, name: string): string | null {
  const value = valueOf(fields, name);
  return value === null ? null : withoutOrders(value);
}

function told(fields: ReadonlyMap<string, Field>, name: string, reason: string): [string, number] {
  const line = fields.get(name)?.line ?? 1;
  return [`Line ${line}: ${reason}`, line];
}
