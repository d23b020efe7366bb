import { z } from "zod";
import type { GeneratorFailure } from "../ports.ts";

/** What happens while a reply comes in: some of its text, or how it ends. After an end nothing more counts. */
export type Happening =
  | { readonly kind: "text"; readonly piece: string }
  | { readonly kind: "whole" }
  | { readonly kind: "failed"; readonly why: GeneratorFailure; readonly detail: string };

/** Reads the body of a reply, streamed or not, wherever it is cut into pieces. */
export type ReplyReader = {
  readonly push: (bytes: Uint8Array) => readonly Happening[];
  /** The body is over: an end always stands last, unless there was one before. */
  readonly end: () => readonly Happening[];
};

/** A reply of thousands of tokens, each in an event of 300 bytes, reasoning before it included. */
const MAX_BODY_BYTES = 8_000_000;
/** Lines of one event, which all servers send as a single one. */
const MAX_EVENT_LINES = 64;

const contentSchema = z
  .union([
    z.string(),
    z.array(z.object({ type: z.string().nullish(), text: z.string().nullish() })).transform((parts) =>
      parts
        .filter(({ type }) => type === undefined || type === null || type === "text" || type === "output_text")
        .map(({ text }) => text ?? "")
        .join(""),
    ),
  ])
  .nullish()
  .transform((content) => content ?? "");
const messageSchema = z.object({ content: contentSchema, refusal: z.string().nullish() });
/** Events and whole bodies alike; lenient about what else is in them, also where reasoning is told. */
const bodySchema = z.object({
  error: z.unknown().optional(),
  choices: z
    .array(
      z.object({
        index: z.number().nullish(),
        delta: messageSchema.nullish(),
        message: messageSchema.nullish(),
        finish_reason: z.string().nullish(),
      }),
    )
    .nullish(),
});

const rejected = (detail: string): Happening => ({ kind: "failed", why: "llm-rejected", detail });
const brokenJson = rejected("its reply is no whole JSON");

/**
 * Own reader of server-sent events, where the `openai` package has one: that one (6.49) turns invalid UTF-8 into question marks, loses a
 * last event with no empty line after it, takes a cut stream for a whole one, and reads all it holds again with every piece: 1.3 MB of
 * one line in pieces of 64 bytes kept the process busy for minutes.
 * What comes first decides between events and one JSON body, for servers name either of them anything. Details hold nothing of the text.
 */
export function makeReplyReader(): ReplyReader {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const makers = { events: makeEventReader, whole: makeWholeReader };
  let reader: TextReader | null = null;
  let bytesRead = 0;

  const take = (bytes: Uint8Array): readonly Happening[] => {
    let text;
    try {
      text = decoder.decode(bytes, { stream: true });
    } catch {
      return [rejected("its reply is not in UTF-8")];
    }
    const first = text.trimStart()[0];
    if (reader === null && first === "<") return [rejected("its reply is a page of HTML")];
    if (reader === null && first !== undefined) reader = makers[first === "{" || first === "[" ? "whole" : "events"]();
    return reader?.push(text) ?? [];
  };
  return {
    push: (bytes) => {
      bytesRead += bytes.length;
      return bytesRead > MAX_BODY_BYTES ? [rejected("its reply is too large")] : take(bytes);
    },
    end: () => reader?.end() ?? [rejected("its reply is empty")],
  };
}

type TextReader = {
  readonly push: (text: string) => readonly Happening[];
  readonly end: () => readonly Happening[];
};

function makeWholeReader(): TextReader {
  const texts: string[] = [];
  return {
    push: (text) => {
      texts.push(text);
      return [];
    },
    end: () => {
      const body = parsed(texts.join(""));
      if (body === null) return [brokenJson];
      const told = happeningsIn(body.value);
      if (told.some(({ kind }) => kind !== "text")) return told;
      return [...told, rejected(told.length === 0 ? "its reply has no choices" : "its reply names no end")];
    },
  };
}

function makeEventReader(): TextReader {
  /** The beginning of a line, and the lines of an event, whose ends have not come yet. */
  let line = "";
  let event: string[] = [];

  const readLine = (whole: string): readonly Happening[] => {
    if (whole === "") return event.length === 0 ? [] : [brokenJson];
    const [, field = "", value = ""] = /^([a-z]*): ?(.*)$/s.exec(whole) ?? [];
    // llama.cpp's way of telling of an error in the midst of a stream.
    if (field === "error") return [reportedError];
    if (field !== "data") return [];
    if (value.startsWith("[DONE]")) return [rejected("its reply names no end")];
    event.push(value);
    const body = parsed(event.join("\n"));
    if (body === null) return event.length > MAX_EVENT_LINES ? [brokenJson] : [];
    event = [];
    return happeningsIn(body.value);
  };
  const push = (text: string): readonly Happening[] => {
    const [rest = "", ...more] = text.split(/[\r\n]/);
    const found: Happening[] = [];
    line += rest;
    for (const next of more) {
      found.push(...readLine(line));
      line = next;
    }
    return found;
  };
  return { push, end: () => [...push("\n\n"), rejected("its reply ended early")] };
}

const reportedError: Happening = {
  kind: "failed",
  why: "llm-unavailable",
  detail: "it told of an error of its own in its reply",
};

/** Kinds of ends that may be named in a log; others could say anything. */
const KNOWN_ENDS = new Set(["length", "content_filter", "tool_calls", "function_call"]);

function happeningsIn(body: unknown): readonly Happening[] {
  const read = bodySchema.safeParse(body);
  if (!read.success) return [rejected("its reply has another shape than a chat completion")];
  const { error, choices } = read.data;
  if (error !== undefined && error !== null) return [reportedError];
  // Events about usage have none, or null.
  const choice = choices?.find(({ index }) => (index ?? 0) === 0);
  if (choice === undefined) return [];
  const { content = "", refusal = "" } = choice.delta ?? choice.message ?? {};
  if (refusal !== null && refusal !== "") return [rejected("the model refused to answer")];
  const told: Happening[] = content === "" ? [] : [{ kind: "text", piece: content }];
  // Ollama sends "" until the end.
  const end = choice.finish_reason ?? "";
  if (end === "stop") told.push({ kind: "whole" });
  else if (end !== "")
    told.push(rejected(`its reply ended with finish_reason ${KNOWN_ENDS.has(end) ? end : "of an unknown kind"}`));
  return told;
}

/** Boxed, for `null` is JSON too. */
function parsed(text: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
}
