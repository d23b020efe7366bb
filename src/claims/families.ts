import { stem } from "../text/stem.ts";
import { ACTION_FAMILIES } from "./action-families.ts";
import { ACTION_RELATIONS, THING_RELATIONS } from "./family-relations.ts";
import type { FamilyRelation } from "./family-relations.ts";
import { THING_FAMILIES } from "./thing-families.ts";
import type { Family } from "./thing-families.ts";

type Phrase = { readonly key: string; readonly stems: readonly string[] };

/** All phrases by their first stem, longest first, so that "shut down" is found before "shut". */
function byFirstStem(families: readonly Family[]): ReadonlyMap<string, readonly Phrase[]> {
  const found = new Map<string, Phrase[]>();
  for (const family of families) {
    for (const words of family.words.split(", ")) {
      const stems = words.split(" ").map((word) => stem(word.toLowerCase()));
      const first = stems[0] ?? "";
      const phrases = found.get(first) ?? [];
      phrases.push({ key: family.key, stems });
      found.set(first, phrases);
    }
  }
  for (const phrases of found.values()) phrases.sort((a, b) => b.stems.length - a.stems.length);
  return found;
}

const ACTION_PHRASES = byFirstStem(ACTION_FAMILIES);
const THING_KEYS: ReadonlyMap<string, string> = new Map(
  THING_FAMILIES.flatMap((family) =>
    family.words.split(", ").map((words): [string, string] => [
      words
        .split(" ")
        .map((word) => stem(word.toLowerCase()))
        .join(" "),
      family.key,
    ]),
  ),
);
const AGENT_OWNED: ReadonlySet<string> = new Set(
  ACTION_FAMILIES.filter((family) => family.owners === "agents").map((family) => family.key),
);
const KNOWN_ACTIONS: ReadonlySet<string> = new Set(ACTION_FAMILIES.map((family) => family.key));
const NEUTRAL: ReadonlySet<string> = new Set(
  ACTION_FAMILIES.filter((family) => family.neutral === true).map((family) => family.key),
);

/** Stems that are verbs of their own and particles of others. */
const PARTICLES: ReadonlySet<string> = new Set(["down", "up"]);

function isNeutralWord(stemmed: string | undefined): boolean {
  return ACTION_PHRASES.get(stemmed ?? "")?.some((phrase) => NEUTRAL.has(phrase.key)) ?? false;
}

/** True where `phrase` stands in `stems` from `from` on: first word there, the others later in order. */
function standsAt(phrase: readonly string[], stems: readonly string[], from: number): boolean {
  let at = from;
  for (const part of phrase) {
    at = stems.indexOf(part, at);
    if (at < 0) return false;
    at += 1;
  }
  return true;
}

/**
 * The family key of a verb phrase: ["shot", "down"] → "shoot-down".
 * @param stems of the main verb first, then of its particles and object ("shot", "the", "drone", "down"); auxiliaries
 *   before it do no harm
 * @returns the key of the longest phrase that begins at the earliest stem which begins one; where no phrase fits, all
 *   stems joined by "-"; "" for none
 */
export function actionFamily(stems: readonly string[]): string {
  let neutral: string | null = null;
  for (const [at, first] of stems.entries()) {
    // "downed" is a verb, the "down" of "calmed down" is not.
    if (PARTICLES.has(first) && at > 0 && !isNeutralWord(stems[at - 1])) continue;
    const phrase = ACTION_PHRASES.get(first)?.find((candidate) => standsAt(candidate.stems, stems, at));
    if (!phrase) continue;
    // "was", "had" may be auxiliaries of the verb that follows.
    if (!NEUTRAL.has(phrase.key)) return phrase.key;
    neutral ??= phrase.key;
  }
  return neutral ?? stems.join("-");
}

/** The one word that is a phrase by itself, by its stem. */
const ACTION_WORDS: ReadonlyMap<string, string> = new Map(
  [...ACTION_PHRASES].flatMap(([first, phrases]): [string, string][] => {
    const alone = phrases.find(({ stems }) => stems.length === 1);
    return alone ? [[first, alone.key]] : [];
  }),
);

/** The family key of a verb by itself: what `actionFamily` gives for it alone. */
export function verbFamily(stemmed: string): string {
  return ACTION_WORDS.get(stemmed) ?? stemmed;
}

/**
 * The family key of the longest phrase that begins at the first stem, null where none does.
 * @param stems a verb and the words behind it
 */
export function phraseFamily(stems: readonly string[]): string | null {
  return ACTION_PHRASES.get(stems[0] ?? "")?.find((phrase) => standsAt(phrase.stems, stems, 0))?.key ?? null;
}

/** True for the key of a row of the table; false for a verb that is its own family. */
export function isKnownAction(action: string): boolean {
  return KNOWN_ACTIONS.has(action);
}

/**
 * The family key of a thing counted.
 * @param stemmed the stem of the head noun ("soldier" → "troop"), or the stems of a compound with spaces between
 *   ("polic offic" → "police-officer"); a family's key gives itself
 * @returns the key; for a word that no row knows, the stem itself
 */
export function thingFamily(stemmed: string): string {
  return THING_KEYS.get(stemmed) ?? stemmed;
}

/** True for the stem of a noun that a row of the table knows. */
export function isKnownThing(stemmed: string): boolean {
  return THING_KEYS.has(stemmed);
}

/** True where what is counted belongs to whoever does it: "Norway deployed 300 troops" counts Norwegian troops. */
export function ownersAreAgents(action: string | null): boolean {
  return action !== null && AGENT_OWNED.has(action);
}

/** True for an action that only says that it is so ("stands at"), and for none. */
export function isNeutral(action: string | null): boolean {
  return action === null || NEUTRAL.has(action);
}

/** How family `a` stands to family `b`. `wider`: what b counts is among what a counts. */
export type FamilyFit = "same" | "wider" | "narrower" | "different";

type Related = { readonly fit: FamilyFit; readonly where: ReadonlySet<string> | null };

/** Every related pair, both ways; rows that hold only somewhere come first. */
function pairsOf(rows: readonly FamilyRelation[]): ReadonlyMap<string, readonly Related[]> {
  const pairs = new Map<string, Related[]>();
  const add = (a: string, b: string, related: Related): void => {
    const key = `${a} ${b}`;
    const known = pairs.get(key) ?? [];
    if (related.where) known.unshift(related);
    else known.push(related);
    pairs.set(key, known);
  };
  for (const row of rows) {
    switch (row.kind) {
      case "includes":
        for (const narrow of row.narrow) {
          add(row.wide, narrow, { fit: "wider", where: null });
          add(narrow, row.wide, { fit: "narrower", where: null });
        }
        break;
      case "same-where":
        add(row.families[0], row.families[1], { fit: "same", where: new Set(row.where) });
        add(row.families[1], row.families[0], { fit: "same", where: new Set(row.where) });
        break;
    }
  }
  return pairs;
}

const THING_PAIRS = pairsOf(THING_RELATIONS);
const ACTION_PAIRS = pairsOf(ACTION_RELATIONS);

function fitOf(
  pairs: ReadonlyMap<string, readonly Related[]>,
  ab: string,
  where: readonly (string | null)[],
): FamilyFit {
  const row = pairs
    .get(ab)
    ?.find((related) => related.where === null || where.some((key) => key !== null && related.where?.has(key)));
  return row?.fit ?? "different";
}

/** How two things counted stand to each other where one of `actions` is what happens to them. */
export function thingFit(a: string, b: string, actions: readonly (string | null)[]): FamilyFit {
  return a === b ? "same" : fitOf(THING_PAIRS, `${a} ${b}`, actions);
}

/** How two actions stand to each other where they happen to one of `things`. */
export function actionFit(a: string, b: string, things: readonly string[]): FamilyFit {
  return a === b ? "same" : fitOf(ACTION_PAIRS, `${a} ${b}`, things);
}
