import { describe, expect, test } from "vitest";
import type { Period } from "../../src/claims/claim.ts";
import { daysIn, dayOf, findTimes, periodsOverlap, type TimeMention } from "../../src/claims/times.ts";

/** A Wednesday. */
const PUBLISHED = "2024-11-13";

function first(text: string, context: { published?: string | null; previous?: Period | null } = {}): TimeMention {
  const published = context.published === undefined ? PUBLISHED : context.published;
  const [mention] = findTimes(text, { published, previous: context.previous ?? null });
  if (mention === undefined) throw new Error(`no time in ${text}`);
  return mention;
}

/** "from to" without the minutes that only say whole days. */
function days(text: string, context: { published?: string | null; previous?: Period | null } = {}): string {
  const { from, to } = first(text, context).period;
  const short = (end: string | null, whole: string): string => (end === null ? "?" : end.replace(whole, ""));
  const [start, stop] = [short(from, "T00:00"), short(to, "T23:59")];
  return start === stop ? start : `${start} ${stop}`;
}

describe("what is yet to come", () => {
  test.each([
    ["She said that the bridge would open on May 6.", "2025-05-06"],
    ["Trains are to run again on February 19.", "2025-02-19"],
    ["She said that it would have opened on May 6.", "2024-05-06"],
    ["They were told to leave on May 6.", "2024-05-06"],
  ])("%s", (text, expected) => {
    expect(days(text)).toBe(expected);
  });
});

describe("dates", () => {
  test.each([
    ["on Nov. 10", "2024-11-10"],
    ["on November 11", "2024-11-11"],
    ["on november 11", "2024-11-11"],
    ["on Nov. 9-10", "2024-11-09 2024-11-10"],
    ["Key events on Nov. 9-10:", "2024-11-09 2024-11-10"],
    ["on 9 and 10 November", "2024-11-09 2024-11-10"],
    ["on May 13", "2024-05-13"],
    ["on May 13 of this year", "2024-05-13"],
    ["on Dec. 31", "2023-12-31"],
    ["on 3 March 2021", "2021-03-03"],
    ["on March 3, 2021", "2021-03-03"],
    ["on the 13th of May 2020", "2020-05-13"],
    ["on 2021-03-03", "2021-03-03"],
    ["on 25/12/2020", "2020-12-25"],
    ["on 12/25/2020", "2020-12-25"],
    ["from May 13 to June 2", "2024-05-13 2024-06-02"],
    ["Tuesday, Nov. 5", "2024-11-05"],
    ["It will open on Dec. 31", "2024-12-31"],
  ])("%s is %s", (text, expected) => {
    expect(days(text)).toBe(expected);
    expect(["date", "range"]).toContain(first(text).kind);
  });

  test("a date whose order cannot be told names no day", () => {
    expect(days("on 10/11/2024")).toBe("?");
  });

  test.each([
    ["in October", "2024-10-01 2024-10-31"],
    ["during October", "2024-10-01 2024-10-31"],
    ["October was wet", "2024-10-01 2024-10-31"],
    ["in December", "2023-12-01 2023-12-31"],
    ["in February 2022", "2022-02-01 2022-02-28"],
    ["in early August", "2024-08-01 2024-08-10"],
    ["in mid-August", "2024-08-11 2024-08-20"],
    ["in late February 2024", "2024-02-21 2024-02-29"],
    ["this summer", "2024-06-01 2024-08-31"],
    ["in spring 2023", "2023-03-01 2023-05-31"],
    ["in winter", "2023-12-01 2024-02-29"],
    ["last month", "2024-10-01 2024-10-31"],
    ["earlier this month", "2024-11-01 2024-11-13"],
  ])("%s is %s", (text, expected) => {
    expect(days(text)).toBe(expected);
    expect(first(text).kind).toBe("month");
  });

  test.each([
    ["in 2023", "2023-01-01 2023-12-31"],
    ["in mid-2023", "2023-05-01 2023-08-31"],
    ["the 1990s", "1990-01-01 1999-12-31"],
    ["this year", "2024-01-01 2024-12-31"],
    ["last year", "2023-01-01 2023-12-31"],
  ])("%s is %s", (text, expected) => {
    expect(days(text)).toBe(expected);
    expect(first(text).kind).toBe("year");
  });

  test.each([
    "Theresa May spoke",
    "She may march",
    "March on the capital",
    "Boeing 737",
    "2,024 people came",
    "1950 people died",
    "the sun rose",
    "the Sunday Times",
    "Good Friday",
    "the night sky",
    "Prices fall",
  ])("no time in: %s", (text) => {
    expect(findTimes(text, { published: PUBLISHED })).toEqual([]);
  });
});

describe("week days", () => {
  test.each([
    ["on Saturday", "2024-11-09"],
    ["on Wednesday", "2024-11-13"],
    ["last Wednesday", "2024-11-06"],
    ["Tuesday's vote", "2024-11-12"],
    ["over the weekend", "2024-11-09 2024-11-10"],
    ["between Monday and Wednesday", "2024-11-11 2024-11-13"],
    ["They will meet on Friday", "2024-11-15"],
    ["next Friday", "2024-11-15"],
  ])("%s is %s", (text, expected) => {
    expect(days(text)).toBe(expected);
  });

  test("without a publication date only the week days are known", () => {
    expect(first("on Saturday", { published: null }).period).toMatchObject({
      from: null,
      to: null,
      weekdays: [6],
      basis: "undated",
    });
    expect(first("over the weekend", { published: null }).period.weekdays).toEqual([6, 0]);
    expect(first("between Monday and Wednesday", { published: null }).period.weekdays).toEqual([1, 2, 3]);
  });

  test("without a publication date a month and day are kept without their year", () => {
    expect(first("on Nov. 9-10", { published: null }).period).toMatchObject({
      from: null,
      monthDay: { from: "11-09", to: "11-10" },
    });
    expect(first("on Nov. 9, 2024", { published: null }).period.from).toBe("2024-11-09T00:00");
  });
});

describe("hours", () => {
  test.each([
    ["at 5:30 p.m. on Saturday", "2024-11-09T17:30 2024-11-09T17:30", "clock"],
    ["between 7.00 and 10.00 a.m. local time on Saturday", "2024-11-09T07:00 2024-11-09T10:00", "clock"],
    ["from 11 to 2 p.m. on Saturday", "2024-11-09T11:00 2024-11-09T14:00", "clock"],
    ["on Saturday at around 7 a.m.", "2024-11-09T06:45 2024-11-09T07:15", "clock"],
    ["at noon on Saturday", "2024-11-09T12:00 2024-11-09T12:00", "clock"],
    ["at 19:00 GMT on Saturday", "2024-11-09T19:00 2024-11-09T19:00", "clock"],
    ["on Saturday morning", "2024-11-09T05:00 2024-11-09T11:59", "part-of-day"],
    ["on Saturday afternoon", "2024-11-09T12:00 2024-11-09T17:59", "part-of-day"],
    ["on Saturday evening", "2024-11-09T17:00 2024-11-09T23:59", "part-of-day"],
    ["on Saturday night", "2024-11-09T18:00 2024-11-10T06:59", "part-of-day"],
    ["overnight into Sunday", "2024-11-09T18:00 2024-11-10T06:59", "part-of-day"],
    ["on the night of Nov. 9-10", "2024-11-09T18:00 2024-11-10T06:59", "part-of-day"],
    ["in the early hours of Sunday", "2024-11-10T00:00 2024-11-10T06:59", "part-of-day"],
    ["early on November 11", "2024-11-11T00:00 2024-11-11T11:59", "part-of-day"],
    ["late on Monday", "2024-11-11T17:00 2024-11-11T23:59", "part-of-day"],
    ["this morning", "2024-11-13T05:00 2024-11-13T11:59", "part-of-day"],
    ["last night", "2024-11-12T18:00 2024-11-13T06:59", "part-of-day"],
    ["during an overnight raid", "2024-11-12T18:00 2024-11-13T06:59", "part-of-day"],
  ])("%s is %s", (text, expected, kind) => {
    const mention = first(text);
    expect(`${mention.period.from} ${mention.period.to}`).toBe(expected);
    expect(mention.kind).toBe(kind);
    expect(mention.period.hours).toBe(true);
  });

  test("hours without a day take the day told of before, and none where there is none", () => {
    const previous = first("on Nov. 10").period;
    expect(first("between 7.00 and 10.00 a.m.", { previous }).period).toMatchObject({
      from: "2024-11-10T07:00",
      to: "2024-11-10T10:00",
      basis: "earlier-sentence",
    });
    expect(first("between 7.00 and 10.00 a.m.").period).toMatchObject({ from: null, to: null, hours: true });
  });

  test("an overnight raid on two dates is the night between them", () => {
    expect(first("an overnight raid on the port on Nov. 9-10").period).toMatchObject({
      from: "2024-11-09T18:00",
      to: "2024-11-10T06:59",
    });
  });

  test("virtually overnight is a figure of speech", () => {
    expect(findTimes("They became rich virtually overnight.", { published: PUBLISHED })).toEqual([]);
  });
});

describe("relative times", () => {
  const previous = first("on Oct. 25").period;
  test.each([
    ["yesterday", "2024-11-12"],
    ["the day before yesterday", "2024-11-11"],
    ["two days ago", "2024-11-11"],
    ["last week", "2024-11-04 2024-11-10"],
    ["earlier this week", "2024-11-11 2024-11-13"],
    ["in the past 24 hours", "2024-11-12 2024-11-13"],
    ["over the past week", "2024-11-06 2024-11-13"],
    ["the previous day", "2024-10-24"],
    ["a day later", "2024-10-26"],
    ["a week earlier", "2024-10-16 2024-10-20"],
    ["on the same day", "2024-10-25"],
    ["the next day", "2024-10-26"],
  ])("%s is %s", (text, expected) => {
    expect(days(text, { previous })).toBe(expected);
    expect(first(text, { previous }).relative).toBe(true);
  });

  test("what points back and finds nothing is unknown", () => {
    expect(days("a week earlier")).toBe("?");
  });

  test("within 24 hours belongs to the day of its own sentence", () => {
    expect(days("12 died within just 24 hours, by reports of November 11")).toBe("2024-11-10 2024-11-11");
  });

  test("so far, to date and now are as of the publication", () => {
    for (const text of ["so far", "to date", "now"]) {
      expect(first(text).period).toMatchObject({ role: "as-of", from: "2024-11-13T00:00", basis: "published" });
    }
    expect(first("as of 6 p.m. Monday").period).toMatchObject({ role: "as-of", to: "2024-11-11T18:00" });
    expect(first("by Tuesday evening").period).toMatchObject({ role: "as-of", to: "2024-11-12T23:59" });
  });

  test.each([
    ["since February 2022", "2022-02-01 2024-11-13"],
    ["since August", "2024-08-01 2024-11-13"],
    ["since early 2022", "2022-01-01 2024-11-13"],
    ["since the start of the full-scale siege war", "? 2024-11-13"],
    ["since the war began", "? 2024-11-13"],
    ["since the start of the outbreak in March 2020", "2020-03-01 2024-11-13"],
    ["since they launched the offensive in the north in February 2022", "2022-02-01 2024-11-13"],
  ])("%s runs: %s", (text, expected) => {
    expect(days(text)).toBe(expected);
    expect(first(text).kind).toBe("duration-since");
    expect(findTimes(text, { published: PUBLISHED })).toHaveLength(1);
  });
});

describe("overlap", () => {
  const period = (text: string, published: string | null = PUBLISHED): Period => first(text, { published }).period;

  test.each([
    ["on Nov. 9-10", "on Nov. 10", "yes"],
    ["on Nov. 9-10", "on Nov. 11", "no"],
    ["in October", "on Oct. 25", "yes"],
    ["on Saturday morning", "on Saturday evening", "no"],
    ["overnight into Sunday", "between 6 and 7 a.m. on Sunday", "yes"],
    ["since August", "on Nov. 1", "yes"],
    ["since August", "in July", "no"],
    ["since the war began", "on Nov. 1", "unknown"],
  ])("%s and %s: %s", (a, b, expected) => {
    expect(periodsOverlap(period(a), period(b))).toBe(expected);
    expect(periodsOverlap(period(b), period(a))).toBe(expected);
  });

  test("an undated weekend excludes a Monday but not a Sunday", () => {
    const weekend = period("over the weekend", null);
    expect(periodsOverlap(weekend, period("on Nov. 11"))).toBe("no");
    expect(periodsOverlap(weekend, period("on Nov. 10"))).toBe("unknown");
    expect(periodsOverlap(weekend, period("on Saturday", null))).toBe("unknown");
    expect(periodsOverlap(weekend, period("on Tuesday", null))).toBe("no");
  });

  test("a date without a year meets the same day of a year", () => {
    expect(periodsOverlap(period("on Nov. 10", null), period("on Nov. 9-10"))).toBe("yes");
    expect(periodsOverlap(period("on Nov. 10", null), period("on Nov. 11"))).toBe("no");
  });

  test("days are counted with both ends", () => {
    expect(daysIn(period("in October"))).toBe(31);
    expect(daysIn(period("on Saturday night"))).toBe(2);
    expect(daysIn(period("on Saturday", null))).toBeNull();
    expect(dayOf(period("on Nov. 10"))).toEqual({ from: 20_037, to: 20_037 });
  });
});
