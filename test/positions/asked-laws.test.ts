import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Claim } from "../../src/claims/claim.ts";
import type { Comparison } from "../../src/positions/position.ts";
import { asked, compare, figure, reprinted } from "./claim-builder.ts";
import type { Published } from "./claim-builder.ts";

const SLOT = asked("How many goats were lost in Lunaris?");

const DOCUMENTS = Array.from({ length: 9 }, (_, at) => `d${at}`);

/** Nine reports of one week. */
const published: Published = Object.fromEntries(
  DOCUMENTS.map((doc, at) => [doc, { published: `2030-05-0${1 + (at % 7)}`, source: doc, title: "" }]),
);

/** Each document gives one figure of its own, or repeats another's; far enough apart for every two to differ. */
const cluster = fc
  .array(
    fc.record({
      size: fc.integer({ min: 1, max: 5 }),
      hedge: fc.constantFrom("", "", "", "about ", "almost "),
      by: fc.constantFrom(undefined, "Mayor", "Union", "Police"),
      when: fc.constantFrom(undefined, undefined, "2030-05-01..2030-05-07"),
      bound: fc.constantFrom(false, false, false, true),
    }),
    { minLength: 3, maxLength: DOCUMENTS.length },
  )
  .map((told): readonly Claim[] =>
    told.map(({ size, hedge, by, when, bound }, at) =>
      figure({
        doc: DOCUMENTS[at] ?? "",
        n: bound ? "over 15" : `${hedge}${10 * 2 ** size}`,
        of: "goat",
        action: "lose",
        when,
        ...(by && { by }),
      }),
    ),
  );

/** The same with what only looks like a rival: another town, a part, another week. */
const noisy = fc
  .tuple(cluster, fc.constantFrom("port-ash", "highmoor"), fc.boolean())
  .map(([claims, place, late]): readonly Claim[] => {
    const elsewhere = figure({ doc: "d0", n: "3", of: "goat", action: "lose", place });
    const later = figure({ doc: "d1", n: "700", of: "goat", action: "lose", when: "2031-05-02" });
    return claims.concat(elsewhere, late ? later : []);
  });

const main = (claims: readonly Claim[]): Comparison | undefined =>
  compare(claims, published, SLOT).toSorted((a, b) => b.positions.length - a.positions.length)[0];

const documentsOf = (claims: readonly Claim[]): string => [...new Set(claims.map((claim) => claim.document))].join(" ");

const outline = (comparison: Comparison | undefined): unknown =>
  comparison && {
    kind: comparison.kind,
    positions: comparison.positions.map((position) => [
      documentsOf(position.claims),
      position.lead.id,
      position.origins,
    ]),
    fitsAll: documentsOf(comparison.fitsAll),
  };

describe("laws of claims that fill one slot", () => {
  test("shuffling the documents changes nothing", () => {
    fc.assert(
      fc.property(noisy, fc.infiniteStream(fc.nat()), (claims, keys) => {
        const shuffled = claims
          .map((claim) => ({ claim, key: keys.next().value ?? 0 }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ claim }) => claim);
        expect(compare(shuffled, published, SLOT).map(outline)).toEqual(compare(claims, published, SLOT).map(outline));
      }),
      { numRuns: 300 },
    );
  });

  test("removing one position's documents removes just that position; what fitted all may join what is left", () => {
    fc.assert(
      fc.property(cluster, fc.nat(), (claims, which) => {
        const before = main(claims);
        fc.pre(before !== undefined && before.positions.length >= 3);
        const removed = before?.positions[which % before.positions.length];
        const gone = new Set(removed?.claims.map((claim) => claim.document));
        const after = main(claims.filter((claim) => !gone.has(claim.document)));
        const loose = new Set(before?.fitsAll.map((claim) => claim.document));
        const firm = (comparison: Comparison | undefined): readonly string[] =>
          (comparison?.positions ?? [])
            .map((position) => documentsOf(position.claims.filter((claim) => !loose.has(claim.document))))
            .filter((documents) => documents !== "")
            .toSorted();
        expect(firm(after)).toEqual(
          firm(before).filter((documents) => ![...gone].some((doc) => documents.includes(doc))),
        );
      }),
      { numRuns: 300 },
    );
  });

  test("a document printed ten times more brings no origin and no position", () => {
    fc.assert(
      fc.property(noisy, fc.nat(), (claims, which) => {
        const copied = claims[which % claims.length]?.document ?? "";
        const copies = Array.from({ length: 10 }, (_, at) =>
          claims.filter((claim) => claim.document === copied).map((claim) => reprinted(claim, `${copied}r${at}`)),
        ).flat();
        const days = {
          ...published,
          ...Object.fromEntries(copies.map((claim) => [claim.document, published[copied] ?? {}])),
        };
        const before = compare(claims, published, SLOT);
        const after = compare([...claims, ...copies], days, SLOT);
        const told = (comparisons: readonly Comparison[]): unknown =>
          comparisons.map(({ kind, positions }) => [
            positions.length > 1 ? kind : null,
            positions.map((position) => position.origins),
          ]);
        expect(told(after)).toEqual(told(before));
      }),
      { numRuns: 300 },
    );
  });
});
