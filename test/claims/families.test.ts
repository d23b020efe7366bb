import { describe, expect, test } from "vitest";
import { ACTION_FAMILIES } from "../../src/claims/action-families.ts";
import {
  actionFamily,
  actionFit,
  isNeutral,
  ownersAreAgents,
  thingFamily,
  thingFit,
} from "../../src/claims/families.ts";
import { ACTION_RELATIONS, THING_RELATIONS } from "../../src/claims/family-relations.ts";
import { THING_FAMILIES } from "../../src/claims/thing-families.ts";
import { stem } from "../../src/text/stem.ts";

const stems = (words: string): readonly string[] => words.split(" ").map((word) => stem(word.toLowerCase()));
const rows = (families: readonly { readonly key: string; readonly words: string }[]) =>
  families.flatMap((family) => family.words.split(", ").map((words): [string, string] => [words, family.key]));

describe("every row of the tables is reached", () => {
  test.each(rows(ACTION_FAMILIES))("action %s → %s", (words, key) => {
    expect(actionFamily(stems(words))).toBe(key);
  });

  test.each(rows(THING_FAMILIES))("thing %s → %s", (words, key) => {
    expect(thingFamily(stems(words).join(" "))).toBe(key);
  });

  test.each([
    ["thing", THING_RELATIONS],
    ["action", ACTION_RELATIONS],
  ] as const)("every %s relation joins two families that exist", (kind, relations) => {
    const own = new Set((kind === "thing" ? THING_FAMILIES : ACTION_FAMILIES).map((family) => family.key));
    const other = new Set((kind === "thing" ? ACTION_FAMILIES : THING_FAMILIES).map((family) => family.key));
    for (const row of relations) {
      const named = row.kind === "includes" ? [row.wide, ...row.narrow] : row.families;
      expect(named.filter((key) => !own.has(key))).toEqual([]);
      if (row.kind === "same-where") expect(row.where.filter((key) => !other.has(key))).toEqual([]);
    }
  });

  test("every thing relation answers as it says, both ways", () => {
    for (const row of THING_RELATIONS) {
      if (row.kind === "includes") {
        for (const narrow of row.narrow) {
          expect(thingFit(row.wide, narrow, []), narrow).toBe("wider");
          expect(thingFit(narrow, row.wide, []), narrow).toBe("narrower");
        }
      } else {
        for (const action of row.where) {
          expect(thingFit(row.families[0], row.families[1], [action])).toBe("same");
          expect(thingFit(row.families[1], row.families[0], [null, action])).toBe("same");
        }
      }
    }
  });

  test("every action relation answers as it says, both ways", () => {
    for (const row of ACTION_RELATIONS) {
      if (row.kind === "includes") {
        for (const narrow of row.narrow) {
          expect(actionFit(row.wide, narrow, [])).toBe("wider");
          expect(actionFit(narrow, row.wide, [])).toBe("narrower");
        }
      } else {
        for (const thing of row.where) expect(actionFit(row.families[0], row.families[1], [thing])).toBe("same");
      }
    }
  });
});

describe("phrases", () => {
  test.each([
    ["shot 34 drones down", "shoot-down"],
    ["shut down", "close"],
    ["calmed down", "calm-down"],
    ["were shot down", "shoot-down"],
    ["were killed", "kill"],
    ["killed and wounded", "casualties"],
    ["was", "be"],
    ["lost to electronic jamming", "jam"],
    ["lost 40 seats", "lose"],
    ["laid off", "lay-off"],
    ["carried out", "conduct"],
    ["frobnicated", "frobnic"],
  ])("%s → %s", (words, key) => {
    expect(actionFamily(stems(words))).toBe(key);
  });

  test("a word that no row knows is its own family", () => {
    expect(thingFamily("zeppelin")).toBe("zeppelin");
    expect(thingFit("zeppelin", "balloon", ["shoot-down"])).toBe("different");
  });

  test("marchers are people where people march, and some of the people elsewhere", () => {
    expect(thingFit("person", "protester", ["rally"])).toBe("same");
    expect(thingFit("person", "protester", ["arrest"])).toBe("wider");
  });

  test("what somebody deploys is theirs, what somebody shoots down is not", () => {
    expect(ownersAreAgents("deploy")).toBe(true);
    expect(ownersAreAgents("shoot-down")).toBe(false);
    expect(ownersAreAgents(null)).toBe(false);
  });

  test("only verbs that say nothing are neutral", () => {
    expect(isNeutral("be")).toBe(true);
    expect(isNeutral(null)).toBe(true);
    expect(isNeutral("kill")).toBe(false);
  });
});
