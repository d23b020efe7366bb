import { describe, expect, test } from "vitest";
import { type Figure, findFigures } from "../../src/claims/figures.ts";

/** "number hedge low–high unit /per" of every figure. */
function read(text: string): readonly string[] {
  return findFigures(text).map((figure) => {
    const { said, hedge, unit, per } = figure.quantity;
    const values = said.low === said.high ? String(said.low) : `${said.low ?? ""}–${said.high ?? ""}`;
    return [values, hedge === "exact" ? "" : hedge, unit, per === null ? "" : `/${per}`]
      .filter((part) => part !== "")
      .join(" ");
  });
}

function only(text: string): Figure {
  const figures = findFigures(text);
  expect(figures).toHaveLength(1);
  const [figure] = figures;
  if (figure === undefined) throw new Error(text);
  return figure;
}

describe("hedges", () => {
  test.each([
    ["some 40 ferries", "36–44 about"],
    ["about 40 ferries", "36–44 about"],
    ["around 40 ferries", "36–44 about"],
    ["roughly 40 ferries", "36–44 about"],
    ["approximately 40 ferries", "36–44 about"],
    ["an estimated 40 ferries", "36–44 about"],
    ["40 or so ferries", "36–44 about"],
    ["40-odd ferries", "36–44 about"],
    ["nearly 40 ferries", "36–40 almost"],
    ["almost 40 ferries", "36–40 almost"],
    ["close to 40 ferries", "36–40 almost"],
    ["just under 40 ferries", "36–40 almost"],
    ["more than 40 ferries", "40– over"],
    ["over 40 ferries", "40– over"],
    ["just over 40 ferries", "40– over"],
    ["well over 40 ferries", "40– over"],
    ["at least 40 ferries", "40– over"],
    ["no fewer than 40 ferries", "40– over"],
    ["has now surpassed 40", "40– over"],
    ["exceeding 40 ferries", "40– over"],
    ["upwards of 40 ferries", "40– over"],
    ["topped 40 ferries", "40– over"],
    ["40+ ferries", "40– over"],
    ["40 or more ferries", "40– over"],
    ["40 ferries or more", "40– over"],
    ["at least some 40 ferries", "40– over"],
    ["up to 40 ferries", "–40 under"],
    ["as many as 40 ferries", "–40 under"],
    ["at most 40 ferries", "–40 under"],
    ["fewer than 40 ferries", "–40 under"],
    ["under 40 ferries", "–40 under"],
    ["no more than 40 ferries", "–40 under"],
    ["40 ferries or fewer", "–40 under"],
    ["just 40 ferries", "40"],
    ["only 40 ferries", "40"],
    ["exactly 40 ferries", "40"],
  ])("%s → %s", (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  test("a preposition is no hedge", () => {
    expect(read("They spoke about 40 ferries.")).toEqual(["40"]);
    expect(read("Gulls flew over two ferries.")).toEqual(["2"]);
  });

  test("the span takes the hedge in, the number does not", () => {
    const text = "The fire burnt more than 2.3 million hectares a year.";
    const figure = only(text);
    expect(text.slice(figure.span.start, figure.span.end)).toBe("more than 2.3 million hectares a year");
    expect(text.slice(figure.number.start, figure.number.end)).toBe("2.3 million");
    expect(figure.unit && text.slice(figure.unit.start, figure.unit.end)).toBe("hectares");
    expect(figure.rate && text.slice(figure.rate.start, figure.rate.end)).toBe("a year");
  });

  test("an estimate is marked", () => {
    expect(only("an estimated 300 whales").estimate).toBe(true);
    expect(only("put at an estimated 300").estimate).toBe(true);
    expect(only("whales, estimated at around 300 by the fleet").estimate).toBe(true);
    expect(only("300 whales").estimate).toBe(false);
  });
});

describe("numbers", () => {
  test.each([
    ["1,354 goats", "1354"],
    ["1,00,000 goats", "100000"],
    ["10 000 goats", "10000"],
    ["1 234 567 goats", "1234567"],
    ["fifteen hundred goats", "1500"],
    ["a hundred and two goats", "102"],
    ["three million two hundred thousand goats", "3200000"],
    ["twenty-one goats", "21"],
    ["1.5 thousand goats", "1500"],
    ["two-and-a-half million goats", "2500000"],
    ["two and a half million goats", "2500000"],
    ["two point five million goats", "2500000"],
    ["half a million goats", "500000"],
    ["half million goats", "500000"],
    ["25 lakh goats", "2500000"],
    ["2 crore goats", "20000000"],
    ["1.2m goats", "1200000"],
    ["10k goats", "10000"],
    ["two dozen goats", "24"],
    ["several hundred goats", "300–1200 vague"],
    ["a couple of hundred goats", "200–300 vague"],
    ["tens of millions of goats", "20000000–200000000 vague"],
    ["no goats", "0"],
    ["nobody was hurt", "0"],
    ["no one was hurt", "0"],
    ["none of the crew was hurt", "0"],
    ["-5 goats", "-5"],
  ])("%s → %s", (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  test.each([
    ["700 to 1,000 goats", "700–1000 range"],
    ["5-7 goats", "5–7 range"],
    ["5–7 goats", "5–7 range"],
    ["between 5 and 7 goats", "5–7 range"],
    ["from 5 to 7 goats", "5–7 range"],
    ["two or three goats", "2–3 range"],
    ["5 to 7 million goats", "5000000–7000000 range"],
    ["$5-7 million", "5000000–7000000 range USD"],
    ["$5m-$7m", "5000000–7000000 range USD"],
    ["5% to 7%", "5–7 range percent"],
    ["-18 °C to -34 °C", "-34–-18 range celsius"],
    ["8- to 16-metre masts", "8–16 range m"],
  ])("%s → %s", (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  test("a change has two ends and is no range", () => {
    const figures = findFigures("Rents rose from 5 to 7 per cent.");
    expect(figures.map((figure) => [figure.change, figure.quantity.said.low, figure.quantity.unit])).toEqual([
      ["from", 5, "percent"],
      ["to", 7, "percent"],
    ]);
    expect(findFigures("Rents grew 12% to $4.1 billion.").map((figure) => figure.change)).toEqual(["by", "to"]);
    expect(only("Rents fell by 3 percentage points.").change).toBe("by");
    expect(only("Rents are between 5 and 7 per cent.").change).toBeNull();
  });

  test("scores keep both sides, and the loser's way round is the same score", () => {
    const won = only("They won 2–0.").quantity;
    const lost = only("They lost 0-2.").quantity;
    expect([won.dimension, won.said.low, won.said.high]).toEqual(["score", 2, 0]);
    expect(lost.interval).toEqual(won.interval);
    expect(only("It was a 5-4 ruling.").quantity.dimension).toBe("score");
    expect(only("They took 5-7 days.").quantity.dimension).toBe("duration");
  });
});
