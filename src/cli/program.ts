import { Command } from "commander";
import type { CommandContext } from "./command.ts";
import type { AskFlags } from "./commands/ask.ts";
import type { EvalFlags } from "./commands/eval.ts";
import { addFilterFlags, collect } from "./filter-flags.ts";
import type { FilterFlags } from "./filter-flags.ts";
import { readSettings } from "./settings.ts";
import type { Flags, SettingSources } from "./settings.ts";
import type { Terminal } from "./terminal.ts";

const AFTER = `
Flags go before environment variables, those before defaults: PARALLAX_CORPUS, PARALLAX_INDEX, PARALLAX_HOST, PARALLAX_PORT,
PARALLAX_VECTORS, PARALLAX_EMBEDDER, PARALLAX_EMBEDDINGS_URL, PARALLAX_EMBEDDINGS_KEY, PARALLAX_LOG.

Exit codes: 0 fine, 1 failed, 2 wrong usage or part of the input failed, 3 unanswerable with --strict.

Examples:
  parallax ask "How many drones were shot down?"
  parallax ingest ~/reports --index ~/reports-index
  parallax serve --corpus ~/reports --index ~/reports-index --port 9000
  parallax eval --golden questions.jsonl --corpus ~/reports
  parallax ask --json "Who resigned?" > answer.json && parallax verify answer.json`;

/** What the process gives to commands. */
type Surroundings = Pick<CommandContext, "openEmbedder" | "onStop" | "exit"> & Omit<SettingSources, "flags">;

/** The flags of every command. */
type GlobalFlags = Flags & { readonly json?: boolean };

/** The command line. `done` is told the exit code of the command that ran. */
export function makeProgram(surroundings: Surroundings, terminal: Terminal, done: (code: number) => void): Command {
  const program = new Command("parallax");
  const contextOf = (more: Flags = {}): CommandContext => {
    const flags = program.opts<GlobalFlags>();
    const settings = readSettings({ ...surroundings, flags: { ...flags, ...more } });
    return { ...surroundings, settings, terminal, format: flags.json === true ? "json" : "text" };
  };

  program
    .description("Answers questions over news documents in their own words, and says where they disagree.")
    .option("--corpus <folder>", "folder of the documents")
    .option("--index <folder>", "folder of the index")
    .option("--host <address>", "address to serve at (default 127.0.0.1)")
    .option("--port <number>", "port to serve at, 0 for any (default 8787)")
    .option("--vectors <kind>", "auto, exact or hnsw (default auto)")
    .option("--embedder <name>", "a model folder, a Hugging Face id, or openai:MODEL")
    .option("--json", "print what the server would send")
    .addHelpText("after", AFTER)
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({
      writeOut: (text) => terminal.out(text.trimEnd()),
      writeErr: (text) => terminal.err(text.trimEnd()),
    })
    .showHelpAfterError("(parallax --help says more)")
    .exitOverride();

  // Each command loads what it needs when it runs: the language tables and the server take half a second, help should not.
  program
    .command("serve")
    .description("answer over HTTP")
    .option("--ingest", "make the index match the corpus first")
    .action(async (flags: { readonly ingest?: boolean }) => {
      const { runServe } = await import("./commands/serve.ts");
      done(await runServe(contextOf(), flags.ingest === true ? "ingested" : "as-it-is"));
    });
  program
    .command("ingest")
    .description("make the index match the folder: adds, updates, removes")
    .argument("[folder]", "folder of the documents, instead of --corpus")
    .action(async (folder: string | undefined) => {
      const { runIngestCommand } = await import("./commands/ingest.ts");
      done(await runIngestCommand(contextOf(folder === undefined ? {} : { corpus: folder }), "changes"));
    });
  addFilterFlags(program.command("ask"))
    .description("answer one question")
    .argument("<question>")
    .option("--strict", "exit with 3 where the documents do not say")
    .action(async (question: string, flags: AskFlags) => {
      const { runAsk } = await import("./commands/ask.ts");
      done(await runAsk(contextOf(), question, flags));
    });
  addFilterFlags(program.command("search"))
    .description("find passages, with scores and reasons")
    .argument("<query>")
    .action(async (query: string, flags: FilterFlags) => {
      const { runSearch } = await import("./commands/search.ts");
      done(await runSearch(contextOf(), query, flags));
    });
  program
    .command("show")
    .description("show a document")
    .argument("<document>", "its id")
    .action(async (id: string) => {
      const { runShow } = await import("./commands/show.ts");
      done(await runShow(contextOf(), id));
    });
  program
    .command("verify")
    .description("check the quotes of an answer against the documents")
    .argument("<file>", "what ask --json printed, or a list of quotes; - for standard input")
    .action(async (file: string) => {
      const { runVerify } = await import("./commands/verify.ts");
      done(await runVerify(contextOf(), file));
    });
  program
    .command("eval")
    .description("ask golden questions and measure the answers; the golden sets that ship where none is named")
    .option("--golden <file>", "golden questions, asked of --corpus (may be repeated)", collect)
    .option("--only <id>", "only the question with this id (may be repeated)", collect)
    .option("--endpoint <address>", "ask this server instead of one in this process")
    .option("--record <question>", "draft a golden row from the answer, for a person to mend")
    .option("--import-feedback <file>", "draft golden rows from kept feedback, for a person to mend")
    .option("--baseline <file>", "compare with the scores.json of an earlier run; exit 1 where a gated measure fell")
    .option("--format <name>", "write junit, trec or ragas files too")
    .option("--out <folder>", "folder of scores.json and report.html (default eval)")
    .option("--mutants", "ask mutants of the questions too: documents changed in ways whose right effect is known")
    .option("--answerer <kind>", "extractive or llm (default: as a question that does not say)")
    .option("--judge", "have the language model that is configured mark the answers too: advice, which gates nothing")
    .option("--pending <how>", "shorten: take what passes off the list of pending questions; rewrite: list what fails")
    .action(async (flags: EvalFlags) => {
      const { runEval } = await import("./commands/eval.ts");
      const corpusNamed = program.opts<GlobalFlags>().corpus !== undefined;
      done(await runEval(contextOf(), flags, { cwd: surroundings.cwd, corpusNamed }));
    });
  program
    .command("doctor")
    .description("look at everything that is needed")
    .action(async () => {
      const { runDoctor } = await import("./commands/doctor.ts");
      done(await runDoctor(contextOf()));
    });

  const index = program.command("index").description("look after the index");
  index
    .command("info")
    .description("what it holds")
    .action(async () => {
      const { runIndexInfo } = await import("./commands/manage-index.ts");
      done(await runIndexInfo(contextOf()));
    });
  index
    .command("verify")
    .description("compare every byte with its checksum")
    .action(async () => {
      const { runIndexVerify } = await import("./commands/manage-index.ts");
      done(await runIndexVerify(contextOf()));
    });
  index
    .command("rebuild")
    .description("make it anew")
    .action(async () => {
      const { runIngestCommand } = await import("./commands/ingest.ts");
      done(await runIngestCommand(contextOf(), "scratch"));
    });
  return program;
}
