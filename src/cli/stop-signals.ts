/** The part of a process that signals come from. */
export type SignalSource = {
  readonly on: (signal: "SIGINT" | "SIGTERM", listener: () => void) => unknown;
  readonly off: (signal: "SIGINT" | "SIGTERM", listener: () => void) => unknown;
};

const SIGNALS = ["SIGINT", "SIGTERM"] as const;

/** Ctrl-C under npm arrives twice, once from the terminal and once passed on by npm; nobody presses it again that fast. */
const SAME_KEYSTROKE_MS = 500;

/**
 * Calls back at each request to stop; two signals that come close together are one.
 * @returns a function that ends it
 */
export function onStopSignal(source: SignalSource, nowMs: () => number, listener: () => void): () => void {
  let lastMs = Number.NEGATIVE_INFINITY;
  const hear = (): void => {
    const isEcho = nowMs() - lastMs < SAME_KEYSTROKE_MS;
    lastMs = nowMs();
    if (!isEcho) listener();
  };
  for (const signal of SIGNALS) source.on(signal, hear);
  return () => {
    for (const signal of SIGNALS) source.off(signal, hear);
  };
}
