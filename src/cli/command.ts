import type { LogLevel } from "../adapters/pino-log.ts";
import { makePinoLog } from "../adapters/pino-log.ts";
import { ParallaxError } from "../errors.ts";
import type { Log } from "../ports.ts";
import type { Settings } from "./settings.ts";
import type { Terminal } from "./terminal.ts";
import type { IngestEmbedder, OpenEmbedder } from "./wire-up.ts";

/** Exit codes that scripts may rely on. */
export const EXIT = { fine: 0, failed: 1, usage: 2, partly: 2, unanswerable: 3 } as const;

/** What every command works with. */
export type CommandContext = {
  readonly settings: Settings;
  readonly terminal: Terminal;
  /** `--json`: print what the server would send. */
  readonly format: "text" | "json";
  readonly openEmbedder: OpenEmbedder;
  /** Calls back at each SIGINT and SIGTERM, until the returned function is called. */
  readonly onStop: (listener: () => void) => () => void;
  /** Ends the process at once: for a second signal. */
  readonly exit: (code: number) => void;
};

/** The log of a command, at the level that was set, else at `otherwise`. */
export function makeLog({ settings }: CommandContext, otherwise: LogLevel): Log {
  return makePinoLog(settings.log ?? otherwise);
}

/** Lends an embedder and closes it afterwards, whatever happens. */
export async function withEmbedder<T>(
  { settings, openEmbedder }: CommandContext,
  workers: number,
  use: (embedder: IngestEmbedder) => Promise<T>,
): Promise<T> {
  const embedder = await openEmbedder(settings, workers);
  try {
    return await use(embedder);
  } finally {
    await embedder.close();
  }
}

/** Prints an object as JSON. */
export function printJson({ terminal }: CommandContext, value: unknown): void {
  terminal.out(JSON.stringify(value, null, 2));
}

/** Wrong usage, to be told in one sentence with exit code 2. */
export function wrongUsage(message: string): ParallaxError {
  return new ParallaxError("bad-input", message);
}
