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

/** What a language model is told. The prompts' texts come from `prompts/`. */
export type Prompt = {
  readonly system: string;
  readonly user: string;
  /** JSON Schema that the reply must hold to; how much of it the server can be made to keep is the adapter's business. */
  readonly schema: { readonly name: string; readonly json: Readonly<Record<string, unknown>> };
  /** Tokens that the reply may have at most. */
  readonly maxTokens: number;
};

/** Why a language model did not answer, as clients are told. */
export type GeneratorFailure = "llm-timeout" | "llm-unavailable" | "llm-rejected";

/** How a reply of a language model ended; only `complete` is the whole of what it wanted to say. */
export type Reply =
  | { readonly kind: "complete"; readonly text: string }
  | {
      readonly kind: "failed";
      readonly why: GeneratorFailure;
      /** For the log: what went wrong; never a key, a question or a document. */
      readonly detail: string;
    };

/** A language model. Nothing of what it says is trusted. */
export type Generator = {
  /** The model, shown to people. */
  readonly name: string;
  /** Tokens that a prompt and its reply may have together. */
  readonly contextTokens: number;
  /**
   * Asks once. Pieces of the reply go to `onText` in order as they come, also of one that fails later.
   * @throws ParallaxError `aborted` where the signal fires, and nothing else
   */
  readonly generate: (
    prompt: Prompt,
    terms: { readonly onText?: (piece: string) => void; readonly signal?: AbortSignal | undefined },
  ) => Promise<Reply>;
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

/** What people think of answers, kept for those who look after the documents. */
export type Feedback = {
  /** Holds once the entry is kept. @throws ParallaxError `disk-full`, `disk-failed` */
  readonly keep: (entry: Readonly<Record<string, unknown>>) => Promise<void>;
};

/** The documents to be indexed, as files. Paths are relative, with `/`, sorted. */
export type Corpus = {
  /** For messages: the folder. */
  readonly place: string;
  /** Hidden files, README files and links that lead outside are left out. */
  readonly list: () => Promise<readonly string[]>;
  readonly read: (path: string) => Promise<Uint8Array>;
};

/** Where the generations of an index are kept, as named files of bytes. Many readers, one writer; readers never wait. */
export type Store = {
  /** For messages: the folder. */
  readonly place: string;
  /** Changes whenever another generation is switched to; cheap enough to ask before every question. */
  readonly stamp: () => Promise<string>;
  /** Name of the generation switched to, null where there never was one. What a damaged pointer holds is given as it is. */
  readonly current: () => Promise<string | null>;
  /** All generations that are there, newest first. */
  readonly generations: () => Promise<readonly string[]>;
  /** A whole file of a generation, null where it is missing. */
  readonly read: (generation: string, file: string) => Promise<Uint8Array | null>;
  /** A stretch of a file; shorter, or empty, where the file ends before. */
  readonly readRange: (
    generation: string,
    file: string,
    range: { offset: number; length: number },
  ) => Promise<Uint8Array>;
  /** @throws ParallaxError index-locked where another writer is at work */
  readonly openWriter: () => Promise<StoreWriter>;
};

/** The making of one generation. Errors are `disk-full` or `disk-failed`; whatever fails, the generation in use stays in use. */
export type StoreWriter = {
  readonly append: (file: string, bytes: Uint8Array) => Promise<void>;
  /** What was appended so far to a file of the generation in the making; empty for none. */
  readonly read: (file: string) => Promise<Uint8Array>;
  /** Makes what was appended durable, checks that it reads back, switches to it under this name, drops generations older than the last. */
  readonly publish: (generation: string) => Promise<void>;
  /** Lets others write again; throws away what was appended and not published. Never fails. */
  readonly close: () => Promise<void>;
};
