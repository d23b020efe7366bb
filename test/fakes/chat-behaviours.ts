import {
  head,
  json,
  pieces,
  chunksOf,
  firstHalf,
  streams,
  stalls,
  drips,
  good,
  firstThenGood,
  unless,
  format,
  accepts,
  fails,
} from "./chat-plays.ts";
import type { Play, Turn } from "./chat-plays.ts";

/** Replies whose text or end is odd, in a sound wrapping; each is played streamed, and whole as `…-unstreamed`. */
const contents = {
  good: ({ text }: Turn) => ({ text, finish: "stop" }),
  "plain-fences": ({ text }: Turn) => ({ text: `Here you are:\n\`\`\`json\n${text}\n\`\`\`\n`, finish: "stop" }),
  "prose-only": () => ({ text: "I think that both reports are right.", finish: "stop" }),
  "wrong-schema": () => ({ text: '{"answer":"It is so.","sources":["a","b"]}', finish: "stop" }),
  "cut-content": ({ text }: Turn) => ({ text: text.slice(0, text.length >> 1), finish: "stop" }),
  "finish-length": ({ text }: Turn) => ({ text: text.slice(0, text.length >> 1), finish: "length" }),
  "finish-filtered": ({ text }: Turn) => ({ text: text.slice(0, 9), finish: "content_filter" }),
  "finish-tool-calls": () => ({ text: "", finish: "tool_calls" }),
  "no-finish": ({ text }: Turn) => ({ text, finish: null }),
  empty: () => ({ text: "", finish: "stop" }),
  blank: () => ({ text: " \n\n \n", finish: "stop" }),
  huge: () => ({ text: Array.from({ length: 20_000 }, (_, n) => `word${n * 7919}`).join(" "), finish: "stop" }),
  "repeats-itself": ({ text }: Turn) => ({
    text: text + "and so the ferry sank, the minister said, ".repeat(200),
    finish: "stop",
  }),
  "repeats-blanks": ({ text }: Turn) => ({ text: text + "\n".repeat(2000), finish: "stop" }),
} as const;

const wires = {
  /** The text is the body, one byte a character. */
  raw: (turn) => {
    turn.outgoing.writeHead(200).end(Buffer.from(turn.text, "latin1"));
  },
  "good-slowly": (turn) => {
    const outgoing = head(turn, "text/event-stream");
    const chunks = [...chunksOf(turn)];
    const next = (): void => {
      const chunk = chunks.shift();
      if (chunk === undefined) outgoing.end();
      else outgoing.write(chunk, () => setImmediate(next));
    };
    next();
  },
  "crlf-and-comments": streams(
    (turn) => `: keep-alive\r\n\r\n${chunksOf(turn).join(": keep-alive\n\n").replaceAll("\n", "\r\n")}`,
  ),
  "no-blank-after-colon": streams((turn) => chunksOf(turn).join("").replaceAll("data: ", "data:")),
  "no-empty-lines": streams((turn) => chunksOf(turn).join("").replaceAll("\n\n", "\n").trimEnd()),
  "event-over-many-lines": streams((turn) => chunksOf(turn).join("").replaceAll(',"', ',\ndata: "')),
  "events-as-plain-text": (turn) => {
    head(turn, "text/plain").end(chunksOf(turn).join(""));
  },
  "content-in-parts": (turn) =>
    json(turn, {
      choices: [
        {
          message: {
            content: [
              { type: "thinking", text: "Let me see." },
              ...pieces(turn.text).map((text) => ({ type: "text", text })),
            ],
          },
          finish_reason: "stop",
        },
      ],
    }),
  "no-done": streams((turn) => chunksOf(turn).slice(0, -1).join("")),
  "stays-open-after-done": stalls((turn) => chunksOf(turn).join("")),
  "goes-on-after-done": streams((turn) => `${chunksOf(turn).join("")}${chunksOf(turn).join("")}data: {{{\n\n`),

  "refuses-json-schema": accepts(["json_object+schema", "json_object", "none"]),
  "json-object-only": accepts(["json_object", "none"], 422),
  "refuses-any-format": accepts(["none"], 500),
  "refuses-without-a-word": (turn) => {
    if (format(turn.request) === "none") good(turn);
    else turn.outgoing.writeHead(400).end();
  },
  "refuses-max-tokens": unless(({ max_tokens }) =>
    max_tokens === undefined
      ? null
      : {
          message:
            "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
          param: "max_tokens",
        },
  ),
  "refuses-temperature": unless(({ temperature }) =>
    temperature === undefined || temperature === 1
      ? null
      : {
          message:
            "Unsupported value: 'temperature' does not support 0 with this model. Only the default (1) value is supported.",
          param: "temperature",
        },
  ),
  "refuses-as-fastapi-does": (turn) => {
    if (format(turn.request) === "none") good(turn);
    else
      json(
        turn,
        {
          detail: [{ type: "literal_error", loc: ["body", "response_format", "type"], msg: "Input should be 'text'" }],
        },
        422,
      );
  },
  "refuses-all": unless(() => ({ message: "Bad request." })),
  "context-too-long": unless(() => ({ message: "This model's maximum context length is 2048 tokens." })),

  unauthorized: fails(401),
  forbidden: fails(403),
  "model-missing": fails(404),
  "rate-limited": fails(429),
  "rate-limited-a-moment": firstThenGood(fails(429, { "retry-after": "0.02" })),
  "rate-limited-1s": firstThenGood(fails(429, { "retry-after": "1" })),
  "rate-limited-1h": firstThenGood(fails(429, { "retry-after": "3600" })),
  "rate-limited-junk": firstThenGood(fails(429, { "retry-after": "soon" })),
  "server-error": fails(500),
  "bad-gateway": fails(502),
  "service-unavailable": fails(503),
  "request-timeout": fails(408),
  "error-then-good": firstThenGood(fails(500)),
  "busy-1h-then-good": firstThenGood(fails(503, { "retry-after": "3600" })),
  redirects: fails(307, { location: "http://127.0.0.1:9/v1/chat/completions" }),

  "never-answers": () => {},
  "stalls-after-headers": stalls(() => ""),
  "stalls-mid-stream": stalls(firstHalf),
  "stalls-mid-body": (turn) => {
    head(turn, "application/json").write(JSON.stringify(turn.shape.whole(turn.text, "stop")).slice(0, 90));
  },
  "comments-for-ever": drips(() => ": keep-alive\n\n"),
  "reasons-for-ever": drips(
    (_, n) => `data: {"choices":[{"index":0,"delta":{"reasoning_content":"step ${n}, "}}]}\n\n`,
  ),
  "drips-for-ever": drips((_, n) => `data: {"choices":[{"index":0,"delta":{"content":"step ${n * n}, "}}]}\n\n`),
  "drips-bytes-for-ever": drips(() => "d"),
  "closes-at-once": ({ drop }) => drop(),
  "closes-once-then-good": firstThenGood(({ drop }) => drop()),
  "closes-after-headers": (turn) => {
    head(turn, "text/event-stream").flushHeaders();
    turn.drop();
  },
  "closes-mid-stream": (turn) => {
    head(turn, "text/event-stream").write(firstHalf(turn), turn.drop);
  },
  "ends-mid-stream": streams(firstHalf),

  "html-200": (turn) => {
    head(turn, "text/html").end("<!doctype html><title>Sign in</title><p>Please sign in.");
  },
  "cut-json": (turn) => {
    head(turn, "application/json").end(JSON.stringify(turn.shape.whole(turn.text, "stop")).slice(0, -20));
  },
  "cut-event": streams((turn) => `${firstHalf(turn)}data: {"choices":[{"delta":{"conte\n\n`),
  "wrong-shape": (turn) => json(turn, { choices: "none", output: [{ content: turn.text }] }),
  "no-choices": (turn) => json(turn, { id: "x", object: "chat.completion", choices: [] }),
  "no-body": (turn) => {
    head(turn, "application/json").end();
  },
  refusal: (turn) =>
    json(turn, {
      choices: [{ message: { content: null, refusal: "I cannot help with that." }, finish_reason: "stop" }],
    }),
  "refusal-streamed": streams(() => 'data: {"choices":[{"delta":{"refusal":"I cannot"}}]}\n\ndata: [DONE]\n\n'),
  "error-with-200": (turn) => json(turn, { error: { message: "Provider returned error", code: 502 } }),
  "error-mid-stream": streams((turn) => `${firstHalf(turn)}data: {"error":{"message":"out of memory","code":500}}\n\n`),
  "error-field-mid-stream": streams((turn) => `${firstHalf(turn)}error: {"code":500,"message":"slot lost"}\n\n`),
  "invalid-utf8": streams((turn) =>
    Buffer.concat([Buffer.from(firstHalf(turn)), Buffer.of(0xc3, 0x28), Buffer.from(chunksOf(turn).join(""))]),
  ),
  "huge-body": (turn) => {
    const outgoing = head(turn, "text/event-stream");
    outgoing.write(`data: {"choices":[{"delta":{"content":"`);
    const more = (): void => {
      while (!outgoing.destroyed) if (!outgoing.write("x".repeat(100_000))) return void outgoing.once("drain", more);
    };
    more();
  },
} satisfies Record<string, Play>;

type Content = keyof typeof contents;
type Wire = keyof typeof wires;

/** Name of something that a server does. */
export type ChatBehaviour = Content | `${Content}-unstreamed` | Wire;

const contentPlays = Object.entries(contents).flatMap(([name, say]): [string, Play][] => [
  [
    name,
    (turn) => {
      const { text, finish } = say(turn);
      if (turn.request.stream === true) streams((t) => t.shape.streamed(pieces(text), finish).join(""))(turn);
      else json(turn, turn.shape.whole(text, finish));
    },
  ],
  [
    `${name}-unstreamed`,
    (turn) => {
      const { text, finish } = say(turn);
      json(turn, turn.shape.whole(text, finish));
    },
  ],
]);

/** All behaviours by name. */
export const chatBehaviours = Object.fromEntries([...contentPlays, ...Object.entries(wires)]) as Readonly<
  Record<ChatBehaviour, Play>
>;

/** Their names, in a fixed order. */
export const chatBehaviourNames = Object.keys(chatBehaviours) as readonly ChatBehaviour[];
