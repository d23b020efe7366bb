import { eventFamily } from "../claims/event-families.ts";
import { SAYING_VERBS } from "../claims/speech-words.ts";
import { stem } from "../text/stem.ts";
import { isStopWord, splitIntoWords } from "../text/words.ts";
import type { QuestionPart } from "./question.ts";

/** A deed whose one doer is asked for: "Who was driving the express?" */
export type AskedDoer = {
  /** Family key of the deed. */
  readonly key: string;
  /** What it is done to. */
  readonly object: AskedThing;
  readonly future: boolean;
};

/** A noun with what tells it from others of its kind; all stems. */
export type AskedThing = {
  readonly head: string;
  readonly modifiers: readonly string[];
  /** Behind a preposition: "inquiry | into | collision". */
  readonly behind: { readonly preposition: string; readonly stems: readonly string[] } | null;
};

const WHO =
  /^(?:and\s+|but\s+|so\s+)?who\s+(?:(?<aux>will|would|is|was|has|had|is going to|has been|had been|will be)\s+)?(?:then\s+|actually\s+|really\s+)?(?<verb>\p{Ll}+)\s+(?<rest>.+?)\s*[?.!]*$/iu;

const PREPOSITIONS =
  /^(?:into|of|as|at|in|on|from|with|by|during|after|before|over|when|for|near|to|against|while|since|behind)$/;

/** Only the one and known has one doer: "who scored goals" has many. */
const DEFINITE = /^(?:the|his|her|its|their|this|that)$/i;

/** Deeds that many may have done alike. */
const MANY = new Set(
  "attend join vote die support back oppose condemn criticise criticize call urge visit welcome know believe help demand want think need face have do be get make take live work play sign see witness watch hear lose suffer survive own use stay travel receive own meet fear like"
    .split(" ")
    .map((word) => stem(word)),
);

/** True for a verb of which many may be subjects alike: "who attended", "who saw". */
export const manyMayHaveDone = (verb: string): boolean => MANY.has(stem(verb.toLowerCase()));

/** The deed that a part asks the doer of; null where it asks none, or one that many may have done. */
export function readAskedDoer(part: QuestionPart): AskedDoer | null {
  if (part.kind !== "who") return null;
  const { aux = "", verb = "", rest = "" } = WHO.exec(part.text.trim())?.groups ?? {};
  if (verb === "" || isStopWord(verb) || SAYING_VERBS.has(verb.toLowerCase())) return null;
  const being = /^(?:is|was|has been|had been|will be)$/i.test(aux);
  if (being !== verb.endsWith("ing") || manyMayHaveDone(verb)) return null;
  const thing = readThing(rest);
  return (
    thing && { key: eventFamily(stem(verb.toLowerCase())), object: thing, future: /^(?:will|is going)/i.test(aux) }
  );
}

/** One known thing with what tells it from others: "Karlov's third goal", "the inquiry into the collision", "Tomas Arvelo as chief executive"; null for what is not one known thing. */
export function readThing(text: string): AskedThing | null {
  const words = splitIntoWords(text);
  const first = words[0];
  if (!first) return null;
  const found = words.findIndex((word) => PREPOSITIONS.test(word.text));
  const end = found < 0 ? words.length : found;
  const group = words.slice(0, end).filter((word) => !isStopWord(word.text));
  const head = group.at(-1);
  if (!head || !(DEFINITE.test(first.text) || /^\p{Lu}/u.test(first.text))) return null;
  const rest = words.slice(end + 1);
  const next = rest.findIndex((word) => PREPOSITIONS.test(word.text));
  const behind = rest.slice(0, next < 0 ? rest.length : next).filter((word) => !isStopWord(word.text));
  return {
    head: head.stem,
    modifiers: group.slice(0, -1).map((word) => word.stem),
    behind:
      behind.length === 0 ? null : { preposition: words[end]?.text ?? "", stems: behind.map((word) => word.stem) },
  };
}
