import { describe, expect, test } from "vitest";
import { findTimes } from "../../src/claims/times.ts";
import { timesAgree, timeValueOf } from "../../src/positions/time-values.ts";

/** The only time that a sentence of March 9, 2032 (a Tuesday) states. */
function timeIn(text: string): ReturnType<typeof timeValueOf> {
  const [time, ...others] = findTimes(text, { published: "2032-03-09" });
  expect(time).toBeDefined();
  expect(others).toEqual([]);
  if (!time) throw new Error(`no time in "${text}"`);
  return timeValueOf(time.period);
}

describe("times of one event agree", () => {
  const rows: readonly (readonly [string, string])[] = [
    ["It fell at 7 a.m.", "It fell shortly after seven on Tuesday morning."],
    ["It fell at 7.10 a.m.", "It fell on Tuesday."],
    ["It fell at 7.10 a.m.", "It fell on Tuesday morning."],
    ["It fell at around 7 a.m.", "It fell at 7.14 a.m."],
    ["It fell at half past six in the evening.", "It fell at 18:30."],
    ["It fell at a quarter to nine on Monday evening.", "It fell at 8.45 p.m. on Monday."],
    ["It fell at 4.52 a.m.", "It fell overnight into Tuesday."],
    ["It fell just before midnight on Monday.", "It fell at 11.50 p.m. on Monday."],
    ["It fell on March 8.", "It fell on Monday."],
    ["It fell in March.", "It fell on Monday."],
    // A bare week day may be the one before or the one to come.
    ["The council meets on Thursday.", "The council will meet on Thursday at 5 p.m."],
  ];
  for (const [a, b] of rows)
    test(`${a} – ${b}`, () => {
      expect(timesAgree(timeIn(a), timeIn(b))).toBe(true);
      expect(timesAgree(timeIn(b), timeIn(a))).toBe(true);
    });
});

describe("times of one event differ", () => {
  const rows: readonly (readonly [string, string])[] = [
    ["It fell at 4.52 a.m.", "It fell at 5.10 a.m."],
    ["It fell at 7 a.m.", "It fell at 7 p.m."],
    ["It fell at 9.20 a.m.", "It fell at 10 a.m."],
    ["It fell between 7.00 and 10.00 a.m.", "It fell overnight into Tuesday."],
    ["It fell on Monday.", "It fell on Sunday evening."],
    ["It fell on March 8.", "It fell on March 7."],
    ["It fell at around 7 a.m.", "It fell at 7.40 a.m."],
    ["It fell in February.", "It fell on Monday."],
  ];
  for (const [a, b] of rows)
    test(`${a} – ${b}`, () => {
      expect(timesAgree(timeIn(a), timeIn(b))).toBe(false);
      expect(timesAgree(timeIn(b), timeIn(a))).toBe(false);
    });
});

describe("an hour that is only spelled", () => {
  test.each(["It fell after seven people had died.", "He won by two votes.", "She died after five days."])(
    "%s is none",
    (text) => {
      expect(findTimes(text, { published: "2032-03-09" }).filter((time) => time.kind === "clock")).toEqual([]);
    },
  );
});
