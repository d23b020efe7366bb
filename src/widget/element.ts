import type { AnswerWire } from "../http/wire.ts";
import { askServer, fetchDocument, sendFeedback } from "./client.ts";
import type { Asked } from "./client.ts";
import { makeComposer } from "./composer.ts";
import type { Composer } from "./composer.ts";
import { askingOf, begin, emptyConversation, end, numberIn, take, without } from "./conversation.ts";
import type { Conversation, Turn } from "./conversation.ts";
import { make } from "./dom.ts";
import { speak } from "./speak.ts";
import { startersView } from "./starters.ts";
import { wordFailure } from "./states.ts";
import { stringsFor } from "./strings.ts";
import type { Strings } from "./strings.ts";
import { sheets } from "./styles.ts";
import { makeTurnView } from "./turn-view.ts";
import type { TurnView } from "./turn-view.ts";
import { makeViews } from "./views.ts";
import type { Views } from "./views.ts";

/** The server that this script came from: who embeds it need not name it. */
const OWN_SERVER = new URL(import.meta.url).origin;

/** What is on the page while the element is connected. */
type Shown = {
  readonly strings: Strings;
  readonly composer: Composer;
  readonly turns: HTMLElement;
  readonly starters: HTMLElement;
  readonly stage: HTMLElement;
  readonly announcer: HTMLElement;
  readonly again: HTMLButtonElement;
  readonly views: Views;
  readonly gone: AbortController;
};

/**
 * `<parallax-ask>`: asks the documents and shows what they say. Attributes: `endpoint` (default: where the script came from), `heading` ("" for
 * none), `starters` (questions with `|` between them, "" for none), `theme` (auto, light, dark), `lang`, `linked` (asks what `?question=` of
 * the page's address says). Events: `parallax:answer`, `parallax:citation-open`, `parallax:error`.
 */
export class ParallaxAsk extends HTMLElement {
  static readonly observedAttributes = ["endpoint", "heading", "starters", "lang"];

  #conversation: Conversation = emptyConversation;
  readonly #views = new Map<number, TurnView>();
  #shown: Shown | null = null;
  #asking: AbortController | null = null;
  #frame = 0;

  connectedCallback(): void {
    if (this.#shown !== null) return;
    this.#build();
    const asked = this.hasAttribute("linked") ? new URLSearchParams(location.search).get("question")?.trim() : "";
    if (asked !== undefined && asked !== "" && this.#conversation.turns.length === 0) void this.ask(asked);
  }

  disconnectedCallback(): void {
    // Moved about on the page, it is connected again in the same task and goes on.
    queueMicrotask(() => {
      if (!this.isConnected) this.#tearDown();
    });
  }

  attributeChangedCallback(_name: string, before: string | null, after: string | null): void {
    if (this.#shown === null || before === after) return;
    this.#tearDown();
    this.#build();
  }

  /** Asks a question as if the reader had; one that is on its way is stopped first. Resolves to the answer, null where none came. */
  async ask(question: string): Promise<AnswerWire | null> {
    return this.#ask(question.trim(), false);
  }

  /** Begins a new conversation. */
  clear(): void {
    this.#asking?.abort();
    for (const view of this.#views.values()) view.end();
    this.#views.clear();
    this.#conversation = emptyConversation;
    this.#shown?.turns.replaceChildren();
    this.#shown?.views.close();
    this.#settle();
    this.#shown?.composer.write("");
    this.#shown?.composer.focus();
  }

  get #endpoint(): string {
    return (this.getAttribute("endpoint") ?? OWN_SERVER).replace(/\/+$/, "");
  }

  #build(): void {
    const lang = this.lang || this.closest<HTMLElement>("[lang]")?.lang || navigator.language;
    const strings = stringsFor(lang);
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open", delegatesFocus: true });
    root.adoptedStyleSheets = [...sheets()];
    const gone = new AbortController();
    const endpoint = this.#endpoint;
    const heading = this.getAttribute("heading") ?? strings.heading;
    const composer = makeComposer({
      strings,
      onAsk: (question) => void this.#ask(question, false),
      onStop: () => this.#asking?.abort(),
    });
    const starters = startersView({
      strings,
      endpoint,
      given: this.getAttribute("starters"),
      onAsk: (question) => void this.#ask(question, false),
      signal: gone.signal,
    });
    const again = make(
      "button",
      {
        part: "clear",
        attributes: { type: "button", class: "quiet", hidden: true },
        on: { click: () => this.clear() },
      },
      strings.clear,
    );
    const turns = make("div", { part: "conversation", attributes: { class: "turns" } });
    const stage = make("p", { part: "stage", attributes: { class: "stage", role: "status" } });
    composer.view.append(stage);
    const announcer = make("div", { attributes: { class: "visually-hidden", role: "log" } });
    const views = makeViews({
      lang,
      endpoint,
      numberOf: (quote) => numberIn(this.#conversation, quote),
      onOpen: (quote) => this.#tell("parallax:citation-open", quote),
      fetchDocument: (id) => fetchDocument(endpoint, id),
    });
    root.replaceChildren(
      make(
        "section",
        {
          part: "root",
          attributes: {
            class: "root",
            "aria-label": heading === "" ? strings.heading : null,
            "aria-labelledby": heading === "" ? null : "heading",
          },
        },
        make(
          "header",
          { attributes: { class: "top" } },
          make(
            "h2",
            { part: "heading", attributes: { id: "heading", class: heading === "" ? "visually-hidden" : null } },
            heading || strings.heading,
          ),
          again,
        ),
        turns,
        starters,
        composer.view,
        announcer,
      ),
      ...views.layers,
    );
    this.#shown = { strings, composer, turns, starters, stage, announcer, again, views, gone };
    for (const turn of this.#conversation.turns) this.#viewOf(turn).update(turn);
    this.#settle();
  }

  #tearDown(): void {
    this.#asking?.abort();
    this.#shown?.gone.abort();
    for (const view of this.#views.values()) view.end();
    this.#views.clear();
    this.#shown = null;
  }

  async #ask(question: string, literal: boolean): Promise<AnswerWire | null> {
    if (question === "") return null;
    this.#asking?.abort();
    const asking = new AbortController();
    this.#asking = asking;
    this.#conversation = begin(this.#conversation, { question, literal });
    const turn = this.#conversation.turns.at(-1);
    if (turn === undefined) return null;
    this.#shown?.announcer.replaceChildren();
    this.#shown?.composer.write("");
    this.#shown?.views.close();
    this.#draw(turn.id);
    this.#bringUp(this.#viewOf(turn).view);
    const asked = await askServer({
      endpoint: this.#endpoint,
      asking: askingOf(this.#conversation, turn),
      signal: asking.signal,
      onEvent: (event) => {
        this.#conversation = take(this.#conversation, turn.id, event);
        if (event.event === "text" && this.#asking === asking) this.#announce(speak(event.data.delta));
        this.#frame ||= requestAnimationFrame(() => this.#draw(turn.id));
      },
    });
    if (this.#asking === asking) this.#asking = null;
    return this.#finish(turn, asked);
  }

  #finish(turn: Turn, asked: Asked): AnswerWire | null {
    // Another question has taken its place, or the conversation was cleared.
    if (!this.#conversation.turns.some(({ id }) => id === turn.id)) return null;
    this.#conversation = end(this.#conversation, turn.id, asked);
    this.#draw(turn.id);
    const shown = this.#shown;
    if (asked.kind === "answered") {
      if (shown?.announcer.childElementCount === 0) this.#announce(speak(asked.answer.answer));
      this.#announce(shown?.strings.finished ?? "");
      this.#tell("parallax:answer", asked.answer);
      return asked.answer;
    }
    const ended = this.#conversation.turns.find(({ id }) => id === turn.id)?.state;
    const failure = ended?.kind === "failed" ? ended.failure : asked.failure;
    if (this.#asking === null) shown?.composer.write(turn.question);
    if (shown !== null) this.#announce(wordFailure(shown.strings, failure));
    this.#tell("parallax:error", { question: turn.question, ...failure });
    return null;
  }

  /** Shows a turn as it is now, and what goes with it. */
  #draw(id: number): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    const turn = this.#conversation.turns.find((one) => one.id === id);
    if (turn === undefined || this.#shown === null) return;
    this.#viewOf(turn).update(turn);
    this.#settle();
  }

  /** Button, stage line and starters as they fit what is going on. */
  #settle(): void {
    if (this.#shown === null) return;
    const { strings, composer, stage, starters, again } = this.#shown;
    const state = this.#conversation.turns.at(-1)?.state;
    composer.setBusy(state?.kind === "asking" ? "asking" : "idle");
    stage.textContent = state?.kind === "asking" ? strings.stages[state.stage] : "";
    starters.hidden = state !== undefined;
    again.hidden = state === undefined;
  }

  #viewOf(turn: Turn): TurnView {
    const known = this.#views.get(turn.id);
    if (known !== undefined || this.#shown === null) return known ?? nowhere;
    const { strings, turns, views } = this.#shown;
    const made = makeTurnView({
      strings,
      answerView: (answer) => views.answer(answer),
      sendFeedback: (feedback) => sendFeedback(this.#endpoint, feedback),
      onRetry: (old, how) => {
        this.#conversation = without(this.#conversation, old.id);
        this.#views.get(old.id)?.end();
        this.#views.get(old.id)?.view.remove();
        this.#views.delete(old.id);
        void this.#ask(old.question, how === "literal" || old.literal);
        this.#shown?.composer.focus();
      },
    });
    this.#views.set(turn.id, made);
    turns.append(made.view);
    return made;
  }

  /** Brings a new turn to the top of the conversation where that scrolls; else to the top of the window. */
  #bringUp(view: HTMLElement): void {
    const turns = this.#shown?.turns;
    if (turns === undefined || turns.childElementCount < 2) return;
    if (turns.scrollHeight === turns.clientHeight) return view.scrollIntoView({ block: "start" });
    turns.scrollTop += view.getBoundingClientRect().top - turns.getBoundingClientRect().top;
  }

  #announce(words: string): void {
    if (words.trim() !== "") this.#shown?.announcer.append(make("p", {}, words));
  }

  #tell(name: `parallax:${string}`, detail: object): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

/** Stands in while the element is not on a page. */
const nowhere: TurnView = { view: make("article"), update: () => {}, end: () => {} };

declare global {
  interface HTMLElementTagNameMap {
    "parallax-ask": ParallaxAsk;
  }
}
