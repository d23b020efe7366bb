import { EXIT, printJson, withEmbedder } from "../command.ts";
import type { CommandContext } from "../command.ts";
import { describeIngest, showProgress } from "../progress.ts";
import { ingestWorkers, runIngest } from "../wire-up.ts";

/**
 * `parallax ingest`, and `parallax index rebuild` from scratch: makes the index match the corpus. A first signal stops it between two
 * documents; the index in use stays.
 * @returns 2 where files of the corpus are no documents
 */
export async function runIngestCommand(context: CommandContext, from: "changes" | "scratch"): Promise<number> {
  const stop = new AbortController();
  const forget = context.onStop(() => (stop.signal.aborted ? context.exit(EXIT.failed) : stop.abort()));
  try {
    const report = await withEmbedder(context, ingestWorkers(), (embedder) =>
      runIngest(context.settings, embedder, { from, onProgress: showProgress(context.terminal), signal: stop.signal }),
    );
    if (context.format === "json") printJson(context, report);
    else context.terminal.out(context.terminal.show(describeIngest(report)));
    return report.rejected.length > 0 ? EXIT.partly : EXIT.fine;
  } finally {
    forget();
  }
}
