import { parentPort } from "node:worker_threads";
import { ParallaxError } from "../errors.ts";
import type { ErrorCode } from "../errors.ts";

/** From the pool to a worker: one job at a time. */
export type Order<Job> = { readonly id: number; readonly job: Job };

/** From a worker to its pool. `ready` or `unready` comes once and first. */
export type Notice<Reply> =
  | { readonly kind: "ready" }
  | { readonly kind: "unready"; readonly code: ErrorCode; readonly message: string }
  | { readonly kind: "done"; readonly id: number; readonly reply: Reply }
  | { readonly kind: "failed"; readonly id: number; readonly code: ErrorCode; readonly message: string };

/** What a worker does with a job, and which buffers of the reply move to the pool without being copied. */
export type Workmanship<Job, Reply> = {
  readonly work: (job: Job) => Promise<Reply>;
  readonly moved: (reply: Reply) => readonly ArrayBuffer[];
};

/**
 * The worker's side of `openWorkerPool`: gets ready, then does jobs in the order in which they come. An error of a job is
 * reported and the worker lives on; what is thrown outside a job ends it, and the pool starts another.
 */
export async function serveJobs<Job, Reply>(prepare: () => Promise<Workmanship<Job, Reply>>): Promise<void> {
  const port = parentPort;
  if (port === null)
    throw new ParallaxError("internal", "This file is a worker: it is started by its pool, not alone.");
  const tell = (notice: Notice<Reply>, moved: readonly ArrayBuffer[] = []): void =>
    port.postMessage(notice, [...moved]);
  try {
    const { work, moved } = await prepare();
    port.on("message", (order: Order<Job>) => {
      work(order.job).then(
        (reply) => tell({ kind: "done", id: order.id, reply }, moved(reply)),
        (error: unknown) => tell({ kind: "failed", id: order.id, ...described(error) }),
      );
    });
    tell({ kind: "ready" });
  } catch (error) {
    tell({ kind: "unready", ...described(error) });
  }
}

function described(error: unknown): { code: ErrorCode; message: string } {
  if (error instanceof ParallaxError) return { code: error.code, message: error.message };
  return { code: "embedder-failed", message: error instanceof Error ? error.message : String(error) };
}
