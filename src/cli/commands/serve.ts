import { join } from "node:path";
import { openFsFeedback } from "../../adapters/fs-feedback.ts";
import { ParallaxError } from "../../errors.ts";
import { makeApp } from "../../http/app.ts";
import { listen } from "../../http/listen.ts";
import { EXIT, makeLog } from "../command.ts";
import type { CommandContext } from "../command.ts";
import { makeHttpHouse } from "../http-house.ts";
import { describeIngest, showProgress } from "../progress.ts";
import { describeAnswerer, describeTraffic } from "../settings.ts";
import { ingestWorkers, openHouse, readAhead, readIndex, runIngest } from "../wire-up.ts";
import type { IngestEmbedder, OpenHouse } from "../wire-up.ts";

/** How long running questions may take to finish once the server is told to stop; then whoever still waits is told to ask again. */
const GRACE_MS = 10_000;
/** Beside the generations of the index. */
const FEEDBACK_FILE = "feedback.jsonl";
/** Enough that a question never waits behind the one before it for long; each holds the model. */
const SERVING_WORKERS = 2;

/**
 * `parallax serve`: answers over HTTP until it is told to stop. It listens before it has loaded anything, so that a taken port is
 * known at once and /readyz can say how things stand. A signal lets running questions finish; a second one ends the process.
 * @param start `as-it-is` serves the index that is there, `ingested` makes it match the corpus first
 */
export async function runServe(context: CommandContext, start: "as-it-is" | "ingested"): Promise<number> {
  const { settings, terminal } = context;
  const log = makeLog(context, "info");
  const feedback = openFsFeedback(join(settings.index, FEEDBACK_FILE));
  const stop = new AbortController();
  const givenUp = new AbortController();
  const stopped = new Promise<void>((resolve) => stop.signal.addEventListener("abort", () => resolve()));
  const forget = context.onStop(() => (stop.signal.aborted ? context.exit(EXIT.failed) : stop.abort()));
  let loaded: OpenHouse | null = null;
  const server = await listen(
    makeApp(makeHttpHouse(() => loaded, log, { feedback, origins: settings.origins, stopping: givenUp.signal })),
    settings,
    waitForModel(settings),
  ).catch((error: unknown) => {
    forget();
    throw error;
  });
  let embedder: IngestEmbedder | null = null;
  try {
    if (start === "as-it-is") await readIndex(settings);
    const workers = start === "ingested" ? Math.max(SERVING_WORKERS, ingestWorkers()) : SERVING_WORKERS;
    [embedder] = await Promise.all([context.openEmbedder(settings, workers), readAhead(settings)]);
    if (start === "ingested") {
      const wish = { from: "changes", onProgress: showProgress(terminal), signal: stop.signal } as const;
      terminal.err(describeIngest(await runIngest(settings, embedder, wish)));
    }
    loaded = await openHouse(settings, embedder, { log, first: "warm" });
    terminal.out(describeServer(context, server.url, loaded));
    for (const warning of loaded.index.latest().warnings) log.warn(warning);
    await stopped;
    log.info("stopping", { graceMs: GRACE_MS });
  } catch (error) {
    // Told to stop while it was still loading: that is no failure.
    if (!(stop.signal.aborted && error instanceof ParallaxError && error.code === "aborted")) throw error;
  } finally {
    const cut = await server.close(GRACE_MS, () => givenUp.abort());
    if (cut > 0) log.warn("stopped with questions unanswered", { cut });
    await embedder?.close();
    forget();
  }
  return EXIT.fine;
}

/**
 * An answer in one piece is silent until it is there: as long as a language model may take to complete a follow-up and to write, and the minute
 * that any client has to read.
 */
const waitForModel = ({ writer }: CommandContext["settings"]): { readonly silence?: number } =>
  writer === null ? {} : { silence: 2 * 1000 * writer.timeoutS + 60_000 };

/** The first line: where, what over, found how, answered how, and what leaves the machine. */
function describeServer({ settings }: CommandContext, url: string, { index }: OpenHouse): string {
  const { id, records, passages, vectors, embedder } = index.latest();
  return [
    `Parallax answers at ${url}`,
    `corpus ${settings.corpus} (${records.length} documents)`,
    `index ${settings.index} (${id.slice(0, 12)}, ${passages.length} passages)`,
    `vectors ${vectors.kind}, ${embedder}`,
    describeAnswerer(settings),
    describeTraffic(settings),
  ].join(" · ");
}
