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

/** Rings once after so many milliseconds, unless it is put off by what it returns. */
export type Alarm = (ms: number, ring: () => void) => () => void;

const nodeAlarm: Alarm = (ms, ring) => {
  const timer = setTimeout(ring, ms);
  return () => clearTimeout(timer);
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

/** Starts to count. @param terms `leaving` fires when whoever asked no longer waits; `alarm` is Node's timers where there is none */
export function startDeadlines(
  { firstTextMs, idleMs, totalMs }: ReplyDeadlines,
  terms: { readonly leaving?: AbortSignal | undefined; readonly alarm?: Alarm | undefined },
): RunningDeadlines {
  const { leaving, alarm = nodeAlarm } = terms;
  const startedMs = performance.now();
  const cut = new AbortController();
  let passed: string | null = null;
  const after = (ms: number, what: string): (() => void) =>
    alarm(ms, () => {
      passed ??= `no ${what} within ${ms} ms`;
      cut.abort();
    });
  const putOffTotal = after(totalMs, "whole reply");
  let putOffNext = after(firstTextMs, "text");
  const nextIs = (ms: number, what: string): void => {
    putOffNext();
    putOffNext = after(ms, what);
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
      putOffTotal();
      putOffNext();
      leaving?.removeEventListener("abort", onLeaving);
      cut.abort();
    },
  };
}
