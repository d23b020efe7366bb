import type { VerbGroup } from "../claims/phrases.ts";
import type { Token } from "../claims/token.ts";
import type { NameCandidate, NamedSentence } from "./name-candidates.ts";
import { objectNearness, subjectNearness } from "./verb-nearness.ts";

const CAUSAL =
  /\b(?:caused by|triggered by|sparked by|started by|ignited by|set off by|brought (?:down|about) by|provoked by|blamed on|put down to|(?:due|owing|traced|attributed|down) to|because of|(?:result|fault|work|consequence) of|blames?d?|(?:the |likely |probable )?cause (?:was|is|lay|being)|resulted from|stemmed from|arose from|began with|started with|culprit (?:was|is)|points? to|pointed to)(?: \w+ly)?(?: the| a| an| its| their)?$/;
const CAUSES =
  /^(?:cause|caused|causes|trigger|triggered|triggers|spark|sparked|sparks|started|ignited|provoked|unleashed)$/;
const CAUSES_WITH: ReadonlyMap<string, string> = new Map([
  ["led", "to"],
  ["set", "off"],
  ["brought", "down"],
  ["resulted", "in"],
]);

const isCausing = ({ main }: VerbGroup, tokens: readonly Token[]): boolean =>
  main.some((at) => {
    const word = tokens[at]?.lower ?? "";
    return CAUSES.test(word) || (CAUSES_WITH.has(word) && CAUSES_WITH.get(word) === tokens[at + 1]?.lower);
  });

/** How well a candidate stands where a cause stands: "caused by X", "X set it off", "X was to blame"; 0–1. */
export function causeNearness(candidate: NameCandidate, { text, phrases }: NamedSentence): number {
  const { tokens, verbs } = phrases;
  const back = text
    .slice(Math.max(0, candidate.start - 60), candidate.start)
    .trimEnd()
    .toLowerCase();
  if (CAUSAL.test(back)) return 1;
  const subject = verbs.flatMap((verb) =>
    verb.voice !== "passive" && isCausing(verb, tokens) ? [subjectNearness(verb, candidate, phrases)] : [],
  );
  const behind = tokens
    .slice(candidate.to, candidate.to + 6)
    .map(({ lower }) => lower)
    .join(" ");
  return Math.max(
    0,
    ...subject,
    /^(?:was|is|were|are)(?: not)? (?:to blame|the cause|responsible|behind)/.test(behind) ? 1 : 0,
  );
}

/** How well a candidate stands where the effect stands; 0–1. */
export function effectNearness(candidate: NameCandidate, { phrases }: NamedSentence): number {
  const { tokens, verbs } = phrases;
  return Math.max(
    0,
    ...verbs.map((verb) => {
      if (!isCausing(verb, tokens)) return 0;
      return verb.voice === "passive" ? subjectNearness(verb, candidate, phrases) : objectNearness(verb, candidate);
    }),
  );
}
