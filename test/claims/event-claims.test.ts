import { describe, expect, test } from "vitest";
import type { Claim } from "../../src/claims/claim.ts";
import { allClaimsOf } from "./claims-of.ts";

const PUBLISHED = "2031-05-06"; // a Tuesday

function eventsOf(text: string): readonly Claim[] {
  return allClaimsOf(text, PUBLISHED).filter((claim) => claim.kind === "time" || claim.kind === "status");
}

const timesOf = (text: string): readonly string[] =>
  eventsOf(text).flatMap((claim) => {
    if (claim.kind !== "time") return [];
    const { from, to, minutes, hours } = claim.time;
    const when = minutes
      ? `${minutes.from}-${minutes.to}`
      : hours
        ? `${from}..${to}`
        : `${from?.slice(0, 10)}..${to?.slice(0, 10)}`;
    return [`${claim.event.action}: ${when}`];
  });

const statusesOf = (text: string): readonly string[] =>
  eventsOf(text).flatMap((claim) =>
    claim.kind === "status" ? [`${claim.affirmed ? "+" : "-"} ${claim.event.action} ${claim.counted.head}`.trim()] : [],
  );

describe("when something happened", () => {
  const rows: readonly (readonly [string, readonly string[]])[] = [
    ["The bridge in Oslo collapsed at 6.40 a.m. on Monday.", ["collapse: 2031-05-05T06:40..2031-05-05T06:40"]],
    ["On Monday the bridge collapsed.", ["collapse: 2031-05-05..2031-05-05"]],
    ["The tremor struck at 4.52 a.m.", ["earthquake: 292-292"]],
    ["Clashes broke out at 3.10 p.m.", ["clash: 910-910"]],
    ["Voting did not begin until 10 a.m.", ["vote: 600-600"]],
    ["Voting ended at 10 p.m.", ["end of vote: 1320-1320"]],
    ["The talks took place on Sunday.", ["meet: 2031-05-04..2031-05-04"]],
    ["Voting began at 9.20 a.m. instead of 7 a.m.", ["vote: 560-560"]],
    // The day of a report, a bound, a noun's day, and what did not or may happen give none.
    ["The bridge collapsed, the council said on Monday.", []],
    ["Workers must clear the rubble by Friday.", []],
    ["Saturday's collapse of the bridge killed a man.", []],
    ["The bridge did not collapse on Monday.", []],
    ["The bridge may collapse on Friday.", []],
  ];
  for (const [text, expected] of rows)
    test(text, () => {
      expect(timesOf(text)).toEqual(expected);
    });
});

describe("whether something happened", () => {
  const rows: readonly (readonly [string, readonly string[]])[] = [
    ["The dam has cracked, the mayor said.", ["+ crack dam"]],
    ["The dam has not cracked, the operator said.", ["- crack dam"]],
    ["The operator denied that the dam had cracked.", ["- crack dam"]],
    ["The operator rejected reports that the dam had cracked.", ["- crack dam"]],
    ["No talks took place.", ["- meet talk"]],
    ["There were no talks on Monday.", ["- meet talk"]],
    ["The ministry denied having negotiated with the union.", ["- meet ministri"]],
    ["Nobody from the ministry met the union.", ["- meet union"]],
    ["The party leader refused to concede.", ["- concede leader"]],
    ["The ferry was not overloaded, the owner said.", ["- overload ship"]],
    ["Nothing was removed from the school.", ["- remove"]],
    // A plain statement stays with its sentence; what may be is no status.
    ["The dam has cracked.", []],
    ["The dam may have cracked, the mayor said.", []],
    ["Has the dam cracked?", []],
  ];
  for (const [text, expected] of rows)
    test(text, () => {
      expect(statusesOf(text)).toEqual(expected);
    });
});

test("every event claim points into its own document", () => {
  const text = "The dam has cracked at 6 a.m. on Monday, the mayor said. No talks took place on Sunday.";
  const claims = eventsOf(text);
  expect(claims.map((claim) => text.slice(claim.value.start, claim.value.end))).toEqual([
    "has cracked",
    "at 6 a.m. on Monday",
    "took",
  ]);
});
