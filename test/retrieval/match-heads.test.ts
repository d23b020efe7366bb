import { describe, expect, it } from "vitest";
import type { QuantityClaim } from "../../src/claims/claim.ts";
import { ACTION_FAMILIES } from "../../src/claims/action-families.ts";
import { THING_RELATIONS } from "../../src/claims/family-relations.ts";
import { THING_FAMILIES } from "../../src/claims/thing-families.ts";
import { buildClaimTable } from "../../src/index/claim-table.ts";
import type { DocumentRecord } from "../../src/index/record.ts";
import type { Target } from "../../src/question/target.ts";
import { candidatesFor, headScore } from "../../src/retrieval/match-heads.ts";

type Said = { readonly head: string; readonly action: string | null; readonly rest: Partial<QuantityClaim> };

const claimOf = ({ head, action, rest }: Said, n: number): QuantityClaim =>
  ({
    id: `claim-${n}`,
    kind: "quantity",
    counted: { head, modifiers: [], owners: ["no"] },
    event: { action },
    quantity: { dimension: "count" },
    definition: [],
    measure: "stock",
    ...rest,
  }) as unknown as QuantityClaim;

/** What is told of each thing: every action under which some row of the table equates two things, a death, and nothing. */
const actions: readonly (string | null)[] = [
  ...new Set(THING_RELATIONS.flatMap((row) => (row.kind === "same-where" ? row.where : []))),
  "kill",
  null,
];
const heads = [
  ...new Set([...THING_FAMILIES.map(({ key }) => key), "casualty", "death", "injury", "victim", "force", "ferri"]),
];
const claims = heads.flatMap((head) =>
  actions.flatMap((action): Said[] => [
    { head, action, rest: {} },
    { head, action, rest: { definition: ["kill"], measure: "total" } },
  ]),
);
const table = buildClaimTable([{ claims: claims.map(claimOf) } as unknown as DocumentRecord]);

const targetOf = (head: string | null, action: string | null, dimensions: readonly string[]): Target =>
  ({ head, action, dimensions }) as unknown as Target;

describe("the claims that a target is compared with", () => {
  it("are all that its head admits, in order, for every thing and what may befall it", () => {
    const asked = [null, "lose", ...ACTION_FAMILIES.map(({ key }) => key).slice(0, 12), ...actions];
    for (const head of heads) {
      for (const action of asked) {
        const target = targetOf(head, action, ["count"]);
        const admits = (claim: (typeof table.claims)[number]): boolean =>
          claim.kind === "quantity" && headScore(target, claim) !== null;
        const found = candidatesFor(target, table);
        expect(found.filter(admits), `${head} ${action}`).toEqual(table.claims.filter(admits));
      }
    }
  });

  it("are few where the thing is named, and all where it is not or an amount is asked", () => {
    expect(candidatesFor(targetOf("ferri", null, ["count"]), table)).toHaveLength(2 * actions.length);
    expect(candidatesFor(targetOf(null, null, ["count"]), table)).toHaveLength(table.claims.length);
    expect(candidatesFor(targetOf("ferri", null, ["length"]), table)).toHaveLength(table.claims.length);
  });
});
