// A small model behind OpenAI's chat completions, for tests: node test/llm/shim.mjs WEIGHTS.gguf FOLDER [PORT]
// FOLDER holds node_modules/node-llama-cpp. Prints one JSON object a line: {"event":"ready",…} once it listens, {"event":"begun"} when a request
// reaches the model, {"event":"ended",…} when the model has done with it. One request at a time, greedy, two threads. Ended by SIGTERM.

import { createServer } from "node:http";
import { once } from "node:events";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [weights, folder, port = "0"] = process.argv.slice(2);
const { getLlama, LlamaCompletion } = await import(
  pathToFileURL(join(folder, "node_modules", "node-llama-cpp", "dist", "index.js")).href
);

const CONTEXT_TOKENS = 8192;
/** Tokens of a prompt that are read between two looks at whether the client is still there. */
const PROMPT_BATCH = 256;
const DEFAULT_MAX_TOKENS = 512;
const NAME = "gemma-3-270m";

const began = performance.now();
const llama = await getLlama({ gpu: false, build: "never", skipDownload: true, maxThreads: 2, logLevel: "error" });
const model = await llama.loadModel({ modelPath: weights });
// The full cache of the sliding window lets a second request keep the beginning of the prompt that it shares with the first.
const context = await model.createContext({ contextSize: CONTEXT_TOKENS, threads: 2, swaFullCache: true });
const sequence = context.getSequence();
const completion = new LlamaCompletion({ contextSequence: sequence });

const say = (event) => process.stdout.write(`${JSON.stringify(event)}\n`);

/** What is wrong with a request; `reply` is sent with 400 in OpenAI's shape. */
class Refusal extends Error {
  constructor(message, code = "invalid_request") {
    super(message);
    this.reply = { error: { message, type: "invalid_request_error", param: null, code } };
  }
}

/** What the grammar keeps of a JSON schema, or may leave aside because it only describes. */
const KEPT = new Set(
  "type enum const oneOf properties required additionalProperties items prefixItems minItems maxItems minLength maxLength $defs $ref description title $schema".split(
    " ",
  ),
);

/** @throws Refusal for the first keyword that the grammar would silently not keep */
function refuseUnkept(schema, path = "#") {
  if (schema === null || typeof schema !== "object") throw new Refusal(`${path} is no schema.`);
  const unkept = Object.keys(schema).find((key) => !KEPT.has(key));
  if (unkept !== undefined) throw new Refusal(`The grammar cannot keep "${unkept}" (${path}).`, "unsupported_schema");
  for (const key of ["properties", "$defs"])
    for (const [name, part] of Object.entries(schema[key] ?? {})) refuseUnkept(part, `${path}/${key}/${name}`);
  for (const key of ["oneOf", "prefixItems"])
    for (const [at, part] of (schema[key] ?? []).entries()) refuseUnkept(part, `${path}/${key}/${at}`);
  for (const key of ["items", "additionalProperties"])
    if (typeof schema[key] === "object") refuseUnkept(schema[key], `${path}/${key}`);
}

async function grammarFor(format = { type: "text" }) {
  if (format.type === "text") return undefined;
  const schema = format.type === "json_schema" ? format.json_schema?.schema : format.schema;
  if (format.type === "json_object" && schema === undefined) return llama.getGrammarFor("json");
  if (format.type !== "json_schema" && format.type !== "json_object")
    throw new Refusal(`response_format.type "${format.type}" is not known.`);
  refuseUnkept(schema);
  // Without line breaks and indentation, which cost a token each.
  const { grammar, stopGenerationTriggers } = await llama.createGrammarForJsonSchema(schema);
  const compact = grammar.replaceAll(/\[\\n\] (?:\([^)]*\) )?\| (?=\[ \]\?)/g, "");
  return llama.createGrammar({ grammar: compact, stopGenerationTriggers, trimWhitespaceSuffix: true });
}

const textOf = ({ content }) =>
  typeof content === "string" ? content : (content ?? []).map((part) => part.text ?? "").join("");

/** A base model knows no roles: they are written out. */
function promptOf(messages) {
  const turns = messages.map((message) => {
    if (message.role === "system" || message.role === "developer") return textOf(message);
    return `${message.role === "assistant" ? "Assistant" : "User"}: ${textOf(message)}`;
  });
  return `${turns.join("\n")}\nAssistant:`;
}

/** A request, looked at before anything runs. @throws Refusal */
async function readRequest(body) {
  const { messages, response_format, max_completion_tokens, max_tokens, stop, stream, stream_options } = body;
  if (!Array.isArray(messages) || messages.length === 0) throw new Refusal("messages is missing or empty.");
  const tokens = model.tokenize(promptOf(messages));
  const maxTokens = max_completion_tokens ?? max_tokens ?? DEFAULT_MAX_TOKENS;
  if (tokens.length + maxTokens > CONTEXT_TOKENS - 2)
    throw new Refusal(
      `${tokens.length} tokens of prompt and ${maxTokens} of reply are more than ${CONTEXT_TOKENS}.`,
      "context_length_exceeded",
    );
  const grammar = await grammarFor(response_format);
  return { tokens, maxTokens, grammar, stop: ["\nUser:", ...[stop ?? []].flat()], stream, stream_options };
}

/** Generates once; pieces go to `onText`. @returns how it ended, and what it cost */
async function generate({ tokens, maxTokens, grammar, stop }, { signal, onText }) {
  const clock = performance.now();
  let text = "";
  let firstMs = null;
  let read = 0;
  let made = 0;
  let reason = "abort";
  say({ event: "begun", promptTokens: tokens.length });
  try {
    // The prompt by pieces: within one call nothing would notice that the client has left.
    const start = model.tokens.bos === null ? tokens : [model.tokens.bos, ...tokens];
    await sequence.adaptStateToTokens(start.slice(0, -1), false);
    for (let at = sequence.nextTokenIndex; at < start.length - 1; at += PROMPT_BATCH) {
      signal.throwIfAborted();
      const batch = start.slice(at, Math.min(at + PROMPT_BATCH, start.length - 1));
      await sequence.evaluateWithoutGeneratingNewTokens(batch);
      read = at + batch.length;
    }
    const { metadata } = await completion.generateCompletionWithMeta(tokens, {
      ...(grammar ? { grammar } : { trimWhitespaceSuffix: true }),
      customStopTriggers: stop,
      maxTokens,
      temperature: 0,
      repeatPenalty: false,
      signal,
      onToken: (some) => (made += some.length),
      onTextChunk: (piece) => {
        firstMs ??= performance.now() - clock;
        text += piece;
        onText(piece);
      },
    });
    reason = metadata.stopReason;
  } catch (error) {
    if (!signal.aborted) throw error;
  }
  const ms = Math.round(performance.now() - clock);
  const promptTokens = tokens.length;
  say({ event: "ended", reason, promptTokens, read, tokens: made, firstMs: firstMs && Math.round(firstMs), ms });
  return {
    text,
    finish: reason === "maxTokens" ? "length" : "stop",
    usage: { prompt_tokens: tokens.length, completion_tokens: made, total_tokens: tokens.length + made },
  };
}

const sendJson = (response, status, body) =>
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));

let last = Promise.resolve();

/** One after the other; whoever left while waiting is passed over. */
function inTurn(signal, work) {
  const turn = last.then(() => (signal.aborted ? undefined : work()));
  last = turn.catch(() => {});
  return turn;
}

async function complete(body, response) {
  const request = await readRequest(body);
  const left = new AbortController();
  response.on("close", () => left.abort());
  const base = { id: "chatcmpl-local", created: Math.floor(Date.now() / 1000), model: NAME };
  if (!request.stream) {
    const made = await inTurn(left.signal, () => generate(request, { signal: left.signal, onText: () => {} }));
    if (made === undefined || left.signal.aborted) return;
    const choice = { index: 0, message: { role: "assistant", content: made.text }, finish_reason: made.finish };
    sendJson(response, 200, { ...base, object: "chat.completion", choices: [choice], usage: made.usage });
    return;
  }
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-cache" });
  const send = (delta, finish_reason = null, rest = {}) => {
    const chunk = { ...base, object: "chat.completion.chunk", choices: [{ index: 0, delta, finish_reason }], ...rest };
    response.write(`data: ${JSON.stringify(chunk)}\n\n`);
  };
  send({ role: "assistant", content: "" });
  const onText = (content) => send({ content });
  const made = await inTurn(left.signal, () => generate(request, { signal: left.signal, onText }));
  if (made === undefined || left.signal.aborted) return;
  send({}, made.finish);
  if (request.stream_options?.include_usage) send({}, null, { choices: [], usage: made.usage });
  response.end("data: [DONE]\n\n");
}

async function answer(request, response) {
  const path = new URL(request.url, "http://localhost").pathname;
  if (request.method === "GET" && path === "/v1/models")
    return sendJson(response, 200, { object: "list", data: [{ id: NAME, object: "model", owned_by: "local" }] });
  if (request.method !== "POST" || path !== "/v1/chat/completions")
    return sendJson(response, 404, new Refusal(`There is no ${request.method} ${path}.`, "not_found").reply);
  let raw = "";
  for await (const piece of request.setEncoding("utf8")) raw += piece;
  try {
    await complete(JSON.parse(raw), response);
  } catch (error) {
    const reply = error instanceof SyntaxError ? new Refusal("The body is not JSON.").reply : error.reply;
    if (!reply) process.stderr.write(`${error.stack}\n`);
    if (response.headersSent) response.destroy();
    else
      sendJson(response, reply ? 400 : 500, reply ?? { error: { message: "The model failed.", type: "server_error" } });
  }
}

const server = createServer((request, response) => void answer(request, response));
server.listen(Number(port), "127.0.0.1");
await once(server, "listening");
process.on("SIGTERM", () => process.exit(0));
// A test that started this may die without a word.
process.on("disconnect", () => process.exit(0));
say({ event: "ready", port: server.address().port, model: NAME, ms: Math.round(performance.now() - began) });
