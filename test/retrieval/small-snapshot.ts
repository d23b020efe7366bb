import { buildBm25 } from "../../src/index/bm25.ts";
import { buildClaimTable } from "../../src/index/claim-table.ts";
import { exactVectorIndex } from "../../src/index/exact-vectors.ts";
import type { DocumentRecord } from "../../src/index/record.ts";
import type { Snapshot } from "../../src/index/snapshot.ts";
import { contentStems } from "../../src/text/words.ts";
import { hashingEmbedder } from "../fakes/hashing-embedder.ts";

/** A document for a test: passages of sentences, every sentence ending as written. */
export type SmallDocument = {
  readonly id: string;
  readonly title?: string;
  readonly source?: string;
  readonly published?: string;
  readonly passages: readonly (readonly string[])[];
};

export const embedder = hashingEmbedder(64);

/** A snapshot over hand-made passages, without splitting or claims, with hashed vectors. */
export async function smallSnapshot(documents: readonly SmallDocument[]): Promise<Snapshot> {
  const records = documents.map(recordOf);
  const texts = records.map(({ document, passages }) =>
    passages.map(({ span }) => document.text.slice(span.start, span.end)),
  );
  const passageVectors = await embedder.embedTexts(texts.flat());
  const flat = new Float32Array(passageVectors.flatMap((vector) => [...vector]));
  const sentenceVectors = await Promise.all(
    records.map(({ document, sentences }) =>
      embedder.embedTexts(
        sentences.map(({ span }) => `${document.title}. ${document.text.slice(span.start, span.end)}`),
      ),
    ),
  );
  const titleVectors = await embedder.embedTexts(records.map(({ document }) => document.title));
  const none = new Float32Array(64);
  return {
    id: "small",
    embedder: embedder.name,
    dimensions: 64,
    records,
    recordOf: new Map(records.map(({ document }, at) => [document.id, at])),
    passages: records.flatMap(({ passages }, record) => passages.map((_, passage) => ({ record, passage }))),
    bm25: buildBm25(texts.flat().map((text) => contentStems(text))),
    vectors: exactVectorIndex(flat, 64),
    passageVector: (n) => passageVectors[n] ?? none,
    sentenceVector: (record, sentence) => sentenceVectors[record]?.[sentence] ?? none,
    titleVector: (record) => titleVectors[record] ?? none,
    claims: buildClaimTable(records),
    warnings: [],
  };
}

function recordOf({ id, title, source, published, passages }: SmallDocument): DocumentRecord {
  const written = passages.flat();
  const text = written.join(" ");
  let at = 0;
  const sentences = written.map((sentence) => {
    const span = { start: at, end: at + sentence.length };
    at = span.end + 1;
    return { span, paragraph: 0, kind: "prose", repeated: false, heading: null } as const;
  });
  let from = 0;
  const cut = passages.map((some) => {
    const to = from + some.length;
    const span = { start: sentences[from]?.span.start ?? 0, end: sentences[to - 1]?.span.end ?? 0 };
    const passage = { span, from, to, tokens: 10, cut: false };
    from = to;
    return passage;
  });
  return {
    document: {
      id,
      title: title ?? id,
      source: source ?? null,
      published: published ?? null,
      url: null,
      text,
      sha256: "",
    },
    layout: { paragraphs: [], furniture: [] },
    sentences,
    passages: cut,
    claims: [],
    credits: [],
  };
}
