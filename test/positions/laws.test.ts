import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Claim } from "../../src/claims/claim.ts";
import { comparable } from "../../src/positions/comparable.ts";
import { originsOf } from "../../src/positions/origins.ts";
import { compareText } from "../../src/positions/order.ts";
import type { Comparison } from "../../src/positions/position.ts";
import { compare, figure, reprinted, textOf, world } from "./claim-builder.ts";

const published = Object.fromEntries(
  ["a", "b", "c", "d", "e"].map((doc, at) => [doc, { published: at === 4 ? null : `2030-05-0${6 + at}`, source: doc }]),
);

const anyClaim = fc
  .record({
    doc: fc.constantFrom("a", "b", "c", "d", "e"),
    number: fc.integer({ min: 1, max: 160 }),
    hedge: fc.constantFrom("", "", "about ", "over ", "up to ", "almost "),
    of: fc.constantFrom("person", "civilian", "death", "casualty"),
    action: fc.constantFrom("kill", "kill", "wound", "casualties", null),
    by: fc.constantFrom(undefined, "Mayor", "Army"),
    when: fc.constantFrom(
      undefined,
      "2030-05-06",
      "2030-05-06",
      "2030-05-05..2030-05-06",
      "as-of 2030-05-07",
      "weekend",
    ),
    place: fc.constantFrom(undefined, "lunaris", "north-coast", "valdoria", "highmoor"),
    measure: fc.constantFrom("total" as const, "running" as const, "stock" as const),
    per: fc.constantFrom(null, null, "day" as const),
    revised: fc.constantFrom(false, false, true),
  })
  .map(({ number, hedge, by, place, ...rest }) =>
    figure({ ...rest, n: `${hedge}${number}`, ...(by && { by }), ...(place && { place }) }),
  );

const anyClaims = fc.array(anyClaim, { minLength: 2, maxLength: 12 });

const ids = (claims: readonly Claim[]): readonly string[] => claims.map((claim) => claim.id);

function outline(comparisons: readonly Comparison[]): unknown {
  return comparisons.map((comparison) => ({
    kind: comparison.kind,
    positions: comparison.positions.map((position) => [
      ids(position.claims),
      position.lead.id,
      position.origins,
      position.asOf,
    ]),
    fitsAll: ids(comparison.fitsAll),
    sums: comparison.sums.map((sum) => [sum.whole.id, ids(sum.parts)]),
  }));
}

describe("laws of comparison", () => {
  test("comparability is symmetric, with the same reason", () => {
    fc.assert(
      fc.property(anyClaim, anyClaim, (a, b) => {
        expect(comparable(a, b, world)).toEqual(comparable(b, a, world));
      }),
      { numRuns: 1000 },
    );
  });

  test("a claim may be compared with its reprint, unless it is denied or says nothing of its event", () => {
    fc.assert(
      fc.property(anyClaim, (claim) => {
        fc.pre(claim.place !== null && claim.event.action !== null);
        expect(comparable(claim, reprinted(claim, "z"), world).kind).toBe("comparable");
      }),
    );
  });

  test("the names of documents do not decide what is compared with what, where day and source tell them apart", () => {
    const newName: Readonly<Record<string, string>> = { a: "e", b: "d", c: "x", d: "a", e: "b" };
    const renamedDays = Object.fromEntries(
      Object.entries(published).map(([doc, dated]) => [newName[doc] ?? doc, dated]),
    );
    const together = (comparisons: readonly Comparison[]): readonly string[] =>
      comparisons
        .map(({ positions, fitsAll, sums }) => {
          const claims = [...positions.flatMap((one) => one.claims), ...fitsAll, ...sums.flatMap((sum) => sum.parts)];
          return ids(claims).toSorted(compareText).join(" ");
        })
        .toSorted(compareText);
    fc.assert(
      fc.property(anyClaims, (claims) => {
        const renamed = claims.map((claim): Claim => ({
          ...claim,
          document: newName[claim.document] ?? claim.document,
        }));
        expect(together(compare(renamed, renamedDays))).toEqual(together(compare(claims, published)));
      }),
      { numRuns: 500 },
    );
  });

  test("the order of claims does not matter", () => {
    fc.assert(
      fc.property(anyClaims, fc.infiniteStream(fc.nat()), (claims, keys) => {
        const shuffled = claims
          .map((claim) => ({ claim, key: keys.next().value ?? 0 }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ claim }) => claim);
        expect(outline(compare(shuffled, published))).toEqual(outline(compare(claims, published)));
      }),
      { numRuns: 300 },
    );
  });

  test("every claim stands somewhere, and in one comparison at most but for sums", () => {
    fc.assert(
      fc.property(anyClaims, (claims) => {
        const comparisons = compare(claims, published);
        const placed = comparisons.flatMap((comparison) => [
          ...ids(comparison.positions.flatMap((position) => position.claims)),
          ...ids(comparison.fitsAll),
        ]);
        expect(new Set(placed).size).toBe(placed.length);
        const summed = comparisons.flatMap((comparison) => comparison.sums.flatMap((sum) => ids(sum.parts)));
        expect([...new Set([...placed, ...summed])].toSorted(compareText)).toEqual(ids(claims).toSorted(compareText));
      }),
      { numRuns: 300 },
    );
  });

  test("reprints bring no new origin", () => {
    fc.assert(
      fc.property(anyClaims, fc.constantFrom("a", "b"), (claims, doc) => {
        const copies = claims.filter((claim) => claim.document === doc).map((claim) => reprinted(claim, `${doc}2`));
        const origins = originsOf(claims, textOf);
        const after = originsOf([...claims, ...copies], textOf);
        expect(new Set(after.values())).toEqual(new Set(origins.values()));
        for (const copy of copies) expect(after.get(copy.id)).toBe(after.get(copy.id.replace(`${doc}2:`, `${doc}:`)));
      }),
      { numRuns: 200 },
    );
  });
});

describe("laws of positions that all compare", () => {
  // Tens of one event: every two values differ.
  const tens = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 99 })), {
    minLength: 3,
    maxLength: 8,
    selector: ([ten, doc]) => `${ten} ${doc}`,
  });
  const values = (comparisons: readonly Comparison[]) =>
    comparisons[0]?.positions.map((position) => position.claims.map((claim) => claim.document)) ?? [];
  const build = (pairs: readonly (readonly [number, number])[]) =>
    // One figure a document: two in one voice would be two things.
    [...new Map(pairs.map(([ten, doc]) => [doc, ten]))].map(([doc, ten]) =>
      figure({
        doc: `d${String(doc).padStart(2, "0")}`,
        n: String(ten * 10),
        place: "lunaris",
        when: "2030-05-06",
        of: "goat",
      }),
    );

  test("removing the documents of a position removes just that position", () => {
    fc.assert(
      fc.property(tens, (pairs) => {
        const claims = build(pairs);
        const all = values(compare(claims));
        fc.pre(all.length >= 2);
        const gone = new Set(all[0]);
        expect(values(compare(claims.filter((claim) => !gone.has(claim.document))))).toEqual(all.slice(1));
      }),
    );
  });

  test("duplicating a document adds it to its position and changes no number of origins", () => {
    fc.assert(
      fc.property(tens, (pairs) => {
        const claims = build(pairs);
        const [first] = claims;
        if (!first) return;
        const before = compare(claims)[0];
        const after = compare([...claims, reprinted(first, `${first.document}x`)])[0];
        expect(after?.positions.map((position) => position.origins)).toEqual(
          before?.positions.map((position) => position.origins),
        );
        expect(after?.kind).toBe(before?.positions.length === 1 ? null : before?.kind);
      }),
    );
  });
});
