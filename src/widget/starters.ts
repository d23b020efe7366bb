import type { DisagreementsWire } from "../http/wire.ts";
import { fetchDisagreements } from "./client.ts";
import { fill, make } from "./dom.ts";
import type { Strings } from "./strings.ts";

/** Starters that fit on a phone without pushing the field away. */
const MAX_STARTERS = 3;

/** What starters are made of. */
export type StarterOptions = {
  readonly strings: Strings;
  readonly endpoint: string;
  /** The attribute: questions with `|` between them, "" for none, null for what the corpus disagrees about. */
  readonly given: string | null;
  readonly onAsk: (question: string) => void;
  readonly signal: AbortSignal;
};

/** Questions to begin with. Their room is kept from the first moment, so that nothing moves when they come. */
export function startersView({ strings, endpoint, given, onAsk, signal }: StarterOptions): HTMLElement {
  const list = make("ul", {});
  const view = make("div", { part: "starters", attributes: { class: "starters" } });
  const show = (questions: readonly string[]): void => {
    if (questions.length === 0 || signal.aborted) return;
    const buttons = questions.map((question) =>
      make(
        "li",
        {},
        make(
          "button",
          { part: "starter", attributes: { type: "button", dir: "auto" }, on: { click: () => onAsk(question) } },
          question,
        ),
      ),
    );
    fill(list, ...buttons);
    fill(view, make("h3", {}, given === null ? strings.startersHeading : strings.startersGiven), list);
  };
  if (given === null) {
    // Without starters one can ask as well; why they are missing shows when somebody asks.
    void fetchDisagreements(endpoint, 3 * MAX_STARTERS).then(
      (found) => show(questionsAbout(found, strings)),
      () => undefined,
    );
  } else
    show(
      given
        .split("|")
        .map((text) => text.trim())
        .filter(Boolean),
    );
  return view;
}

/** Questions about the first things of a list of disagreements, each once. */
export function questionsAbout({ disagreements, citations }: DisagreementsWire, strings: Strings): readonly string[] {
  const words = new Set(citations.flatMap(({ quote }) => quote.match(/\p{L}+/gu) ?? []));
  const questions = disagreements.map(({ topic, about }) => strings.starter[about](inSentence(topic, words)));
  return [...new Set(questions)].slice(0, MAX_STARTERS);
}

/** A topic as it stands inside a sentence: its first letter small where the quotes write its first word small too, unlike a name. */
function inSentence(topic: string, words: ReadonlySet<string>): string {
  const small = topic.charAt(0).toLowerCase() + topic.slice(1);
  return words.has(/^\p{L}+/u.exec(small)?.[0] ?? "") ? small : topic;
}
