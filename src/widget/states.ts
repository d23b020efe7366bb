import type { Failure } from "./client.ts";
import { make } from "./dom.ts";
import type { Strings } from "./strings.ts";

/** What has gone wrong with a question, and how to ask it again. */
export type FailureOptions = {
  readonly strings: Strings;
  readonly failure: Failure;
  readonly onRetry: () => void;
  /** Fires when the view is taken away: its timers end. */
  readonly signal: AbortSignal;
};

/** A failure in words: what happened, and what to do. */
export function wordFailure(strings: Strings, failure: Failure): string {
  switch (failure.kind) {
    case "offline":
      return strings.offline;
    case "unreachable":
      return strings.unreachable;
    case "slow":
      return strings.slow;
    case "stopped":
      return strings.stopped;
    case "too-large":
      return strings.tooLarge;
    case "cut":
      return strings.cut;
    case "busy":
      return strings.busy(failure.seconds);
    case "loading":
      return strings.loading;
    case "not-loaded":
      return strings.notLoaded;
    case "invalid":
      return failure.detail === "" ? strings.broken : failure.detail;
    case "broken":
      return failure.detail === "" ? strings.broken : `${strings.broken} ${failure.detail}`;
  }
}

/**
 * A failure with its button. Busy counts down to when asking makes sense; loading asks again by itself; offline waits for the line. What is
 * wrong with the question itself has no button: asking it again would fail again.
 */
export function failureView({ strings, failure, onRetry, signal }: FailureOptions): HTMLElement {
  const words = make("p", { attributes: { class: "failure-words" } }, wordFailure(strings, failure));
  const retry = make(
    "button",
    { part: "retry", attributes: { type: "button", class: "quiet" }, on: { click: onRetry } },
    strings.retry,
  );
  const useless = failure.kind === "invalid" || failure.kind === "too-large" || failure.kind === "loading";
  if (failure.kind === "busy") {
    retry.disabled = true;
    countDown(failure.seconds, signal, (left) => {
      words.textContent = left > 0 ? strings.busy(left) : strings.busyNow;
      retry.disabled = left > 0;
    });
  }
  if (failure.kind === "loading") countDown(failure.seconds, signal, (left) => left === 0 && onRetry());
  if (failure.kind === "offline") addEventListener("online", onRetry, { once: true, signal });
  return make(
    "div",
    { part: "failure", attributes: { class: `failure ${failure.kind}` } },
    words,
    useless ? null : retry,
  );
}

/** Says each second how many are left, 0 last. */
function countDown(seconds: number, signal: AbortSignal, say: (left: number) => void): void {
  let left = seconds;
  const timer = setInterval(() => {
    left -= 1;
    say(left);
    if (left <= 0) clearInterval(timer);
  }, 1000);
  signal.addEventListener("abort", () => clearInterval(timer), { once: true });
}
