import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { AnswerWire } from "../../src/http/wire.ts";
import { askServer, failureOfStatus } from "../../src/widget/client.ts";
import type { Asked } from "../../src/widget/client.ts";
import { begin, emptyConversation, end, take, withoutHalfMarker } from "../../src/widget/conversation.ts";
import type { Turn } from "../../src/widget/conversation.ts";

const citation = (marker: number): AnswerWire["citations"][number] => ({
  marker,
  quote: "120 passengers",
  document: { id: "ferry", title: "⛴️ The ferry", sha256: "0" },
  start: marker,
  end: marker + 14,
  codePoints: { start: marker, end: marker + 14 },
  prefix: "",
  suffix: "",
  speaker: null,
  certainty: "stated",
  origin: "o1",
});

const answer: AnswerWire = {
  id: "a_1",
  question: "How many?",
  readAs: null,
  outcome: "answered",
  answer: "“120 passengers” [1]. They were aboard [12].",
  citations: [citation(1), citation(12)],
  disagreements: [],
  missing: [],
  nearest: [],
  coverage: 1,
  answerer: { kind: "extractive" },
  index: { id: "i", documents: 1, considered: 1, passages: 1, embedder: "none" },
  timingsMs: { embed: 0, retrieve: 0, compare: 0, compose: 0, total: 0 },
};

const event = (name: string, data: unknown): string => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;

const stream = [
  event("status", { stage: "searching" }),
  ": still here\n\n",
  event("citation", citation(1)),
  event("text", { delta: "“120 passengers” [1]. " }),
  event("a-newer-event", {}),
  event("citation", citation(12)),
  event("text", { delta: "They were aboard [12]." }),
  event("done", answer),
].join("");

/** A body that gives these bytes and then ends as a line does: closed, or broken. */
const bodyOf = (bytes: Uint8Array, ending: "closed" | "broken"): ReadableStream<Uint8Array> =>
  new ReadableStream({
    pull: (out) => {
      if (bytes.length > 0) out.enqueue(bytes);
      bytes = new Uint8Array();
      if (ending === "closed") out.close();
      else setImmediate(() => out.error(new TypeError("network error")));
    },
  });

const reply = (body: BodyInit | null, type: string, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(body, { status, headers: { "content-type": type, ...headers } });

/** Asks a server that replies so; the turn as it stands at the end. */
async function askWhere(how: () => Promise<Response>, signal = new AbortController().signal) {
  vi.stubGlobal("fetch", vi.fn(how));
  let conversation = begin(emptyConversation, { question: "How many?", literal: false });
  const seen: string[] = [];
  const asked = await askServer({
    endpoint: "",
    asking: { question: "How many?", conversation: [], literal: false },
    signal,
    onEvent: (given) => {
      conversation = take(conversation, 1, given);
      seen.push(withoutHalfMarker(conversation.turns[0]?.shown.answer ?? ""));
    },
  });
  const turn = end(conversation, 1, asked).turns[0] as Turn;
  return { asked, turn, seen };
}

const failureOf = (asked: Asked): string => (asked.kind === "failed" ? asked.failure.kind : "none");

beforeEach(() => {
  vi.stubGlobal("navigator", { onLine: true });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe("a stream", () => {
  it("cut at any byte shows no half marker, only what was cited before, and ends in a state one can go on from", async () => {
    const bytes = new TextEncoder().encode(stream);
    const outcomes = new Set<string>();
    for (let at = 0; at <= bytes.length; at += 1) {
      for (const ending of ["closed", "broken"] as const) {
        const { asked, turn, seen } = await askWhere(() =>
          Promise.resolve(reply(bodyOf(bytes.slice(0, at), ending), "text/event-stream")),
        );
        expect(["answered", "failed"]).toContain(turn.state.kind);
        for (const text of [...seen, turn.shown.answer]) {
          expect(text).not.toMatch(/\[\d*$/);
          expect(answer.answer.startsWith(text)).toBe(true);
          const markers = [...text.matchAll(/\[(\d+)\]/g)].map((match) => Number(match[1]));
          expect(turn.shown.citations.map(({ marker }) => marker)).toEqual(expect.arrayContaining(markers));
        }
        outcomes.add(`${ending} ${asked.kind} ${failureOf(asked)}`);
      }
    }
    expect([...outcomes].toSorted()).toEqual([
      "broken answered none",
      "broken failed cut",
      "broken failed unreachable",
      "closed answered none",
      "closed failed cut",
      "closed failed unreachable",
    ]);
  });

  it("tells how a follow-up was read before its end", async () => {
    const status = event("status", { stage: "writing", readAs: "How many were aboard?" });
    const { turn } = await askWhere(() => Promise.resolve(reply(status, "text/event-stream")));
    expect(turn.readAs).toBe("How many were aboard?");
  });

  it("that ends in an error says so: what was shown stands", async () => {
    const problem = { type: "urn:parallax:problem:internal", title: "x", status: 500, detail: "Why." };
    const text = event("text", { delta: "No. " });
    const after = await askWhere(() => Promise.resolve(reply(text + event("error", problem), "text/event-stream")));
    expect([failureOf(after.asked), after.turn.shown.answer]).toEqual(["cut", "No. "]);
    const before = await askWhere(() => Promise.resolve(reply(event("error", problem), "text/event-stream")));
    expect(before.asked).toEqual({ kind: "failed", failure: { kind: "broken", detail: "Why." } });
  });
});

describe("a reply", () => {
  it("in JSON is the answer as well", async () => {
    const { turn } = await askWhere(() => Promise.resolve(reply(JSON.stringify(answer), "application/json")));
    expect(turn.shown).toEqual(answer);
  });

  it.each([
    ["a page of a proxy", () => Promise.resolve(reply("<html>", "text/html")), "broken"],
    ["a proxy's 502", () => Promise.resolve(reply("<html>", "text/html", 502)), "broken"],
    ["no server", () => Promise.reject(new TypeError("fetch failed")), "unreachable"],
  ])("that is %s is worded", async (_name, how, kind) => {
    expect(failureOf((await askWhere(how)).asked)).toBe(kind);
  });

  it("offline is told from a server that is away", async () => {
    vi.stubGlobal("navigator", { onLine: false });
    expect(failureOf((await askWhere(() => Promise.reject(new TypeError("fetch failed")))).asked)).toBe("offline");
  });

  it("that the reader no longer waits for is stopped", async () => {
    const stop = new AbortController();
    const { asked } = await askWhere(() => {
      stop.abort();
      return Promise.reject(new DOMException("stopped", "AbortError"));
    }, stop.signal);
    expect(failureOf(asked)).toBe("stopped");
  });

  it("that never comes is given up after half a minute of silence", async () => {
    vi.useFakeTimers();
    const pending = askWhere(
      () =>
        new Promise((_resolve, reject) => {
          const { signal } = vi.mocked(fetch).mock.calls[0]?.[1] ?? {};
          signal?.addEventListener("abort", () => reject(new DOMException("aborted", "AbortError")));
        }),
    );
    await vi.advanceTimersByTimeAsync(30_000);
    expect(failureOf((await pending).asked)).toBe("slow");
    vi.useRealTimers();
  });

  it.each([
    [413, null, { kind: "too-large" }],
    [422, null, { kind: "invalid", detail: "Why." }],
    [429, "7", { kind: "busy", seconds: 7 }],
    [503, null, { kind: "loading", seconds: 2 }],
    [503, "999999", { kind: "loading", seconds: 120 }],
    [503, "Wed, 21 Oct 2026 07:28:00 GMT", { kind: "loading", seconds: 2 }],
    [504, null, { kind: "slow" }],
    [500, null, { kind: "broken", detail: "Why." }],
  ])("of status %i with Retry-After %s is %j", (status, retryAfter, failure) => {
    expect(failureOfStatus({ status, detail: "Why." }, retryAfter)).toEqual(failure);
  });
});
