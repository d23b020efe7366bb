import type { Counted, Event, Period } from "./claim.ts";
import { contains } from "../text/span.ts";
import { isKnownAction, isNeutral, ownersAreAgents } from "./families.ts";
import { foldName } from "../text/names.ts";
import type { Proto } from "./proto.ts";
import { isWholeOfOther } from "./reading.ts";
import { isCompared } from "./setting.ts";

/** A proto whose gaps are filled from what was said before it. */
export type Settled = Proto & {
  /** Index of the earlier figure whose noun it takes, null where it has its own. */
  readonly antecedent: number | null;
  /** True where it names a part of the antecedent ("including", "of which", "of them"). */
  readonly part: "part" | "whole";
  readonly period: Period | null;
};

/** Sentences back that an undated event may take its day from. */
const DATE_REACH = 2;

/** A sentence that gave a day. */
export type Dated = {
  readonly index: number;
  readonly heading: number | null;
  readonly period: Period;
  /** Its first noun, where it points back with "the", "these", "they": "The drones came between 7 and 10." */
  readonly pointsTo: string | null;
};

/** What the sentence of this index gave; `dated` is in order of its indices, one a sentence. Undefined where it gave no day. */
export function datedAt(dated: readonly Dated[], index: number): Dated | undefined {
  let [low, high] = [0, dated.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((dated[middle]?.index ?? Infinity) < index) low = middle + 1;
    else high = middle;
  }
  return dated[low]?.index === index ? dated[low] : undefined;
}

/** Sentences of a paragraph that are looked through for what a figure leaves out: nobody reads back further, and texts without paragraphs are long. */
const PARAGRAPH_REACH = 50;

/** The last earlier figure that passes, among those of the same paragraph or a few sentences back; −1 where none does. Figures stand in text order. */
function lastNear(proto: Proto, before: readonly Settled[], passes: (one: Settled) => boolean): number {
  const { index, sentence } = proto.reading;
  for (let at = before.length - 1; at >= 0; at -= 1) {
    const one = before[at];
    if (one === undefined) return -1;
    const back = index - one.reading.index;
    const isNear =
      back <= DATE_REACH || (one.reading.sentence.paragraph === sentence.paragraph && back <= PARAGRAPH_REACH);
    if (!isNear) return -1;
    if (passes(one)) return at;
  }
  return -1;
}

/** Fills in what a figure's own sentence leaves out; null where it counts nothing that can be told. */
export function inherit(proto: Proto, before: readonly Settled[], dated: readonly Dated[]): Settled | null {
  const { counting } = proto;
  const paragraph = proto.reading.sentence.paragraph;
  const near = lastNear(proto, before, (one) => one.reading.sentence.paragraph === paragraph && isCounted(one));
  const own = (one: Settled): boolean => one.reading.index === proto.reading.index && isCounted(one);
  const parts = lastNear(proto, before, (one) => own(one) && !isWholeOfOther(one.reading, one.figure));
  const inSentence = parts >= 0 ? parts : lastNear(proto, before, own);
  // What a figure is held against is of another time.
  const period =
    proto.ownTime ??
    proto.farTime ??
    (isCompared(proto.reading, proto.at) ? null : earlierPeriod(proto, before, dated));
  if (counting.kind !== "earlier") {
    const nominal = nominalSource(proto, before);
    if (nominal) return { ...proto, counted: nominal.counted, antecedent: null, part: "whole", period };
    const counted = withOwners(proto.counted, proto.event, near >= 0 ? before[near] : undefined);
    const apposed = counting.kind === "noun" && counting.via === "of-them";
    const included = inSentence >= 0 && (apposed || follows(proto, "including"));
    const listed = included && (proto.happening.range?.from ?? -1) <= (before[inSentence]?.at ?? -1);
    const silent = proto.event.action === null || listed || apposed;
    const event = included && silent ? (before[inSentence]?.event ?? proto.event) : proto.event;
    const within = included && (apposed || isSameThing(counted, before[inSentence]?.counted));
    return {
      ...proto,
      counted,
      event: withoutForeignAgents(event, counted),
      antecedent: within ? inSentence : null,
      part: within ? "part" : "whole",
      period: within && proto.ownTime === null ? (before[inSentence]?.period ?? period) : period,
    };
  }
  const fronted = lastNear(
    proto,
    before,
    (one) => one.reading.index === proto.reading.index && counting.whole !== undefined && one.at === counting.whole,
  );
  const told = inSentence < 0 && counting.why === "list" ? sameMeasureBefore(proto, before) : -1;
  const under = (): number => (near >= 0 ? near : nearestUnderHeading(proto, before));
  const from = [fronted, inSentence, told].find((one) => one >= 0) ?? under();
  const crowd = told >= 0 || from < 0 ? crowdOf(proto) : null;
  if (crowd && !isOfPeople(before[from])) return { ...proto, ...crowd, antecedent: null, part: "whole", period };
  const source = before[from];
  if (!source) {
    if (counting.why !== "others") return null;
    return {
      ...proto,
      counted: { head: "person", written: "others", modifiers: [], owners: [] },
      antecedent: null,
      part: "whole",
      period,
    };
  }
  // A number without a noun far from any list is no claim that we can name, unless its sentence points back.
  if (counting.why === "list" && inSentence < 0 && told < 0 && !pointsBack(proto)) return null;
  if (!sameMeasure(proto, source)) return null;
  const inList = counting.why === "including" || (counting.why === "list" && inSentence >= 0);
  const pointing = counting.why === "generic" || counting.why === "list";
  const silent =
    proto.event.action === null || isNeutral(proto.event.action) || (pointing && !isKnownAction(proto.event.action));
  // "killing 12 people and injuring 80": the list goes on under a verb of its own.
  const ownVerb =
    inSentence >= 0 && !silent && (proto.happening.range?.from ?? -1) > source.at && counting.why === "list";
  const event: Event = (inList && !ownVerb) || silent ? source.event : proto.event;
  const counted =
    counting.why === "others" && EVENT_NOUNS.has(source.counted.head)
      ? { ...source.counted, head: "person" }
      : source.counted;
  const part = counting.why === "of-which" || counting.why === "including" ? "part" : "whole";
  return {
    ...proto,
    counted: {
      ...counted,
      owners: ownersInList(proto, source),
    },
    event,
    antecedent: from,
    part,
    // What is worked out from a figure, or listed beside it, is of the same time.
    period:
      proto.ownTime ??
      (inSentence < 0 ? proto.farTime : null) ??
      ((inSentence >= 0 || counting.why === "list") && !isCompared(proto.reading, proto.at) ? source.period : period),
  };
}

/** Sentences back that a figure which somebody gives without a noun may speak of: "The union spoke of 23,500." */
const TOLD_REACH = 2;

const CROWD_WORD = /\b(?:crowds?|march|marche[sd]|rall(?:y|ies)|demonstrations?|protests?|parade|vigil)\b/i;

const isOfPeople = (one: Settled | undefined): boolean =>
  one !== undefined && (one.counted.head === "protester" || PEOPLE.has(one.counted.head));

/** "The crowd filled two bridges. Police claimed 18,000": who gives a bare figure of a march counts heads. */
function crowdOf({ reading, counted, event, figure }: Proto): Pick<Proto, "counted" | "event"> | null {
  if (figure.quantity.dimension !== "count" || !reading.attributions.some((each) => each.speaker !== null)) return null;
  if (!CROWD_WORD.test(`${reading.before} ${reading.text}`)) return null;
  return { counted: { ...counted, head: "protester" }, event: { ...event, action: "rally" } };
}

/** The nearest earlier figure of the same measure, for a bare figure that somebody is credited with; −1 where there is none. */
function sameMeasureBefore(proto: Proto, before: readonly Settled[]): number {
  const { reading, figure } = proto;
  const credited = reading.attributions.some(
    (each) => each.speaker !== null && each.credited.some((span) => contains(span, figure.number)),
  );
  // "more than 1,400 had come, the Red Cross said": a verb of its own is done by others than those counted before.
  const { action } = proto.event;
  const share = figure.quantity.dimension === "share" || figure.quantity.dimension === "percent";
  if (!credited || (!share && proto.happening.range !== null && !isNeutral(action))) return -1;
  return lastNear(
    proto,
    before,
    (one) =>
      isCounted(one) &&
      !isWholeOfOther(one.reading, one.figure) &&
      one.reading.sentence.heading === reading.sentence.heading &&
      reading.index - one.reading.index <= TOLD_REACH &&
      sameMeasure(proto, one),
  );
}

/** True where two figures measure alike; a bare "6.8" may be a magnitude. */
function sameMeasure(one: Proto, source: Settled): boolean {
  const [own, other] = [one.figure.quantity.dimension, source.figure.quantity.dimension];
  const strength = other === "magnitude" || source.counted.head === "magnitude";
  const low = one.figure.quantity.said.low ?? 0;
  if (strength && own === "count") return low < LARGEST_MAGNITUDE;
  return own === other;
}

/** No earthquake has been stronger. */
const LARGEST_MAGNITUDE = 10;

/** Things that contests share out: each figure of a list is another's. */
const SHARED_OUT: ReadonlySet<string> = new Set(["seat", "vote"]);

/** "the Alliance has 35 seats, Homeland 28, Green Coast (eight)": whose each figure is. */
function ownersInList(proto: Proto, source: Settled): readonly string[] {
  if (proto.counted.owners.length > 0) return proto.counted.owners;
  if (!SHARED_OUT.has(source.counted.head)) return source.counted.owners;
  const { tokens, nouns } = proto.reading.phrases;
  const before = tokens[proto.at - 1]?.text === "(" ? proto.at - 1 : proto.at;
  const group = nouns.find((each) => each.to === before && each.head >= 0);
  const names = tokens.slice(group?.from ?? 0, group?.to ?? 0).filter((token) => token.tag === "PROPN");
  return names.length > 0 ? [`name:${foldName(names.map((token) => token.text).join(" "))}`] : source.counted.owners;
}

/** Sentences back that "42 late openings" may take what opened late from. */
const NOMINAL_REACH = 5;

/** "Seventeen stations opened late. … 42 late openings": the earlier figure of those to which the same was done. */
function nominalSource(proto: Proto, before: readonly Settled[]): Settled | undefined {
  const { counting, happening, event, reading } = proto;
  if (counting.kind !== "noun" || happening.range?.from !== counting.head) return undefined;
  // "300 losses" counts losses, "42 openings" what opened.
  if (!/(?:ings?|ations?|ments?|als|ures?)$/.test(reading.phrases.tokens[counting.head]?.lower ?? "")) return undefined;
  return before.findLast(
    (one) =>
      one.event.action === event.action &&
      one.counted.head !== proto.counted.head &&
      reading.index - one.reading.index <= NOMINAL_REACH,
  );
}

/** Norway may mass troops, "including 300 Danes": those are not sent by Norway. */
function withoutForeignAgents(event: Event, counted: Counted): Event {
  if (!ownersAreAgents(event.action) || counted.owners.length === 0) return event;
  return counted.owners.some((owner) => event.agents.includes(owner)) ? event : { ...event, agents: [] };
}

const isCounted = (one: Proto): boolean => one.counted.head !== "";

const isSameThing = (a: Counted, b: Counted | undefined): boolean =>
  b !== undefined && (a.head === b.head || PEOPLE.has(a.head) === PEOPLE.has(b.head));
const PEOPLE: ReadonlySet<string> = new Set(["person", "troop", "civilian", "child", "woman", "man"]);

/** Words of a list of parts, back to the word that opens it, at most. */
const LIST_REACH = 12;

/** True where the figure's group stands in a list that a word opens: "including a boy and four teenagers". */
function follows(proto: Proto, word: string): boolean {
  const { tokens } = proto.reading.phrases;
  const { from } = proto.counting.group;
  for (let at = from - 1; at >= Math.max(0, from - LIST_REACH); at -= 1) {
    if (tokens[at]?.lower === word) return true;
    if (!LISTED.has(tokens[at]?.tag ?? "")) return false;
  }
  return false;
}

const LISTED: ReadonlySet<string> = new Set(["DET", "ADV", "FIGURE", "ADJ", "NOUN", "PROPN", "CCONJ", "NUM"]);

/** Drones just said to be Norway's are still Norway's one sentence later, unless the sentence says otherwise. */
function withOwners(counted: Counted, event: Event, near: Settled | undefined): Counted {
  if (counted.owners.length > 0 || !near || near.counted.head !== counted.head) return counted;
  if (SHARED_OUT.has(counted.head)) return counted;
  const owners =
    near.counted.owners.length > 0 ? near.counted.owners : ownersAreAgents(near.event.action) ? near.event.agents : [];
  // Whoever shoots down does not shoot down its own.
  if (owners.some((owner) => event.agents.includes(owner)) && !ownersAreAgents(event.action)) return counted;
  return { ...counted, owners };
}

function nearestUnderHeading(proto: Proto, before: readonly Settled[]): number {
  const heading = proto.reading.sentence.heading;
  return lastNear(
    proto,
    before,
    (one) => one.reading.sentence.heading === heading && isCounted(one) && proto.reading.index - one.reading.index <= 1,
  );
}

/** The day of the nearest earlier figure of the same thing, else that of the sentence just before; under the same heading. */
function earlierPeriod(proto: Proto, before: readonly Settled[], dated: readonly Dated[]): Period | null {
  const { heading, paragraph } = proto.reading.sentence;
  const { index } = proto.reading;
  const timeOf = (one: Settled): Period | null => one.ownTime ?? one.farTime;
  const at = lastNear(
    proto,
    before,
    (one) =>
      timeOf(one) !== null &&
      one.reading.sentence.heading === heading &&
      (one.reading.sentence.paragraph === paragraph || index - one.reading.index <= DATE_REACH) &&
      one.counted.head === proto.counted.head,
  );
  const same = before[at];
  const yesterday = datedAt(dated, index - 1);
  const period = (same ? timeOf(same) : null) ?? (yesterday?.heading === heading ? yesterday.period : undefined);
  return period ? { ...period, written: null, basis: "earlier-sentence" } : null;
}

/** "This works out at 1,354", "It was the second highest": the sentence speaks of the figure before it. */
function pointsBack(proto: Proto): boolean {
  const first = proto.reading.phrases.tokens[0]?.lower ?? "";
  return proto.figure.average || proto.figure.additional || /^(?:this|that|it|these|which)$/.test(first);
}

/** Nouns that name what happened, not to whom. */
const EVENT_NOUNS: ReadonlySet<string> = new Set(["death", "injury", "casualty", "case"]);
