import { nodeClock } from "../adapters/node-clock.ts";
import { nodeHash } from "../adapters/node-hash.ts";
import { nodeIds } from "../adapters/node-ids.ts";
import { ask } from "../ask.ts";
import { ParallaxError } from "../errors.ts";
import type { HttpHouse, Readiness } from "../http/house.ts";
import { toPassages } from "../http/passages-reply.ts";
import type { Log } from "../ports.ts";
import { search } from "../search.ts";
import { readPage, readReading } from "./page.ts";
import type { OpenHouse } from "./wire-up.ts";

/** Who may embed the widget, where their feedback goes, and when what still runs is given up. */
export type Served = Pick<HttpHouse, "feedback" | "origins" | "stopping">;

/** A server that only this process asks: nobody embeds it, nobody judges it, nobody stops it but at its end. */
const WITHIN: Served = {
  feedback: { keep: () => Promise.resolve() },
  origins: [],
  stopping: new AbortController().signal,
};

/**
 * What the server needs, made of an open house.
 * @param loaded the house as soon as it is open, null until then: the server says that it is loading
 */
export function makeHttpHouse(loaded: () => OpenHouse | null, log: Log, served: Served = WITHIN): HttpHouse {
  const use = (): OpenHouse => {
    const now = loaded();
    if (now === null) throw new ParallaxError("internal", "The server was asked before it was ready.");
    return now;
  };
  const readiness = (): Readiness => {
    const now = loaded();
    return now === null ? { kind: "loading" } : { kind: "ready", warnings: now.index.latest().warnings };
  };
  return {
    readiness,
    index: { current: () => use().index.current() },
    ask: (request, terms) => ask(request, use(), terms),
    search: async ({ q, limit, ...filters }, signal) => {
      const { index, embedder } = use();
      const snapshot = await index.current();
      return toPassages(await search({ snapshot, embedder, query: q, limit, filters, signal }), snapshot);
    },
    page: readPage(),
    reading: readReading(),
    clock: nodeClock,
    ids: nodeIds,
    hash: nodeHash,
    ...served,
    log,
  };
}
