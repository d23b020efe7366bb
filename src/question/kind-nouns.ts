import type { AnswerKind } from "./question.ts";

/** A noun that says what kind of answer is wanted: "what year", "what was the number of". */
export type KindNoun = {
  readonly kind: AnswerKind;
  /** Where it tells the kind: right after what/which only, or after "what is the" as well. */
  readonly place: "direct" | "either";
  /** True where the noun does no more than name the kind, so that no evidence needs to hold it. */
  readonly bare: boolean;
};

type Row = KindNoun & { readonly nouns: string };

const ROWS: readonly Row[] = [
  { kind: "how-many", place: "either", bare: true, nouns: "number numbers count total tally quantity headcount" },
  {
    kind: "how-many",
    place: "either",
    bare: false,
    nouns: "toll population membership attendance enrollment enrolment",
  },
  { kind: "how-much", place: "either", bare: true, nouns: "percentage percent proportion fraction amount sum extent" },
  {
    kind: "how-much",
    place: "either",
    bare: false,
    nouns:
      "share price cost rate size height weight length width depth distance speed velocity temperature budget value revenue revenues salary income " +
      "profit volume score altitude elevation magnitude turnout density capacity ratio margin wage fine fee debt deficit mass diameter radius age " +
      "frequency strength yield odds probability chance",
  },
  { kind: "how-much", place: "either", bare: false, nouns: "area" },
  { kind: "how-long", place: "either", bare: false, nouns: "duration lifespan term sentence" },
  {
    kind: "when",
    place: "either",
    bare: true,
    nouns: "year years date dates month months decade century weekday day days time",
  },
  // "What are the times?" is no date: these tell a time right after "what" only.
  { kind: "when", place: "direct", bare: true, nouns: "times hour week era" },
  { kind: "when", place: "either", bare: false, nouns: "deadline birthday" },
  {
    kind: "where",
    place: "direct",
    bare: true,
    nouns:
      "city cities country countries place places location locations town towns village villages nation nations state states province provinces " +
      "county counties continent district districts neighborhood neighbourhood site spot region regions island municipality",
  },
  { kind: "where", place: "either", bare: true, nouns: "location whereabouts birthplace venue address" },
  { kind: "who", place: "either", bare: true, nouns: "person persons man woman individual" },
  {
    kind: "who",
    place: "direct",
    bare: false,
    nouns:
      "people actor actress singer author writer president minister king queen emperor scientist leader general commander politician candidate " +
      "player coach director artist composer inventor founder chairman chairwoman mayor governor official spokesman spokeswoman spokesperson " +
      "philosopher monarch pope senator judge ambassador lawyer doctor historian journalist explorer captain pilot astronaut physicist chemist " +
      "mathematician engineer architect economist prince princess",
  },
  { kind: "why", place: "either", bare: true, nouns: "reason reasons motive motives rationale" },
  { kind: "why", place: "either", bare: false, nouns: "cause causes purpose explanation" },
  { kind: "how", place: "direct", bare: true, nouns: "way ways manner means extent" },
];

/** Noun in lower case → what it says of the answer; a direct row wins over an earlier one only where it is asked for directly. */
const BY_NOUN: ReadonlyMap<string, readonly KindNoun[]> = (() => {
  const byNoun = new Map<string, KindNoun[]>();
  for (const { nouns, ...noun } of ROWS) {
    for (const word of nouns.split(" ")) byNoun.set(word, [...(byNoun.get(word) ?? []), noun]);
  }
  return byNoun;
})();

/** What a noun says of the answer where it stands right after "what" or "which" ("what year"). */
export function kindOfNounAsked(noun: string): KindNoun | null {
  const rows = BY_NOUN.get(noun);
  return rows?.find((row) => row.place === "direct") ?? rows?.[0] ?? null;
}

/** What a noun says of the answer where it stands after "what is the" or as a heading ("number of …"). */
export function kindOfNounNamed(noun: string): KindNoun | null {
  return BY_NOUN.get(noun)?.find((row) => row.place === "either") ?? null;
}

/** Nouns that pass on to the noun after "of": "what type of animal", "the name of the city". */
export const TRANSPARENT_NOUNS: ReadonlySet<string> = new Set(
  "name names type types kind kinds sort sorts form forms category categories title variety one ones".split(" "),
);
