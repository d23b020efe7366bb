import type { AnswerWire } from "./wire.ts";

type Kind = AnswerWire["disagreements"][number]["kind"];

/** How the kinds of disagreement are called, and what each means for a reader, in one language. */
export type KindWords = {
  /** Where figures differ. */
  readonly figures: Readonly<Record<Kind, string>>;
  /** Where times, names or whether it is so differ. */
  readonly accounts: Readonly<Record<Kind, string>>;
  /** One sentence each. */
  readonly means: Readonly<Record<Kind, string>>;
};

/** English: what the pages and the widget both say. Plain data, the only values of the wire that the widget may import. */
export const ENGLISH_KINDS: KindWords = {
  figures: {
    contradiction: "Two accounts of the same thing",
    estimate: "Figures from different speakers",
    scope: "Counted over different hours, places or things",
    update: "The figure changed over time",
    unclear: "Cannot be told apart",
  },
  accounts: {
    contradiction: "Two accounts of the same thing",
    estimate: "Accounts from different speakers",
    scope: "Told of different hours, places or things",
    update: "The account changed over time",
    unclear: "Cannot be told apart",
  },
  means: {
    contradiction: "They speak of the same thing and cannot all be right. The documents do not say which one is.",
    estimate: "They come from different speakers, or are estimates. None of them is shown to be the right one.",
    scope: "They do not cover quite the same, so each may be right for what it covers.",
    update: "The later one does not dispute the earlier one; it follows it.",
    unclear: "From the documents alone it cannot be told whether they speak of the same thing.",
  },
};
