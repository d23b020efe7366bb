import { nodeClock } from "../src/adapters/node-clock.ts";
import { nodeIds } from "../src/adapters/node-ids.ts";
import { ask } from "../src/ask.ts";
import type { Snapshot } from "../src/index/snapshot.ts";
import type { Embedder } from "../src/ports.ts";
import type { VerifiedAnswer } from "../src/quotes/verified.ts";

/** Passages considered for an answer: the default of POST /ask. */
const LIMIT = 12;

/** Asks questions of a snapshot exactly as POST /ask does; a question that was asked before is not embedded again. */
export function askerOf(
  embedder: Pick<Embedder, "embedQuestion">,
): (snapshot: Snapshot, question: string) => Promise<VerifiedAnswer> {
  const vectors = new Map<string, Promise<Float32Array>>();
  const embedQuestion = (question: string): Promise<Float32Array> => {
    const vector = vectors.get(question) ?? embedder.embedQuestion(question);
    vectors.set(question, vector);
    return vector;
  };
  return (snapshot, question) =>
    ask(
      { question, filters: {}, limit: LIMIT },
      {
        index: { current: () => Promise.resolve(snapshot) },
        embedder: { embedQuestion },
        clock: nodeClock,
        ids: nodeIds,
        log: { warn: (message, fields) => process.stderr.write(`${message} ${JSON.stringify(fields)}\n`) },
      },
    );
}

/** "Answer" in one line, for lists of misses. */
export function inOneLine({ outcome, answer, missing }: VerifiedAnswer): string {
  const lacks = missing.length === 0 ? "" : ` (missing: ${missing.map(({ asked }) => asked).join(", ")})`;
  return `${outcome}${lacks}: ${answer.replaceAll(/\s+/gu, " ").slice(0, 240)}`;
}
