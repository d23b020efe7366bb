import { eventsOf } from "../quotes/events.ts";
import type { AnswerEvent } from "../quotes/events.ts";
import type { VerifiedAnswer } from "../quotes/verified.ts";
import type { HttpHouse } from "./house.ts";
import { toProblem } from "./problem.ts";
import type { Problem } from "./problem.ts";
import { problemOfError } from "./refuse.ts";
import { runWhileWanted } from "./run-while-wanted.ts";
import type { AskEventWire } from "./wire-events.ts";

/** A comment is sent this often while nothing else is: proxies cut lines that are silent for half a minute. */
const KEEP_ALIVE_MS = 10_000;

/** Kept by nobody, changed by nobody (a proxy that compresses holds events back), passed on at once (nginx buffers otherwise). */
export const STREAM_HEADERS = {
  "content-type": "text/event-stream; charset=utf-8",
  "cache-control": "no-store, no-transform",
  "x-accel-buffering": "no",
} as const;

/** What a client hears that is still there while its question was dropped here. */
export const GIVEN_UP: Problem = { kind: "not-ready", detail: "The question was given up on this side. Ask it again." };

/** A question to be answered as events. */
export type StreamedAsk = {
  readonly house: Pick<HttpHouse, "log" | "stopping">;
  readonly requestId: string;
  /** Asks; the signal fires when nobody waits for it any more. What it tells while it writes is the beginning of the answer. */
  readonly answer: (signal: AbortSignal, tell: (event: AnswerEvent) => void) => Promise<VerifiedAnswer>;
  /** Fires when the request is cut. */
  readonly signal: AbortSignal;
};

/**
 * Answers a question as server-sent events. Always ends in `done` or `error`, unless the client leaves: then the asking is told to stop
 * and nothing more is written.
 * @returns the body, and a promise that holds until the asking and the writing have ended; it never rejects
 */
export function streamAnswer({ house, requestId, answer, signal }: StreamedAsk): {
  readonly body: ReadableStream<Uint8Array>;
  readonly ended: Promise<void>;
} {
  const left = new AbortController();
  const leave = (): void => left.abort();
  if (signal.aborted) leave();
  signal.addEventListener("abort", leave, { once: true });
  const encoder = new TextEncoder();
  let finish = notYet;
  const ended = new Promise<void>((resolve) => (finish = resolve));

  const write = async (out: ReadableStreamDefaultController<Uint8Array>): Promise<void> => {
    const send = (text: string): void => {
      if (!left.signal.aborted) out.enqueue(encoder.encode(text));
    };
    const beat = setInterval(() => send(": still here\n\n"), KEEP_ALIVE_MS);
    try {
      send(wordEvent({ event: "status", data: { stage: "searching" } }));
      let told = 0;
      let isWriting = false;
      const tell = (event: AskEventWire): void => {
        if (event.event === "text") told += 1;
        isWriting ||= event.event === "status";
        send(wordEvent(event));
      };
      const given = await runWhileWanted((wanted) => answer(wanted, tell), {
        client: left.signal,
        stopping: house.stopping,
      });
      if (given === "given-up") return send(wordEvent({ event: "error", data: toProblem(GIVEN_UP, requestId) }));
      const { readAs } = given;
      if (!isWriting)
        send(wordEvent({ event: "status", data: { stage: "writing", ...(readAs === null ? {} : { readAs }) } }));
      for (const event of eventsOf(given, told)) send(wordEvent(event));
    } catch (error) {
      const told = problemOfError(house, error, requestId);
      const problem: Problem = told.kind === "left" ? GIVEN_UP : told;
      send(wordEvent({ event: "error", data: toProblem(problem, requestId) }));
    } finally {
      clearInterval(beat);
      signal.removeEventListener("abort", leave);
      // A stream that was cancelled is closed already.
      if (!left.signal.aborted) out.close();
      finish();
    }
  };
  const body = new ReadableStream<Uint8Array>({ start: (out) => void write(out), cancel: leave });
  return { body, ended };
}

/** Until the promise it stands for is made. */
const notYet = (): void => {};

/** One event as its lines. JSON holds no line break, so that the data is one line. */
const wordEvent = ({ event, data }: AskEventWire): string => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
