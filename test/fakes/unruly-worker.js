// A worker of a pool that does what its jobs say: answer, or go wrong in each way a worker can.

import { serveJobs } from "../../dist/adapters/worker-serve.js";

serveJobs(async ({ kind }) => {
  switch (kind) {
    case "throw":
      throw new Error("thrown on purpose");
    case "throw-outside":
      setImmediate(() => {
        throw new Error("thrown outside of the job, on purpose");
      });
      return new Promise(() => {});
    case "exit":
      return process.exit(3);
    case "segfault":
      process.kill(process.pid, "SIGSEGV");
      return new Promise(() => {});
    case "hang":
      for (;;);
    case "silent":
      return new Promise(() => {});
    default:
      return process.pid;
  }
});
