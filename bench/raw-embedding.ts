import { fork } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { z } from "zod";

/** What embedding costs without anything of ours around it. */
export type RawCost = {
  /** From the first text to the last vector, over all processes. */
  readonly totalMs: number;
  /** For each text in its own process, in no promised order. */
  readonly eachMs: readonly number[];
};

const done = z.object({ kind: z.literal("done"), totalMs: z.number(), eachMs: z.array(z.number()) });

/**
 * Embeds texts with the library alone, in as many processes, dealt out like cards: the longest first, so that none ends long before
 * the others. Processes are started and warm before the clock runs. Texts are embedded as given: prefix questions yourself.
 */
export async function embedRaw(plan: {
  readonly modelFolder: string;
  readonly texts: readonly string[];
  readonly workers: number;
}): Promise<RawCost> {
  const children = await Promise.all(Array.from({ length: plan.workers }, () => startRaw(plan.modelFolder)));
  const byLength = plan.texts.toSorted((a, b) => b.length - a.length);
  const start = performance.now();
  const eachMs = await Promise.all(
    children.map(async (child, n) => {
      const reply = once(child, "message");
      child.send(byLength.filter((_, i) => i % plan.workers === n));
      return done.parse((await reply)[0]).eachMs;
    }),
  );
  const totalMs = performance.now() - start;
  for (const child of children) child.kill();
  return { totalMs, eachMs: eachMs.flat() };
}

async function startRaw(modelFolder: string): Promise<ChildProcess> {
  const file = fileURLToPath(new URL("raw-worker.js", import.meta.url));
  const child = fork(file, [modelFolder], { execArgv: [], serialization: "advanced" });
  await once(child, "message");
  return child;
}

/** The q-quantile, 0…1, by nearest rank; NaN of nothing. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(q * sorted.length) - 1))] ?? Number.NaN;
}
