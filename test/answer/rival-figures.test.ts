import { describe, expect, test } from "vitest";
import { asker } from "./ask-of.ts";

/** Reports of one trial and one fire in an invented town, most of which count with other verbs than the questions. */
const ask = await asker([
  {
    source: "Varne Wire",
    published: "2031-06-17",
    text:
      "The court in Varne heard 63 witnesses in the trial of the banker Odo Prell.\n\n" +
      "The number of dead in the Varne mill fire is three, the fire brigade said.",
  },
  {
    source: "Varne Echo",
    published: "2031-06-17",
    text:
      "In all, 71 witnesses testified in the Prell trial in Varne, and the file has swollen to some 48,000 pages.\n\n" +
      "A fire at another mill killed nine people in 2009.",
  },
  {
    source: "The Meridian",
    published: "2031-06-18",
    text:
      "Prell, 58, was found guilty in Varne on 11 of 14 counts.\n\n" +
      "The dead in the Varne mill fire now number seven, the fire brigade said.",
  },
]);

/** A toll that three voices tell on three days. */
const askTolls = await asker([
  {
    source: "Varne Wire",
    published: "2031-06-17",
    text: "Two people were killed in a fire at a mill in Varne, the fire brigade said.",
  },
  {
    source: "Varne Echo",
    published: "2031-06-18",
    text: "Three people were killed in the fire at the mill in Varne, Mayor Ines Holt said.",
  },
  {
    source: "The Meridian",
    published: "2031-06-19",
    text:
      "Five people have been killed in the fire at the mill in Varne, prosecutors said.\n\n" +
      "A fire at another mill near Varne killed nine people in 2009.",
  },
]);

const positionsOf = async (question: string): Promise<readonly (readonly string[])[]> =>
  (await ask(question)).disagreements.map((one) => one.positions.map(({ value }) => value).toSorted());

describe("rival figures", () => {
  test("two counts of one thing under other verbs contradict each other; a count of pages does not", async () => {
    expect(await positionsOf("How many witnesses testified in the Prell trial?")).toEqual([["63", "71"]]);
  });

  test("tolls grow from day to day, whoever tells them; another year's toll is none of them", async () => {
    const [one] = (await askTolls("How many people were killed in the mill fire in Varne?")).disagreements;
    expect([one?.kind, one?.positions.map(({ value }) => value)]).toEqual(["update", ["Two", "Three", "Five"]]);
  });

  test("what a figure is out of is no rival", async () => {
    expect(await positionsOf("On how many counts was Prell found guilty?")).toEqual([]);
  });
});
