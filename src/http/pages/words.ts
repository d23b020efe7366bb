import type { VerifiedCitation, VerifiedDisagreement } from "../../quotes/verified.ts";

type Kind = VerifiedDisagreement["kind"];

/** Kinds in the order in which they are offered, strongest first. */
export const KINDS: readonly Kind[] = ["contradiction", "estimate", "scope", "update", "unclear"];

const FIGURES: Readonly<Record<Kind, string>> = {
  contradiction: "Two accounts of the same thing",
  estimate: "Figures from different speakers",
  scope: "Counted over different hours or places",
  update: "The figure changed over time",
  unclear: "Cannot be told apart",
};

const ACCOUNTS: Readonly<Record<Kind, string>> = {
  contradiction: "Two accounts of the same thing",
  estimate: "Accounts from different speakers",
  scope: "Told of different hours or places",
  update: "The account changed over time",
  unclear: "Cannot be told apart",
};

const MEANINGS: Readonly<Record<Kind, string>> = {
  contradiction: "They cannot all be right, and the documents do not say which is.",
  estimate: "Each is what somebody in particular says; nobody here has counted for all.",
  scope: "They do not cover quite the same, so all of them may hold.",
  update: "The later one does not make the earlier one wrong on its day.",
  unclear: "The documents do not say enough to tell whether they speak of the same.",
};

/** A kind of disagreement in words. */
export function nameKind({ kind, about }: Pick<VerifiedDisagreement, "kind" | "about">): string {
  return about === "quantity" ? FIGURES[kind] : ACCOUNTS[kind];
}

/** A kind without its subject, for a list of kinds. */
export const NAMES_OF_KINDS: Readonly<Record<Kind, string>> = {
  contradiction: "Two accounts of the same thing",
  estimate: "From different speakers",
  scope: "Different hours or places",
  update: "Changed over time",
  unclear: "Cannot be told apart",
};

/** What a kind means for a reader, one sentence. */
export const meaningOf = (kind: Kind): string => MEANINGS[kind];

const CERTAINTIES: Readonly<Record<VerifiedCitation["certainty"], string | null>> = {
  stated: null,
  claimed: null,
  confirmed: "confirmed",
  reported: "reported, not confirmed",
  unverified: "could not be verified",
  denied: "denied",
};

/** How sure a quote is of itself, null where there is nothing to add. */
export const nameCertainty = (certainty: VerifiedCitation["certainty"]): string | null => CERTAINTIES[certainty];

/** "the mayor said", "according to the mayor". */
export function credit({ name, verb }: { readonly name: string; readonly verb: string }): string {
  return /\bto$/i.test(verb) ? `${verb} ${name}` : `${name} ${verb}`;
}

const MONTHS = "January February March April May June July August September October November December".split(" ");

/** "2024-11-10" as "10 November 2024"; anything else as it is. */
export function nameDay(day: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  const month = MONTHS[Number(parts?.[2]) - 1];
  return parts && month ? `${Number(parts[3])} ${month} ${parts[1]}` : day;
}

/** "1 document", "2 documents". */
export const count = (amount: number, noun: string): string => `${amount} ${noun}${amount === 1 ? "" : "s"}`;

/** Characters that turn the direction of what follows; in a window's title nothing could close them. */
export const withoutDirections = (text: string): string => text.replace(/[\u202A-\u202E\u2066-\u2069]/g, "");
