import { fill, make } from "./dom.ts";
import type { Strings } from "./strings.ts";

/** What the element hands to its composer. */
export type ComposerOptions = {
  readonly strings: Strings;
  readonly onAsk: (question: string) => void;
  readonly onStop: () => void;
};

/** Where a question is written. */
export type Composer = {
  readonly view: HTMLFormElement;
  readonly focus: () => void;
  readonly write: (question: string) => void;
  /** Whether a question is on its way: the button then stops it. */
  readonly setBusy: (busy: "asking" | "idle") => void;
};

/** The server takes this many code points; it says so itself where somebody goes round the widget. */
const MAX_CODE_POINTS = 1000;
/** The count is shown from here on. */
const COUNT_FROM = 900;

/** A field with its button. Enter asks, Shift+Enter breaks the line, Escape stops; none of them while an input method composes. */
export function makeComposer({ strings, onAsk, onStop }: ComposerOptions): Composer {
  let state: "asking" | "idle" = "idle";
  const count = make("p", { part: "count", attributes: { class: "count", id: "count", "aria-live": "polite" } });
  const field = make("textarea", {
    part: "input",
    attributes: {
      id: "question",
      rows: 1,
      placeholder: strings.placeholder,
      "aria-describedby": "count",
      autocomplete: "off",
      enterkeyhint: "send",
      dir: "auto",
    },
    on: { keydown: onKey, input: onInput },
  });
  // Both words stand in it, one of them unseen, so that it keeps its width.
  const button = make(
    "button",
    { part: "ask", attributes: { type: "submit", class: "ask" } },
    make("span", { attributes: { class: "to-ask" } }, strings.ask),
    make("span", { attributes: { class: "to-stop" } }, strings.stop),
  );
  const view = make(
    "form",
    { part: "composer", attributes: { class: "composer", novalidate: true }, on: { submit: onSubmit } },
    make("label", { attributes: { for: "question" } }, strings.label),
    make("div", { attributes: { class: "row" } }, field, button),
    count,
  );

  function onKey(event: KeyboardEvent): void {
    // 229: browsers that end the composition before they tell of the key that ended it.
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === "Enter" && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      if (state === "idle") send();
    }
    if (event.key === "Escape" && state === "asking") {
      event.preventDefault();
      onStop();
    }
  }

  function onInput(): void {
    const left = MAX_CODE_POINTS - Array.from(field.value.trim()).length;
    fill(count, left > MAX_CODE_POINTS - COUNT_FROM ? null : left < 0 ? strings.tooMany(-left) : strings.left(left));
    field.setAttribute("aria-invalid", String(left < 0));
  }

  function onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    if (state === "asking") onStop();
    else send();
  }

  function send(): void {
    const question = field.value.trim();
    if (question === "" || Array.from(question).length > MAX_CODE_POINTS) {
      field.focus();
      return;
    }
    onAsk(question);
  }

  return {
    view,
    focus: () => field.focus(),
    write: (question) => {
      field.value = question;
      onInput();
    },
    setBusy: (now) => {
      state = now;
      button.classList.toggle("stop", now === "asking");
    },
  };
}
