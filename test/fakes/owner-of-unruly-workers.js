// Opens a pool of two unruly workers, lets one hang in a job, says "ready" and waits to be killed.

import { openWorkerPool } from "../../dist/adapters/worker-pool.js";

const pool = await openWorkerPool({
  url: new URL("./unruly-worker.js", import.meta.url),
  workers: 2,
  opening: { kind: "answer" },
  jobTimeoutMs: 60_000,
});
const terms = { lane: "text", key: () => "key" };
await Promise.all([pool.run({ kind: "answer" }, terms), pool.run({ kind: "answer" }, terms)]);
void pool.run({ kind: "silent" }, terms);
process.stdout.write("ready\n");
