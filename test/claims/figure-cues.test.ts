import { describe, expect, test } from "vitest";
import { COVERAGE_WORDS, readCoverage } from "../../src/claims/coverage.ts";
import { STATES } from "../../src/claims/states.ts";
import { claimsOf } from "./claims-of.ts";

/** Value and key of whoever gives it, of every claim. */
const given = (text: string): readonly (readonly [string, string | null])[] =>
  claimsOf(text).map((claim) => [text.slice(claim.value.start, claim.value.end), claim.speaker?.key ?? null]);

describe("who gives a figure, where no verb of saying stands beside it", () => {
  const rows: readonly (readonly [text: string, ...expected: (readonly [string, string | null])[]])[] = [
    ["Police counted 4,200 marchers and unions 12,000.", ["4,200", "police"], ["12,000", "union"]],
    [
      "The institute puts its magnitude at 7.1, the Old Quake Survey at 6.8.",
      ["7.1", "institute"],
      ["6.8", "old-quake-survey"],
    ],
    ["The union said 1,700 people marched; police saw 900.", ["1,700", "union"], ["900", "police"]],
    ["The council listed 60 people as missing, while the ministry spoke of 37.", ["60", "council"], ["37", "ministry"]],
    [
      "The prefecture listed 25 arrests. It stood by its total of 25.",
      ["25", "prefecture"],
      ["total of 25", "prefecture"],
    ],
    ["The march brought out 9,200 people, by the police count.", ["9,200", "police"]],
    [
      "The march drew 18,000 people by the police's count and 45,000 by the union's.",
      ["18,000", "police"],
      ["45,000", "union"],
    ],
    ["By the mission's reckoning 300 ballots were rejected.", ["300", "mission"]],
    ["Four in ten trains ran, according to the operator, RailLine.", ["Four in ten", "railine"]],
    ["Seven officers were hurt, three more than it had first reported, the prefecture said.", ["Seven", "prefecture"]],
    [
      "In the port 90 guards stood; seven of them, the harbour office says, were hurt.",
      ["90", null],
      ["seven", "harbour-office"],
    ],
    [
      "Mora won by 300 votes, according to the commission, which put turnout at 61 percent.",
      ["300", "commission"],
      ["61 percent", "commission"],
    ],
    ["The union had its number. It was 1,700 people, it said.", ["1,700", "union"]],
    ["Governor Ana Mora toured the villages. She put the number of ruined homes at 90.", ["90", "mora"]],
    [
      "The Regional Vote Commission said 40 boxes came. Days later 12 more arrived, the commission said.",
      ["40", "regional-vote-commission"],
      ["12", "regional-vote-commission"],
    ],
    [
      "The Institute of Snow in Dorna measured 12 slides, and the Snow Institute said 14 homes fell.",
      ["12", "snow-institute"],
      ["14", "snow-institute"],
    ],
    ["Dorna saw 84 millimetres of rain.", ["84 millimetres", null]],
  ];
  for (const [text, ...expected] of rows) {
    test(text, () => {
      expect(given(text)).toEqual(expected);
    });
  }
});

describe("tables", () => {
  test.each(STATES.flatMap((row) => row.words.split(", ").map((words) => [words, row.action] as const)))(
    "'%s' is a state of what stands before it",
    (words, action) => {
      expect(claimsOf(`The storm left 300 people ${words}.`)[0]?.event.action).toBe(action);
    },
  );

  test("every row of what a figure takes in is met by some words", () => {
    const samples: readonly string[] = [
      "90 homes, not counting barns",
      "540 covers regional trains alone",
      "12 covers only the town",
      "730 trains, counting freight",
      "14,350 ballots, postal votes included",
      "45 homes in all",
    ];
    const met = COVERAGE_WORDS.map(
      ({ words, kind }) => samples.find((sample) => new RegExp(words).test(sample)) ?? `no sample: ${kind}`,
    );
    expect(met.filter((sample) => sample.startsWith("no sample"))).toEqual([]);
    expect(samples.map((sample) => readCoverage(sample).length)).toEqual(samples.map(() => 1));
  });

  test("long runs of its own words take linear time", () => {
    const start = performance.now();
    readCoverage("not counting , covers only ".repeat(4_000));
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
