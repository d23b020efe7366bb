import { askFiles } from "./ask-files.ts";
import { openFsCorpus } from "../adapters/fs-corpus.ts";
import type { MutantsOfSet } from "../eval/mutant-groups.ts";
import { runMutants } from "../eval/mutants/run-mutants.ts";
import type { AnswererWish, Respondent } from "../eval/respondent.ts";
import { withEmbedder, wrongUsage } from "./command.ts";
import type { CommandContext } from "./command.ts";
import { respondentAt, respondentOf } from "./eval-respondents.ts";
import type { EvalSet } from "./eval-sets.ts";
import { ingestWorkers } from "./wire-up.ts";

/** What golden sets are examined with. */
export type EvalHouse = {
  readonly respondent: (set: Pick<EvalSet, "name" | "corpus">) => Promise<Respondent>;
  /** Asks mutants of a set's questions, in memory. @throws ParallaxError `bad-input` of a server elsewhere, whose documents cannot be changed */
  readonly mutants: (set: EvalSet) => Promise<MutantsOfSet>;
};

/** How sets are examined: where reports and indexes lie, a server elsewhere if any, and who is to write the answers. */
export type EvalManner = {
  readonly out: string;
  readonly endpoint: string | undefined;
  readonly answerer: AnswererWish;
};

/**
 * Lends what sets are examined with: a server elsewhere, or the house in this process, whose model is loaded once and closed at the end.
 * @throws ParallaxError `bad-input` where a language model is wished for and none is configured
 */
export async function withEvalHouse<T>(
  context: CommandContext,
  { out, endpoint, answerer }: EvalManner,
  use: (house: EvalHouse) => Promise<T>,
): Promise<T> {
  if (endpoint !== undefined) {
    return use({ respondent: async () => respondentAt(endpoint, answerer), mutants: refuseMutants });
  }
  if (answerer === "llm" && context.settings.writer === null)
    throw wrongUsage(`--answerer is "llm", and no language model is configured. ${HOW_TO_CONFIGURE}`);
  return withEmbedder(context, ingestWorkers(), async (embedder) => {
    const open = askFiles(embedder);
    return use({
      respondent: ({ name, corpus }) => respondentOf({ name, corpus, out, answerer }, context, embedder),
      mutants: async ({ name, half, corpus, rows }) => {
        const { results } = await runMutants({ rows, files: await readFiles(corpus) }, open);
        return { set: name, half, results };
      },
    });
  });
}

/** Said where a language model is needed and there is none. */
export const HOW_TO_CONFIGURE = "Set OPENAI_MODEL, and OPENAI_BASE_URL or OPENAI_API_KEY or both.";

async function refuseMutants(): Promise<MutantsOfSet> {
  throw wrongUsage("The documents of a server elsewhere cannot be changed: leave --mutants out.");
}

async function readFiles(folder: string) {
  const corpus = openFsCorpus(folder);
  const decoder = new TextDecoder();
  const files = [];
  for (const path of await corpus.list()) files.push({ path, text: decoder.decode(await corpus.read(path)) });
  return files;
}
