import type { FeedbackSent } from "./client.ts";
import { fill, make } from "./dom.ts";
import type { Strings } from "./strings.ts";

/** An answer that is judged, and where the verdict goes. */
export type FeedbackOptions = {
  readonly strings: Strings;
  readonly answer: { readonly id: string; readonly question: string };
  /** Resolves to whether the verdict was taken. */
  readonly send: (feedback: FeedbackSent) => Promise<boolean>;
};

/** Two thumbs; the one that points down asks for a reason and a correction, both free to leave out. */
export function feedbackView({ strings: { feedback: words }, answer, send }: FeedbackOptions): HTMLElement {
  const base = { answerId: answer.id, question: answer.question };
  const status = make("p", { attributes: { role: "status", class: "note" } });
  const view = make("fieldset", { part: "feedback", attributes: { class: "feedback" } });

  const deliver = async (feedback: FeedbackSent): Promise<void> => {
    if (await send(feedback)) {
      fill(view, make("legend", {}, words.legend), status);
      status.textContent = words.thanks;
      status.tabIndex = -1;
      status.focus();
    } else status.textContent = words.failed;
  };

  const good = make(
    "button",
    { attributes: { type: "button", class: "quiet" }, on: { click: () => void deliver({ ...base, verdict: "good" }) } },
    words.good,
  );
  const bad = make(
    "button",
    { attributes: { type: "button", class: "quiet", "aria-expanded": "false" }, on: { click: askWhy } },
    words.bad,
  );

  function askWhy(): void {
    if (bad.getAttribute("aria-expanded") === "true") return;
    bad.setAttribute("aria-expanded", "true");
    const reason = make(
      "select",
      {},
      make("option", { attributes: { value: "" } }, "–"),
      ...words.reasons.map((text) => make("option", {}, text)),
    );
    const correction = make("textarea", { attributes: { rows: 2, maxlength: 2000, dir: "auto" } });
    const submit = (event: SubmitEvent): void => {
      event.preventDefault();
      void deliver({
        ...base,
        verdict: "bad",
        ...(reason.value === "" ? {} : { reason: reason.value }),
        ...(correction.value.trim() === "" ? {} : { correction: correction.value.trim() }),
      });
    };
    const form = make(
      "form",
      { attributes: { class: "why" }, on: { submit } },
      make("label", {}, words.reason, " ", reason),
      make("label", {}, words.correction, " ", correction),
      make("button", { attributes: { type: "submit", class: "quiet" } }, words.send),
    );
    status.before(form);
    reason.focus();
  }

  fill(view, make("legend", {}, words.legend), make("div", { attributes: { class: "row" } }, good, bad), status);
  return view;
}
