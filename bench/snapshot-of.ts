import { embedFile } from "../src/index/in-memory.ts";
import type { Embedded, FileEmbedder } from "../src/index/in-memory.ts";

/** A text to index, as data sets give them. */
export type PlainText = { readonly id: string; readonly title: string; readonly text: string };

/** Prepares and embeds texts just as ingest does, without a disk. In the order given. */
export async function embedAll(texts: readonly PlainText[], embedder: FileEmbedder): Promise<readonly Embedded[]> {
  return Promise.all(
    texts.map(async ({ id, title, text }): Promise<Embedded> => {
      const heading = title === "" ? "" : `---\ntitle: ${JSON.stringify(title)}\n---\n`;
      const embedded = await embedFile({ path: `${id}.md`, bytes: new TextEncoder().encode(heading + text) }, embedder);
      if (embedded === null) throw new Error(`${id} is no document`);
      return embedded;
    }),
  );
}
