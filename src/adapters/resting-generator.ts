import type { Clock, Generator, Reply } from "../ports.ts";

const FAILURES_IN_A_ROW = 5;
const REST_MS = 30_000;

/**
 * Leaves a language model alone for 30 s once it has failed five times in a row, whoever asked: who asks meanwhile is told at once that
 * it is unavailable. After that a single question decides; the others go on without until it is back. Someone who leaves says nothing
 * about the model.
 */
export function restingGenerator(generator: Generator, clock: Clock): Generator {
  let failures = 0;
  /** Null while it is asked freely. */
  let restsUntilMs: number | null = null;
  let trying = false;

  const note = (reply: Reply): void => {
    if (reply.kind === "complete") {
      failures = 0;
      restsUntilMs = null;
      return;
    }
    failures++;
    if (failures >= FAILURES_IN_A_ROW) restsUntilMs ??= clock.nowMs() + REST_MS;
  };
  const tryAgain: Generator["generate"] = async (prompt, terms) => {
    trying = true;
    try {
      const reply = await generator.generate(prompt, terms);
      if (reply.kind === "failed") restsUntilMs = null;
      note(reply);
      return reply;
    } finally {
      trying = false;
    }
  };
  return {
    ...generator,
    generate: async (prompt, terms) => {
      if (restsUntilMs === null) {
        const reply = await generator.generate(prompt, terms);
        note(reply);
        return reply;
      }
      if (!trying && clock.nowMs() >= restsUntilMs) return tryAgain(prompt, terms);
      return { kind: "failed", why: "llm-unavailable", detail: "it is left alone after five failures in a row" };
    },
  };
}
