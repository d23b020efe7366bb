import { fork } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { ParallaxError } from "../errors.ts";
import { jobQueue } from "./job-queue.ts";
import type { Lane } from "./job-queue.ts";
import type { Notice } from "./worker-serve.ts";

/** How a job is to be done, beside what it is. */
export type JobTerms = {
  readonly lane: Lane;
  /** Names the input: one that ended two workers is refused. Asked for only after a worker died. */
  readonly key: () => string;
  readonly signal?: AbortSignal | undefined;
};

/**
 * Workers that each do one job at a time. They are processes, not threads: onnxruntime-node aborts the whole process when a thread is
 * ended while it computes (also by `process.exit`), cannot be loaded again once the last thread that held it is gone, and a
 * crash in native code takes everything with it.
 */
export type WorkerPool<Job, Reply> = {
  /** Rejects with `aborted` (the signal, `close`) or `embedder-failed` (the job threw, its worker died, its time ran out). */
  run(job: Job, terms: JobTerms): Promise<Reply>;
  close(): Promise<void>;
};

/** What a pool is made of. */
export type PoolPlan<Job> = {
  /** Compiled file that calls `serveJobs`. */
  readonly url: URL;
  /** At least 1. */
  readonly workers: number;
  /** The first job of each worker gets it ready; where it fails, the worker has failed to start. */
  readonly opening: Job;
  /** A worker that holds one job longer hangs: it is ended and replaced. */
  readonly jobTimeoutMs: number;
};

type Pending<Job, Reply> = {
  readonly job: Job;
  readonly terms: JobTerms;
  readonly resolve: (reply: Reply) => void;
  readonly reject: (error: unknown) => void;
  settled: boolean;
};

type Seat<Job, Reply> = {
  worker: ChildProcess | null;
  state: "starting" | "idle" | "busy" | "empty";
  running: Pending<Job, Reply> | null;
  timer: NodeJS.Timeout | undefined;
};

/** An input is refused after it ended this many workers. */
const FATAL_TIMES = 2;
/** So often in a row may workers fail to start; a broken installation would be restarted for ever. */
const MAX_FAILED_STARTS = 3;

/**
 * Starts one worker, and the others once it is ready, when this resolves: all at once would only take the cores from it.
 * @throws ParallaxError with the worker's own code where a worker cannot start before any was ready
 */
export async function openWorkerPool<Job extends object, Reply>(plan: PoolPlan<Job>): Promise<WorkerPool<Job, Reply>> {
  const queue = jobQueue<Pending<Job, Reply>>((pending) => !pending.settled);
  const seats: Seat<Job, Reply>[] = [];
  const deaths = new Map<string, number>();
  let failedStarts = 0;
  let whyClosed: ParallaxError | null = null;
  let onFirst: { readonly resolve: () => void; readonly reject: (error: ParallaxError) => void } | null = null;

  const settle = (pending: Pending<Job, Reply>, act: () => void): void => {
    if (pending.settled) return;
    pending.settled = true;
    act();
  };

  const shut = (why: ParallaxError): void => {
    whyClosed ??= why;
    const lost = [...queue.drain(), ...seats.flatMap(({ running }) => (running === null ? [] : [running]))];
    for (const pending of lost) settle(pending, () => pending.reject(why));
    onFirst?.reject(why);
  };

  const dispatch = (): void => {
    for (const seat of seats) {
      if (seat.state !== "idle") continue;
      const inDocuments = seats.filter(({ running }) => running?.terms.lane === "document").length;
      const next = queue.next(inDocuments < Math.max(1, seats.length - 1));
      if (next === null) return;
      seat.state = "busy";
      seat.running = next.item;
      seat.timer = setTimeout(() => vacate(seat, `did not answer for ${plan.jobTimeoutMs} ms`), plan.jobTimeoutMs);
      if (seat.worker !== null) send(next.item.job, seat.worker);
    }
  };

  const finish = (seat: Seat<Job, Reply>, act: (pending: Pending<Job, Reply>) => void): void => {
    const pending = seat.running;
    clearTimeout(seat.timer);
    seat.running = null;
    seat.state = "idle";
    if (pending !== null) settle(pending, () => act(pending));
    dispatch();
  };

  /** The worker is gone or hangs: its job fails, another worker takes the seat. */
  const vacate = (seat: Seat<Job, Reply>, how: string): void => {
    if (seat.state === "empty" || whyClosed !== null) return;
    const wasStarting = seat.state === "starting";
    const pending = seat.running;
    clearTimeout(seat.timer);
    seat.state = "empty";
    seat.running = null;
    seat.worker?.kill("SIGKILL");
    if (pending !== null) {
      const key = pending.terms.key();
      deaths.set(key, (deaths.get(key) ?? 0) + 1);
      const message = `A worker of the embedder ${how} and was replaced. The input may be tried once more.`;
      settle(pending, () => pending.reject(new ParallaxError("embedder-failed", message)));
    }
    failedStarts = wasStarting ? failedStarts + 1 : 0;
    if (failedStarts >= MAX_FAILED_STARTS) {
      shut(
        new ParallaxError("embedder-failed", `Workers of the embedder fail to start: one ${how}. Restart the program.`),
      );
    } else {
      fill(seat);
    }
  };

  const opened = (seat: Seat<Job, Reply>, notice: Notice<Reply>): void => {
    if (notice.kind === "done") {
      failedStarts = 0;
      onFirst?.resolve();
      onFirst = null;
      finish(seat, () => {});
    } else if (onFirst === null) {
      vacate(seat, `could not start (${notice.message})`);
    } else {
      shut(new ParallaxError(notice.code, notice.message));
    }
  };

  const fill = (seat: Seat<Job, Reply>): void => {
    // No flags of ours: a test runner's loader has no business in a worker.
    const worker = fork(fileURLToPath(plan.url), [], {
      serialization: "advanced",
      execArgv: [],
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    seat.worker = worker;
    seat.state = "starting";
    send(plan.opening, worker);
    const current = (): boolean => seat.worker === worker;
    worker.on("message", (notice: Notice<Reply>) => {
      if (!current() || seat.state === "empty") return;
      if (seat.state === "starting") return opened(seat, notice);
      finish(seat, (pending) => {
        if (notice.kind === "done") pending.resolve(notice.reply);
        else pending.reject(new ParallaxError(notice.code, notice.message));
      });
    });
    worker.on("error", (error) => {
      if (current()) vacate(seat, `failed (${error.message})`);
    });
    worker.on("exit", (code, signal) => {
      if (current()) vacate(seat, `ended (${signal ?? `code ${code}`})`);
    });
  };

  const run = (job: Job, terms: JobTerms): Promise<Reply> =>
    new Promise((resolve, reject) => {
      if (whyClosed !== null) return reject(whyClosed);
      if (terms.signal?.aborted === true) return reject(abortedJob());
      if (deaths.size > 0 && (deaths.get(terms.key()) ?? 0) >= FATAL_TIMES) {
        const message = `This input ended ${FATAL_TIMES} workers of the embedder and is refused. Change the text.`;
        return reject(new ParallaxError("embedder-failed", message));
      }
      const onAbort = (): void => settle(pending, () => pending.reject(abortedJob()));
      const release = (): void => terms.signal?.removeEventListener("abort", onAbort);
      const pending: Pending<Job, Reply> = {
        job,
        terms,
        settled: false,
        resolve: (reply) => (release(), resolve(reply)),
        reject: (error) => (release(), reject(error)),
      };
      terms.signal?.addEventListener("abort", onAbort, { once: true });
      queue.add(pending, terms.lane);
      dispatch();
    });

  const close = async (): Promise<void> => {
    shut(new ParallaxError("aborted", "The embedder was closed before this was embedded. Open it again."));
    for (const seat of seats) clearTimeout(seat.timer);
    await Promise.all(seats.map(async ({ worker }) => worker !== null && ended(worker)));
  };

  for (let n = 0; n < plan.workers; n++) {
    const seat: Seat<Job, Reply> = { worker: null, state: "empty", running: null, timer: undefined };
    seats.push(seat);
  }
  for (const seat of seats.slice(0, 1)) fill(seat);
  try {
    await new Promise<void>((resolve, reject) => {
      onFirst = { resolve, reject };
    });
  } catch (error) {
    await close();
    throw error;
  }
  for (const seat of seats.slice(1)) fill(seat);
  return { run, close };
}

function abortedJob(): ParallaxError {
  return new ParallaxError("aborted", "Whoever asked for this embedding no longer waits for it.");
}

/** A worker that is gone is told of by its `exit`, not here. */
function send(job: object, worker: ChildProcess): void {
  worker.send(job, () => {});
}

/** Ends a worker at once, whatever it does; resolves when it is gone. */
async function ended(worker: ChildProcess): Promise<void> {
  if (worker.exitCode !== null || worker.signalCode !== null) return;
  const gone = once(worker, "exit");
  worker.kill("SIGKILL");
  await gone;
}
