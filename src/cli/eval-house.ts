import { askFiles } from "./ask-files.ts";
import { openFsCorpus } from "../adapters/fs-corpus.ts";
import type { MutantsOfSet } from "../eval/mutant-groups.ts";
import { runMutants } from "../eval/mutants/run-mutants.ts";
import type { Respondent } from "../eval/respondent.ts";
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

/** Lends what sets are examined with: a server elsewhere, or the house in this process, whose model is loaded once and closed at the end. */
export async function withEvalHouse<T>(
  context: CommandContext,
  { out, endpoint }: { readonly out: string; readonly endpoint: string | undefined },
  use: (house: EvalHouse) => Promise<T>,
): Promise<T> {
  if (endpoint !== undefined) {
    return use({ respondent: async () => respondentAt(endpoint), mutants: refuseMutants });
  }
  return withEmbedder(context, ingestWorkers(), async (embedder) => {
    const open = askFiles(embedder);
    return use({
      respondent: ({ name, corpus }) => respondentOf({ name, corpus, out }, context, embedder),
      mutants: async ({ name, half, corpus, rows }) => {
        const { results } = await runMutants({ rows, files: await readFiles(corpus) }, open);
        return { set: name, half, results };
      },
    });
  });
}

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
