/**
 * What a point after an abbreviation means for the end of a sentence:
 * `before-name` never ends one where a capital follows ("Gen. Smith"); `before-number` never where a figure follows ("No. 5",
 * "Nov. 10"); `inside` never ends one ("e.g."); `either` ends one only where a word follows that often begins sentences and never a
 * name ("Acme Inc. The", but "Acme Inc. Chief Executive").
 */
export type AbbreviationKind = "before-name" | "before-number" | "inside" | "either";

/** Without their last point, capitalised as they are written: "sat" is a word, "Sat" a day. */
const ROWS: readonly (readonly [AbbreviationKind, string])[] = [
  [
    "before-name",
    "Mr Mrs Ms Mx Messrs Mme Mlle Dr Drs Prof Hon Rev Fr Msgr Pres Gov Lt.Gov Sen Sens Rep Reps Amb Sec Atty Dist",
  ],
  [
    "before-name",
    "Gen Maj.Gen Lt.Gen Brig Brig.Gen Col Lt.Col Lt Cmdr Cdr Lt.Cmdr Adm V.Adm Capt Maj Sgt Sgts Cpl Pvt Pfc Spc Cmdt Comdr",
  ],
  ["before-name", "Insp Supt Det Const Ald Asst Dep Archbp Bp Sra Srta Univ Dept Gens Cols Lts Profs Revs Govs"],
  ["before-name", "vs Vs v"],
  [
    "before-number",
    "No Nos no nos Nr N° Nº № p pp P PP vol Vol vols ch Ch chap Chap sec art Art fig Fig figs Figs para par pt Pt eq Eq ver Rs ext",
  ],
  ["before-number", "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun"],
  ["before-number", "ca c approx Approx est min max tel Tel"],
  ["inside", "e.g i.e E.g I.e eg ie cf viz Cf"],
  [
    "either",
    "Inc Corp Ltd Co Cos LLC L.L.C plc Plc PLC Bros Jr Sr Esq etc al co inc ltd jr Mfg Intl Assn Assoc Ph.D M.D B.A M.A Ed ed eds dept govt",
  ],
  ["either", "St Ste Mt Ft Pt ave Ave st rd Rd Blvd blvd Hwy Sq sq Pl"],
  [
    "either",
    "Ala Ariz Ark Calif Cal Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Penn Tenn Tex Vt Va",
  ],
  ["either", "Wash Wis Wyo Ont Que Alta Sask Man Obl"],
];

const KINDS: ReadonlyMap<string, AbbreviationKind> = new Map(
  ROWS.flatMap(([kind, words]) => words.split(" ").map((word): [string, AbbreviationKind] => [word, kind])),
);

/** Kind of an abbreviation written without its last point; null where the word is none. Where a word has two readings the later row holds. */
export function abbreviationKind(word: string): AbbreviationKind | null {
  return KINDS.get(word) ?? null;
}

const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Words that begin sentences and no names, lower case: after "U.S." or "Inc." one of them means that a sentence has ended. */
export const SENTENCE_STARTERS: ReadonlySet<string> = list(
  "a about above according across additionally after afterwards again against ago albeit all almost along already also although amid among an and another " +
    "any anyone anything are around as asked at away back because been before behind being below besides between both but by can could " +
    "critics despite did do does during each earlier early eight either eleven even eventually every everyone everything except few finally five for " +
    "four from further furthermore had has have having he her here hers his how however hundreds i if in indeed instead into is it its itself just " +
    "last late later let many may maybe meanwhile might more moreover most much must my nearly neither never nevertheless next nine no nobody " +
    "none nonetheless nor not nothing now of off often on once one only or other others our out over overnight people perhaps recently " +
    "scores separately seven several shall she should similarly since six so some someone something soon still such ten than that the " +
    "their them then there therefore these they this those though thousands three through throughout thus to today together tomorrow tonight " +
    "too toward towards twelve two under unlike until up upon was we well were what when where whether which while who whom whose why " +
    "will with within without would yesterday yet you your it's he's she's they're we're i'm i've that's there's don't",
);

/** Verbs of saying in the forms in which they follow a quotation: `"Why?" Smith asked.` is one sentence. */
export const SPEECH_VERBS: ReadonlySet<string> = list(
  "said says say told tells asked asks added adds wrote writes replied replies answered answers argued argues announced announces " +
    "claimed claims commented continued declared declares demanded exclaimed explained explains insisted insists joked noted notes " +
    "recalled remarked repeated responded shouted cried stated states stressed suggested tweeted posted warned warns wondered yelled quipped",
);

/** Prepositions that open a sentence with its time: "At 5 a.m. Mr. Smith went …" goes on after the point. */
export const OPENING_PREPOSITIONS: ReadonlySet<string> = list(
  "about after around as at before between by from just on shortly since until",
);

/** After "a.m." or "p.m." these go on with the time, lower case: "10 a.m. Moscow time", "6 p.m. EST", "9 a.m. Monday". */
export const TIME_WORDS: ReadonlySet<string> = list(
  "time est edt et cst cdt ct mst mdt mt pst pdt pt gmt utc bst cet cest eet eest msk ist jst kst aest aedt monday tuesday wednesday thursday " +
    "friday saturday sunday january february march april june july august september october november december local",
);
