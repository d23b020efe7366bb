import { describe, expect, it } from "vitest";
import type { AskEventWire } from "../../src/http/wire-events.ts";
import type { AnswerWire } from "../../src/http/wire.ts";
import {
  askingOf,
  begin,
  emptyConversation,
  end,
  numberIn,
  take,
  without,
  withoutHalfMarker,
} from "../../src/widget/conversation.ts";
import type { Conversation, Turn } from "../../src/widget/conversation.ts";

const quoteAt = (marker: number, start: number): AnswerWire["citations"][number] => ({
  marker,
  quote: "120 passengers",
  document: { id: "ferry", title: "The ferry", sha256: "0" },
  start,
  end: start + 14,
  codePoints: { start, end: start + 14 },
  prefix: "",
  suffix: "",
  speaker: null,
  certainty: "stated",
  origin: "o1",
});

const answerOf = (question: string, citations: AnswerWire["citations"]): AnswerWire => ({
  id: "a_1",
  question,
  readAs: null,
  outcome: "answered",
  answer: "“120 passengers” [1].",
  citations,
  disagreements: [],
  missing: [],
  nearest: [],
  coverage: 1,
  answerer: { kind: "extractive" },
  index: { id: "i", documents: 1, considered: 1, passages: 1, embedder: "none" },
  timingsMs: { embed: 0, retrieve: 0, compare: 0, compose: 0, total: 0 },
});

const lastTurn = (conversation: Conversation): Turn => conversation.turns.at(-1) as Turn;

const askAndAnswer = (conversation: Conversation, answer: AnswerWire): Conversation => {
  const begun = begin(conversation, { question: answer.question, literal: false });
  return end(begun, lastTurn(begun).id, { kind: "answered", answer });
};

describe("a server that is still loading", () => {
  const refused = (conversation: Conversation, seconds: number): Conversation => {
    const begun = begin(conversation, { question: "How many?", literal: false });
    return end(begun, lastTurn(begun).id, { kind: "failed", failure: { kind: "loading", seconds } });
  };
  const failureOf = ({ state }: Turn) => (state.kind === "failed" ? state.failure : null);

  it("is waited for longer each time, ten times, and then no more until the reader asks again", () => {
    let conversation = emptyConversation;
    const waits = Array.from({ length: 12 }, () => {
      conversation = refused(conversation, 1);
      const failure = failureOf(lastTurn(conversation));
      return failure?.kind === "loading" ? failure.seconds : failure?.kind;
    });
    expect(waits).toEqual([1, 2, 4, 8, 16, 30, 30, 30, 30, 30, "not-loaded", 1]);
  });

  it("gets the wait that it names, and all its tries again once it has answered", () => {
    const once = refused(emptyConversation, 100);
    expect(failureOf(lastTurn(once))).toEqual({ kind: "loading", seconds: 100 });
    const twice = refused(askAndAnswer(once, answerOf("How many?", [])), 1);
    expect(failureOf(lastTurn(twice))).toEqual({ kind: "loading", seconds: 1 });
  });
});

describe("a conversation", () => {
  it("shows what has come, in order, while more is on its way", () => {
    const events: readonly AskEventWire[] = [
      { event: "status", data: { stage: "writing", readAs: "How many were there?" } },
      { event: "citation", data: quoteAt(1, 5) },
      { event: "text", data: { delta: "“120 passengers” [1]. " } },
      { event: "text", data: { delta: "No more." } },
    ];
    const begun = begin(emptyConversation, { question: "How many?", literal: false });
    const turn = lastTurn(events.reduce((now, event) => take(now, 1, event), begun));
    expect(turn.shown).toMatchObject({ answer: "“120 passengers” [1]. No more.", outcome: null });
    expect(turn.shown.citations.map(({ marker }) => marker)).toEqual([1]);
    expect(turn).toMatchObject({ state: { kind: "asking", stage: "writing" }, readAs: "How many were there?" });
  });

  it("keeps what was shown where the rest never came, and takes nothing after the end", () => {
    const begun = begin(emptyConversation, { question: "How many?", literal: false });
    const said = take(begun, 1, { event: "text", data: { delta: "No." } });
    const cut = end(said, 1, { kind: "failed", failure: { kind: "cut" } });
    const later = take(cut, 1, { event: "text", data: { delta: " Yes." } });
    expect(lastTurn(later).shown.answer).toBe("No.");
    expect(lastTurn(end(later, 1, { kind: "answered", answer: answerOf("?", []) })).state.kind).toBe("failed");
  });

  it("numbers a quote once: by document and span, whatever its marker in a later answer", () => {
    const one = askAndAnswer(emptyConversation, answerOf("a", [quoteAt(1, 5), quoteAt(2, 50)]));
    const two = askAndAnswer(one, answerOf("b", [quoteAt(1, 90), quoteAt(2, 5)]));
    const elsewhere = { ...quoteAt(1, 5), document: { id: "port", title: "", sha256: "0" } };
    expect([5, 50, 90].map((start) => numberIn(two, quoteAt(9, start)))).toEqual([1, 2, 3]);
    expect(numberIn(two, elsewhere)).toBe(0);
  });

  it("is sent with the next question: answered turns only, as they were read, the last twenty messages", () => {
    const first = askAndAnswer(emptyConversation, { ...answerOf("and there?", []), readAs: "How many were there?" });
    const failedOne = end(begin(first, { question: "b", literal: false }), 2, {
      kind: "failed",
      failure: { kind: "offline" },
    });
    const next = begin(failedOne, { question: "who said that?", literal: true });
    expect(askingOf(next, lastTurn(next))).toEqual({
      question: "who said that?",
      literal: true,
      conversation: [
        { role: "user", content: "How many were there?" },
        { role: "assistant", content: "“120 passengers” [1]." },
      ],
    });
    const long = Array.from({ length: 15 }, (_, at) => answerOf(`q${at}`, [])).reduce(askAndAnswer, emptyConversation);
    const sent = askingOf(long, { ...lastTurn(long), id: 99 }).conversation;
    expect([sent.length, sent[0]?.content]).toEqual([20, "q5"]);
  });

  it("can do without a turn, to ask it again", () => {
    const one = askAndAnswer(emptyConversation, answerOf("a", []));
    const again = begin(without(one, 1), { question: "a", literal: true });
    expect(again.turns.map(({ id, literal }) => [id, literal])).toEqual([[2, true]]);
  });
});

it("a half marker is never shown, a whole one and an escaped bracket are", () => {
  const text = "It sank [12]. It \\[sic] rose [3]";
  for (let cut = 0; cut <= text.length; cut += 1) {
    expect(withoutHalfMarker(text.slice(0, cut))).not.toMatch(/(?<!\\)\[\d*$/);
  }
  expect(withoutHalfMarker(text)).toBe(text);
  expect(withoutHalfMarker("It sank [1")).toBe("It sank ");
  expect(withoutHalfMarker("It \\[")).toBe("It \\[");
});
