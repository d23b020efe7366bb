/** The few abilities the core needs from outside. Plain data only; adapters are factories of these. */

/** Turns text into unit vectors. Questions and texts are prefixed as the model wants; callers pass bare text. */
export type Embedder = {
  /** Shown to people: "bge-small-en-v1.5-int8". */
  readonly name: string;
  /** Changes with weights, tokenizer and runtime; kept with an index. */
  readonly fingerprint: string;
  readonly dimensions: number;
  /** L2-normalised, length `dimensions`. Goes ahead of any waiting texts. */
  embedQuestion(question: string, signal?: AbortSignal): Promise<Float32Array>;
  /** One L2-normalised vector a text, in order; each text is embedded alone, so a vector never depends on its neighbours. */
  embedTexts(texts: readonly string[], onEach?: () => void): Promise<readonly Float32Array[]>;
  /** Tokens of the model's tokenizer, special tokens left out. */
  countTokens(text: string): Promise<number>;
  close(): Promise<void>;
};

/** One neighbour: index of the stored vector and its cosine with the query, −1…1. */
export type Neighbour = { readonly item: number; readonly score: number };

/** Nearest neighbours among unit vectors numbered 0…size−1. */
export type VectorIndex = {
  readonly kind: "exact" | "hnsw";
  readonly size: number;
  readonly dimensions: number;
  /** Best first, ties by item; at most k, and at most as many as `allow` admits. */
  search(query: Float32Array, k: number, allow?: (item: number) => boolean): readonly Neighbour[];
};

/** Milliseconds that never step back, for durations. */
export type Clock = { readonly nowMs: () => number };

/** Fresh ids: `make("a")` → "a_…". */
export type Ids = { readonly make: (prefix: string) => string };

/** Hex SHA-256 of UTF-8 text or of bytes. */
export type Hash = { readonly sha256: (data: string | Uint8Array) => string };

/** Structured log lines; fields never hold question text unless asked for. */
export type Log = {
  readonly info: (message: string, fields?: Readonly<Record<string, unknown>>) => void;
  readonly warn: (message: string, fields?: Readonly<Record<string, unknown>>) => void;
  readonly error: (message: string, fields?: Readonly<Record<string, unknown>>) => void;
};
