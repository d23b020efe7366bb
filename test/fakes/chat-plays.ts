import type { ServerResponse } from "node:http";
import type { ChatShape } from "./chat-shapes.ts";

/** What a client sent, as far as behaviours look at it. */
export type ChatRequest = {
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  readonly stream?: boolean;
  readonly temperature?: number;
  readonly max_tokens?: number;
  readonly max_completion_tokens?: number;
  readonly response_format?: { readonly type: string; readonly schema?: unknown; readonly json_schema?: unknown };
};

/** One request and the reply to it, still to be played. */
export type Turn = {
  readonly request: ChatRequest;
  /** What the model says. */
  readonly text: string;
  /** From 1: how often this behaviour has been asked. */
  readonly time: number;
  readonly shape: ChatShape;
  readonly outgoing: ServerResponse;
  /** Ends the connection from this side. */
  readonly drop: () => void;
};

/** Plays one reply. */
export type Play = (turn: Turn) => void;

/** Begins a reply. */
export const head = (turn: Turn, type: string, status = 200): ServerResponse =>
  turn.outgoing.writeHead(status, { "content-type": type });

/** A whole reply. */
export const json = (turn: Turn, body: unknown, status = 200): void => {
  head(turn, "application/json", status).end(JSON.stringify(body));
};

const refusal = (turn: Turn, status: number, error: { readonly message: string; readonly param?: string }): void =>
  json(turn, { error: { type: "invalid_request_error", param: null, code: null, ...error } }, status);

/** Error bodies of OpenAI repeat the key, of others the question: neither may be seen again. */
export const fails =
  (status: number, headers: Record<string, string> = {}): Play =>
  ({ outgoing, request }) => {
    const key = String(outgoing.req.headers.authorization);
    const message = `Refused ${key}: ${request.messages.at(-1)?.content}`;
    outgoing.writeHead(status, { "content-type": "application/json", ...headers });
    outgoing.end(JSON.stringify({ error: { message, type: "server_error" } }));
  };

/** As tokens come: a few characters each, no code point cut; more of them where the text is long. */
export const pieces = (text: string): readonly string[] =>
  text.match(text.length > 20_000 ? /.{1,2000}/gsu : /.{1,7}/gsu) ?? [];

/** The whole stream. */
export const chunksOf = ({ shape, text }: Turn, finish: string | null = "stop"): readonly string[] =>
  shape.streamed(pieces(text), finish);

/** The stream up to about the middle of the text. */
export const firstHalf = (turn: Turn): string => {
  const chunks = chunksOf(turn);
  return chunks.slice(0, chunks.length >> 1).join("");
};

/** A whole reply by events, whatever they are. */
export const streams =
  (bytesOf: (turn: Turn) => string | Uint8Array): Play =>
  (turn) => {
    head(turn, "text/event-stream").end(bytesOf(turn));
  };

/** Begins, and then says nothing more and does not end. */
export const stalls =
  (textOf: (turn: Turn) => string): Play =>
  (turn) => {
    const outgoing = head(turn, "text/event-stream");
    outgoing.flushHeaders();
    outgoing.write(textOf(turn));
  };

/** Goes on until the client leaves. */
export const drips =
  (textOf: (turn: Turn, n: number) => string): Play =>
  (turn) => {
    const outgoing = head(turn, "text/event-stream");
    let n = 0;
    const timer = setInterval(() => outgoing.write(textOf(turn, n++)), 2);
    outgoing.once("close", () => clearInterval(timer));
  };

export const good: Play = (turn) => {
  if (turn.request.stream === true) streams((t) => chunksOf(t).join(""))(turn);
  else json(turn, turn.shape.whole(turn.text, "stop"));
};

/** Recovers from what it did first. */
export const firstThenGood =
  (first: Play): Play =>
  (turn) =>
    (turn.time === 1 ? first : good)(turn);

/** Good only for requests of which nothing is to be said against. */
export const unless =
  (
    objection: (request: ChatRequest) => { readonly message: string; readonly param?: string } | null,
    status = 400,
  ): Play =>
  (turn) => {
    const error = objection(turn.request);
    if (error === null) good(turn);
    else refusal(turn, status, error);
  };

/** "json_schema", "json_object+schema", "json_object", "none". */
export const format = (request: ChatRequest): string => {
  const { type = "none", schema } = request.response_format ?? {};
  return schema === undefined ? type : `${type}+schema`;
};

/** Good for requests of these formats. */
export const accepts = (formats: readonly string[], status = 400): Play =>
  unless(
    (request) =>
      formats.includes(format(request))
        ? null
        : { message: "'response_format.type' is not of a supported kind", param: "response_format" },
    status,
  );
