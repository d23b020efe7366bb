import type { Claim, Quantity, QuantityClaim } from "../claims/claim.ts";
import { actionFit, ownersAreAgents, thingFamily, thingFit } from "../claims/families.ts";
import { stem } from "../text/stem.ts";
import { dayNumber, minuteNumber, weekdayBits } from "./days.ts";

/** What of a claim the comparison reads, worked out once. */
export type Profile<C extends Claim = Claim> = {
  readonly claim: C;
  /** What is counted; for "civilian deaths" the civilians. */
  readonly thing: string;
  /** True where the noun names a harm and not to whom it came. */
  readonly harmNoun: boolean;
  /** What a toll counts; ["losses"] where the text does not say; empty for what is no toll. */
  readonly definition: readonly string[];
  /** What a rate is per; null for totals, and for a rate over just one of its periods: 1,740 a day, on May 13. */
  readonly per: Quantity["per"];
  /** Owners as stated, or the agents where what is counted is theirs. */
  readonly owners: readonly string[];
  /** Modifiers that narrow what is counted, sorted. */
  readonly modifiers: readonly string[];
  readonly places: readonly string[];
  readonly agents: readonly string[];
  readonly targets: readonly string[];
  /** Days of a `during` period, since 1970. */
  readonly days: { readonly from: number; readonly to: number } | null;
  /** Minutes since 1970, where hours are stated. */
  readonly minutes: { readonly from: number; readonly to: number } | null;
  /** Week days that a `during` period may lie on; 0 where unknown. */
  readonly weekdays: number;
  /** Day of an `as-of` period. */
  readonly asOf: number | null;
};

/** Nouns that say that harm came, with the definition they give. */
const HARM_NOUNS: ReadonlyMap<string, string> = new Map([
  ["casualty", "losses"],
  ["death", "kill"],
  ["injury", "wound"],
]);

/** Actions whose totals are tolls, with the definition they give. */
const HARMS: ReadonlyMap<string, string> = new Map([
  ["kill", "kill"],
  ["wound", "wound"],
  ["missing", "missing"],
  ["capture", "capture"],
  ["casualties", "losses"],
]);

/** Lists that are remembered: some megabytes. */
const MAX_LISTS = 100_000;

/** Stems of modifiers that narrow nothing: what is counted is the same with and without. */
const IDLE_MODIFIERS: ReadonlySet<string> = new Set(
  "total overal number figur estim report confirm alleg suspect approxim enemi hostil militari combat battlefield armi arm forc current averag daili mani such own further some whole entir more other more addit record huge massiv so-cal offici initi preliminari provision latest final".split(
    " ",
  ),
);

const LISTS = new Map<string, readonly string[]>();

/** One array for all lists of the same words, so that most comparisons of lists are comparisons of references. */
function shared(list: readonly string[]): readonly string[] {
  const key = list.join("\n");
  let known = LISTS.get(key);
  if (!known) {
    // Emptied rather than grown for ever; lists met before and after are then merely compared by their words.
    if (LISTS.size >= MAX_LISTS) LISTS.clear();
    known = list;
    LISTS.set(key, known);
  }
  return known;
}

function definitionOf(claim: QuantityClaim, thing: string): readonly string[] {
  if (claim.definition.length > 0) return claim.definition;
  // "Losses of $2 billion" are no toll.
  if (claim.quantity.dimension !== "count") return [];
  const action = claim.event.action ?? "";
  const harm = HARM_NOUNS.get(thing) ?? HARMS.get(action);
  if (harm !== undefined) return [harm];
  // "Lost 1,500 troops" is a toll, "lost 40 seats" is not.
  return action !== "" && actionFit("casualties", action, [thing]) === "same" ? ["losses"] : [];
}

function daysOf(claim: Claim): Profile["days"] {
  const period = claim.kind === "time" ? claim.time : claim.period;
  if (period?.role !== "during") return null;
  const from = period.from === null ? null : dayNumber(period.from);
  const to = period.to === null ? null : dayNumber(period.to);
  if (from === null || to === null) return null;
  return { from, to };
}

function minutesOf(claim: Claim): Profile["minutes"] {
  const period = claim.kind === "time" ? claim.time : claim.period;
  if (!period?.hours || period.from === null || period.to === null) return null;
  const from = minuteNumber(period.from, "first");
  const to = minuteNumber(period.to, "last");
  return from === null || to === null ? null : { from, to };
}

function makeProfile(claim: Claim): Profile {
  const { counted, event, period } = claim;
  const harmNoun = HARM_NOUNS.has(counted.head);
  const modifiers: string[] = [];
  let thing = counted.head;
  for (const modifier of counted.modifiers) {
    if (IDLE_MODIFIERS.has(modifier) || counted.head.split("-").some((word) => stem(word) === modifier)) continue;
    // "Civilian deaths" counts civilians: whoever a table knows as people takes the place of the noun.
    const family = thingFamily(modifier);
    if (harmNoun && thingFit("person", family, []) === "wider") thing = family;
    else modifiers.push(modifier);
  }
  const days = daysOf(claim);
  const written = claim.kind === "time" ? claim.time.weekdays : (period?.weekdays ?? null);
  const owners = counted.owners.length > 0 ? counted.owners : ownersAreAgents(event.action) ? event.agents : [];
  return {
    claim,
    thing,
    harmNoun: harmNoun && thing === counted.head,
    per:
      claim.kind === "quantity" && !(claim.quantity.per === "day" && days && days.from === days.to)
        ? claim.quantity.per
        : null,
    definition: shared(claim.kind === "quantity" ? definitionOf(claim, counted.head).toSorted() : []),
    owners: shared(owners.toSorted()),
    modifiers: shared(modifiers.sort()),
    places: shared((claim.place?.ids ?? []).toSorted()),
    agents: shared(event.agents.toSorted()),
    targets: shared(event.targets.toSorted()),
    days,
    minutes: minutesOf(claim),
    weekdays: days ? weekdayBits(days.from, days.to) : (written ?? []).reduce((bits, day) => bits | (1 << day), 0),
    asOf: period?.role === "as-of" && period.to !== null ? dayNumber(period.to) : null,
  };
}

const PROFILES = new WeakMap<Claim, Profile>();

/** The claim's profile; made at the first call, kept as long as the claim. */
export function profileOf(claim: Claim): Profile {
  let profile = PROFILES.get(claim);
  if (!profile) {
    profile = makeProfile(claim);
    PROFILES.set(claim, profile);
  }
  return profile;
}
