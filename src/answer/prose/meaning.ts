import { contentStems, splitIntoWords } from "../../text/words.ts";
import type { Cited } from "./cited.ts";
import { withoutFigures } from "./numbers.ts";

/** Words that turn or weigh what is said; those of a row stand for each other. */
const ROWS: readonly {
  /** `both`: a quote's own word of this row must not get lost either. */
  readonly kept: "both" | "added";
  readonly words: string;
}[] = [
  { kept: "both", words: "not no never none without neither nor nobody nothing cannot n't unable" },
  {
    kept: "both",
    words:
      "deny denied denies denying denial refute refuted refutes dispute disputed disputes reject rejects rejected refuse refused fail failed",
  },
  { kept: "both", words: "may might could can possibly perhaps maybe potentially" },
  { kept: "both", words: "allegedly alleged reportedly purportedly supposedly apparently unconfirmed unverified" },
  { kept: "both", words: "likely unlikely probably presumably expected forecast predicted projected" },
  { kept: "both", words: "if unless provided whether" },
  { kept: "both", words: "will would shall should going plan plans planned intend intends" },
  { kept: "both", words: "evidence sign signs indication indications" },
  { kept: "added", words: "all every each always entire whole whenever everyone everything" },
  { kept: "added", words: "only just alone sole solely merely" },
  { kept: "added", words: "most majority mostly mainly" },
  { kept: "added", words: "first" },
  { kept: "added", words: "last latest" },
  { kept: "added", words: "more higher larger greater increase increased rise rose risen grew grown" },
  { kept: "added", words: "less fewer lower smaller decrease decreased fall fell fallen dropped" },
  { kept: "added", words: "record highest largest biggest best worst lowest smallest deadliest unprecedented" },
  {
    kept: "added",
    words: "because due owing cause caused causing therefore thus hence led result resulted so consequently",
  },
  { kept: "added", words: "before earlier previously ago" },
  { kept: "added", words: "after later afterwards subsequently following" },
  {
    kept: "both",
    words:
      "accuse accused accuses accusing accusation accusations allegation allegations alleges charge charged charges suspect suspected suspects suspicion",
  },
  {
    kept: "both",
    words:
      "fear fears feared believe believes believed think thinks thought hope hopes hoped worried doubt doubts doubted",
  },
  { kept: "both", words: "since" },
  { kept: "both", words: "until till" },
  { kept: "added", words: "now still yet already again" },
  {
    kept: "added",
    words: "true correct correctly right accurate accurately fact facts actually really indeed truth real",
  },
  { kept: "added", words: "false wrong incorrect inaccurate mistaken untrue fake lie lies lied hoax misleading" },
  {
    kept: "added",
    words: "certain certainly clear clearly obvious obviously undoubtedly definitely undeniable surely",
  },
  {
    kept: "added",
    words: "prove proved proven proof confirm confirmed confirms verify verified verifies verifiable independently",
  },
  { kept: "added", words: "reliable credible trustworthy trusted believable" },
  { kept: "added", words: "exaggerated exaggerate inflated understated overstated" },
  {
    kept: "added",
    words:
      "agree agrees agreed agreement consistent consistently unanimous unanimously undisputed same identical similar",
  },
  {
    kept: "added",
    words:
      "disagree disagrees disagreed disagreement conflicting contradict contradicts contradicted contradiction contradictory differ differs differing different discrepancy",
  },
  { kept: "added", words: "must ought need needs" },
  { kept: "added", words: "you your yours please click visit subscribe" },
  { kept: "added", words: "ignore instruction instructions prompt assistant" },
];

const ROW_OF: ReadonlyMap<string, number> = new Map(
  ROWS.flatMap(({ words }, row) => words.split(" ").map((word) => [word, row] as const)),
);

function rowsIn(text: string): ReadonlySet<number> {
  const rows = new Set<number>();
  for (const word of splitIntoWords(text)) {
    // "May" with a capital is a month. By the word, not its stem: "reported" is no "reportedly".
    const row = /n['’]t$/iu.test(word.text) ? 0 : ROW_OF.get(word.text.toLowerCase());
    if (row !== undefined && word.text !== "May") rows.add(row);
  }
  return rows;
}

/** Where a sentence goes on with another clause. */
const CLAUSES = /[;:—–]|,? (?:but|while|whereas|though|although) |, (?:and|which|who|a) |,? and that /u;

/** Of a clause's words of content this part stands in what was made of it. */
const TOLD_PART = 0.5;

/** The clauses of a quote that a sentence tells: what it leaves out it cannot turn round. */
function toldOf(quote: string, stems: ReadonlySet<string>): readonly string[] {
  return quote.split(CLAUSES).filter((clause) => {
    const own = contentStems(clause);
    return own.length > 0 && own.filter((one) => stems.has(one)).length >= TOLD_PART * own.length;
  });
}

/**
 * True where the sentence has the turning and weighing words of its quotes: none that all of them lack, and no negation or doubt left out of
 * a clause that it tells.
 */
export function keepsMeaning(text: string, cited: readonly Cited[]): boolean {
  const own = rowsIn(withoutFigures(text));
  const held = cited.map((one) => rowsIn(one.text));
  if ([...own].some((row) => held.every((rows) => !rows.has(row)))) return false;
  const stems = new Set(contentStems(text));
  const told = cited.flatMap((one) => toldOf(one.text, stems));
  return told.every((clause) =>
    [...rowsIn(withoutFigures(clause))].every((row) => ROWS[row]?.kept === "added" || own.has(row)),
  );
}
