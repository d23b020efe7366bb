import { strict } from "chrono-node";
import { assert, constantFrom, date, property, tuple } from "fast-check";
import { describe, expect, test } from "vitest";
import { civilOf, dayNumberOf, isoDay, monthLength, parseDay, weekdayOf } from "../../../src/claims/times/days.ts";
import { findTimes } from "../../../src/claims/times.ts";

const anyDay = date({ min: new Date("1905-01-01"), max: new Date("2095-12-31"), noInvalidDate: true });
const MONTHS = "January February March April May June July August September October November December".split(" ");

describe("days", () => {
  test("agree with the platform's calendar", () => {
    assert(
      property(anyDay, (day) => {
        const iso = day.toISOString().slice(0, 10);
        const number = Math.floor(day.getTime() / 86_400_000);
        expect(parseDay(iso)).toBe(number);
        expect(isoDay(number)).toBe(iso);
        expect(weekdayOf(number)).toBe(day.getUTCDay());
        const { year, month, day: dayOfMonth } = civilOf(number);
        expect(dayNumberOf(year, month, dayOfMonth)).toBe(number);
        expect(monthLength(year, month)).toBe(new Date(Date.UTC(year, month, 0)).getUTCDate());
      }),
    );
  });
});

describe("dates in words", () => {
  test("are what chrono-node reads", () => {
    const forms = constantFrom("MDY", "DMY", "abbreviated", "ordinal");
    assert(
      property(tuple(anyDay, forms), ([day, form]) => {
        const [d, m, y] = [day.getUTCDate(), MONTHS[day.getUTCMonth()] ?? "", day.getUTCFullYear()];
        const ending =
          d % 10 === 1 && d !== 11 ? "st" : d % 10 === 2 && d !== 12 ? "nd" : d % 10 === 3 && d !== 13 ? "rd" : "th";
        const short = m.length > 5 ? `${m.slice(0, 3)}.` : m;
        const written = {
          MDY: `${m} ${d}, ${y}`,
          DMY: `${d} ${m} ${y}`,
          abbreviated: `${short} ${d}, ${y}`,
          ordinal: `${m} ${d}${ending}, ${y}`,
        }[form];
        const text = `The bridge was closed on ${written} after the flood.`;
        const [theirs] = strict.parse(text, new Date("2024-11-13T12:00:00Z"));
        const [ours] = findTimes(text, { published: "2024-11-13" });
        const parts = theirs?.start;
        const iso =
          parts &&
          `${String(parts.get("year"))}-${String(parts.get("month")).padStart(2, "0")}-${String(parts.get("day")).padStart(2, "0")}`;
        expect(ours?.period.from).toBe(`${String(iso)}T00:00`);
        expect(ours?.period.to).toBe(`${String(iso)}T23:59`);
      }),
    );
  });
});
