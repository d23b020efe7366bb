import { stem } from "../text/stem.ts";
import type { Counted, Event, Period, Place } from "./claim.ts";
import type { Counting } from "./counting-shape.ts";
import { findCounting, thingAt } from "./counting.ts";
import { isNeutral, ownersAreAgents, phraseFamily, verbFamily } from "./families.ts";
import type { Figure } from "./figures.ts";
import type { Happening } from "./verb-event.ts";
import { findHappening } from "./happening.ts";
import { NO_HAPPENING } from "./verb-event.ts";
import { agentsOf, countriesIn, modifiersIn, targetsOf } from "./participants.ts";
import { isFigureNoun } from "./measured-by-verb.ts";
import type { Token } from "./token.ts";
import type { Reading } from "./reading.ts";
import { isWholeOfOther, spanOfTokens, textOfTokens, tokenOfFigure } from "./reading.ts";
import { subjectOf } from "./subject.ts";
import { foldName } from "../text/names.ts";
import { placesOf, timesOf } from "./setting.ts";
import type { Stand } from "./setting.ts";

/** A quantity claim in the making: what its own sentence says of it. */
export type Proto = {
  readonly reading: Reading;
  readonly figure: Figure;
  readonly at: number;
  readonly counting: Counting;
  readonly happening: Happening;
  readonly counted: Counted;
  readonly event: Event;
  readonly places: readonly Place[];
  /** When it happened: in its own clause, elsewhere in the sentence, and when it was reported. */
  readonly ownTime: Period | null;
  readonly farTime: Period | null;
  readonly reportTime: Period | null;
};

/** Reads what figure number `number` of a sentence counts, what happens to it, where and when. */
export function readProto(reading: Reading, number: number): Proto | null {
  const figure = reading.figures[number];
  const at = tokenOfFigure(reading, number);
  const { text } = reading;
  if (!figure || at < 0 || isRatio(text.slice(figure.number.start)) || isRatioEnd(text.slice(0, figure.number.start)))
    return null;
  if (isDifference(reading.text.slice(figure.span.end)) || isNoCount(reading.phrases.tokens, at)) return null;
  const counting = findCounting(reading.phrases, at, figure.quantity.dimension);
  const happening = isDescription(figure)
    ? NO_HAPPENING
    : ofWhole(reading, figure, thisSide(reading, at, findHappening(reading.phrases, counting, at)));
  const stand: Stand = { at, group: counting.group, verb: happening.range, agent: happening.agent };
  const times = timesOf(reading, stand);
  const agents = agentsOf(reading, happening);
  const measured = measuredOf(figure, countedOf(reading, counting, { at, happening, agents }), happening);
  const counted = isWholeOfOther(reading, figure) ? measured : withHolder(reading, at, measured);
  return {
    reading,
    figure,
    at,
    counting,
    happening,
    counted,
    event: {
      action:
        withWorkers(reading, at, counted) ??
        actionOf(
          isVoteShare(figure, counted, happening) ? null : withObject(reading, counting, happening),
          counted.head,
        ),
      written: happening.written,
      agents,
      targets: targetsOf(reading, happening.rest),
    },
    places: placesOf(reading, stand),
    ownTime: times.own?.period ?? null,
    farTime: times.far?.period ?? null,
    reportTime: times.report?.period ?? null,
  };
}

/** "One job in twelve" counts no jobs. */
const isRatio = (text: string): boolean =>
  /^(?:one|1) \p{L}+ in (?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|a hundred)\b/iu.test(
    text,
  );

/** "three short of a majority", "40 centimetres above the level of 1910". */
const SHORT_OF =
  /^(?: \p{L}+)? (?:short of|shy of|(?:above|below|over|under) (?:the |its |their |a )?(?:[\p{L}-]+ )?(?:level|average|normal|limit|target|forecast|mean|record|mark|expectations|threshold)\b)/iu;

/** "40 more than it has beds for", "three fewer people than": how far two figures lie apart. */
const isDifference = (behind: string): boolean =>
  SHORT_OF.test(behind) ||
  /^(?: \p{L}+)?,? (?:more|fewer|less|higher|lower|larger|smaller|greater)(?: [\p{L}-]+){0,2} than\b/iu.test(behind);

/** "cut 450 jobs", "drop 14 bus lines": what is done to a thing may be another deed than the verb alone. */
function withObject(reading: Reading, counting: Counting, { action, range }: Happening): string | null {
  if (action === null || range === null || counting.kind !== "noun") return action;
  const { tokens, verbs } = reading.phrases;
  const verb = verbs.find((each) => each.from === range.from && each.to === range.to)?.main[0];
  if (verb === undefined) return action;
  const [first, thing] = [stem(tokens[verb]?.lower ?? ""), stem(tokens[counting.head]?.lower ?? "")];
  const together = phraseFamily([first, thing]);
  return together === null || together === phraseFamily([first]) ? action : together;
}

/** Verbs and nouns after which "at seven" is a number and no hour. */
const STANDS =
  /^(?:st(?:an|oo)d|put|remain|estimat|set|number|toll|total|count|figure|valu|kept|keep|held|hold|steady|unchanged|giv|gave)/;
/** Words back to them. */
const STANDS_REACH = 6;

/** "At seven", an hour in words; "the 38 required", which says how many there are not. */
function isNoCount(tokens: readonly Token[], at: number): boolean {
  const [before, own, after] = [tokens[at - 1]?.lower ?? "", tokens[at], tokens[at + 1]];
  if (/^(?:required|needed|necessary)$/.test(after?.lower ?? "") && before === "the") return true;
  if (!/^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)$/.test(own?.lower ?? "")) return false;
  const ofDay = after?.lower === "in" && /^(?:morning|evening|afternoon)$/.test(tokens[at + 3]?.lower ?? "");
  if (ofDay) return true;
  if (before !== "at" || !(after === undefined || /^[,.;]$/.test(after.text) || after.lower === "and")) return false;
  return !tokens.slice(Math.max(0, at - STANDS_REACH), at).some((token) => STANDS.test(token.lower));
}

const isRatioEnd = (before: string): boolean => /\b(?:one|1) \p{L}+ in $/iu.test(before.slice(-40));

/** A crowd has rallied, whatever is said of its size. */
const actionOf = (action: string | null, head: string): string | null => {
  if ((head === "protester" || head === "spectator") && isNeutral(action)) return "rally";
  return SELF_SAID.has(head) ? null : action;
};

/** "gave Mora 48 percent of the vote", "won 48 percent of the vote": it is hers; "81 percent of the vote counted" is told of the count. */
const isVoteShare = (figure: Figure, counted: Counted, { action }: Happening): boolean =>
  figure.quantity.dimension === "percent" &&
  counted.head === "vote" &&
  action !== null &&
  /^(?:give|giv|win|take|took|get|got|receiv|gain|secur|poll|vote|rise|fall|seize)$/.test(action);

/** "The company has 14,000 staff": whoever has workers employs them. */
function withWorkers(reading: Reading, at: number, counted: Counted): string | null {
  const verb = reading.phrases.verbs.findLast((each) => each.to <= at);
  const has = /^(?:has|have|had)$/.test(reading.phrases.tokens[(verb?.to ?? 0) - 1]?.lower ?? "");
  return counted.head === "worker" && has && at - (verb?.to ?? 0) <= 1 ? "employ" : null;
}

/** Things whose figure says all: whatever verb stands beside it does nothing to them. */
const SELF_SAID: ReadonlySet<string> = new Set(["turnout", "lead", "magnitude", "depth", "distance", "loss"]);

/** "A 6.9-magnitude tremor", "a 12-km road": the amount describes the thing, whatever happens. */
const isDescription = (figure: Figure): boolean =>
  figure.quantity.dimension === "magnitude" || (figure.attributive && figure.quantity.dimension !== "count");

/** A magnitude is one whatever it is of, and the share of the voters who voted is the turnout. */
function measuredOf(figure: Figure, counted: Counted, { action }: Happening): Counted {
  const { dimension } = figure.quantity;
  if (dimension === "magnitude") {
    const lesser = /^(?:after|fore)shocks?$/i.exec(counted.written.split(" ").at(-1) ?? "");
    return { ...counted, head: "magnitude", modifiers: lesser ? [stem(lesser[0].toLowerCase())] : [] };
  }
  // "A net loss of $210 million" is no toll.
  if (dimension === "money" && counted.head === "casualty") return { ...counted, head: "loss" };
  const share = dimension === "percent" || dimension === "share";
  if (share && counted.head === "voter" && (action === "vote" || action === "rally"))
    return { ...counted, head: "turnout" };
  return counted;
}

const HOLDING =
  /^(?:has|have|had|holds?|held|keeps?|kept|wins?|won|takes?|took|gets?|got|gains?|gained|secured?|secures|polled|receives?|received|ends?|ended)$/;

/** "Where a march was held, police counted 4,200": a verb of another clause, before the words that credit, says nothing of it. */
function thisSide(reading: Reading, at: number, happening: Happening): Happening {
  const { tokens } = reading.phrases;
  const [end, own] = [tokens[(happening.range?.to ?? 0) - 1]?.end ?? 0, tokens[at]?.start ?? 0];
  if (happening.range === null || end > own) return happening;
  const between = reading.attributions.some(
    ({ attribution }) => attribution !== null && attribution.start >= end && attribution.end <= own,
  );
  return between ? NO_HAPPENING : happening;
}

/** "Six of its seven members voted against": the seven did not; only what stands right behind a whole is said of it. */
function ofWhole(reading: Reading, figure: Figure, happening: Happening): Happening {
  if (!isWholeOfOther(reading, figure)) return happening;
  const verb = reading.phrases.verbs.find((each) => each.from === happening.range?.from);
  const by = reading.phrases.tokens[verb?.to ?? 0]?.lower === "by";
  return verb?.voice === "participle" && verb.to === happening.range?.to && by ? happening : NO_HAPPENING;
}

/** "The Alliance has 35 of the 75 seats": the 35 are the Alliance's, the 75 nobody's. */
function withHolder(reading: Reading, at: number, counted: Counted): Counted {
  if (counted.owners.length > 0 || (counted.head !== "seat" && counted.head !== "vote")) return counted;
  const { phrases } = reading;
  const verb = phrases.verbs.findLast((each) => each.to <= at);
  const { tokens } = phrases;
  const beside = phrases.nouns.find((group) => group.to === at && tokens[group.head]?.tag === "PROPN");
  if (beside) return { ...counted, owners: [nameOf(tokens.slice(beside.from, beside.to))] };
  if (!verb || !HOLDING.test(tokens[verb.main[0] ?? verb.to - 1]?.lower ?? "")) return counted;
  if (tokens.slice(verb.to, at).some((token) => token.tag === "FIGURE" || token.tag === "PUNCT")) return counted;
  const subject = subjectOf(phrases, verb);
  const name = nameOf(tokens.slice(subject?.from ?? 0, subject?.to ?? 0));
  return name === "name:" ? counted : { ...counted, owners: [name] };
}

const nameOf = (tokens: readonly Token[]): string =>
  `name:${foldName(
    tokens
      .filter((token) => token.tag === "PROPN")
      .map((token) => token.text)
      .join(" "),
  )}`;

type With = { readonly at: number; readonly happening: Happening; readonly agents: readonly string[] };

function countedOf(reading: Reading, counting: Counting, { at, happening, agents }: With): Counted {
  const sender = happening.sender ? countriesIn(reading, spanOfTokens(reading, happening.sender)) : [];
  const owned = ownersAreAgents(happening.action) || happening.action === null;
  const ownedByAgent = owned && agents.length > 0 ? agents : sender;
  switch (counting.kind) {
    case "noun": {
      const { tokens } = reading.phrases;
      const from =
        counting.via === "own"
          ? at + 1
          : counting.via === "of"
            ? afterOf(reading, counting)
            : counting.via === "whole" || counting.via === "of-them"
              ? counting.head
              : afterNumberOf(reading, counting);
      const words = { from: Math.min(from, counting.head), to: counting.head + 1 };
      const named = countriesIn(reading, spanOfTokens(reading, { from: counting.group.from, to: counting.head + 1 }));
      const owners = named.length > 0 ? named : ownedByAgent;
      return {
        head: counting.via === "strong" ? bodyThing(tokens, counting) : thingAt(tokens, counting.head),
        written: textOfTokens(reading, words),
        modifiers: modifiersIn(reading, words, counting.head).filter(
          // "rejected ballots": what is done to them does not narrow them.
          (word) => happening.action === null || verbFamily(word) !== happening.action,
        ),
        owners: owners.length > 0 ? owners : launchedBy(reading, counting),
      };
    }
    case "people":
      return {
        head: "person",
        written: textOfTokens(reading, { from: at + 1, to: counting.group.to }),
        modifiers: [],
        owners: ownedByAgent,
      };
    case "construed":
      return {
        head: counting.thing,
        written: textOfTokens(reading, { from: at + 1, to: counting.group.to }),
        modifiers: [],
        owners: ownedByAgent,
      };
    case "earlier":
      return { head: "", written: "", modifiers: [], owners: ownedByAgent };
  }
}

/** A "50,000-strong enemy group" is of troops, a "40-strong choir" of people. */
function bodyThing(tokens: readonly Token[], counting: Extract<Counting, { kind: "noun" }>): string {
  const words = tokens.slice(counting.group.from, counting.head + 1).map((token) => token.lower);
  return words.some((word) => MILITARY.test(word)) ? "troop" : "person";
}

const MILITARY =
  /^(?:force|army|brigade|battalion|regiment|contingent|garrison|grouping|division|corps|unit|enemy|military|armed|invasion|offensive|assault)$/;

/** "39 out of 74 drones": the noun's words begin behind the second figure or the "of". */
function afterOf(reading: Reading, counting: Extract<Counting, { kind: "noun" }>): number {
  const { tokens } = reading.phrases;
  for (let at = counting.head; at >= counting.group.from; at -= 1) {
    const token = tokens[at];
    if (token?.tag === "FIGURE" || token?.lower === "of" || token?.tag === "DET") return at + 1;
  }
  return counting.head;
}

/** "the number of damaged homes": what is counted begins behind "of". */
function afterNumberOf(reading: Reading, counting: Extract<Counting, { kind: "noun" }>): number {
  const { tokens } = reading.phrases;
  for (let at = counting.head; at > counting.group.from; at -= 1)
    if (tokens[at]?.lower === "of" && isFigureNoun(tokens[at - 1])) return at + 1;
  return counting.group.from;
}

/** "74 drones launched by Norway" are Norway's, whatever else happens to them. */
function launchedBy(reading: Reading, counting: Extract<Counting, { kind: "noun" }>): readonly string[] {
  const verb = reading.phrases.verbs.find((group) => group.from === counting.head + 1 && group.voice === "participle");
  if (!verb) return [];
  const action = verbFamily(stem(reading.phrases.tokens[verb.main[0] ?? verb.from]?.lower ?? ""));
  if (!ownersAreAgents(action) || reading.phrases.tokens[verb.to]?.lower !== "by") return [];
  const agent = reading.phrases.nouns.find((group) => group.from === verb.to + 1);
  return agent ? countriesIn(reading, spanOfTokens(reading, agent)) : [];
}
