import { join } from "node:path";
import { fetchSend } from "../adapters/fetch-send.ts";
import { httpRespondent } from "../eval/respondent.ts";
import type { AnswererWish, Respondent } from "../eval/respondent.ts";
import { explainQuestion } from "../explain.ts";
import { makeApp } from "../http/app.ts";
import { makeLog, wrongUsage } from "./command.ts";
import type { CommandContext } from "./command.ts";
import { makeHttpHouse } from "./http-house.ts";
import { openHouse, runIngest } from "./wire-up.ts";
import type { IngestEmbedder } from "./wire-up.ts";

/** A folder of documents, where its index is kept between runs, and who is to write the answers. */
export type EvalCorpus = {
  readonly name: string;
  readonly corpus: string;
  readonly out: string;
  readonly answerer: AnswererWish;
};

/**
 * A respondent in this process: the index is made to match the corpus, and questions go through the same server code as POST /ask, without a socket.
 * @throws ParallaxError what ingest and the index throw
 */
export async function respondentOf(
  { name, corpus, out, answerer }: EvalCorpus,
  context: CommandContext,
  embedder: IngestEmbedder,
): Promise<Respondent> {
  const settings = { ...context.settings, corpus, index: join(out, "index", name) };
  const report = await runIngest(settings, embedder, { from: "changes", onProgress: () => {} });
  for (const { path, reason } of report.rejected) context.terminal.err(`left out: ${path}: ${reason}`);
  const log = makeLog(context, "warn");
  const house = await openHouse(settings, embedder, { log, first: "cold" });
  for (const warning of house.index.latest().warnings) context.terminal.err(warning);
  const app = makeApp(makeHttpHouse(() => house, log));
  return httpRespondent({
    base: "http://127.0.0.1",
    send: async (request) => app.fetch(request),
    answerer,
    explain: (wanted) => explainQuestion(wanted, house),
  });
}

/** A respondent elsewhere. @throws ParallaxError `bad-input` where the address is none */
export function respondentAt(address: string, answerer: AnswererWish): Respondent {
  if (!/^https?:\/\//u.test(address) || !URL.canParse(address)) {
    throw wrongUsage(`--endpoint is "${address}". Allowed: an http or https address.`);
  }
  return httpRespondent({ base: address.replace(/\/+$/u, ""), send: fetchSend, answerer, explain: null });
}
