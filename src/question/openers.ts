import type { AnswerKind } from "./question.ts";

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** What follows "how" → the kind; any other word makes it `how`. */
export const AFTER_HOW: ReadonlyMap<string, AnswerKind> = new Map<string, AnswerKind>([
  ["many", "how-many"],
  ["few", "how-many"],
  ["long", "how-long"],
  ["soon", "when"],
  ["recently", "when"],
  ["come", "why"],
  ...(
    "much far big large tall high deep wide heavy fast old hot cold strong expensive close thick broad steep great powerful warm often frequently " +
    "small short young quickly severe wealthy rich densely dense cheap loud bright"
  )
    .split(" ")
    .map((word): [string, AnswerKind] => [word, "how-much"]),
]);

/** Question word → kind; `what`, `which` and `how` are decided by what follows. */
export const QUESTION_WORDS: ReadonlyMap<string, AnswerKind> = new Map<string, AnswerKind>([
  ["who", "who"],
  ["who's", "who"],
  ["whom", "who"],
  ["whose", "who"],
  ["when", "when"],
  ["when's", "when"],
  ["where", "where"],
  ["where's", "where"],
  ["why", "why"],
  ["why's", "why"],
  ["how", "how"],
  ["how's", "how"],
  ["what", "what"],
  ["what's", "what"],
  ["which", "which"],
  ["whether", "whether"],
]);

/** Question words that also open a relative or adverbial clause: in mid-sentence they ask nothing. */
export const RELATIVE_WORDS = words("who whom whose which when where whether");

/** Verbs that open a yes-or-no question, and that end the noun group after "what" or "how many". */
export const AUXILIARIES = words(
  "am is are was were be been being do does did has have had can could will would shall should may might must " +
    "isn't aren't wasn't weren't doesn't don't didn't hasn't haven't hadn't can't couldn't won't wouldn't shouldn't ain't cannot",
);

/** May stand before the question word: "In what year", "So who", "And by how much". */
export const LEAD_INS = words(
  "in on at by for from to of with during since until after before under over about against into through between among within around near " +
    "and but so or also then now well ok okay please hey hi hello exactly roughly approximately just only because",
);

/** "Could you tell me …": dropped from the front, the longest first; what follows is the question. */
export const POLITE_OPENERS: readonly (readonly string[])[] = [
  "i would like to know",
  "i'd like to know",
  "i want to know",
  "i am wondering",
  "i'm wondering",
  "i wonder",
  "can you please tell me",
  "could you please tell me",
  "can you tell me",
  "could you tell me",
  "would you tell me",
  "can you say",
  "could you say",
  "can you explain",
  "could you explain",
  "please tell me",
  "tell me",
  "tell us",
  "say",
  "do you know",
  "does anyone know",
  "do we know",
  "is it known",
  "is it clear",
  "do the sources say",
  "do the reports say",
  "do the documents say",
  "please explain",
  "please say",
  "explain",
  "let me know",
]
  .map((opener) => opener.split(" "))
  .sort((a, b) => b.length - a.length);

/** "Name the …", "List …": what is named comes after. */
export const IMPERATIVES = words(
  "name list give identify state find provide show specify mention describe outline recount",
);

/**
 * Pronouns and the like: no evidence needs to hold them, though Lucene's 33 stop words leave them in. With the question words,
 * auxiliaries, lead-ins and imperatives at the front these are no terms.
 */
export const EMPTY_WORDS = words(
  "i you we he she him her his hers its our your my me us them who whom whose which what when where why how whether there these those this that " +
    "many much few any some each every all both either neither else ever than too very also still just only please tell know exactly roughly " +
    "approximately actually really according called named known so do does did done doing has have having had is are was were am be been being " +
    "can could will would shall should may might must isn't aren't wasn't weren't doesn't don't didn't hasn't haven't hadn't can't couldn't " +
    "won't wouldn't shouldn't what's who's where's when's how's why's it's that's there's he's she's they're we're you're i'm s " +
    "about after before during from between among within around over under up out off while because since until against through " +
    "somebody someone anybody anyone however per via another other others own same such more most less least",
);

/** Pronouns that point back to an earlier part of the question. */
export const POINTING_BACK = words(
  "it its they them their theirs he him his she her hers this that those these ones one there then",
);

/** A question by its whole form. The first row that matches wins; `idle` words are no terms of such a question. */
export type WholeForm = {
  readonly kind: AnswerKind;
  readonly form: RegExp;
  readonly idle: ReadonlySet<string>;
};

const REPORTS =
  "(?:sources|reports|documents|outlets|articles|accounts|newspapers|papers|publications|media|stories|texts|versions|reporting|coverage|corpus)";
const DIFFER =
  "(?:disagree(?:s|d|ing)?|contradict(?:s|ed|ing)?|differ(?:s|ed|ing)?|diverge[sd]?|inconsistent|contradictory|at odds)";
const DIFFERENCE = "(?:disagreements?|contradictions?|discrepanc(?:y|ies)|inconsistenc(?:y|ies)|differences?)";
const FEW_WORDS = String.raw`(?: [^ ]+){0,4}`;
const IDLE_DIFFER = words(
  "sources source reports report documents document outlets articles accounts newspapers papers publications media stories texts versions reporting " +
    "coverage corpus disagree disagrees disagreed disagreement disagreements contradict contradicts contradiction contradictions contradictory " +
    "discrepancy discrepancies inconsistent inconsistency inconsistencies differ differs different difference differences diverge conflicting conflict " +
    "odds dispute disputed list show facts figures points matters things issues main",
);
const IDLE_HAPPENED = words(
  "happen happens happened happening latest news new update updates going know known summary summarise summarize overview describe outline recount " +
    "brief situation development developments story going say says said sources reports find give show tell recent recently",
);

const IDLE_CHANGED = words("change changes changed between since from total figure figures number");

/** Forms of words matched in lower case with single spaces; each is linear: no quantifier stands inside another. */
export const WHOLE_FORMS: readonly WholeForm[] = [
  // "the reports on Peru differ", but not "reports of the conflict"
  {
    kind: "disagreements",
    form: new RegExp(
      `\\b${REPORTS}${FEW_WORDS} ${DIFFER}\\b|\\b${REPORTS} conflict\\b|\\bconflicting (?:figures|claims|numbers|${REPORTS})`,
      "u",
    ),
    idle: IDLE_DIFFER,
  },
  {
    kind: "disagreements",
    form: new RegExp(`\\b${DIFFERENCE}${FEW_WORDS} (?:between|among|in|across|from)${FEW_WORDS} ${REPORTS}\\b`, "u"),
    idle: IDLE_DIFFER,
  },
  {
    kind: "disagreements",
    form: /^(?:what|which|where|list|show|name|give me|are there|is there)(?: are| is)?(?: the| any| all| all the| me the)?(?: main)? (?:disagreements?|contradictions?|discrepanc(?:y|ies)|inconsistenc(?:y|ies)|(?:points|facts|figures|things|matters) (?:are )?(?:in dispute|disputed))\b/u,
    idle: IDLE_DIFFER,
  },
  { kind: "disagreements", form: /^what(?:'s| is| are)? (?:in dispute|disputed)\b/u, idle: IDLE_DIFFER },
  {
    kind: "changes",
    form: /^(?:and |so )?(?:what|how much)(?: has| have| had| else| all)* changed\b|^what (?:are|were) the changes\b|^how (?:has|have|did)\b.* changed? (?:between|from|since)\b/u,
    idle: IDLE_CHANGED,
  },
  {
    kind: "what-happened",
    form: /^(?:and |so |but )?what(?: else)?(?: has| have| had| will| did| does)? happen(?:ed|s|ing)?\b/u,
    idle: IDLE_HAPPENED,
  },
  {
    kind: "what-happened",
    form: /^(?:and |so )?what(?:'s| is| was| has been| are| were)(?: been)?(?: currently| now)? (?:happening|going on)\b/u,
    idle: IDLE_HAPPENED,
  },
  {
    kind: "what-happened",
    form: /^what(?:'s| is| are| was| were)? (?:new|the (?:latest|newest|news|situation|story|current state of|current status of|most recent|recent developments|developments))\b/u,
    idle: IDLE_HAPPENED,
  },
  {
    kind: "what-happened",
    form: /^what (?:is|was|do we|do you|can you|do the (?:sources|reports|documents)|does the corpus) (?:known|know|say|tell me|tell us) (?:about|of|on)\b/u,
    idle: IDLE_HAPPENED,
  },
  {
    kind: "what-happened",
    form: /^(?:please )?(?:can you |could you )?(?:tell (?:me|us)(?: more| something| everything)? (?:about|of|on)|describe|outline|recount|summari[sz]e|brief (?:me|us) on|give (?:me|us) (?:a summary|an overview|the latest|an update|the news)|update (?:me|us) on)\b/u,
    idle: IDLE_HAPPENED,
  },
  {
    kind: "what-happened",
    form: /^(?:any |the )?(?:latest|news|update|updates|summary|overview)(?: news)? (?:on|about|of|from)\b/u,
    idle: IDLE_HAPPENED,
  },
  {
    kind: "whether",
    form: /^(?:is|was) it (?:true|correct|the case|right|a fact) that\b/u,
    idle: words("true correct case right fact"),
  },
  {
    kind: "why",
    form: /^what (?:caused|causes|led to|prompted|triggered|motivated|explains)\b/u,
    idle: words("caused causes led prompted triggered motivated explains"),
  },
  { kind: "why", form: /^(?:for )?what (?:for|reasons?)\b/u, idle: words("reason reasons") },
];
