import { toPassages } from "../../http/passages-reply.ts";
import { askRequest } from "../../http/wire-requests.ts";
import { search } from "../../search.ts";
import { EXIT, makeLog, printJson, withEmbedder, wrongUsage } from "../command.ts";
import type { CommandContext } from "../command.ts";
import { toFilters } from "../filter-flags.ts";
import type { FilterFlags } from "../filter-flags.ts";
import { printPassages } from "../print-passages.ts";
import { openHouse, readIndex } from "../wire-up.ts";

/** `parallax search "…"`: retrieval only, with scores and why each passage stands where it does. */
export async function runSearch(context: CommandContext, query: string, flags: FilterFlags): Promise<number> {
  const { limit, ...filters } = toFilters(flags);
  const request = askRequest.safeParse({ question: query, filters, ...(limit === undefined ? {} : { limit }) });
  if (!request.success) throw wrongUsage(request.error.issues.map((issue) => issue.message).join(" "));
  // Before the model is loaded: that there is no index should be said at once.
  await readIndex(context.settings);
  return withEmbedder(context, 1, async (embedder) => {
    const { index } = await openHouse(context.settings, embedder, { log: makeLog(context, "warn"), first: "cold" });
    const snapshot = await index.current();
    const { question, ...narrowed } = request.data;
    const reply = toPassages(await search({ snapshot, embedder, query: question, ...narrowed }), snapshot);
    if (context.format === "json") printJson(context, reply);
    else printPassages(context.terminal, reply);
    return EXIT.fine;
  });
}
