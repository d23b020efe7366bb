import type { Log, Store } from "../ports.ts";
import type { Snapshot } from "./snapshot.ts";

/** The index as a running server sees it. */
export type LiveIndex = {
  /**
   * The generation in use. Where another was switched to since, it is loaded first, so that nothing removed is ever answered from;
   * callers that wait share one load. Where that load fails, the old one serves, and a warning is logged once.
   */
  readonly current: () => Promise<Snapshot>;
  /** The snapshot that served last; looks at no disk. */
  readonly latest: () => Snapshot;
};

/**
 * Loads the index and keeps up with it.
 * @param load `loadSnapshot` with its ports
 * @throws what `load` throws, at the start only
 */
export async function openLiveIndex(
  load: () => Promise<Snapshot>,
  store: Pick<Store, "stamp">,
  log: Log,
): Promise<LiveIndex> {
  let stamp = await store.stamp();
  let snapshot = await load();
  let loading: { readonly stamp: string; readonly done: Promise<void> } | null = null;

  const reload = async (next: string, before: Promise<void> | undefined): Promise<void> => {
    await before;
    if (stamp === next) return;
    try {
      snapshot = await load();
      log.info("took up a new generation of the index", {
        generation: snapshot.id,
        documents: snapshot.records.length,
      });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      log.warn("a new generation of the index cannot be loaded; the one before serves on", { reason });
    }
    // Also where it failed: it is tried again when the pointer changes again, not at every question.
    stamp = next;
  };

  return {
    latest: () => snapshot,
    current: async () => {
      // A disk that cannot even be asked is no reason to stop answering.
      const found = await store.stamp().catch(() => stamp);
      if (found === stamp && loading === null) return snapshot;
      if (loading?.stamp !== found) {
        loading = { stamp: found, done: reload(found, loading?.done) };
      }
      const mine = loading;
      await mine?.done;
      if (loading === mine) loading = null;
      return snapshot;
    },
  };
}
