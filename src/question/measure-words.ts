/** How a question that wants a figure opens, and what it then wants; the first that fits is taken. */
export type MeasureOpener = {
  readonly pattern: RegExp;
  /** Dimensions that fit; empty where any will do. */
  readonly dimensions: readonly string[];
  /** Family key of the thing, where the opener itself names it. */
  readonly noun: string | null;
  /** Family key of what befell it, where the opener itself says so. */
  readonly action?: string;
};

const WHAT_IS = String.raw`\b(?:what|which) (?:is|was|were|are|has been|had been)(?: the| [\p{L}.]+(?:['’]s|s['’]))?(?: \p{L}+){0,3}?`;
const opener = (words: string): RegExp => new RegExp(`${WHAT_IS} (?:${words})\\b`, "iu");

/** Words that make "by how many votes" ask for a lead. */
const CONTEST = String.raw`(?=[^?]{0,80}\b(?:ahead|behind|lead|leads|leading|led|win|wins|won|beat|beaten|beats|defeat\w*|trail\w*|edge\w*|elected)\b)`;
const PAY = String.raw`\b(?:how (?:much|big|large|high)(?: of)?|what|which)(?: (?:a|an|is the|was the))?(?: more)? (?:pay|wage|salary|wages)(?: (?:rise|increase|raise|hike|claim|demand|offer))?\b`;

export const MEASURE_OPENERS: readonly MeasureOpener[] = [
  {
    pattern: new RegExp(
      String.raw`\bby how (?:many (?:votes?|points?|seats?|delegates?|goals?|runs?|percentage points)|much|wide a margin)\b${CONTEST}`,
      "i",
    ),
    dimensions: ["count", "percentage-points", "percent"],
    noun: "lead",
  },
  {
    pattern:
      /\bhow (?:many (?:votes?|points?|seats?|delegates?|goals?|runs?|percentage points)|far|much)\b(?=[^?]{0,80}\b(?:ahead|behind)\b(?! of schedule))/i,
    dimensions: ["count", "percentage-points", "percent"],
    noun: "lead",
  },
  {
    pattern: /\b(?:leads?|margins?|majority|advantage)\b(?=[^?]{0,80}\bpercentage points?\b)/i,
    dimensions: ["percentage-points"],
    noun: "lead",
  },
  {
    pattern: opener("(?:leads?|margins?|majority|advantage)"),
    dimensions: ["count", "percentage-points", "percent"],
    noun: "lead",
  },
  {
    pattern: new RegExp(
      String.raw`${PAY}(?=[^?]{0,80}\b(?:want|wants|wanted|demand\w*|ask\w*|seek\w*|sought|claim\w*)\b)`,
      "i",
    ),
    dimensions: ["percent"],
    noun: "pay",
    action: "demand",
  },
  {
    pattern: new RegExp(String.raw`${PAY}(?=[^?]{0,80}\b(?:offer\w*|propos\w*)\b)`, "i"),
    dimensions: ["percent"],
    noun: "pay",
    action: "offer",
  },
  {
    pattern:
      /\b(?:what|which|how (?:large|big|high) an?) (?:share|percentage|proportion|fraction|percent|part) of (?:the |all )?(?:(?:registered|eligible|total) )?(?:electorate|voters|electors|population|people|citizens)\b(?=[^?]{0,80}\b(?:vote[ds]?|voting|turn(?:ed)? out|cast|took part|take part|polls?)\b)/i,
    dimensions: ["percent", "share"],
    noun: "turnout",
  },
  {
    pattern: /\bhow (?:high|low|big|large) was (?:the )?turnout\b/i,
    dimensions: ["percent", "share", "count"],
    noun: "turnout",
  },
  { pattern: /\bhow many\b/i, dimensions: ["count"], noun: null },
  {
    pattern: /\b(?:what|which) (?:share|percentage|proportion|fraction|percent) of\b/i,
    dimensions: ["percent", "share"],
    noun: null,
  },
  {
    pattern:
      /\b(?:what|which|when) (?:is|was|were|has been)(?: the| [\p{L}.]+(?:['’]s|s['’]))?(?: \p{L}+){0,3}? (?:deadliest|bloodiest|costliest|worst) (?:day|night|24 hours)\b/iu,
    dimensions: ["count"],
    noun: "person",
    action: "casualties",
  },
  {
    pattern: /\b(?:what|which) number of\b|^(?:the )?(?:total |overall )?number of\b/i,
    dimensions: ["count"],
    noun: null,
  },
  {
    pattern: /^(?:the )?(?:total|overall|current|latest)(?: [\p{L}.'’-]+){0,3}? (?:casualties|losses)\b/iu,
    dimensions: ["count"],
    noun: "person",
    action: "casualties",
  },
  { pattern: opener("(?:death|fatality) tolls?"), dimensions: ["count"], noun: "person", action: "kill" },
  {
    pattern: opener("casualties|losses|casualty (?:figures?|tolls?|counts?)"),
    dimensions: ["count"],
    noun: "person",
    action: "casualties",
  },
  { pattern: opener("(?:numbers?|counts?|tally|tallies|totals?) of"), dimensions: ["count"], noun: null },
  { pattern: /\bhow deep\b|\b(?:at|to) what depth\b/i, dimensions: ["length"], noun: "depth" },
  { pattern: opener("depth"), dimensions: ["length"], noun: "depth" },
  {
    pattern: /\bhow far\b(?= (?:from|away|off|out|north|south|east|west|is|was|were|are)\b)/i,
    dimensions: ["length"],
    noun: "distance",
  },
  {
    pattern: opener("(?:strongest |highest |top |peak |maximum )?(?:gusts?|wind speeds?|winds?)"),
    dimensions: ["speed"],
    noun: "wind",
  },
  {
    pattern: /\bhow (?:strong|fast|high) (?:was|were|is|are) the (?:\p{L}+ )?(?:gusts?|winds?)\b/iu,
    dimensions: ["speed"],
    noun: "wind",
  },
  {
    pattern:
      /\bhow (?:much|many (?:inches|millimet(?:re|er)s|centimet(?:re|er)s) of) (?:rain|rainfall|precipitation)\b/i,
    dimensions: ["length"],
    noun: "rain",
  },
  { pattern: /\bhow much (?=[^?]{0,80}\bweigh(?:s|ed)?\b)|\bhow heavy\b/i, dimensions: ["mass"], noun: null },
  {
    pattern:
      /\bhow many (?:people|citizens|residents|adults|persons) (?:are|were|is|was|have been)? ?(?:entitled|eligible|registered|allowed|able|qualified) to vote\b|\bhow (?:large|big) (?:is|was) the electorate\b/i,
    dimensions: ["count"],
    noun: "voter",
  },
  { pattern: opener("(?:size of the )?electorate"), dimensions: ["count"], noun: "voter" },
  { pattern: opener("magnitude"), dimensions: ["magnitude"], noun: "magnitude" },
  {
    pattern:
      /\bhow (?:strong|big|powerful|large) (?:was|is) (?:the|an?) (?:\p{L}+ )?(?:earthquake|quake|tremor|aftershock|shock|temblor)\b/iu,
    dimensions: ["magnitude"],
    noun: "magnitude",
  },
  { pattern: opener("(?:final |full-time )?score"), dimensions: ["score"], noun: null },
  { pattern: opener("turnout"), dimensions: ["percent", "count", "share"], noun: "turnout" },
  { pattern: opener("population"), dimensions: ["count"], noun: "person" },
  {
    pattern: opener(
      "(?=(?:revenues?|sales|profits?|earnings|losses|budgets?|prices?|costs?|fines?|deficits?|debts?|salar(?:y|ies)|valuations?) (?:of|for|in|at)\\b|(?:revenues?|profits?|earnings|budget|price|cost|deficit|debt|salary|valuation)\\W*$)",
    ),
    dimensions: ["money"],
    noun: null,
  },
  { pattern: opener("(?:sizes?|strength) of"), dimensions: ["count", "area", "length"], noun: null },
  { pattern: /\bhow much (?:money|did it cost|does it cost)\b/i, dimensions: ["money"], noun: null },
  {
    pattern:
      /\bwhat\b(?= (?:will|would|did|does|do|has|have|had|might|could|is|are|was|were)\b[^?]{0,80}\b(?:cost|costing|pay|paid|spen[dt]|earn(?:ed)?|owed?)\b)/i,
    dimensions: ["money"],
    noun: null,
  },
  {
    pattern:
      /\bwhat\b(?= (?:will|would|did|does|do|might|could)\b[^?]{0,60}\b(?:loss(?:es)?|damages?|costs?|bills?|fines?|claims?|debts?|bribes?|payments?|spending)\b[^?]{0,40}\b(?:amount|come|add up|run|total)\b)/i,
    dimensions: ["money"],
    noun: null,
  },
  {
    pattern:
      /\bhow (?:large|big|high)\b(?=[^?]{0,40}\b(?:fine|bill|budget|loan|debt|deficit|ransom|reward|price|payout|compensation|fee|bribe|donation|grant|subsidy|salary|pension)s?\b)/i,
    dimensions: ["money"],
    noun: null,
  },
  { pattern: /\bhow (?:large|big|strong|numerous)\b/i, dimensions: [], noun: null },
  { pattern: /\bhow fast\b/i, dimensions: ["speed", "duration"], noun: null },
  { pattern: /\bhow heavy\b/i, dimensions: ["mass"], noun: null },
  { pattern: /\bhow (?:hot|cold|warm)\b/i, dimensions: ["temperature"], noun: null },
  { pattern: /\bhow (?:far|wide|tall|deep|high)\b/i, dimensions: ["length"], noun: null },
  {
    pattern:
      /\bfor how long\b|\bhow long\b(?= (?:will|would|must|shall|should|did|does|do|has|have|had|can|could|may|might)\b)/i,
    dimensions: ["duration"],
    noun: null,
  },
  { pattern: /\bhow long\b/i, dimensions: ["length", "duration"], noun: null },
  {
    pattern:
      /\bhow much\b(?=[^?]{0,80}\b(?:pa(?:y|id)|cost|spen[dt]|earn|invest|fine|worth|owe|donat|lend|lent|borrow|raise|money|aid|damages?)\w*)/i,
    dimensions: ["money"],
    noun: null,
  },
  {
    pattern: /\b(?:by )?how much\b/i,
    dimensions: ["money", "percent", "percentage-points", "mass", "volume", "area", "energy", "power", "share", "data"],
    noun: null,
  },
];

/** Words that make a question ask for a rate. */
export const RATE_WORDS: readonly { readonly pattern: RegExp; readonly per: string }[] = [
  { pattern: /\b(?:a|per|each|every) day\b|\bdaily\b/i, per: "day" },
  { pattern: /\b(?:a|per|each|every) week\b|\bweekly\b/i, per: "week" },
  { pattern: /\b(?:a|per|each|every) month\b|\bmonthly\b/i, per: "month" },
  { pattern: /\b(?:a|per|each|every) year\b|\b(?:annually|yearly|annual)\b/i, per: "year" },
  { pattern: /\b(?:an|per|each|every) hour\b|\bhourly\b/i, per: "hour" },
  { pattern: /\b(?:a|per|each|every) minute\b/i, per: "minute" },
  {
    pattern: /\b(?:a|per|each|every) second\b(?! (?:time|day|week|month|year|half|round|man|woman|person))/i,
    per: "second",
  },
];

/** Words that ask for the most that ever was, not for any day's figure. */
export const RECORD_WORDS =
  /\b(?:deadliest|bloodiest|costliest|worst)\b|\b(?:highest|largest|greatest|biggest|most|record)\b[^?]{0,80}\b(?:in|within|on|during|over) (?:just |only )?(?:a|one|any|a single|any single|a given) (?:single )?(?:day|night)\b|\b(?:daily|one-day|single-day) record\b/i;

/** Words that ask for the whole, not for one day's or one place's share. */
export const WHOLE_WORDS =
  /\b(?:in all|in total|altogether|so far|overall|to date|total|since (?:the )?(?:[\w-]+ ){0,3}?(?:start|started|beginning|began|begun|outbreak|onset|launched|launch))\b/i;
