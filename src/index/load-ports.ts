import type { Hash, Store } from "../ports.ts";
import type { Derivers } from "./derive.ts";
import type { EmbedderIdentity } from "./generation.ts";
import type { VectorMode } from "./make-generation.ts";

/** What a snapshot is loaded with. */
export type LoadPorts = {
  readonly store: Store;
  readonly hash: Hash;
  /** The embedder that questions will be embedded with. */
  readonly embedder: EmbedderIdentity;
  readonly vectors: VectorMode;
  readonly derivers: Derivers;
  /** Lets others run, between two documents of a long load. */
  readonly pause: () => Promise<void>;
};
