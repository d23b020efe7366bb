import { TRANSPARENT_NOUNS } from "../../question/kind-nouns.ts";
import type { QuestionPart } from "../../question/question.ts";
import { stem } from "../../text/stem.ts";
import { isStopWord, splitIntoWords } from "../../text/words.ts";
import type { FillerForm } from "./filler.ts";
import { kindAskedBy, RELATIONS } from "./slot-words.ts";
import type { AskedKind } from "./slot-words.ts";
import { bitsOf, kindsOf } from "./word-kinds.ts";

/** What a question leaves open, as far as fillers can be told by it. */
export type Slot = {
  readonly forms: readonly FillerForm[];
  /** Bits of the kinds of things that fill it; 0 where form and sort tell. */
  readonly kinds: number;
  readonly sort: AskedKind["sort"];
  /** Content stems of the question, and words of the same relation. */
  readonly stems: ReadonlySet<string>;
  /** The ordinary words of the question: no names, nor the noun that names the kind, nor words that say nothing. */
  readonly words: readonly string[];
  /** Stems of words that choose one of many: "first", "last", "only". */
  readonly ranks: readonly string[];
  readonly relations: ReadonlySet<string>;
  /** The rows of words of one relation that the question touches. */
  readonly rows: readonly (readonly string[])[];
  /** Stem of the noun that names the kind, null where none does. */
  readonly noun: string | null;
  /** `many` where several may fill it at once ("which regions", "who attended"). */
  readonly holds: "one" | "many";
  /** True where a figure is asked that a density is not. */
  readonly population: boolean;
  /** Which end of a life is asked. */
  readonly life: "birth" | "death" | null;
  /** True where the place that something comes from is asked. */
  readonly origin: boolean;
};

const OPEN: AskedKind = { forms: ["name", "pair", "title", "noun"], kinds: "", sort: "any" };
const WHO: AskedKind = { forms: ["name", "pair", "title"], kinds: "", sort: "person-or-body" };
const PERSON: AskedKind = { forms: ["name"], kinds: "", sort: "person" };
const WHERE: AskedKind = { forms: ["name", "pair"], kinds: "", sort: "place" };
const WHEN: AskedKind = { forms: ["date"], kinds: "", sort: "any" };
const FIGURE: AskedKind = { forms: ["number"], kinds: "", sort: "any" };

/** The slot of a part, null where its kind leaves none open for a value ("why", "what happened", "whether"). */
export function readSlot(part: QuestionPart): Slot | null {
  const asked = askedBy(part);
  if (!asked) return null;
  const stems = new Set(part.terms.map((term) => term.stem));
  const rows = RELATIONS.map((row) => row.split(" ")).filter((words) => words.some((word) => stems.has(word)));
  const relations = new Set(rows.flat());
  const noun =
    part.kind === "which" || part.kind === "what" || part.kind === "where" || part.kind === "who"
      ? typeNoun(part.text)
      : null;
  for (const one of stems) relations.delete(one);
  return {
    forms: asked.forms,
    kinds: asked.kinds === "" ? 0 : bitsOf(asked.kinds),
    sort: asked.sort,
    stems,
    words: [...stems].filter(
      (one) =>
        !EMPTY.has(one) &&
        !(noun !== null && one === stem(noun)) &&
        !part.names.some((name) => name.stems.includes(one)),
    ),
    ranks: splitIntoWords(part.text).flatMap((word) => (RANKS.has(word.text.toLowerCase()) ? [word.stem] : [])),
    relations,
    rows,
    noun: noun === null ? null : stem(noun),
    holds: holdsOf(part),
    origin: /\b(?:from|come|came|comes|coming|leave|left|set out|depart|departed|origin|source)\b/iu.test(part.text),
    population: stems.has("popul"),
    life: stems.has("born") || stems.has("birth") ? "birth" : stems.has("die") || stems.has("death") ? "death" : null,
  };
}

function askedBy(part: QuestionPart): AskedKind | null {
  switch (part.kind) {
    case "who":
      return namesOffice(part.text) ? PERSON : WHO;
    case "where":
      return WHERE;
    case "when":
      return WHEN;
    case "how-many":
    case "how-much":
      return FIGURE;
    case "which":
    case "what": {
      const noun = typeNoun(part.text);
      return (noun === null ? null : kindAskedBy(noun)) ?? OPEN;
    }
    case "how-long":
    case "whether":
    case "why":
    case "how":
    case "what-happened":
    case "disagreements":
    case "changes":
      return null;
  }
}

/** "Who is the governor of …", "Who was the first speaker": an office or a part that a person has. */
function namesOffice(text: string): boolean {
  const group =
    /^\W*who(?:se)? (?:is|was|are|were|will be|'s) (?:the |an? )?((?:[\p{L}'’-]+ ){0,3}?[\p{L}'’-]+)(?: of| at| in| for| on|\W*$)/iu.exec(
      text,
    )?.[1];
  const noun = group?.split(" ").at(-1)?.toLowerCase();
  return noun !== undefined && (kindsOf(noun) & bitsOf("occupation")) !== 0;
}

const COPULAS: ReadonlySet<string> = new Set(
  "is was are were be the a an s primary main official common current".split(" "),
);
const ENDS: ReadonlySet<string> = new Set(
  "of for in on at to by with from did do does has have had is was are were will would can and that which who".split(
    " ",
  ),
);
/** Words of a noun group looked through for what is asked. */
const REACH = 6;

/** "What sport is", "what is the genre of", "in which city did", "what type of music": the noun that names the kind. */
export function typeNoun(text: string): string | null {
  const words = splitIntoWords(text).map((word) => word.text.toLowerCase());
  let at = words.findIndex((word) => word === "what" || word === "which" || word === "what's") + 1;
  if (at === 0) return null;
  while (COPULAS.has(words[at] ?? "")) at += 1;
  let noun: string | null = null;
  for (let end = at; end < Math.min(words.length, at + REACH); end += 1) {
    const word = words[end] ?? "";
    if (word === "of" && noun !== null && TRANSPARENT_NOUNS.has(noun)) {
      noun = null;
      continue;
    }
    if (ENDS.has(word) || isStopWord(word)) {
      if (noun !== null) return noun;
      continue;
    }
    // "Which company runs the trams": a noun of the table is no verb.
    if (noun !== null && kindAskedBy(noun) && !kindAskedBy(word) && /(?:s|ed)$/u.test(word)) return noun;
    noun = word;
  }
  return noun;
}

/** Verbs that many may do at once. */
const SHARED =
  /\b(?:attend|attended|signed|sign|visited|visit|took part|take part|affected|included|include|joined|join|died|were killed|was hurt|spoke|speak|voted|condemned|reacted|supported|said|say|says|told|voiced|are|were)\b/u;
/** Words that make a slot hold one whatever its verb. */
const ONLY =
  /\b(?:first|last|only|biggest|largest|highest|lowest|captain|epicent(?:re|er)|winner|succeed|successor|capital)\b/u;

function holdsOf(part: QuestionPart): Slot["holds"] {
  const lower = part.text.toLowerCase();
  if (ONLY.test(lower)) return "one";
  const noun = typeNoun(part.text);
  if (noun !== null && /[^s]s$/u.test(noun) && !/(?:ss|us|is|sports|series|news)$/u.test(noun)) return "many";
  return SHARED.test(lower) && part.kind !== "where" ? "many" : "one";
}

const RANKS: ReadonlySet<string> = new Set(
  "first second third last final only next biggest largest smallest highest lowest strongest oldest youngest worst best".split(
    " ",
  ),
);

/** Stems of words that a question needs and its answer does not. */
export const EMPTY: ReadonlySet<string> = new Set(
  "associ affili known call primari main estim current type kind name".split(" "),
);
