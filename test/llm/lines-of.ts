import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

/** What a child process says on stdout, a line at a time. */
export type ChildLines<T> = {
  readonly all: readonly T[];
  /** What `pick` finds among all lines, as soon as it finds something; fails where the child ends before. */
  readonly find: <F>(pick: (all: readonly T[]) => F | undefined) => Promise<F>;
  /** Waits for the child's own end; fails where that is no success. */
  readonly ended: () => Promise<void>;
  /** Ends the child, by its id, and waits for its end. */
  readonly stop: () => Promise<void>;
};

/** Reads a child's stdout to its end. */
export function linesOf<T>(child: ChildProcess, parse: (line: string) => T): ChildLines<T> {
  if (!child.stdout) throw new Error("The child has no stdout.");
  const all: T[] = [];
  const waiting = new Set<(ended: boolean) => void>();
  const wake = (ended: boolean): void => {
    for (const look of waiting) look(ended);
  };
  let isOver = false;
  const lines = createInterface({ input: child.stdout });
  lines.on("line", (line) => {
    all.push(parse(line));
    wake(false);
  });
  lines.on("close", () => {
    isOver = true;
    wake(true);
  });
  return {
    all,
    find: (pick) =>
      new Promise((resolve, reject) => {
        const look = (ended: boolean): void => {
          const found = pick(all);
          if (found === undefined && !ended) return;
          waiting.delete(look);
          if (found === undefined) reject(new Error(`The child has ended after ${all.length} lines.`));
          else resolve(found);
        };
        waiting.add(look);
        look(isOver);
      }),
    ended: async () => {
      if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
      if (child.exitCode !== 0) throw new Error(`The child has ended with ${child.exitCode ?? child.signalCode}.`);
    },
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, "exit");
      child.kill("SIGTERM");
      await ended;
    },
  };
}
