import { isCalendarName } from "../question/numbers.ts";
import type { Word } from "../text/words.ts";

/** An expression by which a sentence may answer: an amount, a time, a duration, a place, a reason, a person's role. */
export type Sign = "amount" | "time" | "duration" | "place" | "reason" | "role";

const ROWS: readonly { readonly sign: Sign; readonly words: string }[] = [
  {
    sign: "amount",
    words:
      "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty " +
      "sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion billions trillion dozen dozens couple several half third " +
      "thirds quarter quarters none few pair single once twice double triple handful scores majority",
  },
  {
    sign: "time",
    words:
      "century centuries decade midnight noon overnight yesterday today tonight tomorrow morning afternoon evening a.m. p.m. bc ad bce ce weekend ago " +
      "spring summer autumn winter dawn dusk later earlier",
  },
  {
    sign: "duration",
    words:
      "second seconds minute minutes hour hours day days week weeks month months year years decade decades century centuries overnight km kilometer " +
      "kilometers kilometre kilometres meter meters metre metres mile miles feet foot inch inches centimeters centimetres yards",
  },
  {
    sign: "reason",
    words:
      "because due since owing thanks reason reasons led cause caused causes causing result resulted resulting therefore thus hence response aimed aiming " +
      "intended purpose blamed prompted after order given fear attributed so",
  },
  {
    sign: "role",
    words:
      "president minister official officials king queen emperor general commander leader chief director spokesman spokeswoman spokesperson governor mayor " +
      "scientist scientists researcher researchers expert experts author police army troops government company team people men women he she they",
  },
];

const SIGNS: readonly Sign[] = ["amount", "time", "duration", "place", "reason", "role"];

function bitOf(sign: Sign): number {
  return 1 << SIGNS.indexOf(sign);
}

const BITS_OF: ReadonlyMap<string, number> = (() => {
  const bits = new Map<string, number>();
  for (const { sign, words } of ROWS)
    for (const word of words.split(" ")) bits.set(word, (bits.get(word) ?? 0) | bitOf(sign));
  return bits;
})();

/** One set for each combination, shared by all sentences that have it: there are a hundred thousand sentences and 64 combinations. */
const SETS: readonly ReadonlySet<Sign>[] = Array.from(
  { length: 2 ** SIGNS.length },
  (_, bits) => new Set(SIGNS.filter((sign) => (bits & bitOf(sign)) !== 0)),
);

function setOf(bits: number): ReadonlySet<Sign> {
  return SETS[bits] ?? new Set();
}

const PREPOSITIONS: ReadonlySet<string> = new Set(
  "in at near from to outside around across over of into toward towards between through along off on".split(" "),
);
/** Words that may stand between a preposition and the name of a place: "in the northern Alps". */
const REACH = 3;

const YEAR = /^(?:1\d|20)\d\ds?$/u;

/**
 * Which kinds of expression stand among words; cheap and generous: claims say what they are.
 * @param words of one sentence, in order
 */
export function findSigns(words: readonly Word[]): ReadonlySet<Sign> {
  let found = 0;
  let sincePreposition = REACH + 1;
  for (const { text } of words) {
    const first = text.charCodeAt(0);
    if (first >= DIGIT_0 && first <= DIGIT_9) {
      found |= bitOf("amount");
      if (YEAR.test(text)) found |= bitOf("time");
    }
    const lower = text.toLowerCase();
    found |= BITS_OF.get(lower) ?? 0;
    const capital = lower !== text;
    if (capital && isCalendarName(lower)) found |= bitOf("time");
    else if (capital && sincePreposition <= REACH) found |= bitOf("place");
    sincePreposition = PREPOSITIONS.has(lower) ? 1 : sincePreposition + 1;
  }
  return setOf(found);
}

const DIGIT_0 = 48;
const DIGIT_9 = 57;
