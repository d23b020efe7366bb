import type { CorpusFile, Preparation } from "../index/prepare.ts";

/** What a worker of an embedder can be asked to do. */
export type EmbedderJob =
  | { readonly kind: "embed"; readonly text: string }
  | { readonly kind: "count"; readonly text: string }
  | { readonly kind: "prepare"; readonly path: string; readonly bytes: Uint8Array };

/** What it answers: a unit vector, a number of tokens, a document ready to be stored. */
export type EmbedderReply =
  | { readonly kind: "vector"; readonly vector: Float32Array<ArrayBuffer> }
  | { readonly kind: "tokens"; readonly tokens: number }
  | { readonly kind: "prepared"; readonly preparation: Preparation };

/** The second ability of our embedders: they do the rest of ingest's computing in the same workers. */
export type Preparer = {
  /** Waits behind questions, like texts. */
  prepare(file: CorpusFile): Promise<Preparation>;
};
