import type { Claim } from "../claims/claim.ts";
import { stem } from "../text/stem.ts";
import type { Context } from "./world.ts";

/**
 * What makes people come to harm or things close. Two claims whose sentences or titles name causes, and none in
 * common, tell of two events. A word may stand in several rows: a blast may be an attack.
 */
const CAUSES: readonly { readonly key: string; readonly words: string }[] = [
  { key: "earthquake", words: "earthquake quake temblor tremor aftershock epicenter epicentre seismic tsunami" },
  {
    key: "flood",
    words: "flood flooding floodwater deluge dam monsoon downpour landslide mudslide tsunami storm hurricane",
  },
  { key: "storm", words: "storm hurricane typhoon cyclone tornado twister gale thunderstorm blizzard squall landfall" },
  { key: "slide", words: "landslide mudslide avalanche rockslide collapse" },
  { key: "fire", words: "fire blaze wildfire bushfire inferno arson explosion blast" },
  { key: "crash", words: "crash collision derailment derail collide pileup plane helicopter train bus airliner" },
  { key: "shipwreck", words: "ferry capsize sink sank sunk shipwreck boat dinghy vessel ship" },
  { key: "shooting", words: "shooting gunman gunmen gunfire shooter" },
  {
    key: "attack",
    words:
      "attack strike airstrike missile drone shell shelling bomb bombing bombardment rocket raid offensive blast explosion assault ambush gunmen war invasion troop",
  },
  { key: "explosion", words: "explosion blast explode bomb gas" },
  { key: "crush", words: "stampede crush" },
  { key: "collapse", words: "collapse earthquake" },
  { key: "eruption", words: "volcano eruption erupt lava ash" },
  {
    key: "disease",
    words: "outbreak virus cholera measles ebola covid flu influenza epidemic pandemic dengue malaria infection",
  },
  { key: "heat", words: "heatwave heat heatstroke" },
  { key: "cold", words: "freeze frost blizzard" },
  { key: "protest", words: "protest protester demonstration riot unrest clash rally march" },
  { key: "labour", words: "strike walkout union picket" },
  { key: "vote", words: "election vote referendum ballot runoff" },
];

/** One bit a row of CAUSES; there are fewer than 31. */
const BITS: ReadonlyMap<string, number> = new Map(CAUSES.map((row, at) => [row.key, 1 << at]));

/** The bits of `Context.causes` for these kinds of cause. */
export function causeBits(keys: readonly string[]): number {
  return keys.reduce((bits, key) => bits | (BITS.get(key) ?? 0), 0);
}

const CAUSES_BY_STEM: ReadonlyMap<string, number> = causesByStem();

function causesByStem(): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const row of CAUSES) {
    for (const word of row.words.split(" ")) found.set(stem(word), (found.get(stem(word)) ?? 0) | causeBits([row.key]));
  }
  return found;
}

// They stand with a capital everywhere and name no event.
const CALENDAR: ReadonlySet<string> = new Set(
  "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec".split(
    " ",
  ),
);

function causesIn(text: string): number {
  let causes = 0;
  for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? []) causes |= CAUSES_BY_STEM.get(stem(word)) ?? 0;
  return causes;
}

/** Words with a capital that do not begin the text, weekdays and months left out, lower case. */
function namesIn(text: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const match of text.matchAll(/\p{Lu}[\p{L}\p{N}]+/gu)) {
    const name = match[0].toLowerCase();
    if (match.index > 0 && !CALENDAR.has(name)) names.add(name);
  }
  return names;
}

const STRETCH =
  /\b(first|second|third|fourth|1st|2nd|3rd|4th|last)[- ](quarter|half|nine months|six months)\b|\bq([1-4])\b|\b(?:full|whole|financial|fiscal|business)[- ](?:year)\b|\bannual\b/i;

const ORDINALS: Readonly<Record<string, string>> = {
  first: "1",
  "1st": "1",
  second: "2",
  "2nd": "2",
  third: "3",
  "3rd": "3",
  fourth: "4",
  "4th": "4",
};

/** "second-quarter", "Q2" → "2 quarter"; "full year" → "year"; "" where none is named. */
function stretchIn(text: string): string {
  const match = STRETCH.exec(text);
  if (!match) return "";
  if (match[3]) return `${match[3]} quarter`;
  const [, which, of] = match;
  return which && of ? `${ORDINALS[which.toLowerCase()] ?? which.toLowerCase()} ${of.toLowerCase()}` : "year";
}

/** Words by which a text says what a figure takes in or leaves out, beside the figures that do so by their place or time. */
const DELIMITS = new RegExp(
  [
    String.raw`\b(?:not|without|also|even|only|and|when) (?:counting|including)\b`,
    String.raw`\bcounting (?:also|those|only|all|both|every|people|\p{L}+ (?:and|or|as well))\b`,
    String.raw`\b(?:excludes?|excluding|excluded|disregarding|discounting)\b`,
    String.raw`\b(?:leav(?:e|es|ing)|left) out\b`,
    String.raw`\b(?:does|do|did) not (?:include|count|cover|take in)\b`,
    String.raw`\b(?:votes?|people|those|\p{L}+s) included\b`,
    String.raw`\b(?:covers?|covering|counts?|applies|refers?)\b[^.;]{0,60}\b(?:alone|only)\b`,
    String.raw`\b(?:covers?|counts?|includes?|applies) only\b`,
    String.raw`\b(?:figure|number|total|count|toll|sum|tally)\b[^.;]{0,40}\bincludes?\b`,
    String.raw`\bapart from\b|\bas well as those\b|\bon top of\b`,
  ].join("|"),
  "iu",
);

/** Words by which a text says that a figure is no longer what it was. */
const CHANGES = new RegExp(
  [
    String.raw`\b(?:has|have|had|'s|’s) (?:since |now |meanwhile |already |further )?(?:risen|climbed|grown|reached|fallen|dropped|melted|shrunk|narrowed|widened|increased|decreased|jumped|soared|swollen|doubled|tripled|slipped|eased|come down|gone up|gone down|been (?:raised|cut|lowered|revised|corrected))\b`,
    String.raw`\b(?:rose|climbed|fell|dropped|shrank|narrowed|widened|grew|jumped|swelled|melted) (?:further |again )?(?:to|from)\b`,
    String.raw`\b(?:rises|climbs|falls|drops|shrinks|narrows|widens|grows|jumps|swells) (?:further |again )?to\b`,
    String.raw`\b(?:down|up) from\b|\bno longer\b|\bends? up with\b|\bended up with\b`,
    String.raw`\bnow (?:stands?|wants?|puts?|says?|at|counts?|expects?|speaks?|demands?|asks?|offers?|plans?|intends?)\b`,
    String.raw`\bthan (?:\p{L}+ ){1,3}had (?:first|initially|earlier|previously|originally)\b`,
    String.raw`\b(?:more|fewer|less) than (?:was |were |had been )?(?:first |initially |earlier |previously |originally )?(?:announced|reported|thought|stated|given|counted)\b`,
    String.raw`\b(?:raised|cut|cuts|lowered|increased|reduced|revised|corrected|trimmed|lifted) (?:its|his|her|their|the) (?:\p{L}+ ){0,3}(?:figure|toll|estimate|forecast|demand|count|number|target|guidance|outlook|total|offer)s?\b`,
  ].join("|"),
  "iu",
);

const PERFECT = /\b(?:has|have)(?: (?:now|already|so far|since|also|been))* \p{L}+(?: \p{L}+){0,2}\s*$/iu;

/** "46 of the 101 seats", "five of the district's 11". */
const WHOLE =
  /^\s*(?:\p{L}+ )?(?:of|out of) (?:(?:the|its|their|all|a|total)\b\s*)*(?:[\p{L}.'’-]+ ){0,2}?(\d[\d,.]*\d|\d)\b/iu;

/** "Licensed to carry 190 people", "room for 200": what could be is not what was. */
const ABILITY =
  /\b(?:licen[sc]ed|permitted|allowed|certified|designed|built|approved|able|equipped) (?:to|for)(?: \p{L}+){0,3}\s*$|\b(?:room|space|seats|capacity|berths|beds) (?:for|of)(?: \p{L}+){0,2}\s*$/iu;

/** "48 of the 101 seats": what others are a part of. */
const OUT_OF = /\bof (?:(?:all|the|its|their) )+(?:[\p{L}.]+['’]s )?$/iu;

/** "At the town's own hospital 25 operations were put off": a figure of one house among many. */
const LOCAL =
  /^\W*(?:at|in|on) (?:the|its|his|her|our|one|another|this) [^,.;:]{0,40}?\b(?:hospital|clinic|ward|school|plant|factory|depot|station|branch|site|prison|camp|hotel|stadium|port|harbou?r|terminal|district|village|town|suburb|square|street|line|route)\b/iu;

const FOR_ONE = /^\s*(?:\p{L}+ ){0,2}(?:voted|votes|cast|ballots)(?: (?:their|votes|ballots))* for\b/iu;

const PROJECTED =
  /\b(?:would|could|might|projected|forecast|on course|on track|expected|likely|predicted|poised)\b[^.;:]{0,60}$/iu;

const HYPOTHETICAL = /^\W*if\b|,\s+if\b[^.]*\bwould\b|\bwould\b[^.]*\bif\b/iu;

/** "Five of the district's 11 seats": whose they are, where a common noun tells. */
const POSSESSOR = /(\p{Ll}+)['’]s\s*$/u;

/** "Will cut 1,200 jobs by 2032", "450 jobs are to go": a plan has no day of its own. */
const PLAN =
  /\b(?:will|would|shall|(?:plan|intend|want|propose|aim|hope|expect)(?:s|ed)? to|(?:is|are|was|were) (?:to|going to|set to|due to|expected to))\b[^.;]{0,60}$/iu;

/** Characters behind a value in which it is said how long it took. */
const LENGTH_REACH = 70;

const LENGTH =
  /\b(?:in|within|over|during|for) (?:just |only |about |around )?(?:(?:the|a|an|one|past|last|same|single|space of) )*(\d+|two|three|four|five|six|seven|ten|twelve)? ?(hour|day|week|month|year)s?\b/iu;

/** "84 mm fell in 24 hours" → "1 day", "in the month" → "1 month"; "" where no length is said. */
function lengthIn(behind: string): string {
  const match = LENGTH.exec(behind);
  const unit = match?.[2]?.toLowerCase();
  if (!match || unit === undefined) return "";
  const count = match[1]?.toLowerCase() ?? "1";
  return count === "24" && unit === "hour" ? "1 day" : `${count} ${unit}`;
}

const HISTORY =
  /\b(?:since|in|of) (?:\p{L}+ )?\d{4},? when\b[^.;]*$|\b(?:previous|last|earlier) (?:\p{L}+ ){1,3}(?:on|in) [^.;,]*\d{4}[^.;]*$/iu;

const EARLIER =
  /\b(?:from|instead of|rather than|than the|(?:earlier|previous|first|initial) (?:\p{L}+ ){0,3}(?:of|at)|had (?:\p{L}+ ){0,3}(?:of|at|given|counted|reported|put))(?: (?:about|some|around|just|only|at least))?\s*$/iu;

/** Where a claim stands, as text. */
export type Surroundings = {
  readonly title: string;
  /** The whole sentence of the claim. */
  readonly sentence: string;
  /** What of its sentence stands before the value. */
  readonly before?: string;
  /** What of it stands behind the value. */
  readonly behind?: string;
  /** The first sentences of its document. */
  readonly lead: string;
};

/**
 * What the words around a claim tell of its event. Causes are those of the sentence; where it names none, those of the
 * title.
 */
function readContext({ title, sentence, before = "", behind = "", lead }: Surroundings): Context {
  const inSentence = causesIn(sentence);
  return {
    delimits: DELIMITS.test(sentence),
    changes: CHANGES.test(sentence),
    perfect: PERFECT.test(before),
    earlier: EARLIER.test(before),
    history: HISTORY.test(before),
    local: LOCAL.test(before),
    forOne: FOR_ONE.test(behind),
    plan: PLAN.test(before),
    projected: PROJECTED.test(before),
    possessor: POSSESSOR.exec(before)?.[1]?.toLowerCase() ?? "",
    lasts: lengthIn(behind.slice(0, LENGTH_REACH)),
    whole: WHOLE.exec(behind)?.[1] ?? "",
    stretch: stretchIn(sentence) || stretchIn(title) || stretchIn(lead),
    ability: ABILITY.test(before),
    outOf: OUT_OF.test(before),
    hypothetical: HYPOTHETICAL.test(sentence),
    causes: inSentence !== 0 ? inSentence : causesIn(title),
    names: namesIn(sentence),
    leads: namesIn(lead),
    words: `${title} ${sentence}`.toLowerCase(),
  };
}

const CONTEXTS = new WeakMap<Claim, Context>();

/** Reads each claim's context once; it is kept as long as the claim, whose surroundings do not change. */
export function contextReader(around: (claim: Claim) => Surroundings): (claim: Claim) => Context {
  return (claim) => {
    let context = CONTEXTS.get(claim);
    if (!context) {
      context = readContext(around(claim));
      CONTEXTS.set(claim, context);
    }
    return context;
  };
}
