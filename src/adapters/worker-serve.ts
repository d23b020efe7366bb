import { ParallaxError } from "../errors.ts";
import type { ErrorCode } from "../errors.ts";

/** From a worker to its pool, one a job, in the order of the jobs. */
export type Notice<Reply> =
  | { readonly kind: "done"; readonly reply: Reply }
  | { readonly kind: "failed"; readonly code: ErrorCode; readonly message: string };

/**
 * The worker's side of `openWorkerPool`: does one job after the other. An error of a job is reported and the worker lives on; what is thrown
 * outside a job ends it, and the pool starts another. It ends with its pool, not with the terminal's Ctrl-C or the service
 * manager's SIGTERM: those go to all processes at once, and the server still has questions to finish.
 */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- `Job` types what arrives, in the body
export function serveJobs<Job, Reply>(work: (job: Job) => Promise<Reply>): void {
  const tell = (notice: Notice<Reply>): void => {
    // A pool that is gone cannot be told; `disconnect` follows.
    if (process.connected) process.send?.(notice, undefined, {}, () => {});
  };
  process.on("SIGINT", () => {});
  process.on("SIGTERM", () => {});
  process.on("disconnect", () => process.exit());
  process.on("message", (job: Job) => {
    work(job).then(
      (reply) => tell({ kind: "done", reply }),
      (error: unknown) => tell({ kind: "failed", ...described(error) }),
    );
  });
}

function described(error: unknown): { readonly code: ErrorCode; readonly message: string } {
  if (error instanceof ParallaxError) return { code: error.code, message: error.message };
  return { code: "embedder-failed", message: error instanceof Error ? error.message : String(error) };
}
