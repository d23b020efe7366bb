import { setTimeout as sleep } from "node:timers/promises";
import OpenAI, { APIConnectionError, APIError } from "openai";
import { ParallaxError } from "../errors.ts";
import type { Generator, GeneratorFailure, Prompt, Reply } from "../ports.ts";
import { makeLoopWatch } from "./loop-watch.ts";
import { afterRefusal, fieldsOf, FIRST_MANNER } from "./openai-manner.ts";
import type { Manner } from "./openai-manner.ts";
import { makeReplyReader } from "./openai-reply.ts";
import type { Happening } from "./openai-reply.ts";
import { startDeadlines } from "./reply-deadlines.ts";
import type { Alarm, ReplyDeadlines, RunningDeadlines } from "./reply-deadlines.ts";

/** An OpenAI-compatible chat completions endpoint. */
export type OpenaiGeneratorPlan = {
  readonly model: string;
  /** Up to and without `/chat/completions`: "https://api.openai.com/v1". */
  readonly baseUrl: URL;
  /** Null where the server wants none. Never part of a reply's detail. */
  readonly key: string | null;
  readonly contextTokens: number;
  /** Default 5, 10 and 20 seconds. */
  readonly deadlines?: ReplyDeadlines;
  /** Rings when a deadline passes; Node's timers where there is none. */
  readonly alarm?: Alarm;
};

const DEADLINES: ReplyDeadlines = { firstTextMs: 5_000, idleMs: 10_000, totalMs: 20_000 };
const MAX_TRIES = 2;
/** Of the time for the first text, before a second try: 250 ms of 5 s. */
const PAUSE_SHARE = 0.05;
/** For the end of the connection once the reply is whole, so that the next question can use it. */
const LINGER_MS = 100;
/** UTF-16 units; far more than any model is allowed tokens for. */
const MAX_CHARACTERS = 200_000;
/** Of a refusal: enough to find out what is refused. */
const MAX_REFUSAL_BYTES = 4_000;
/** What may be over in a moment. 429 only where the server names the moment. */
const WORTH_A_SECOND_TRY = new Set([408, 500, 502, 503]);

/**
 * Asks through an OpenAI-compatible server: streamed, at temperature 0, in JSON of the prompt's schema as far as the server knows how to;
 * what a server refuses of that is left out, and remembered for as long as this generator lives. At most two tries, and only before any
 * text came. A prompt has to tell of the schema itself: servers may ignore it. Opens no connection before the first question; redirects
 * are not followed, for the prompt goes where it was told to and nowhere else.
 */
export function openOpenaiGenerator(plan: OpenaiGeneratorPlan): Generator {
  const deadlines = plan.deadlines ?? DEADLINES;
  const post = posterOf(plan, deadlines.totalMs);
  let known = FIRST_MANNER;

  const converse = async (prompt: Prompt, running: Conversation): Promise<Reply> => {
    let manner = known;
    for (let tries = 1; ;) {
      const answer = await post(prompt, manner, running.signal);
      if (answer.kind === "open") {
        known = manner;
        const reply = await readReply(answer.body, running);
        if (reply.kind !== "broken") return reply;
      } else if (answer.kind === "refused") {
        const other = afterRefusal(manner, answer);
        if (other !== null) {
          manner = other;
          continue;
        }
      }
      if (running.signal.aborted) return failed("llm-timeout", "cut short");
      const pauseMs = pauseBefore(answer, deadlines.firstTextMs * PAUSE_SHARE);
      if (tries >= MAX_TRIES || pauseMs === null || pauseMs >= running.leftMs())
        return failed("llm-unavailable", describe(answer));
      tries++;
      // A cut pause ends the next try before it begins.
      await sleep(pauseMs, undefined, { signal: running.signal }).catch(() => {});
    }
  };

  return {
    name: plan.model,
    contextTokens: plan.contextTokens,
    generate: async (prompt, { onText, signal }) => {
      const running = startDeadlines(deadlines, { leaving: signal, alarm: plan.alarm });
      try {
        const reply = await converse(prompt, { ...running, give: onText ?? (() => {}) });
        if (signal?.aborted === true)
          throw new ParallaxError("aborted", "Whoever asked for this reply no longer waits for it.");
        const passed = running.passed();
        return reply.kind === "complete" || passed === null ? reply : failed("llm-timeout", passed);
      } finally {
        running.stop();
      }
    },
  };
}

type Conversation = RunningDeadlines & { readonly give: (piece: string) => void };

const failed = (why: GeneratorFailure, detail: string): Reply => ({ kind: "failed", why, detail });

/** Broken: the connection ended before there was any text, which another try may mend. */
async function readReply(
  body: ReadableStream<Uint8Array> | null,
  running: Conversation,
): Promise<Reply | { readonly kind: "broken" }> {
  const loops = makeLoopWatch();
  let text = "";
  let whole = false;
  for await (const happening of readBody(body)) {
    // What comes after the end is read only for the connection's sake.
    if (whole) continue;
    switch (happening.kind) {
      case "text":
        running.onText();
        text += happening.piece;
        if (text.length > MAX_CHARACTERS) return failed("llm-rejected", "its reply is too long");
        running.give(happening.piece);
        if (loops(happening.piece)) return failed("llm-rejected", "its reply repeats itself");
        break;
      case "whole":
        if (text.trim() === "") return failed("llm-rejected", "its reply is empty");
        whole = true;
        running.linger(LINGER_MS);
        break;
      case "failed":
        return failed(happening.why, happening.detail);
      case "broken":
        return text === "" ? { kind: "broken" } : failed("llm-rejected", "the connection ended before its reply");
    }
  }
  return whole ? { kind: "complete", text } : failed("llm-rejected", "its reply ended early");
}

async function* readBody(
  body: ReadableStream<Uint8Array> | null,
): AsyncGenerator<Happening | { readonly kind: "broken" }, void, undefined> {
  const reader = makeReplyReader();
  const source = body?.getReader();
  try {
    for (;;) {
      const step = await source?.read().catch(() => null);
      if (step === null) {
        yield { kind: "broken" };
        return;
      }
      if (step === undefined || step.done) break;
      yield* reader.push(step.value);
    }
    yield* reader.end();
  } finally {
    // Fails only where the connection has failed already.
    source?.cancel().catch(() => {});
  }
}

type Answer =
  | { readonly kind: "open"; readonly body: ReadableStream<Uint8Array> | null }
  | { readonly kind: "refused"; readonly status: number; readonly said: string; readonly retryAfter: string | null }
  | { readonly kind: "unreachable"; readonly code: string }
  | { readonly kind: "unsent" };

function posterOf(plan: OpenaiGeneratorPlan, totalMs: number) {
  // Everything is named: the client would fill gaps from the environment, and its own time-out ends at the headers.
  const client = new OpenAI({
    apiKey: plan.key ?? "none",
    baseURL: `${plan.baseUrl.origin}${plan.baseUrl.pathname}`.replace(/\/+$/, ""),
    organization: null,
    project: null,
    maxRetries: 0,
    timeout: 2 * totalMs,
    logLevel: "off",
    fetch: fetchWithRefusals,
  });
  return async (prompt: Prompt, manner: Manner, signal: AbortSignal): Promise<Answer> => {
    try {
      const messages = [
        { role: "system" as const, content: prompt.system },
        { role: "user" as const, content: prompt.user },
      ];
      const request = { model: plan.model, messages, stream: true as const, ...fieldsOf(manner, prompt) };
      const { body } = await client.chat.completions.create(request, { signal }).asResponse();
      return { kind: "open", body };
    } catch (error) {
      if (error instanceof APIConnectionError) return { kind: "unreachable", code: codeOf(error) };
      if (!(error instanceof APIError) || error.status === undefined) return { kind: "unsent" };
      const retryAfter = error.headers?.get("retry-after") ?? null;
      return { kind: "refused", status: error.status, said: error.message, retryAfter };
    }
  };
}

/** The client keeps what a refusal says only where it stands under `error`, as with OpenAI; others have it elsewhere. */
async function fetchWithRefusals(input: string | URL | Request, init?: RequestInit): Promise<Response> {
  const response = await fetch(input, { ...init, redirect: "manual" });
  if (response.ok || response.body === null) return response;
  let said = "";
  for await (const bytes of response.body) {
    said += Buffer.from(bytes).toString("latin1", 0, MAX_REFUSAL_BYTES - said.length);
    if (said.length >= MAX_REFUSAL_BYTES) break;
  }
  const retryAfter = response.headers.get("retry-after");
  return Response.json(
    { error: { message: said } },
    { status: response.status, headers: retryAfter === null ? {} : { "retry-after": retryAfter } },
  );
}

/** Milliseconds until another try makes sense, or null where it never will. */
function pauseBefore(answer: Answer, shortMs: number): number | null {
  switch (answer.kind) {
    case "unsent":
      return null;
    case "open":
    case "unreachable":
      return shortMs;
    case "refused": {
      const seconds = /^\d{1,9}(?:\.\d{1,3})?$/.test(answer.retryAfter ?? "") ? Number(answer.retryAfter) : null;
      if (answer.status === 429) return seconds === null ? null : Math.max(shortMs, seconds * 1000);
      return WORTH_A_SECOND_TRY.has(answer.status) ? Math.max(shortMs, (seconds ?? 0) * 1000) : null;
    }
  }
}

/** What is safe to show: servers repeat keys and questions in what they say. */
function describe(answer: Answer): string {
  switch (answer.kind) {
    case "open":
      return "the connection ended before any text";
    case "refused":
      return `HTTP ${answer.status}`;
    case "unreachable":
      return `it cannot be reached (${answer.code})`;
    case "unsent":
      return "the question cannot be sent: is its key one line of plain characters?";
  }
}

/** "ECONNREFUSED", from however deep it lies. */
function codeOf(error: unknown): string {
  for (let at = error; at instanceof Error; at = at.cause)
    if ("code" in at && typeof at.code === "string") return at.code;
  return "no connection";
}
