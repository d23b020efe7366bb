import { expect, test } from "vitest";
import type { AnswerWire } from "../../src/http/wire.ts";
import type { AskEventWire } from "../../src/http/wire-events.ts";
import { disorder, lacking } from "./lacking.ts";

const cite = (marker: number, quote: string, start: number) => ({
  marker,
  quote,
  document: { id: "ferry", title: "Ferry", sha256: "0" },
  start,
  end: start + quote.length,
});

/** Two counts of the people on a ferry; `asked` is a gap. */
const answer = (over: object): AnswerWire =>
  ({
    answer: "The captain: 40 people. [1] The port: 43. [2]",
    citations: [cite(1, "carried 40 people", 10), cite(2, "counted 43", 50)],
    nearest: [],
    disagreements: [
      {
        topic: "people",
        about: "quantity",
        positions: [
          { value: "40", markers: [1] },
          { value: "43", markers: [2] },
        ],
      },
    ],
    missing: [{ slot: "when", asked: "the crossing" }],
    ...over,
  }) as unknown as AnswerWire;

test("an answer lacks nothing of itself, and a longer quote is as good", () => {
  expect(lacking(answer({}), answer({}))).toEqual([]);
  const longer = [cite(1, "it carried 40 people across", 7), cite(2, "counted 43", 50)];
  expect(lacking(answer({}), answer({ citations: longer }))).toEqual([]);
});

test("a lost quote, side, quote of a side and gap are each named", () => {
  const other = [cite(1, "carried 40 people", 10), cite(2, "something else", 90)];
  expect(lacking(answer({}), answer({ citations: other }))).toEqual([
    'the quote "counted 43"',
    '"counted 43" for the position "43"',
  ]);
  expect(lacking(answer({}), answer({ disagreements: [] }))).toEqual([
    'the position "40" on people',
    'the position "43" on people',
  ]);
  expect(lacking(answer({}), answer({ missing: [] }))).toEqual(["that when of the crossing is missing"]);
});

test("events out of order are named", () => {
  const events = (...all: readonly object[]) => all as unknown as readonly AskEventWire[];
  const citation = (n: 0 | 1) => ({ event: "citation", data: answer({}).citations[n] });
  const text = (delta: string) => ({ event: "text", data: { delta } });
  const done = { event: "done", data: answer({}) };
  const first = "The captain: 40 people. [1]";
  const second = " The port: 43. [2]";
  expect(disorder(events(citation(0), text(first), citation(1), text(second), done))).toEqual([]);
  expect(disorder(events(text(first), citation(0), citation(1), text(second), done))).toEqual([
    "marker 1 comes before its citation",
  ]);
  expect(disorder(events(citation(0), text(first), done))).toEqual(["the answer is not what was sent"]);
  expect(disorder(events(citation(0), text(first)))).toEqual(["ends with text"]);
});
