// Plain JavaScript, because the processes that tests/faults kills run from dist/, where tests are not compiled.
import { createHash } from "node:crypto";

export const PLAIN_DIMENSIONS = 16;

/** Every line a sentence, every two lines a passage; the first line is the title. A file that begins with NUL is rejected. */
export function preparePlainly({ path, bytes }) {
  if (bytes[0] === 0) return { kind: "rejected", path, reason: "it begins with NUL" };
  const text = new TextDecoder().decode(bytes);
  const spans = [];
  for (let start = 0; start < text.length;) {
    const lineEnd = text.indexOf("\n", start);
    const end = lineEnd < 0 ? text.length : lineEnd;
    if (end > start) spans.push({ start, end });
    start = end + 1;
  }
  const id = path
    .replace(/\.[^./]*$/, "")
    .toLowerCase()
    .replaceAll("/", "--");
  const title = text.slice(spans[0]?.start ?? 0, spans[0]?.end ?? 0);
  const sentences = spans.map((span, n) => ({ span, paragraph: n, kind: "prose", repeated: false, heading: null }));
  const passages = [];
  for (let from = 0; from < spans.length; from += 2) {
    const to = Math.min(from + 2, spans.length);
    passages.push({ span: { start: spans[from].start, end: spans[to - 1].end }, from, to, tokens: 9, cut: false });
  }
  const sha256 = createHash("sha256").update(text).digest("hex");
  const record = {
    document: { id, title, source: null, published: null, url: null, text, sha256 },
    layout: { paragraphs: spans.map((span) => ({ span, kind: "prose", repeats: null })), furniture: [] },
    sentences,
    passages,
    claims: [],
  };
  const cut = ({ span }) => text.slice(span.start, span.end);
  return {
    kind: "prepared",
    path,
    id,
    line: new TextEncoder().encode(`${JSON.stringify(record)}\n`),
    warnings: text.includes("odd") ? ["it is odd"] : [],
    passages: passages.length,
    sentences: sentences.length,
    texts: [...passages.map(cut), ...sentences.map((sentence) => `${title}. ${cut(sentence)}`), title],
  };
}

/** A hashing embedder: words counted in `PLAIN_DIMENSIONS` places, L2-normalised. */
export const plainEmbedder = {
  name: "plain",
  fingerprint: "plain-1",
  dimensions: PLAIN_DIMENSIONS,
  embedTexts: async (texts, onEach) =>
    texts.map((text) => {
      onEach?.();
      return plainVector(text);
    }),
};

export function plainVector(text) {
  const vector = new Float32Array(PLAIN_DIMENSIONS);
  for (const word of text.toLowerCase().split(/\W+/)) {
    const place = createHash("md5").update(word).digest()[0] % PLAIN_DIMENSIONS;
    vector[place] += 1;
  }
  const norm = Math.hypot(...vector);
  return vector.map((x) => x / norm);
}
