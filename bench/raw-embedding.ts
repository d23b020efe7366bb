import { fork } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { z } from "zod";

/** What embedding costs without anything of ours around it. */
export type RawCost = {
  /** From the first text to the last vector, over all processes. */
  readonly totalMs: number;
  /** For each text, measured in its own process, in no promised order. */
  readonly eachMs: readonly number[];
};

/** The library alone, in warm processes. */
export type RawEmbedder = {
  /** Deals the texts out like cards, the longest first, so that no process ends long before the others. Prefix questions yourself. */
  embed(texts: readonly string[]): Promise<RawCost>;
  close(): void;
};

const done = z.object({ kind: z.literal("done"), eachMs: z.array(z.number()) });

/**
 * Starts the baseline. Take turns with what is measured, in small portions: a machine is rarely equally busy twice, and ratios of
 * neighbouring measurements hold where ratios of two long runs do not.
 */
export async function openRawEmbedder(plan: {
  readonly modelFolder: string;
  readonly workers: number;
}): Promise<RawEmbedder> {
  const children = await Promise.all(Array.from({ length: plan.workers }, () => startRaw(plan.modelFolder)));
  return {
    embed: async (texts) => {
      const byLength = texts.toSorted((a, b) => b.length - a.length);
      const start = performance.now();
      const eachMs = await Promise.all(
        children.map(async (child, n) => {
          const reply = once(child, "message");
          child.send(byLength.filter((_, i) => i % children.length === n));
          return done.parse((await reply)[0]).eachMs;
        }),
      );
      return { totalMs: performance.now() - start, eachMs: eachMs.flat() };
    },
    close: () => {
      for (const child of children) child.kill();
    },
  };
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
