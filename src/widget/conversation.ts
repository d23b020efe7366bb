import type { AskEventWire } from "../http/wire-events.ts";
import type { AnswerWire } from "../http/wire.ts";
import type { Asked, Asking, Failure } from "./client.ts";
import type { QuoteWire, ShownAnswer } from "./context.ts";

/** One question and what has come of it so far. */
export type Turn = {
  /** Counts up through the conversation; a question that is asked again has a new one. */
  readonly id: number;
  readonly question: string;
  /** Asked exactly as written, not completed from the conversation. */
  readonly literal: boolean;
  /** How a follow-up was read; null where it stands as written, or where that is not known yet. */
  readonly readAs: string | null;
  /** What can be shown now; nothing in it is ever taken back but by the whole answer, which begins with it. */
  readonly shown: ShownAnswer;
  readonly state:
    | { readonly kind: "asking"; readonly stage: "searching" | "writing" }
    | { readonly kind: "answered"; readonly answer: AnswerWire }
    | { readonly kind: "failed"; readonly failure: Failure };
};

/** All turns, oldest first, and the number of each quote that has been shown. */
export type Conversation = {
  readonly turns: readonly Turn[];
  readonly numbers: ReadonlyMap<string, number>;
  readonly nextId: number;
  /** How often in a row the server was still loading. */
  readonly loadings: number;
};

/** Messages the server takes with a question: ten questions with their answers. */
const MAX_MESSAGES = 20;

/** Times a question is asked again by itself while the server loads; three minutes, where it names a wait of one second. */
const MAX_LOADINGS = 10;
/** Longest wait before that, in seconds; each is twice the one before. A server that names a longer one gets it. */
const MAX_LOADING_WAIT_S = 30;

/** A conversation in which nothing has been asked. */
export const emptyConversation: Conversation = { turns: [], numbers: new Map(), nextId: 1, loadings: 0 };

const nothing = { answer: "", citations: [], disagreements: [], missing: [], nearest: [], outcome: null } as const;

/** The conversation with one more question, on its way. */
export function begin(
  conversation: Conversation,
  { question, literal }: Pick<Turn, "question" | "literal">,
): Conversation {
  const turn: Turn = {
    id: conversation.nextId,
    question,
    literal,
    readAs: null,
    shown: { ...nothing, question },
    state: { kind: "asking", stage: "searching" },
  };
  return { ...conversation, turns: [...conversation.turns, turn], nextId: conversation.nextId + 1 };
}

/** The conversation without this turn, to ask the question again in its place at the end. */
export function without(conversation: Conversation, id: number): Conversation {
  return { ...conversation, turns: conversation.turns.filter((turn) => turn.id !== id) };
}

/** What an event of the stream adds to the turn it belongs to; a turn that has ended takes nothing more. */
export function take(conversation: Conversation, id: number, event: AskEventWire): Conversation {
  return change(conversation, id, (turn) => {
    if (turn.state.kind !== "asking") return turn;
    const { shown } = turn;
    switch (event.event) {
      case "status":
        return { ...turn, readAs: event.data.readAs ?? null, state: { kind: "asking", stage: event.data.stage } };
      case "citation":
        return { ...turn, shown: { ...shown, citations: [...shown.citations, event.data] } };
      case "text":
        return { ...turn, shown: { ...shown, answer: shown.answer + event.data.delta } };
      case "disagreement":
        return { ...turn, shown: { ...shown, disagreements: [...shown.disagreements, event.data] } };
      case "done":
      case "error":
        // The last event arrives as how asking ended.
        return turn;
    }
  });
}

/**
 * How asking ended. What was shown stands, also where the rest never came. A server that goes on loading is waited for longer each time,
 * and in the end no more.
 */
export function end(conversation: Conversation, id: number, asked: Asked): Conversation {
  const { loadings } = conversation;
  const failure = asked.kind === "failed" ? patient(asked.failure, loadings) : null;
  const ended = change(conversation, id, (turn) => {
    if (turn.state.kind !== "asking") return turn;
    if (asked.kind === "failed") return { ...turn, state: { kind: "failed", failure: failure ?? asked.failure } };
    const { answer } = asked;
    return { ...turn, readAs: answer.readAs, shown: answer, state: { kind: "answered", answer } };
  });
  return { ...ended, loadings: failure?.kind === "loading" ? loadings + 1 : 0 };
}

/** The failure as it is after so many times of "still loading". */
function patient(failure: Failure, loadings: number): Failure {
  if (failure.kind !== "loading") return failure;
  if (loadings >= MAX_LOADINGS) return { kind: "not-loaded" };
  const wait = Math.min(failure.seconds * 2 ** loadings, MAX_LOADING_WAIT_S);
  return { kind: "loading", seconds: Math.max(failure.seconds, wait) };
}

/** What is sent with a question: it, and the questions answered before with their answers, the last ones where there are many. */
export function askingOf(conversation: Conversation, { id, question, literal }: Turn): Asking {
  const messages = conversation.turns.flatMap((turn) =>
    turn.state.kind === "answered" && turn.id < id
      ? [
          { role: "user" as const, content: turn.state.answer.readAs ?? turn.question },
          { role: "assistant" as const, content: turn.state.answer.answer },
        ]
      : [],
  );
  return { question, literal, conversation: messages.slice(-MAX_MESSAGES) };
}

/** The number of a quote: the same span of the same document keeps its number through the conversation. 0 where it was never shown. */
export function numberIn(conversation: Conversation, quote: QuoteWire): number {
  return conversation.numbers.get(keyOf(quote)) ?? 0;
}

/**
 * Text of which the last marker may not be whole: without its `[` and what follows, so that a half one is never seen. Our streams send whole
 * sentences; those of others may not.
 */
export function withoutHalfMarker(text: string): string {
  return text.replace(/(?<!\\)\[\d*$/, "");
}

const keyOf = ({ document, start, end: last }: QuoteWire): string => `${start}-${last} ${document.id}`;

/** Changes one turn, and numbers the quotes that it shows for the first time, in the order of the answer. */
function change(conversation: Conversation, id: number, how: (turn: Turn) => Turn): Conversation {
  const turns = conversation.turns.map((turn) => (turn.id === id ? how(turn) : turn));
  const shown = turns.find((turn) => turn.id === id)?.shown;
  const numbers = new Map(conversation.numbers);
  for (const quote of [...(shown?.citations ?? []), ...(shown?.nearest ?? [])]) {
    if (!numbers.has(keyOf(quote))) numbers.set(keyOf(quote), numbers.size + 1);
  }
  return { ...conversation, turns, numbers };
}
