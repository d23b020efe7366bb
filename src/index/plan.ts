import { documentIdOf } from "../documents/id.ts";
import { ParallaxError } from "../errors.ts";
import type { Corpus, Hash } from "../ports.ts";
import type { Base } from "./base.ts";
import { isSameEmbedder } from "./base.ts";
import type { RejectedFile, Slices } from "./generation.ts";
import { inOrder } from "./in-order.ts";
import type { Weighed } from "./in-order.ts";
import type { Imprint } from "./make-generation.ts";

/** How a file stands to the base: by its id new, with other bytes or path, or the same. */
export type Change = "added" | "updated" | "unchanged";

/** What is to be done about one file of the corpus. `was` is what the base holds under its id, null for a new document. */
export type Step =
  | { readonly kind: "keep"; readonly path: string; readonly was: Slices }
  | { readonly kind: "make"; readonly path: string; readonly change: Change; readonly was: Slices | null }
  | { readonly kind: "reject-again"; readonly path: string; readonly rejected: RejectedFile };

/** Files read at once while planning: a disk answers several faster than one by one. */
const READ_WINDOW = { items: 8, weight: 8 };

/**
 * Compares the corpus with the generation that an ingest starts from. Every file is read once, none is kept. Steps come in order of
 * document id and weigh the bytes of their file.
 * @throws ParallaxError bad-input where two files make the same id, naming both
 */
export async function planIngest(
  corpus: Corpus,
  hash: Hash,
  start: { readonly base: Base | null; readonly from: "changes" | "scratch"; readonly imprint: Imprint },
): Promise<readonly Weighed<Step>[]> {
  const paths = await corpus.list();
  const ids = idsOf(paths);
  const { base } = start;
  const known = start.from === "changes" ? base : null;
  const isSamePipeline = known?.manifest.pipeline === start.imprint.pipeline;
  const isKept = isSamePipeline && known !== null && isSameEmbedder(known.manifest.embedder, start.imprint.embedder);
  const bad = new Map(isSamePipeline ? known?.manifest.rejected.map((file) => [file.path, file]) : []);

  const steps: Weighed<Step>[] = [];
  const readings = ids.map((item) => ({ item, weight: 1 }));
  for await (const { path, id, file, weight } of inOrder(readings, READ_WINDOW, (of) => readOne(corpus, hash, of))) {
    const rejected = bad.get(path);
    const was = base?.slices.get(id) ?? null;
    const isSame = was?.document.file === file && was.document.path === path;
    if (rejected?.file === file) steps.push({ item: { kind: "reject-again", path, rejected }, weight: 0 });
    else if (was && isSame && isKept) steps.push({ item: { kind: "keep", path, was }, weight });
    else {
      const change = was === null ? "added" : isSame ? "unchanged" : "updated";
      steps.push({ item: { kind: "make", path, change, was }, weight });
    }
  }
  return steps;
}

async function readOne(corpus: Corpus, hash: Hash, file: { path: string; id: string }) {
  const bytes = await corpus.read(file.path);
  return { ...file, file: hash.sha256(bytes), weight: bytes.length };
}

function idsOf(paths: readonly string[]): readonly { readonly path: string; readonly id: string }[] {
  const owners = new Map<string, string>();
  for (const path of paths) {
    const id = documentIdOf(path);
    const other = owners.get(id);
    if (other !== undefined) {
      const message = `Files "${other}" and "${path}" would both be document "${id}". Rename one of them, then ingest again.`;
      throw new ParallaxError("bad-input", message, { details: { id, paths: [other, path] } });
    }
    owners.set(id, path);
  }
  return [...owners].map(([id, path]) => ({ path, id })).sort((a, b) => (a.id < b.id ? -1 : 1));
}
