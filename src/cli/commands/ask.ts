import { ask } from "../../ask.ts";
import { askRequest } from "../../http/wire-requests.ts";
import type { AnswerWire } from "../../http/wire.ts";
import { EXIT, makeLog, printJson, withEmbedder, wrongUsage } from "../command.ts";
import type { CommandContext } from "../command.ts";
import { printAnswer } from "../print-answer.ts";
import { toFilters } from "../filter-flags.ts";
import type { FilterFlags } from "../filter-flags.ts";
import { openHouse, readIndex } from "../wire-up.ts";

/** Flags of `parallax ask`. */
export type AskFlags = FilterFlags & { readonly strict?: boolean };

/** `parallax ask "…"`: answers one question. @returns 3 with `--strict` where nothing answers it */
export async function runAsk(context: CommandContext, question: string, flags: AskFlags): Promise<number> {
  const { limit, ...filters } = toFilters(flags);
  const request = askRequest.safeParse({ question, filters, ...(limit === undefined ? {} : { limit }) });
  if (!request.success) throw wrongUsage(request.error.issues.map((issue) => issue.message).join(" "));
  // Before the model is loaded: that there is no index should be said at once.
  await readIndex(context.settings);
  return withEmbedder(context, 1, async (embedder) => {
    const house = await openHouse(context.settings, embedder, { log: makeLog(context, "warn"), first: "cold" });
    for (const warning of house.index.latest().warnings) context.terminal.err(warning);
    const answer: AnswerWire = await ask(request.data, house);
    if (context.format === "json") printJson(context, answer);
    else printAnswer(context.terminal, answer);
    return answer.outcome === "unanswerable" && flags.strict === true ? EXIT.unanswerable : EXIT.fine;
  });
}
