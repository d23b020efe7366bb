import { isHarm } from "../claims/measure.ts";
import type { Claim, QuantityClaim } from "../claims/claim.ts";
import { thingFit } from "../claims/families.ts";
import { THING_RELATIONS } from "../claims/family-relations.ts";
import type { ClaimTable } from "../index/claim-table.ts";
import type { Target } from "../question/target.ts";

/** What the very thing asked for is worth, among the weights of match-claims.ts. */
export const SAME_HEAD = 3;

/** The claims whose thing counted `headScore` may admit, in order of the table: far fewer than all in a large corpus. */
export function candidatesFor(target: Target, table: ClaimTable): readonly Claim[] {
  const { head, action } = target;
  if (head === null || isAmount(target)) return table.claims;
  const actions = action === null ? [...table.actions] : [action, ...table.actions];
  const places: number[] = [];
  for (const counted of new Set([head, ...RELATED])) {
    const own = table.byHead.get(counted) ?? [];
    const fits =
      thingFit(head, counted, actions) !== "different" ||
      (HARM_NOUNS.has(counted) && isHarm(action) && isPeople(head)) ||
      (BODIES.has(head) && isPeople(counted));
    if (fits) places.push(...own);
  }
  return places.sort((a, b) => a - b).flatMap((place) => table.claims[place] ?? []);
}

/** What it is worth that a claim counts the thing asked for; null where it counts another. */
export function headScore(target: Target, claim: QuantityClaim): number | null {
  if (target.head === null) return claim.quantity.dimension === "count" || target.dimensions.length === 1 ? 0 : null;
  if (target.head === claim.counted.head) return SAME_HEAD;
  const fit = thingFit(target.head, claim.counted.head, [target.action, claim.event.action]);
  if (fit === "same") return SAME_HEAD;
  if (fit === "wider") return SAME_HEAD - 1;
  // "200 were killed" may be soldiers only where the claim says whose people they were.
  if (fit === "narrower" && claim.definition.length > 0 && mayBeOf(target.head, claim)) return 1;
  if (isHarm(target.action) && HARM_NOUNS.has(claim.counted.head) && isPeople(target.head)) {
    if (claim.counted.modifiers.includes(target.head)) return SAME_HEAD;
    return mayBeOf(target.head, claim) ? 1 : null;
  }
  if (bodyFits(target.head, claim)) return 1;
  // "How deep is the wreck": the amount is of the wreck under another noun; `bearsOut` wants the wreck in its sentence.
  return isAmount(target) && claim.quantity.dimension !== "count" ? 0 : null;
}

/** True where a question wants an amount, not a count. */
export const isAmount = (target: Target): boolean =>
  target.dimensions.length > 0 && !target.dimensions.includes("count");

/** People who died may be civilians; soldiers they are only where the claim says whose. */
const mayBeOf = (head: string, claim: QuantityClaim): boolean => head !== "troop" || claim.counted.owners.length > 0;

/** Nouns that count what befell people, whoever they were. */
const HARM_NOUNS: ReadonlySet<string> = new Set(["casualty", "death", "injury", "victim"]);

/** Families that the table relates to others, and those above: no other than these is counted in place of the one asked for. */
const RELATED: ReadonlySet<string> = new Set([
  ...THING_RELATIONS.flatMap((row) => (row.kind === "includes" ? row.narrow.concat(row.wide) : row.families)),
  ...HARM_NOUNS,
]);

/** Deeds whose outcome is there to be counted: "a force of 50,000" answers how many were deployed, not how many seats were lost. */
const STATES: ReadonlySet<string> = new Set(
  "deploy hold remain occupy employ displace cut-off mobilise hire launch".split(" "),
);

/** True for a figure of what is there, where the question asks of a deed that leaves it so. */
export const isPresent = (claim: QuantityClaim, action: string): boolean =>
  claim.measure === "stock" && STATES.has(action);

/** True for the family of a kind of people. */
export const isPeople = (head: string): boolean => head === "person" || thingFit("person", head, []) === "wider";

/** "How large is the force": people counted as present make up a force, a crowd, an army. */
const bodyFits = (head: string, claim: QuantityClaim): boolean =>
  claim.measure === "stock" && BODIES.has(head) && isPeople(claim.counted.head);
const BODIES: ReadonlySet<string> = new Set([
  "forc",
  "force",
  "group",
  "armi",
  "army",
  "contingent",
  "conting",
  "crowd",
  "troop",
  "team",
  "offens",
]);
