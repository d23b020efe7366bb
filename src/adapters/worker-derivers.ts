import { Worker } from "node:worker_threads";

import { ParallaxError } from "../errors.ts";
import type { Derivers } from "../index/derive.ts";
import { buildHnsw, loadHnsw } from "./hnswlib-vectors.ts";
import type { HnswAvailability } from "./hnswlib-vectors.ts";
import { workerUrl } from "./worker-url.ts";

/**
 * Makes the derived files of an index in workers, each started when needed.
 * @param hnsw what `hnswAvailable` found
 */
export function workerDerivers(hnsw: HnswAvailability): Derivers {
  return {
    postings: (records) =>
      new Promise((resolve, reject) => {
        const worker = new Worker(workerUrl("postings-worker"), { workerData: records });
        const fail = (how: string, cause?: unknown): void => {
          const message = `The lexical index was not built: ${how}. Run the same command again.`;
          reject(new ParallaxError("internal", message, { cause }));
        };
        worker.once("message", (bytes: Uint8Array) => resolve(bytes));
        worker.once("error", (error) => fail(error.message, error));
        worker.once("exit", (code) => fail(`its worker exited with code ${code}`));
      }),
    graphs: hnsw.kind === "available" ? { build: buildHnsw, open: loadHnsw } : null,
  };
}
