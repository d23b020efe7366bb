import type { Claim } from "../claims/claim.ts";
import type { Comparison, Relation } from "./position.ts";

/** What happens above a place rather than in it. */
const OVER: ReadonlySet<string> = new Set(["shoot-down"]);

/** The words of a claim that a topic and a summary show. */
export type ClaimWords = {
  /** The words that give the value, as the document has them. */
  readonly value: (claim: Claim) => string;
  /** The speaker, else the document's source or title. */
  readonly teller: (claim: Claim) => string;
};

const holds = (text: string, part: string): boolean => text.toLowerCase().includes(part.toLowerCase());

/** A phrase without its article and outer white space. */
function bare(text: string): string {
  return text.trim().replace(/^(?:the|a|an|its|their|his|her) /i, "");
}

/** The lead whose words tell most of the topic: the one that names whose it is, then where, then the first. */
function tellingLead(leads: readonly Claim[], tells: (claim: Claim) => string): Claim | undefined {
  const told = leads.filter((claim) => tells(claim) !== "");
  return told.find((claim) => claim.counted.owners.length > 0) ?? told[0];
}

function placeOf(leads: readonly Claim[]): string {
  const places = leads.map((claim) => claim.place?.written.trim() ?? "").filter((written) => written !== "");
  // Leads that stand in different places are named without one.
  return places.length > 0 && places.every((place) => place === places[0]) ? (places[0] ?? "") : "";
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * A short neutral noun phrase for what is compared: "Ukrainian drones shot down over Russia". Made of the documents' own words
 * for what is counted, what happened to it, and where; for a name, a time or a status of the event's words.
 */
export function topicOf(comparison: Comparison): string {
  const leads = comparison.positions.map((position) => position.lead);
  const counted = bare(tellingLead(leads, (claim) => claim.counted.written)?.counted.written ?? "");
  const acting = tellingLead(leads, (claim) => claim.event.written);
  const event = acting?.event.written.trim() ?? "";
  const parts = [counted];
  if (event !== "" && !holds(counted, event) && !holds(event, counted === "" ? " " : counted)) parts.push(event);
  else if (counted === "") parts.push(event);
  const place = placeOf(leads);
  if (place !== "" && !parts.some((part) => holds(part, place))) {
    parts.push(OVER.has(acting?.event.action ?? "") ? `over ${place}` : `in ${place}`);
  }
  const per = leads.find((claim) => claim.kind === "quantity" && claim.quantity.per !== null);
  if (per?.kind === "quantity" && per.quantity.per !== null) parts.push(`a ${per.quantity.per}`);
  return capitalised(parts.filter((part) => part !== "").join(" ")) || "What happened";
}

const OPENING: Readonly<Record<Relation, string>> = {
  contradiction: "The sources contradict each other",
  estimate: "The figures come from different tellers or are estimates",
  scope: "The figures do not cover the same",
  update: "The figure has changed",
  unclear: "The sources differ",
};

/** A positions' order is by date, so that the last is the latest. */
const JOIN: Readonly<Record<Relation, string>> = {
  contradiction: "; ",
  estimate: "; ",
  scope: "; ",
  update: ", then ",
  unclear: "; ",
};

/**
 * One sentence that names how the positions differ and each value with who gives it, in the order of the positions; it
 * calls none of them right. "" where there is no disagreement.
 */
export function summaryOf(comparison: Comparison, words: ClaimWords): string {
  const { kind, positions } = comparison;
  if (kind === null) return "";
  const told = positions.map((position) => `${words.value(position.lead)} (${words.teller(position.lead)})`);
  return `${OPENING[kind]}: ${told.join(JOIN[kind])}.`;
}
