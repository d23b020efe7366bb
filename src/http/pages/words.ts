import type { VerifiedCitation, VerifiedDisagreement } from "../../quotes/verified.ts";
import { ENGLISH_KINDS } from "../wire-words.ts";

type Kind = VerifiedDisagreement["kind"];

/** Kinds in the order in which they are offered, strongest first. */
export const KINDS: readonly Kind[] = ["contradiction", "estimate", "scope", "update", "unclear"];

/** A kind of disagreement in words. */
export function nameKind({ kind, about }: Pick<VerifiedDisagreement, "kind" | "about">): string {
  return ENGLISH_KINDS[about === "quantity" ? "figures" : "accounts"][kind];
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
export const meaningOf = (kind: Kind): string => ENGLISH_KINDS.means[kind];

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
