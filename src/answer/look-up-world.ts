import type { Snapshot } from "../index/snapshot.ts";

/** Where claims are looked up. */
export type LookUpWorld = {
  readonly snapshot: Snapshot;
  /** True for documents that the filters let through. */
  readonly allow: (document: string) => boolean;
  /** The day that "today" in the question means. */
  readonly asOf: string | null;
};
