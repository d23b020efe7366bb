import { BEGIN_VERBS, eventFamily } from "../claims/event-families.ts";
import { stem } from "../text/stem.ts";
import { splitIntoWords } from "../text/words.ts";
import { readThing } from "./asked-doer.ts";
import type { AskedThing } from "./asked-doer.ts";
import type { QuestionPart } from "./question.ts";

/** Where something known happened or was done: "Where did the blaze start?", "In which carriage were the dead sitting?" */
export type AskedPlace = {
  /** Family key of what happened, `begin` for all beginnings. */
  readonly key: string;
  readonly subject: AskedThing;
  /** Stem of the noun that names the sort of place; null behind "where". */
  readonly noun: string | null;
};

const WHERE =
  /^(?:and\s+|but\s+|so\s+)?(?:(?:exactly\s+)?where(?:\s+exactly)?|(?:in|at|on|inside|near)\s+(?:which|what)\s+(?<noun>\p{Ll}+))\s+(?:did|was|were|is|are|has|have|had)\s+(?<rest>.+?)\s*[?.!]*$/iu;

/** The event that a part asks the place of; null where it asks none, or not of one known thing. */
export function readAskedPlace(part: QuestionPart): AskedPlace | null {
  const { noun, rest = "" } = WHERE.exec(part.text.trim())?.groups ?? {};
  const words = splitIntoWords(rest);
  const last = /^(?:out|down|off|up)$/.test(words.at(-1)?.text ?? "") ? words.at(-2) : words.at(-1);
  if (!last || words.length < 2) return null;
  const subject = readThing(rest.slice(0, last.span.start));
  return subject && { key: happeningKey(last.text), subject, noun: noun === undefined ? null : stem(noun) };
}

/** Family of a verb; "broke out", "began" and "started" are one. */
export function happeningKey(verb: string): string {
  const own = stem(verb.toLowerCase());
  return BEGIN_VERBS.has(own) ? "begin" : eventFamily(own);
}
