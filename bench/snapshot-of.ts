import { embedFile } from "../src/index/in-memory.ts";
import type { Embedded, FileEmbedder } from "../src/index/in-memory.ts";

/** A text to index, as data sets give them. */
export type PlainText = { readonly id: string; readonly title: string; readonly text: string };

/** Prepares and embeds texts just as ingest does, without a disk. In the order given; null for what ingest would reject. */
export function embedEach(texts: readonly PlainText[], embedder: FileEmbedder): Promise<readonly (Embedded | null)[]> {
  return Promise.all(
    texts.map(({ id, title, text }) => {
      const heading = title === "" ? "" : `---\ntitle: ${JSON.stringify(title)}\n---\n`;
      return embedFile({ path: `${id}.md`, bytes: new TextEncoder().encode(heading + text) }, embedder);
    }),
  );
}

/** The same where every text is a document. */
export async function embedAll(texts: readonly PlainText[], embedder: FileEmbedder): Promise<readonly Embedded[]> {
  const embedded = await embedEach(texts, embedder);
  return embedded.map((one, i) => {
    if (one === null) throw new Error(`${texts[i]?.id ?? ""} is no document`);
    return one;
  });
}
