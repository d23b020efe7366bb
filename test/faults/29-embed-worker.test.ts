import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, test } from "vitest";
import { openWorkerPool } from "../../src/adapters/worker-pool.ts";
import type { WorkerPool } from "../../src/adapters/worker-pool.ts";

type Job = { readonly kind: string };

const pools: WorkerPool<Job, number>[] = [];
afterEach(() => Promise.all(pools.splice(0).map((pool) => pool.close())));

async function openUnruly(plan: {
  readonly workers: number;
  readonly opening?: string;
}): Promise<WorkerPool<Job, number>> {
  const pool = await openWorkerPool<Job, number>({
    url: new URL("../fakes/unruly-worker.js", import.meta.url),
    workers: plan.workers,
    opening: { kind: plan.opening ?? "answer" },
    jobTimeoutMs: 1000,
  });
  pools.push(pool);
  return pool;
}

const run = (pool: WorkerPool<Job, number>, kind: string): Promise<number> =>
  pool.run({ kind }, { lane: "text", key: () => kind });

describe("29: a worker of the embedder goes wrong", () => {
  test("an error of a job is the job's: the worker lives on", async () => {
    const pool = await openUnruly({ workers: 1 });
    const before = await run(pool, "answer");
    await expect(run(pool, "throw")).rejects.toMatchObject({ code: "embedder-failed", message: "thrown on purpose" });
    expect(await run(pool, "answer")).toBe(before);
  });

  test.each([
    ["throws outside of its job", "throw-outside", /code 1/],
    ["exits", "exit", /code 3/],
    ["crashes in native code", "segfault", /SIGSEGV/],
    ["hangs", "hang", /did not answer for 1000 ms/],
  ])("a worker that %s fails its job only, and is replaced", async (_, kind, how) => {
    const pool = await openUnruly({ workers: 1 });
    const before = await run(pool, "answer");
    const bad = run(pool, kind);
    const waiting = run(pool, "answer");
    const error = await bad.catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "embedder-failed" });
    expect(String(error)).toMatch(how);
    expect(await waiting).not.toBe(before);
  });

  test("an input that ended two workers is refused without a third, others are not", async () => {
    const pool = await openUnruly({ workers: 1 });
    await expect(run(pool, "exit")).rejects.toThrow(/tried once more/);
    await expect(run(pool, "exit")).rejects.toThrow(/tried once more/);
    const survivor = await run(pool, "answer");
    await expect(run(pool, "exit")).rejects.toThrow(/ended 2 workers .* refused/);
    expect(await run(pool, "answer")).toBe(survivor);
  });

  test("no job beside a crash is lost", async () => {
    const pool = await openUnruly({ workers: 2 });
    const jobs = Array.from({ length: 40 }, (_, n) => run(pool, n === 5 || n === 20 ? "segfault" : "answer"));
    const outcomes = await Promise.allSettled(jobs);
    expect(outcomes.flatMap(({ status }, n) => (status === "rejected" ? [n] : []))).toEqual([5, 20]);
  });

  test("a pool whose workers cannot start says why", async () => {
    await expect(openUnruly({ workers: 2, opening: "throw" })).rejects.toThrow("thrown on purpose");
    await expect(openUnruly({ workers: 2, opening: "exit" })).rejects.toThrow(/fail to start: one ended \(code 3\)/);
  });

  test("closing lets go of what waits and of what hangs", async () => {
    const pool = await openUnruly({ workers: 1 });
    const jobs = [run(pool, "hang"), run(pool, "answer")];
    const outcomes = Promise.allSettled(jobs);
    await pool.close();
    expect(await outcomes).toMatchObject([{ reason: { code: "aborted" } }, { reason: { code: "aborted" } }]);
    await expect(run(pool, "answer")).rejects.toMatchObject({ code: "aborted" });
  });

  test("workers end with a pool that is killed", async () => {
    const owner = spawn(
      process.execPath,
      [fileURLToPath(new URL("../fakes/owner-of-unruly-workers.js", import.meta.url))],
      {
        stdio: ["ignore", "pipe", "pipe"],
      },
    );
    await once(owner.stdout, "data");
    // Its workers share its standard error: that closes when the last of them is gone.
    const allGone = once(owner, "close");
    owner.kill("SIGKILL");
    await allGone;
    expect(owner.signalCode).toBe("SIGKILL");
  });
});
