import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { candidateFinder } from "../../src/positions/blocks.ts";
import { comparable } from "../../src/positions/comparable.ts";
import { contextReader } from "../../src/positions/context.ts";
import type { World } from "../../src/positions/world.ts";
import { figure, name, status, textOf, time, world } from "./claim-builder.ts";

/** What two of the documents are about. */
const LEADS: Readonly<Record<string, string>> = { a: "It came to Highmoor.", b: "It came to Highmoor." };

const scene: World = {
  ...world,
  contextOf: contextReader((claim) => ({
    title: "",
    sentence: textOf(claim),
    lead: `They met in ${claim.document}. ${LEADS[claim.document] ?? ""}`,
  })),
};

const common = {
  doc: fc.constantFrom("a", "b", "c"),
  of: fc.constantFrom("person", "civilian", "death", "casualty", "troop", "drone", "protester", "home", "building"),
  modifiers: fc.constantFrom([], [], ["civilian"], ["wooden"]),
  owners: fc.constantFrom([], ["ru"], ["ua"], ["party-blue"]),
  agents: fc.constantFrom([], ["ru"], ["kp", "ru"]),
  targets: fc.constantFrom([], ["bryansk"]),
  action: fc.constantFrom(
    "kill",
    "wound",
    "casualties",
    "lose",
    "deploy",
    "launch",
    "enter",
    "attack",
    "rally",
    "be",
    null,
  ),
  place: fc.constantFrom("lunaris", "north-coast", "valdoria", "kursk", "ru", []),
  when: fc.constantFrom(
    undefined,
    "2030-01-31",
    "2030-02-01",
    "2030-01-30..2030-02-28",
    "2028-05-05",
    "as-of 2030-02-01",
    "weekend",
  ),
  text: fc.constantFrom("In Lunaris it happened.", "Nothing was named.", "The quake in Highmoor came late."),
};

const anyClaim = fc.oneof(
  fc
    .record({
      ...common,
      n: fc.constantFrom("12", "over 12", "40", "up to 40"),
      measure: fc.constantFrom("total" as const, "running" as const, "stock" as const),
      dimension: fc.constantFrom("count" as const, "count" as const, "money" as const),
      record: fc.constantFrom(undefined, { rank: 1, previous: false }),
      per: fc.constantFrom(null, null, "day" as const),
    })
    .map(({ record, ...said }) => figure({ ...said, ...(record && { record }) })),
  fc.record({ ...common, name: fc.constantFrom("Oda", "Ruiz") }).map(name),
  fc.record({ ...common, affirmed: fc.boolean() }).map(status),
  fc.record({ ...common, at: fc.constantFrom("2030-01-31", "2030-02-01") }).map(time),
);

describe("the pairs that are looked at", () => {
  test("hold every pair that may be compared, and each once", () => {
    fc.assert(
      fc.property(fc.array(anyClaim, { minLength: 2, maxLength: 40 }), (claims) => {
        const candidatesOf = candidateFinder(claims, scene);
        const looked = claims.flatMap((_, at) =>
          candidatesOf(at).map((other) => `${Math.min(at, other)} ${Math.max(at, other)}`),
        );
        expect(new Set(looked).size).toBe(looked.length);
        const missed = claims.flatMap((a, at) =>
          claims.flatMap((b, other) => {
            if (other <= at || comparable(a, b, scene).kind === "not") return [];
            return looked.includes(`${at} ${other}`) ? [] : [`${a.id} ${b.id}`];
          }),
        );
        expect(missed).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test("are few among claims of many events", () => {
    const claims = Array.from({ length: 600 }, (_, at) =>
      figure({
        doc: `d${at}`,
        n: String(at),
        of: at % 2 === 0 ? "drone" : "home",
        place: at % 3 === 0 ? "kursk" : "lunaris",
        when: `20${10 + (at % 50)}-05-06`,
      }),
    );
    const candidatesOf = candidateFinder(claims, scene);
    const looked = claims.reduce((sum, _, at) => sum + candidatesOf(at).length, 0);
    expect(looked).toBeGreaterThan(0);
    expect(looked).toBeLessThan((600 * 599) / 2 / 50);
  });
});
