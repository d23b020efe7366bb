import type { AskEventWire } from "../http/wire-events.ts";
import type { AnswerWire, DisagreementsWire, DocumentWire } from "../http/wire.ts";
import { makeEventReader } from "./sse.ts";

/** What is sent with a question. */
export type Asking = {
  readonly question: string;
  readonly conversation: readonly { readonly role: "user" | "assistant"; readonly content: string }[];
  /** True: the question is not completed from the conversation. */
  readonly literal: boolean;
};

/** Why there is no answer, or not all of it. `detail` is the server's own sentence. */
export type Failure =
  | { readonly kind: "offline" | "unreachable" | "slow" | "stopped" | "too-large" | "cut" | "not-loaded" }
  | { readonly kind: "busy" | "loading"; readonly seconds: number }
  | { readonly kind: "invalid" | "broken"; readonly detail: string };

/** How asking ended: always in one of these, whatever the server or the line does. */
export type Asked =
  | { readonly kind: "answered"; readonly answer: AnswerWire }
  | { readonly kind: "failed"; readonly failure: Failure };

/** Where to ask, and who listens. */
export type AskOptions = {
  /** Without a slash at its end; "" for the page's own server. */
  readonly endpoint: string;
  readonly asking: Asking;
  /** The reader's Stop. */
  readonly signal: AbortSignal;
  /** Each event as it comes, but for the last. */
  readonly onEvent: (event: AskEventWire) => void;
};

/** Silence after which nothing more is waited for; the server says every 10 s that it is still there. */
const SILENCE_MS = 30_000;
/** Where the server names no time to wait, or CORS hides it. */
const DEFAULT_WAIT_S = 2;
const MAX_WAIT_S = 120;

/** Asks, and hands on events as they come. Never rejects. */
export async function askServer({ endpoint, asking, signal, onEvent }: AskOptions): Promise<Asked> {
  const silence = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const heard = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => silence.abort(), SILENCE_MS);
  };
  heard();
  try {
    const reply = await fetch(`${endpoint}/ask`, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "text/event-stream, application/json;q=0.5" },
      body: JSON.stringify(asking),
      signal: AbortSignal.any([signal, silence.signal]),
      credentials: "omit",
    });
    heard();
    if (!reply.ok) return failed(await failureOf(reply));
    if (!isStream(reply) || reply.body === null) return settle(await reply.json());
    return await readStream(reply.body, { heard, onEvent });
  } catch (error) {
    if (signal.aborted) return failed({ kind: "stopped" });
    if (silence.signal.aborted) return failed({ kind: "slow" });
    if (error instanceof TypeError) return failed({ kind: navigator.onLine ? "unreachable" : "offline" });
    return failed({ kind: "broken", detail: "" });
  } finally {
    clearTimeout(timer);
    // A stream that is no longer read is let go, so that the server stops working for it.
    silence.abort();
  }
}

/** Reads the stream to its end. A line that breaks, or ends without `done` or `error`, after the first sentence is "cut": what came before stands. */
async function readStream(
  body: ReadableStream<Uint8Array>,
  { heard, onEvent }: { readonly heard: () => void; readonly onEvent: AskOptions["onEvent"] },
): Promise<Asked> {
  const read = makeEventReader();
  const reader = body.getReader();
  let hasText = false;
  for (;;) {
    const next = await reader.read().catch((error: unknown) => {
      if (!hasText || isAbort(error)) throw error;
      return null;
    });
    if (next === null || next.done) return failed({ kind: hasText ? "cut" : "unreachable" });
    heard();
    for (const { event, data } of read(next.value)) {
      const parsed = readEvent(event, data);
      if (parsed === null) continue;
      if (parsed.event === "done") return { kind: "answered", answer: parsed.data };
      if (parsed.event === "error") return failed(hasText ? { kind: "cut" } : failureOfStatus(parsed.data, null));
      hasText ||= parsed.event === "text";
      onEvent(parsed);
    }
  }
}

/** The document as the server has it. Rejects where it cannot be had. */
export async function fetchDocument(endpoint: string, id: string): Promise<DocumentWire> {
  const reply = await fetchJson(`${endpoint}/documents/${encodeURIComponent(id)}`);
  if (!hasStrings(reply, ["id", "title", "text"])) throw new Error("This is not a document.");
  return reply;
}

/** What the corpus disagrees about, at most `limit`. Rejects where it cannot be had. */
export async function fetchDisagreements(endpoint: string, limit: number): Promise<DisagreementsWire> {
  const reply = await fetchJson(`${endpoint}/disagreements?limit=${limit}`);
  if (!isDisagreements(reply)) throw new Error("These are not disagreements.");
  return reply;
}

/** A verdict on an answer. */
export type FeedbackSent = {
  readonly answerId: string;
  readonly question: string;
  readonly verdict: "good" | "bad";
  readonly reason?: string;
  readonly correction?: string;
};

/** Sends a verdict. Resolves to whether it was taken. */
export async function sendFeedback(endpoint: string, feedback: FeedbackSent): Promise<boolean> {
  try {
    const reply = await fetch(`${endpoint}/feedback`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(feedback),
      credentials: "omit",
    });
    return reply.ok;
  } catch {
    return false;
  }
}

async function fetchJson(address: string): Promise<unknown> {
  const reply = await fetch(address, { headers: { accept: "application/json" }, credentials: "omit" });
  if (!reply.ok) throw new Error(`The server answered ${reply.status}.`);
  return reply.json();
}

/** An event with its data read; null for one that is not known here: a newer server may send more. */
function readEvent(event: string, data: string): AskEventWire | null {
  const value = parse(data);
  if (event === "status" && hasStrings(value, ["stage"])) {
    return value["stage"] === "writing"
      ? {
          event,
          data: { stage: "writing", ...(typeof value["readAs"] === "string" ? { readAs: value["readAs"] } : {}) },
        }
      : { event, data: { stage: "searching" } };
  }
  if (event === "text" && hasStrings(value, ["delta"])) return { event, data: { delta: value["delta"] } };
  if (event === "citation" && isCitation(value)) return { event, data: value };
  if (event === "disagreement" && isDisagreement(value)) return { event, data: value };
  if (event === "done" && isAnswer(value)) return { event, data: value };
  if (event === "error" && isProblem(value)) return { event, data: value };
  return null;
}

/** Data of one event: null where it is not JSON. */
function parse(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return null;
  }
}

const failed = (failure: Failure): Asked => ({ kind: "failed", failure });

const settle = (body: unknown): Asked =>
  isAnswer(body) ? { kind: "answered", answer: body } : failed({ kind: "broken", detail: "" });

const isStream = (reply: Response): boolean => /^text\/event-stream\b/i.test(reply.headers.get("content-type") ?? "");

const isAbort = (error: unknown): boolean => error instanceof DOMException && error.name === "AbortError";

async function failureOf(reply: Response): Promise<Failure> {
  const body = parse(await reply.text());
  const problem = isProblem(body) ? body : { status: reply.status, detail: "" };
  return failureOfStatus({ ...problem, status: reply.status }, reply.headers.get("retry-after"));
}

/** A refusal in the widget's terms. */
export function failureOfStatus(
  { status, detail }: { readonly status: number; readonly detail: string },
  retryAfter: string | null,
): Failure {
  if (status === 413) return { kind: "too-large" };
  if (status === 429) return { kind: "busy", seconds: waitOf(retryAfter) };
  if (status === 503) return { kind: "loading", seconds: waitOf(retryAfter) };
  if (status === 504) return { kind: "slow" };
  return { kind: status === 400 || status === 422 ? "invalid" : "broken", detail };
}

/** Whole seconds of a Retry-After header; dates are not ours. */
const waitOf = (header: string | null): number =>
  header !== null && /^\d{1,6}$/.test(header) ? Math.min(Math.max(Number(header), 1), MAX_WAIT_S) : DEFAULT_WAIT_S;

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null;

function hasStrings<Name extends string>(
  value: unknown,
  names: readonly Name[],
): value is Fields & DocumentWire & Readonly<Record<Name, string>> {
  return isFields(value) && names.every((name) => typeof value[name] === "string");
}

const hasLists = (value: Fields, names: readonly string[]): boolean =>
  names.every((name) => Array.isArray(value[name]));

// The server's own tests hold replies to their schemas; these only tell an answer from something else, such as a proxy's page.
const isAnswer = (value: unknown): value is AnswerWire =>
  hasStrings(value, ["id", "question", "outcome", "answer"]) &&
  hasLists(value, ["citations", "disagreements", "missing", "nearest"]);

const isCitation = (value: unknown): value is AnswerWire["citations"][number] =>
  hasStrings(value, ["quote"]) && isFields(value["document"]) && typeof value["marker"] === "number";

const isDisagreement = (value: unknown): value is AnswerWire["disagreements"][number] =>
  hasStrings(value, ["topic", "kind", "summary"]) && hasLists(value, ["positions", "fitsAll"]);

const isDisagreements = (value: unknown): value is DisagreementsWire =>
  isFields(value) && hasLists(value, ["disagreements", "citations"]);

const isProblem = (value: unknown): value is Extract<AskEventWire, { event: "error" }>["data"] =>
  hasStrings(value, ["title", "detail"]) && typeof value["status"] === "number";
