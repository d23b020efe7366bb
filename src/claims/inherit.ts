import type { Counted, Event, Period } from "./claim.ts";
import { ownersAreAgents } from "./families.ts";
import type { Proto } from "./proto.ts";

/** A proto whose gaps are filled from what was said before it. */
export type Settled = Proto & {
  /** Index of the earlier figure whose noun it takes, null where it has its own. */
  readonly antecedent: number | null;
  /** True where it names a part of the antecedent ("including", "of which", "of them"). */
  readonly part: "part" | "whole";
  readonly period: Period | null;
};

/** Sentences back that an undated event may take its day from. */
const DATE_REACH = 3;

/** Fills in what a figure's own sentence leaves out; null where it counts nothing that can be told. */
export function inherit(proto: Proto, before: readonly Settled[]): Settled | null {
  const { counting } = proto;
  const paragraph = proto.reading.sentence.paragraph;
  const near = before.findLastIndex((one) => one.reading.sentence.paragraph === paragraph && isCounted(one));
  const inSentence = before.findLastIndex((one) => one.reading.index === proto.reading.index && isCounted(one));
  const period = proto.eventTime ?? earlierPeriod(proto, before);
  if (counting.kind !== "earlier") {
    const counted = withOwners(proto.counted, proto.event, near >= 0 ? before[near] : undefined);
    const included = inSentence >= 0 && follows(proto, "including");
    const event = included && proto.event.action === null ? (before[inSentence]?.event ?? proto.event) : proto.event;
    const within = included && isSameThing(counted, before[inSentence]?.counted);
    return {
      ...proto,
      counted,
      event,
      antecedent: within ? inSentence : null,
      part: within ? "part" : "whole",
      period,
    };
  }
  const from = inSentence >= 0 ? inSentence : near >= 0 ? near : nearestUnderHeading(proto, before);
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
  // A number without a noun far from any list is no claim that we can name.
  if (counting.why === "list" && inSentence < 0) return null;
  if (proto.figure.quantity.dimension !== source.figure.quantity.dimension) return null;
  const inList = counting.why === "list" || counting.why === "including";
  const event: Event = inList || proto.event.action === null ? source.event : proto.event;
  const part = counting.why === "of-which" || counting.why === "including" ? "part" : "whole";
  return {
    ...proto,
    counted: {
      ...source.counted,
      owners: proto.counted.owners.length > 0 ? proto.counted.owners : source.counted.owners,
    },
    event,
    antecedent: from,
    part,
    period: proto.eventTime ?? (inSentence >= 0 ? source.period : period),
  };
}

const isCounted = (one: Proto): boolean => one.counted.head !== "";

const isSameThing = (a: Counted, b: Counted | undefined): boolean =>
  b !== undefined && (a.head === b.head || PEOPLE.has(a.head) === PEOPLE.has(b.head));
const PEOPLE: ReadonlySet<string> = new Set(["person", "troop", "civilian", "child", "woman", "man"]);

/** True where the word right before the figure's group opens a list of parts. */
function follows(proto: Proto, word: string): boolean {
  const { tokens } = proto.reading.phrases;
  for (let at = proto.counting.group.from - 1; at >= Math.max(0, proto.counting.group.from - 3); at -= 1) {
    if (tokens[at]?.lower === word) return true;
    if (tokens[at]?.tag !== "DET" && tokens[at]?.tag !== "ADV" && tokens[at]?.tag !== "FIGURE") return false;
  }
  return false;
}

/** Drones just said to be Norway's are still Norway's one sentence later, unless the sentence says otherwise. */
function withOwners(counted: Counted, event: Event, near: Settled | undefined): Counted {
  if (counted.owners.length > 0 || !near || near.counted.head !== counted.head) return counted;
  const owners =
    near.counted.owners.length > 0 ? near.counted.owners : ownersAreAgents(near.event.action) ? near.event.agents : [];
  // Whoever shoots down does not shoot down its own.
  if (owners.some((owner) => event.agents.includes(owner)) && !ownersAreAgents(event.action)) return counted;
  return { ...counted, owners };
}

function nearestUnderHeading(proto: Proto, before: readonly Settled[]): number {
  const heading = proto.reading.sentence.heading;
  return before.findLastIndex(
    (one) => one.reading.sentence.heading === heading && isCounted(one) && proto.reading.index - one.reading.index <= 1,
  );
}

/** The day of the nearest earlier sentence under the same heading that is dated, a few sentences back at most. */
function earlierPeriod(proto: Proto, before: readonly Settled[]): Period | null {
  const { heading, paragraph } = proto.reading.sentence;
  const found = before.findLast(
    (one) =>
      one.eventTime !== null &&
      one.reading.sentence.heading === heading &&
      (one.reading.sentence.paragraph === paragraph || proto.reading.index - one.reading.index <= DATE_REACH) &&
      (one.counted.head === proto.counted.head || proto.counted.head === ""),
  );
  return found?.eventTime ? { ...found.eventTime, written: null, basis: "earlier-sentence" } : null;
}
