import type { AnswerWire } from "../http/wire.ts";
import type { ShownAnswer } from "./context.ts";
import type { Failure, FeedbackSent } from "./client.ts";
import type { Turn } from "./conversation.ts";
import { withoutHalfMarker } from "./conversation.ts";
import { fill, make } from "./dom.ts";
import { feedbackView } from "./feedback-view.ts";
import { failureView } from "./states.ts";
import type { Strings } from "./strings.ts";

/** What a turn needs from the element around it. */
export type TurnOptions = {
  readonly strings: Strings;
  readonly answerView: (answer: ShownAnswer) => HTMLElement;
  readonly sendFeedback: (feedback: FeedbackSent) => Promise<boolean>;
  /** Asks the question of a turn again; `literal` exactly as it was written. */
  readonly onRetry: (turn: Turn, how: "as-before" | "literal") => void;
};

/** A turn on the page. */
export type TurnView = {
  readonly view: HTMLElement;
  /** Shows the turn as it is now. */
  readonly update: (turn: Turn) => void;
  /** Ends timers; the view is taken away. */
  readonly end: () => void;
};

/** One question with what has come of it: how it was read, the answer as far as it is there, what went wrong, a verdict. */
export function makeTurnView({ strings, answerView, sendFeedback, onRetry }: TurnOptions): TurnView {
  const ended = new AbortController();
  const question = make("h3", { part: "question", attributes: { class: "question", dir: "auto" } });
  const readAs = make("div", { attributes: { class: "read-as" } });
  const answer = make("div", { part: "answer", attributes: { class: "reply" } });
  const below = make("div", { attributes: { class: "below" } });
  const view = make("article", { part: "turn", attributes: { class: "turn" } }, question, readAs, answer, below);
  let drawn: ShownAnswer | null = null;
  let state: Turn["state"]["kind"] | "" = "";

  const draw = (shown: ShownAnswer): void => {
    if (shown === drawn || (shown.answer === "" && shown.disagreements.length === 0)) return;
    // Not while somebody is in it, unless it is now whole: what they look at would be taken from under them.
    const place = focusedIn(answer);
    if (place >= 0 && shown.outcome === null) return;
    drawn = shown;
    const partial = shown.outcome === null;
    fill(answer, answerView(partial ? { ...shown, answer: withoutHalfMarker(shown.answer) } : shown));
    if (place >= 0) focusables(answer)[place]?.focus();
  };

  const update = (turn: Turn): void => {
    fill(
      question,
      make("span", { attributes: { class: "visually-hidden" } }, `${strings.yourQuestion}: `),
      turn.question,
    );
    // Before the text, which it would push down.
    if (turn.readAs !== null && !readAs.hasChildNodes()) fill(readAs, ...readAsView(turn, turn.readAs));
    draw(turn.shown);
    view.setAttribute("aria-busy", String(turn.state.kind === "asking"));
    if (turn.state.kind === state) return;
    state = turn.state.kind;
    switch (turn.state.kind) {
      case "asking":
        return fill(below);
      case "failed":
        return fill(below, failure(turn, turn.state.failure));
      case "answered": {
        const { id, question: asked, readAs: read, answerer } = turn.state.answer;
        const feedback = feedbackView({ strings, answer: { id, question: read ?? asked }, send: sendFeedback });
        return fill(below, ...wordedBy(answerer, strings), feedback);
      }
    }
  };

  const failure = (turn: Turn, why: Failure): HTMLElement =>
    failureView({ strings, failure: why, onRetry: () => onRetry(turn, "as-before"), signal: ended.signal });

  const readAsView = (turn: Turn, read: string): readonly HTMLElement[] => [
    make("p", {}, `${strings.readAs}: `, make("q", { attributes: { dir: "auto" } }, read)),
    make(
      "button",
      { part: "undo", attributes: { type: "button", class: "quiet" }, on: { click: () => onRetry(turn, "literal") } },
      strings.undoReadAs,
    ),
  ];

  return { view, update, end: () => ended.abort() };
}

/** Who worded the answer, where a language model was asked to. */
function wordedBy({ kind, model, fallback }: AnswerWire["answerer"], strings: Strings): readonly HTMLElement[] {
  const attributes = { class: "note" };
  if (kind === "llm") return [make("p", { part: "answerer", attributes }, `${strings.wordedBy} ${model ?? "?"}.`)];
  return fallback === undefined ? [] : [make("p", { part: "answerer", attributes }, strings.wordedWithout)];
}

const focusables = (within: HTMLElement): readonly HTMLElement[] => [
  ...within.querySelectorAll<HTMLElement>("button, a[href], summary, [tabindex]"),
];

/** Which of the things that can have the focus has it; -1 where none does. */
function focusedIn(within: HTMLElement): number {
  const root = within.getRootNode();
  const active = root instanceof ShadowRoot ? root.activeElement : document.activeElement;
  return focusables(within).findIndex((element) => element === active);
}
