import type { CorpusFile, Preparation } from "../../src/index/prepare.ts";
import type { Embedder } from "../../src/ports.ts";

export declare const PLAIN_DIMENSIONS: number;
export declare function preparePlainly(file: CorpusFile): Preparation;
export declare const plainEmbedder: Pick<Embedder, "name" | "fingerprint" | "dimensions" | "embedTexts">;
export declare function plainVector(text: string): Float32Array;
