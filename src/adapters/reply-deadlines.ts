import { performance } from "node:perf_hooks";

/** Milliseconds that a language model may take, counted from the question, all tries together. */
export type ReplyDeadlines = {
  /** Until the first text. */
  readonly firstTextMs: number;
  /** Between one piece of text and the next. */
  readonly idleMs: number;
  /** Until the reply is whole. */
  readonly totalMs: number;
};

/** Deadlines that run, and whoever may leave before them. */
export type RunningDeadlines = {
  /** Fires when a deadline passes, whoever asked leaves, or all is stopped: the request ends with it. */
  readonly signal: AbortSignal;
  /** Text came: from now on the idle deadline counts. */
  readonly onText: () => void;
  /** Nothing more is wanted but the end of the connection, for which this long is waited. */
  readonly linger: (ms: number) => void;
  /** Milliseconds left for the first text. */
  readonly leftMs: () => number;
  /** Which deadline passed, in words; null for none. */
  readonly passed: () => string | null;
  readonly stop: () => void;
};

/** Starts to count. @param leaving fires when whoever asked no longer waits */
export function startDeadlines(deadlines: ReplyDeadlines, leaving?: AbortSignal): RunningDeadlines {
  const { firstTextMs, idleMs, totalMs } = deadlines;
  const startedMs = performance.now();
  const cut = new AbortController();
  let passed: string | null = null;
  const after = (ms: number, what: string): NodeJS.Timeout =>
    setTimeout(() => {
      passed ??= `no ${what} within ${ms} ms`;
      cut.abort();
    }, ms);
  const total = after(totalMs, "whole reply");
  let next = after(firstTextMs, "text");
  const nextIs = (ms: number, what: string): void => {
    clearTimeout(next);
    next = after(ms, what);
  };
  const onLeaving = (): void => cut.abort();
  leaving?.addEventListener("abort", onLeaving, { once: true });
  if (leaving?.aborted === true) cut.abort();
  return {
    signal: cut.signal,
    onText: () => nextIs(idleMs, "further text"),
    linger: (ms) => nextIs(ms, "end of the connection"),
    leftMs: () => firstTextMs - (performance.now() - startedMs),
    passed: () => passed,
    stop: () => {
      clearTimeout(total);
      clearTimeout(next);
      leaving?.removeEventListener("abort", onLeaving);
      cut.abort();
    },
  };
}
