import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { openTransformersEmbedder } from "../../src/adapters/transformers-embedder.ts";

/** Fields of a `stat` file of /proc (see proc(5)) after the name, which may hold spaces: state, parent, … */
const fieldsOf = (path: string): readonly string[] => {
  const text = readFileSync(path, "utf8");
  return text.slice(text.lastIndexOf(")") + 2).split(" ");
};

const childrenOf = (parent: number): readonly string[] =>
  readdirSync("/proc").filter((pid) => {
    try {
      return /^\d+$/u.test(pid) && fieldsOf(`/proc/${pid}/stat`)[1] === String(parent);
    } catch {
      return false; // it has just ended
    }
  });

/** Clock ticks that each thread of a process has computed so far. */
const ticksOf = (pid: string): ReadonlyMap<string, number> =>
  new Map(
    readdirSync(`/proc/${pid}/task`).map((thread) => {
      const fields = fieldsOf(`/proc/${pid}/task/${thread}/stat`);
      return [thread, Number(fields[11]) + Number(fields[12])];
    }),
  );

const onLinux = it.skipIf(process.platform !== "linux");

onLinux("a worker embeds with one thread, so that as many fit as there are cores", async () => {
  const before = new Set(childrenOf(process.pid));
  const embedder = await openTransformersEmbedder({ modelFolder: "models/bge-small-en-v1.5", workers: 1 });
  const [worker = "", ...others] = childrenOf(process.pid).filter((pid) => !before.has(pid));
  expect(others).toEqual([]);
  const loaded = ticksOf(worker);
  const text = "The northern bridge stays closed until its repairs are finished, officials said. ".repeat(12);
  await embedder.embedTexts(Array.from({ length: 40 }, (_, n) => `${n}. ${text}`));
  const spent = [...ticksOf(worker)].map(([thread, ticks]) => ticks - (loaded.get(thread) ?? 0)).sort((a, b) => b - a);
  await embedder.close();
  // Two threads share the work equally and spin while they wait; the compiler's and the collector's have little to do.
  expect(spent[1]).toBeLessThan((spent[0] ?? 0) / 2);
});
