import { embedFile } from "../../src/index/in-memory.ts";
import type { DocumentRecord } from "../../src/index/record.ts";
import { hashingEmbedder } from "../fakes/hashing-embedder.ts";

/** A document as ingest would store it, claims and credits and all. */
export async function recordFrom(
  text: string,
  {
    title = "A report",
    published = "2025-03-14",
    source = "The Islander",
  }: { readonly title?: string; readonly published?: string; readonly source?: string } = {},
): Promise<DocumentRecord> {
  const file = `---\ntitle: "${title}"\nsource: "${source}"\npublished: ${published}\n---\n\n${text}\n`;
  const embedded = await embedFile({ path: "report.md", bytes: new TextEncoder().encode(file) }, hashingEmbedder(16));
  if (!embedded) throw new Error("The document was rejected.");
  return embedded.record;
}
