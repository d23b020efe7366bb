import type { Claim } from "../claims/claim.ts";
import { countryOf, placeContains, placeName } from "../claims/gazetteer.ts";
import type { Comparison, Relation } from "./position.ts";
import { groupPer } from "./rates.ts";

/** Harms whose count is a toll. */
const TOLLS: ReadonlySet<string> = new Set(["kill", "wound", "missing"]);

/** What happens above a place rather than in it. */
const OVER: ReadonlySet<string> = new Set(["shoot-down"]);

/** The words of a claim that a topic and a summary show. */
export type ClaimWords = {
  /** The words that give the value, as the document has them. */
  readonly value: (claim: Claim) => string;
  /** The speaker, else the document's source or title. */
  readonly teller: (claim: Claim) => string;
};

/** Nouns that say what happened themselves: "losses", "deaths". */
const HARM_NOUNS: ReadonlySet<string> = new Set(["casualty", "death", "injury"]);

/** "The total number of casualties" counts casualties. */
const COUNTING =
  /^(?:(?:the|a|an|its|their|his|her|some|all) )*(?:(?:total|overall|current) )?(?:(?:number|toll|total|figure) of )?/i;

/** Verb words that do not follow a noun well: "arrival", "amassing". */
const NO_PARTICIPLE = /(?:ment|al|ing|tion|sion|ure|ance)$/i;

/** The commonest phrase, of these the first; "" for none. */
function commonest(phrases: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const phrase of phrases) if (phrase !== "") counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  return [...counts].find(([, times]) => times === most)?.[0] ?? "";
}

const bare = (phrase: string): string => phrase.trim().replace(COUNTING, "");

/** What is counted, best with whose it is: "North Korean troops" before "troops". */
function countedOf(claims: readonly Claim[], leads: readonly Claim[]): string {
  const named = commonest(
    claims.map((claim) => bare(claim.counted.written)).filter((phrase) => /\p{Lu}\p{Ll}/u.test(phrase)),
  );
  if (named !== "") return named;
  const harms = leads.filter((claim) => HARM_NOUNS.has(claim.counted.head));
  const plain = commonest((harms.length > 0 ? harms : leads).map((claim) => bare(claim.counted.written)));
  const owners = leads.map((claim) => claim.counted.owners.join(" "));
  const owner = leads[0]?.counted.owners[0];
  // One known country on every side.
  if (plain === "" || owner === undefined || countryOf(owner) !== owner) return plain;
  return owners.every((key) => key === owner) ? `${plain} of ${placeName(owner)}` : plain;
}

function participleOf(claims: readonly Claim[]): string {
  return commonest(claims.map((claim) => claim.event.written.trim()).filter((words) => !NO_PARTICIPLE.test(words)));
}

function eventOf(claims: readonly Claim[], leads: readonly Claim[]): string {
  if (leads.some((claim) => HARM_NOUNS.has(claim.counted.head))) return "";
  if (leads.some((claim) => claim.event.action === "casualties")) {
    const harms = new Set(claims.flatMap((claim) => (claim.kind === "quantity" ? claim.definition : [])));
    return harms.has("kill") && harms.has("wound") ? "killed or wounded" : "lost";
  }
  return participleOf(leads) || participleOf(claims);
}

/** The place that holds all places stated; "" where none does. */
function placeOf(leads: readonly Claim[]): string {
  const stated = leads.flatMap((claim) => (claim.place && claim.place.ids.length === 1 ? [claim.place] : []));
  const widest = stated.find((place) => stated.every((other) => placeContains(place.ids[0] ?? "", other.ids[0] ?? "")));
  return widest?.written.trim() ?? "";
}

const holds = (text: string, part: string): boolean => text.toLowerCase().includes(part.toLowerCase());

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * A short neutral noun phrase for what is compared: "Ukrainian drones shot down over Russia". Made of the documents' own
 * words for what is counted, what happened to it, and where; for a name, a time or a status of the event's words.
 */
export function topicOf(comparison: Comparison): string {
  const leads = comparison.positions.map((position) => position.lead);
  const claims = [...comparison.positions.flatMap((position) => position.claims), ...comparison.fitsAll];
  const counted = countedOf(claims, leads);
  const event = eventOf(claims, leads);
  const parts = [counted];
  if (event !== "" && !holds(counted, event)) parts.push(event);
  const place = placeOf(leads);
  if (place !== "" && !parts.some((part) => holds(part, place))) {
    parts.push(leads.some((claim) => OVER.has(claim.event.action ?? "")) ? `over ${place}` : `in ${place}`);
  }
  const quantities = leads.filter((claim) => claim.kind === "quantity");
  const per = groupPer(quantities);
  if (per !== null) parts.push(`a ${per}`);
  // A toll of the dead is one of all the dead anyway.
  const isToll = quantities.some(({ definition }) => definition.length === 1 && TOLLS.has(definition[0] ?? ""));
  if (!isToll && quantities.some((claim) => claim.measure === "running")) parts.push("in all");
  const topic = parts
    .filter((part) => part !== "")
    .join(" ")
    .replace(/^(death|injury)\b(?=$| (?:in|of|over) )/iu, (noun) => (/^d/iu.test(noun) ? "deaths" : "injuries"));
  const isRecord = quantities.length > 0 && quantities.every((claim) => claim.record);
  return capitalised(isRecord ? `record ${topic}` : topic) || "What happened";
}

const OPENING: Readonly<Record<Relation, string>> = {
  contradiction: "The sources contradict each other",
  estimate: "The figures differ by who gives them",
  scope: "The figures do not cover quite the same",
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
