import { stem } from "../text/stem.ts";
import type { Counted, Event, Period, Place } from "./claim.ts";
import type { Counting } from "./counting-shape.ts";
import { findCounting, thingAt } from "./counting.ts";
import { actionFamily, isNeutral, ownersAreAgents } from "./families.ts";
import type { Figure } from "./figures.ts";
import type { Happening } from "./verb-event.ts";
import { findHappening } from "./happening.ts";
import { NO_HAPPENING } from "./verb-event.ts";
import { agentsOf, countriesIn, modifiersIn, targetsOf } from "./participants.ts";
import type { Token } from "./token.ts";
import type { Reading } from "./reading.ts";
import { spanOfTokens, textOfTokens, tokenOfFigure } from "./reading.ts";
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
  if (!figure || at < 0 || isRatio(reading.text.slice(figure.number.start))) return null;
  if (isDifference(reading.text.slice(figure.span.end))) return null;
  const counting = findCounting(reading.phrases, at, figure.quantity.dimension);
  const happening = isDescription(figure) ? NO_HAPPENING : findHappening(reading.phrases, counting, at);
  const stand: Stand = { at, group: counting.group, verb: happening.range, agent: happening.agent };
  const times = timesOf(reading, stand);
  const agents = agentsOf(reading, happening);
  const counted = countedOf(reading, counting, { at, happening, agents });
  return {
    reading,
    figure,
    at,
    counting,
    happening,
    counted,
    event: {
      action: actionOf(happening.action, counted.head),
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

/** "40 more than it has beds for", "three fewer people than": how far two figures lie apart. */
const isDifference = (behind: string): boolean =>
  /^(?: \p{L}+)?,? (?:more|fewer|less|higher|lower|larger|smaller|greater)(?: [\p{L}-]+){0,2} than\b/iu.test(behind);

/** A crowd has rallied, whatever is said of its size. */
const actionOf = (action: string | null, head: string): string | null =>
  head === "protester" && isNeutral(action) ? "rally" : action;

/** "A 6.9-magnitude tremor", "a 12-km road": the amount describes the thing, whatever happens. */
const isDescription = (figure: Figure): boolean =>
  figure.quantity.dimension === "magnitude" || (figure.attributive && figure.quantity.dimension !== "count");

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
            : counting.via === "whole"
              ? counting.head
              : counting.group.from;
      const words = { from: Math.min(from, counting.head), to: counting.head + 1 };
      const named = countriesIn(reading, spanOfTokens(reading, { from: counting.group.from, to: counting.head + 1 }));
      const owners = named.length > 0 ? named : ownedByAgent;
      return {
        head: counting.via === "strong" ? bodyThing(tokens, counting) : thingAt(tokens, counting.head),
        written: textOfTokens(reading, words),
        modifiers: modifiersIn(reading, words, counting.head),
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

/** "74 drones launched by Norway" are Norway's, whatever else happens to them. */
function launchedBy(reading: Reading, counting: Extract<Counting, { kind: "noun" }>): readonly string[] {
  const verb = reading.phrases.verbs.find((group) => group.from === counting.head + 1 && group.voice === "participle");
  if (!verb) return [];
  const action = actionFamily([stem(reading.phrases.tokens[verb.main[0] ?? verb.from]?.lower ?? "")]);
  if (!ownersAreAgents(action) || reading.phrases.tokens[verb.to]?.lower !== "by") return [];
  const agent = reading.phrases.nouns.find((group) => group.from === verb.to + 1);
  return agent ? countriesIn(reading, spanOfTokens(reading, agent)) : [];
}
