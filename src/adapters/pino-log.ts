import { destination, pino } from "pino";
import type { DestinationStream } from "pino";
import type { Log } from "../ports.ts";

/** How much is logged, from nothing to everything; `questions` is `info` with the text of questions. */
export const LOG_LEVELS = ["silent", "error", "warn", "info", "questions"] as const;

/** One of `LOG_LEVELS`. */
export type LogLevel = (typeof LOG_LEVELS)[number];

/** File descriptor of stderr: stdout is for answers. */
const STDERR = 2;

/**
 * Structured log lines, one JSON object each. A field `question` is written only at level `questions`, so that no caller
 * can log question text by mistake.
 * @param stream where lines go; stderr where left out
 */
export function makePinoLog(level: LogLevel, stream?: DestinationStream): Log {
  const logger = pino(
    {
      level: level === "questions" ? "info" : level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: level === "questions" ? [] : { paths: ["question"], remove: true },
    },
    // Synchronous: a line about a crash must be out before the process is.
    stream ?? destination({ dest: STDERR, sync: true }),
  );
  return {
    info: (message, fields) => logger.info(fields ?? {}, message),
    warn: (message, fields) => logger.warn(fields ?? {}, message),
    error: (message, fields) => logger.error(fields ?? {}, message),
  };
}
