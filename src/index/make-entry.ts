import type { Corpus, Embedder, Hash } from "../ports.ts";
import type { Base } from "./base.ts";
import { isSameEmbedder } from "./base.ts";
import { floatsToBytes } from "./floats.ts";
import type { EmbedderIdentity, RejectedFile } from "./generation.ts";
import type { Entry } from "./make-generation.ts";
import type { Change, Step } from "./plan.ts";
import type { CorpusFile, Preparation, PreparedDocument } from "./prepare.ts";

/** What became of a step. `kept` came from the base as it was. */
export type Outcome =
  | { readonly kind: "kept"; readonly change: "unchanged"; readonly entry: Entry }
  | { readonly kind: "made"; readonly change: Change; readonly entry: Entry }
  | { readonly kind: "rejected"; readonly rejected: RejectedFile };

/** What documents are made with. */
export type EntryMeans = {
  readonly corpus: Corpus;
  readonly prepare: (file: CorpusFile) => Promise<Preparation>;
  readonly embedder: EmbedderIdentity & Pick<Embedder, "embedTexts">;
  readonly hash: Hash;
  /** Called as each text is embedded. */
  readonly onText: () => void;
};

/**
 * Does one step of a plan. A document that turns out damaged in the base is made again; vectors of the same texts by the same embedder are
 * taken over even where the record is new.
 */
export async function makeEntry(step: Step, base: Base | null, means: EntryMeans): Promise<Outcome> {
  switch (step.kind) {
    case "reject-again":
      return { kind: "rejected", rejected: step.rejected };
    case "keep": {
      const entry = (await base?.entry(step.was)) ?? null;
      return entry ? { kind: "kept", change: "unchanged", entry } : makeAnew(step, base, means);
    }
    case "make":
      return makeAnew(step, base, means);
  }
}

async function makeAnew(
  step: Extract<Step, { kind: "keep" | "make" }>,
  base: Base | null,
  means: EntryMeans,
): Promise<Outcome> {
  const { hash } = means;
  const { path } = step;
  const bytes = await means.corpus.read(path);
  const file = hash.sha256(bytes);
  const prepared = await means.prepare({ path, bytes });
  if (prepared.kind === "rejected") return { kind: "rejected", rejected: { path, file, reason: prepared.reason } };
  const texts = hashOfTexts(prepared.texts, hash);
  const isTaken = base && step.was?.document.texts === texts && isSameEmbedder(base.manifest.embedder, means.embedder);
  const vectors = (isTaken && step.was ? await base.vectors(step.was) : null) ?? (await embed(prepared, means));
  const change = step.kind === "keep" ? "unchanged" : step.change;
  const { id, warnings, line } = prepared;
  return { kind: "made", change, entry: { id, path, file, texts, warnings, line, ...vectors } };
}

async function embed(prepared: PreparedDocument, means: EntryMeans): Promise<Pick<Entry, "passages" | "sentences">> {
  const vectors = await means.embedder.embedTexts(prepared.texts, means.onText);
  return {
    passages: floatsToBytes(vectors.slice(0, prepared.passages)),
    sentences: floatsToBytes(vectors.slice(prepared.passages)),
  };
}

/** SHA-256 of texts, each with its length before it, so that no two lists look alike. */
function hashOfTexts(texts: readonly string[], hash: Hash): string {
  return hash.sha256(texts.map((text) => `${text.length}\n${text}`).join(""));
}
