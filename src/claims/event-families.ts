import { stem } from "../text/stem.ts";
import { verbFamily, actionFit, isKnownAction, phraseFamily } from "./families.ts";
import type { Family } from "./thing-families.ts";

/**
 * What happens, by verb or by the noun made of it, where times and statuses need it finer or wider than figures do
 * ("capsized" and "sank" kill the same people at two times). What no row knows falls back to the families of actions.
 */
export const EVENT_FAMILIES: readonly Family[] = [
  {
    key: "meet",
    words:
      "meet, met, meeting, talk, negotiate, negotiation, hold talks, held talks, sit down with, sat down with, sit across, sat across, confer",
  },
  {
    key: "call",
    words:
      "phone, telephone, call, ring, rang, speak on phone, spoke on phone, speak by phone, spoke by phone, speak by telephone, spoke by telephone",
  },
  {
    key: "concede",
    words: "concede, concession, admit defeat, accept defeat, acknowledge defeat, admission of defeat",
  },
  {
    key: "resign",
    words: "resign, resignation, quit, step down, stepped down, stand down, stood down, leave office, left office",
  },
  {
    key: "remove",
    words:
      "remove, removal, carry out of, carry away, carry off, take away, took away, taken away, take out, took out, taken out, spirit away, smuggle",
  },
  {
    key: "invade",
    words: "invade, invasion, incursion, cross into, crossed into, push into, march into, offensive",
  },
  { key: "leave", words: "leave, left, depart, departure, set out, sail" },
  { key: "arrive", words: "arrive, arrival, reach, dock, berth" },
  { key: "return", words: "return, come back, came back, go back, went back" },
  { key: "sleep", words: "sleep, slept, sleeping, asleep, fall asleep, fell asleep, fallen asleep, doze off, nod off" },
  { key: "escape", words: "escape, break free, broke free" },
  { key: "earthquake", words: "earthquake, quake, temblor, tremor, shock" },
  { key: "storm", words: "storm, hurricane, typhoon, cyclone" },
  { key: "landfall", words: "landfall, make landfall, made landfall, come ashore, came ashore" },
  { key: "fire", words: "fire, blaze, wildfire, catch fire, caught fire, go up in flames, went up in flames" },
  { key: "explode", words: "explode, explosion, blast, detonate, detonation, go off, went off, blow up, blew up" },
  { key: "capsize", words: "capsize, overturn, keel over, roll over, tip over, flip over" },
  { key: "sink", words: "sink, sank, sunk, sinking, founder, go under, went under, go down, went down" },
  {
    key: "crash",
    words:
      "crash, collide, collision, derail, derailment, run aground, ran aground, smash into, plough into, plow into",
  },
  { key: "collapse", words: "collapse, give way, gave way, cave in, fall down, fell down" },
  { key: "clash", words: "clash, scuffle, skirmish, fight, fought, fighting" },
  { key: "strike", words: "strike" },
  { key: "walk-out", words: "walk out, walkout, go on strike, went on strike, gone on strike, down tools, stoppage" },
  { key: "vote", words: "vote, voting, poll, polling" },
  { key: "match", words: "match, game, fixture, derby, final, kick-off, kickoff, kick off, playoff" },
  { key: "trial", words: "trial, hearing" },
  { key: "session", words: "session, sitting" },
  { key: "ceremony", words: "ceremony, funeral, inauguration, parade" },
  { key: "concert", words: "concert, gig" },
  { key: "outage", words: "outage, blackout, power cut" },
  { key: "flood", words: "flood, flooding, inundate" },
  { key: "shooting", words: "shooting, gunfire" },
  { key: "search", words: "search" },
  { key: "agree", words: "agree, agreement, deal, accord, reach agreement, strike deal, struck deal" },
  { key: "burst", words: "burst, breach, rupture" },
  { key: "overload", words: "overload, overloaded, overcrowd, overcrowded, carry too many, over capacity" },
];

/** Events that two texts may tell of one another by, where nothing else differs. */
const RELATED: readonly (readonly [string, string])[] = [
  ["attack", "enter"],
  ["invade", "enter"],
  ["invade", "attack"],
  ["attack", "strike"],
  ["attack", "launch"],
  ["strike", "walk-out"],
  ["strike", "strike-work"],
  ["walk-out", "strike-work"],
  ["remove", "leave"],
  ["capsize", "crash"],
  ["capsize", "sink"],
  ["storm", "landfall"],
  ["attack", "landfall"],
  ["attack", "storm"],
  ["explode", "attack"],
  ["crash", "sink"],
  ["meet", "agree"],
  ["collapse", "destroy"],
  ["collapse", "fall"],
  ["resign", "leave"],
];

type Phrase = { readonly key: string; readonly stems: readonly string[] };

const PHRASES: ReadonlyMap<string, readonly Phrase[]> = phrasesByFirst();

function phrasesByFirst(): ReadonlyMap<string, readonly Phrase[]> {
  const found = new Map<string, Phrase[]>();
  for (const { key, words } of EVENT_FAMILIES) {
    for (const phrase of words.split(", ")) {
      const stems = phrase.split(" ").map((word) => stem(word));
      const known = found.get(stems[0] ?? "") ?? [];
      known.push({ key, stems });
      found.set(stems[0] ?? "", known);
    }
  }
  for (const phrases of found.values()) phrases.sort((a, b) => b.stems.length - a.stems.length);
  return found;
}

/** The words that are phrases by themselves. */
const WORDS: ReadonlyMap<string, string> = new Map(
  [...PHRASES].flatMap(([first, phrases]): [string, string][] => {
    const alone = phrases.find(({ stems }) => stems.length === 1);
    return alone ? [[first, alone.key]] : [];
  }),
);

/** Words that may lie between two words of a phrase. */
const REACH = 4;

function isIn(phrase: readonly string[], behind: readonly string[]): boolean {
  let at = 0;
  for (const part of phrase.slice(1)) {
    const found = behind.slice(0, REACH).indexOf(part, at);
    if (found < 0) return false;
    at = found + 1;
  }
  return true;
}

/**
 * The key of what a verb or a noun of an event says: ["sat", "across", …] → "meet".
 * @param first stem of the verb or noun
 * @param behind stems of the words behind it
 * @returns the key of the longest phrase; for words that no table knows, the stem itself
 */
export function eventFamily(first: string, behind: readonly string[] = []): string {
  if (behind.length === 0) return WORDS.get(first) ?? verbFamily(first);
  const own = PHRASES.get(first)?.find((phrase) => isIn(phrase.stems, behind));
  if (own && own.stems.length > 1) return own.key;
  const action = phraseFamily([first, ...behind.slice(0, REACH)]);
  if (own) return own.key;
  return action ?? verbFamily(first);
}

/** True for a noun's key that the table above knows: "polls", "talks", but not "stations". */
export function isEventNoun(key: string): boolean {
  return KNOWN.has(key);
}

/** True for a key that some table knows as something that happens. */
export function isKnownEvent(key: string): boolean {
  return KNOWN.has(key) || isKnownAction(key);
}

const STEMS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  EVENT_FAMILIES.map(({ key, words }) => [key, new Set(words.split(/,? /).map((word) => stem(word)))]),
);
const NO_STEMS: ReadonlySet<string> = new Set();

/** Stems of every word that the table says this event with: "defeat" for conceding. */
export function eventStems(key: string): ReadonlySet<string> {
  return STEMS.get(key) ?? NO_STEMS;
}

const KNOWN: ReadonlySet<string> = new Set(EVENT_FAMILIES.map((family) => family.key));
const RELATIONS: ReadonlySet<string> = new Set(RELATED.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]));

/** How two events stand to each other by their keys. The end of something is another event than its beginning. */
export function eventFit(a: string, b: string): "same" | "related" | "different" {
  if (a === b) return "same";
  if (a.startsWith(END) || b.startsWith(END)) return "different";
  if (RELATIONS.has(`${a} ${b}`) || actionFit(a, b, []) !== "different") return "related";
  return "different";
}

/** Stands before the key of what a text says the end of. */
export const END = "end of ";

const stems = (words: string): ReadonlySet<string> => new Set(words.split(" ").map((word) => stem(word)));

/** Verbs that say of an event that it begins; what begins stands in their subject or object. */
export const BEGIN_VERBS = stems("begin began begun start commence erupt break broke broken open kick launch resume");

/** Those of them that begin anything; the others have a meaning of their own with what is no event ("opened a museum", "launched a drone"). */
export const PLAIN_BEGIN_VERBS = stems("begin began begun start commence");

/** Verbs that say of an event that it ends. */
export const END_VERBS = stems("end finish conclude stop cease close");

/** Verbs that only say that it is so: "talks took place", "held talks", "the shock came". */
export const LIGHT_VERBS = stems(
  "take took taken occur happen come came hold held have had has stage conduct make made get go went follow last",
);

/** What befalls a place of itself: "the storm hit", "the shock struck" say no more than that it came. */
export const NATURAL_VERBS = stems("strike struck hit rock shake shook jolt sweep swept lash batter");
export const NATURAL_EVENTS: ReadonlySet<string> = new Set([
  "earthquake",
  "storm",
  "flood",
  "tsunami",
  "aftershock",
  "avalanch",
  "landslid",
  "tornado",
  "wave",
  "explode",
  "fire",
]);
