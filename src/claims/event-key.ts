import { stem } from "../text/stem.ts";
import {
  BEGIN_VERBS,
  END,
  END_VERBS,
  eventFamily,
  isEventNoun,
  isKnownEvent,
  LIGHT_VERBS,
  NATURAL_EVENTS,
  NATURAL_VERBS,
  PLAIN_BEGIN_VERBS,
} from "./event-families.ts";
import type { NounGroup, Phrases, VerbGroup } from "./phrases.ts";

/** A verb with its stem and what stands round it. */
export type Keyed = {
  readonly verb: VerbGroup;
  readonly own: string;
  readonly subject: NounGroup | null;
  readonly object: NounGroup | null;
  readonly passive: boolean;
};

/** What happens: the verb's family, or where the verb only says that it begins, ends or is so, the noun's. Null for none. */
export function keyOf({ tokens }: Phrases, { verb, own, subject, object, passive }: Keyed): string | null {
  const behind = tokens
    .slice(verb.main.length > 0 ? (verb.main.at(-1) ?? verb.from) + 1 : verb.to, verb.to + 4)
    .map((token) => stem(token.lower));
  const of = (group: NounGroup | null): string | null =>
    group && group.head >= 0 && tokens[group.head]?.tag !== "PRON"
      ? eventFamily(stem(tokens[group.head]?.lower ?? ""))
      : null;
  const subjectKey = of(subject);
  const phrase = eventFamily(own, behind);
  if (NATURAL_VERBS.has(own) && subjectKey !== null && NATURAL_EVENTS.has(subjectKey)) return subjectKey;
  if (behind[0] === PLACE && TAKE.has(own)) return subjectKey;
  const begins = BEGIN_VERBS.has(own);
  const ends = END_VERBS.has(own);
  if (!begins && !ends && !LIGHT_VERBS.has(own)) return phrase;
  if (phrase !== own && isKnownEvent(phrase) && !(begins || ends)) {
    // "held talks" is a phrase of its own, "held" is not.
    const plain = eventFamily(own);
    if (plain !== phrase) return phrase;
  }
  const told = object && !passive ? of(object) : subjectKey;
  // "The museum opened", "launched a drone", "broke its banks": what is no event itself is opened and launched.
  const fits =
    told !== null &&
    (PLAIN_BEGIN_VERBS.has(own) ||
      (ends && own !== CLOSE) ||
      isEventNoun(told) ||
      (!begins && !ends && isKnownEvent(told)));
  if (!fits) return begins || ends ? phrase : null;
  return ends ? `${END}${told}` : told;
}

const CLOSE = stem("close");
const PLACE = stem("place");
const TAKE: ReadonlySet<string> = new Set(["take", "took", "taken"].map((word) => stem(word)));

/** "Talks took place". */
export const takesPlace = ({ tokens }: Phrases, verb: VerbGroup): boolean =>
  tokens[verb.to]?.lower === "place" && TAKE.has(stem(tokens[verb.to - 1]?.lower ?? ""));
