/**
 * How servers wrap a reply, written after their public documents and threads: ids and times are invented, fields and their order are
 * theirs. Each knows a stream, as the pieces that go over the wire, and one JSON body.
 */
export type ChatShape = {
  readonly streamed: (pieces: readonly string[], finish: string | null) => readonly string[];
  readonly whole: (text: string, finish: string | null) => unknown;
};

const ID = "chatcmpl-B9MBs8CjcvOU2jLn4n570S5qMJKcT";
const CREATED = 1741569952;
const DONE = "data: [DONE]\n\n";
const USAGE = { prompt_tokens: 19, completion_tokens: 10, total_tokens: 29 };

const event = (body: unknown): string => `data: ${JSON.stringify(body)}\n\n`;

const openai: ChatShape = {
  streamed: (pieces, finish) => {
    const chunk = (choices: readonly unknown[], rest: object = { usage: null }): string =>
      event({
        id: ID,
        object: "chat.completion.chunk",
        created: CREATED,
        model: "gpt-4o-mini-2024-07-18",
        service_tier: "default",
        system_fingerprint: "fp_44709d6fcb",
        choices,
        ...rest,
        obfuscation: "q0RkDhVe1",
      });
    const choice = (delta: object, finish_reason: string | null = null): object => ({
      index: 0,
      delta,
      logprobs: null,
      finish_reason,
    });
    return [
      chunk([choice({ role: "assistant", content: "", refusal: null })]),
      ...pieces.map((content) => chunk([choice({ content })])),
      ...(finish === null ? [] : [chunk([choice({}, finish)])]),
      chunk([], { usage: { ...USAGE, prompt_tokens_details: { cached_tokens: 0, audio_tokens: 0 } } }),
      DONE,
    ];
  },
  whole: (content, finish_reason) => ({
    id: ID,
    object: "chat.completion",
    created: CREATED,
    model: "gpt-4o-mini-2024-07-18",
    choices: [
      {
        index: 0,
        message: { role: "assistant", content, refusal: null, annotations: [] },
        logprobs: null,
        finish_reason,
      },
    ],
    usage: { ...USAGE, completion_tokens_details: { reasoning_tokens: 0, accepted_prediction_tokens: 0 } },
    service_tier: "default",
    system_fingerprint: "fp_44709d6fcb",
  }),
};

/** The role in every chunk, reasoning in `reasoning`, "" for an end that has not come yet (before 0.1.38). */
const ollama: ChatShape = {
  streamed: (pieces, finish) => {
    const chunk = (delta: object, finish_reason: string): string =>
      event({
        id: "chatcmpl-693",
        object: "chat.completion.chunk",
        created: CREATED,
        model: "qwen3:4b",
        system_fingerprint: "fp_ollama",
        choices: [{ index: 0, delta: { role: "assistant", ...delta }, finish_reason }],
      });
    return [
      chunk({ content: "", reasoning: "The user wants" }, ""),
      chunk({ content: "", reasoning: " JSON." }, ""),
      ...pieces.map((content) => chunk({ content }, "")),
      ...(finish === null ? [] : [chunk({ content: "" }, finish)]),
      DONE,
    ];
  },
  whole: (content, finish_reason) => ({
    id: "chatcmpl-693",
    object: "chat.completion",
    created: CREATED,
    model: "qwen3:4b",
    system_fingerprint: "fp_ollama",
    choices: [{ index: 0, message: { role: "assistant", content, reasoning: "The user wants JSON." }, finish_reason }],
    usage: USAGE,
  }),
};

/** Reasoning in `reasoning_content`; the last text and the end in one chunk; `choices: null` beside the usage of some versions. */
const vllm: ChatShape = {
  streamed: (pieces, finish) => {
    const chunk = (delta: object, finish_reason: string | null): string =>
      event({
        id: "chatcmpl-95f70ae00614b063",
        object: "chat.completion.chunk",
        created: CREATED,
        model: "Qwen/Qwen3-8B",
        choices: [{ index: 0, delta, logprobs: null, finish_reason, stop_reason: null, token_ids: null }],
      });
    return [
      chunk({ role: "assistant", content: "" }, null),
      chunk({ reasoning_content: "Two sentences." }, null),
      ...pieces.map((content, n) => chunk({ content }, n === pieces.length - 1 ? finish : null)),
      event({ id: "chatcmpl-95f70ae00614b063", object: "chat.completion.chunk", choices: null, usage: USAGE }),
      DONE,
    ];
  },
  whole: (content, finish_reason) => ({
    id: "chatcmpl-95f70ae00614b063",
    object: "chat.completion",
    created: CREATED,
    model: "Qwen/Qwen3-8B",
    choices: [
      {
        index: 0,
        message: { role: "assistant", reasoning_content: "Two sentences.", content, tool_calls: [] },
        logprobs: null,
        finish_reason,
        stop_reason: null,
      },
    ],
    usage: { ...USAGE, prompt_tokens_details: null },
    prompt_logprobs: null,
    kv_transfer_params: null,
  }),
};

/** `choices` first, the role with `content: null`, timings and usage beside the end. */
const llamaCpp: ChatShape = {
  streamed: (pieces, finish) => {
    const chunk = (delta: object, finish_reason: string | null, rest: object = {}): string =>
      event({
        choices: [{ finish_reason, index: 0, delta }],
        created: CREATED,
        id: "chatcmpl-qC6laQHbZ2CmxNvJ4NoB1L93LcVF7nfe",
        model: "gemma-3-1b-it-Q4_K_M.gguf",
        system_fingerprint: "b6210-a094f38",
        object: "chat.completion.chunk",
        ...rest,
      });
    const timings = { prompt_n: 10, prompt_ms: 251.51, predicted_n: 8, predicted_ms: 137.375 };
    return [
      chunk({ role: "assistant", content: null }, null),
      ...pieces.map((content) => chunk({ content }, null)),
      ...(finish === null ? [] : [chunk({}, finish, { usage: USAGE, timings })]),
      DONE,
    ];
  },
  whole: (content, finish_reason) => ({
    choices: [{ finish_reason, index: 0, message: { role: "assistant", content } }],
    created: CREATED,
    model: "gemma-3-1b-it-Q4_K_M.gguf",
    system_fingerprint: "b6210-a094f38",
    object: "chat.completion",
    usage: USAGE,
    id: "chatcmpl-qC6laQHbZ2CmxNvJ4NoB1L93LcVF7nfe",
    timings: { prompt_n: 10, prompt_ms: 251.51, predicted_n: 8, predicted_ms: 137.375 },
  }),
};

const lmStudio: ChatShape = {
  streamed: (pieces, finish) => {
    const chunk = (delta: object, finish_reason: string | null): string =>
      event({
        id: "chatcmpl-um3b2l9t12bzrtha63q8",
        object: "chat.completion.chunk",
        created: CREATED,
        model: "gemma-2-2b-it",
        system_fingerprint: "gemma-2-2b-it",
        choices: [{ index: 0, delta, logprobs: null, finish_reason }],
      });
    return [
      ...pieces.map((content) => chunk({ role: "assistant", content }, null)),
      ...(finish === null ? [] : [chunk({}, finish)]),
      DONE,
    ];
  },
  whole: (content, finish_reason) => ({
    id: "chatcmpl-0wosrfs0yzbm9jozf5gye",
    object: "chat.completion",
    created: CREATED,
    model: "gemma-2-2b-it",
    choices: [{ index: 0, message: { role: "assistant", content }, logprobs: null, finish_reason }],
    usage: USAGE,
    stats: {},
    system_fingerprint: "gemma-2-2b-it",
  }),
};

/** The recorded shapes by server. */
export const chatShapes = { openai, ollama, vllm, "llama.cpp": llamaCpp, "LM Studio": lmStudio };

/** Name of a recorded shape. */
export type ChatShapeName = keyof typeof chatShapes;
