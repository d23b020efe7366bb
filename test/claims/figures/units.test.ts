import { describe, expect, test } from "vitest";
import type { Dimension } from "../../../src/claims/claim.ts";
import { findFigures } from "../../../src/claims/figures.ts";
import { CURRENCY_CODES, CURRENCY_SIGNS, CURRENCY_WORDS } from "../../../src/claims/figures/currencies.ts";
import { LETTER_UNITS, UNIT_ROWS } from "../../../src/claims/figures/units.ts";

type Row = readonly [text: string, dimension: Dimension, unit: string, value: number];

const ROWS: readonly Row[] = [
  ["16.25 nanometers", "length", "m", 1.625e-8],
  ["7.62mm", "length", "m", 0.00762],
  ["30 cm", "length", "m", 0.3],
  ["5 metres", "length", "m", 5],
  ["the wall is 5 m high", "length", "m", 5],
  ["27-kilometer", "length", "m", 27_000],
  ["4,000 km", "length", "m", 4_000_000],
  ["2 in thick", "length", "m", 0.0508],
  ["six feet", "length", "m", 1.8288],
  ["100 yards", "length", "m", 91.44],
  ["12 miles", "length", "m", 19_312.128],
  ["3 nautical miles", "length", "m", 5556],
  ["1,146 square kilometers", "area", "m2", 1_146_000_000],
  ["301,338 km2", "area", "m2", 301_338_000_000],
  ["10 sq miles", "area", "m2", 25_899_881.1034],
  ["45 acres", "area", "m2", 182_108.5],
  ["200 hectares", "area", "m2", 2_000_000],
  ["3 litres", "volume", "m3", 0.003],
  ["0.9 trillion cubic feet", "volume", "m3", 25_485_161_932.8],
  ["4 cubic metres", "volume", "m3", 4],
  ["10 barrels", "volume", "m3", 1.58987],
  ["six gallons", "volume", "m3", 0.0227125],
  ["44 mg", "mass", "kg", 0.000044],
  ["2.4 tonnes", "mass", "kg", 2400],
  ["5,300 lb", "mass", "kg", 2404.0396],
  ["10kg", "mass", "kg", 10],
  ["3 ounces", "mass", "kg", 0.0850486],
  ["30 degrees Celsius", "temperature", "celsius", 30],
  ["104F", "temperature", "celsius", 40],
  ["−5 °C", "temperature", "celsius", -5],
  ["98.6 degrees Fahrenheit", "temperature", "celsius", 37],
  ["300 kelvin", "temperature", "celsius", 26.85],
  ["2.7 degrees Fahrenheit above average", "temperature", "celsius-difference", 1.5],
  ["120 km/h", "speed", "m/s", 33.3333333333],
  ["75 mph", "speed", "m/s", 33.528],
  ["75 miles an hour", "speed", "m/s", 33.528],
  ["20 knots", "speed", "m/s", 10.2889],
  ["10 metres per second", "speed", "m/s", 10],
  ["24 hours", "duration", "second", 86_400],
  ["two weeks", "duration", "second", 1_209_600],
  ["half an hour", "duration", "second", 1800],
  ["50 kWh", "energy", "J", 1.8e8],
  ["2,000 calories", "energy", "J", 8_368_000],
  ["1.5 gigawatts", "power", "W", 1.5e9],
  ["100 horsepower", "power", "W", 74_569.99],
  ["10 gigabytes", "data", "byte", 1e10],
  ["8 megabits", "data", "byte", 1e6],
  ["20 per cent", "percent", "percent", 20],
  ["4.5%", "percent", "percent", 4.5],
  ["three percentage points", "percentage-points", "percentage-point", 3],
  ["25 basis points", "percentage-points", "percentage-point", 0.25],
  ["magnitude 7.8", "magnitude", "magnitude", 7.8],
  ["7.8-magnitude", "magnitude", "magnitude", 7.8],
  ["a magnitude of 6", "magnitude", "magnitude", 6],
  ["$2.3bn", "money", "USD", 2.3e9],
  ["£5m", "money", "GBP", 5e6],
  ["€1.2 billion", "money", "EUR", 1.2e9],
  ["3bn yen", "money", "JPY", 3e9],
  ["Rs 25 lakh", "money", "INR", 2.5e6],
  ["5 crore rupees", "money", "INR", 5e7],
  ["A$4.5m", "money", "AUD", 4.5e6],
  ["USD 5 million", "money", "USD", 5e6],
  ["50 cents", "money", "USD", 0.5],
  ["12 million pounds", "money", "GBP", 12e6],
  ["fined 5,300 pounds", "money", "GBP", 5300],
  ["half of the land", "share", "share", 0.5],
  ["two-thirds of the land", "share", "share", 2 / 3],
  ["one in five voters", "share", "share", 0.2],
  ["twice as many people", "share", "share", 2],
  ["three times as many people", "share", "share", 3],
  ["15,000 people", "count", "", 15_000],
];

describe("units", () => {
  test.each(ROWS)("%s is %s in %s: %d", (text, dimension, unit, value) => {
    const [figure] = findFigures(text);
    expect(figure?.quantity.dimension).toBe(dimension);
    expect(figure?.quantity.unit).toBe(unit);
    expect((figure?.quantity.said.low ?? Number.NaN) / value).toBeCloseTo(1, 5);
  });

  test.each(UNIT_ROWS)("7 %s is measured", (phrase, unit) => {
    const heat = unit.base === "degree" ? "a temperature of " : "";
    const [figure] = findFigures(
      `${heat}7 ${phrase.replaceAll(" - ", "-").replaceAll(" / ", "/").replaceAll(" ^ ", "^").replace("km 2", "km2").replace("m 2", "m2").replace("km 3", "km3").replace("m 3", "m3")}`,
    );
    expect(figure?.quantity.dimension).toBe(unit.dimension);
    expect(figure?.quantity.unit).toBe(unit.base);
  });

  test.each([...LETTER_UNITS])("7%s is measured", (letter, unit) => {
    const [figure] = findFigures(`It is 7${letter}.`);
    expect(figure?.quantity.dimension).toBe(unit.dimension);
  });

  test.each(CURRENCY_WORDS)("7 million %s is money", (phrase, currency) => {
    expect(findFigures(`7 million ${phrase}`)[0]?.quantity).toMatchObject({ dimension: "money", unit: currency.code });
  });

  test.each([...CURRENCY_SIGNS])("%s7 is money", (sign, code) => {
    expect(findFigures(`${sign}7m`)[0]?.quantity).toMatchObject({
      dimension: "money",
      unit: code,
      said: { low: 7e6, high: 7e6 },
    });
  });

  test.each([...CURRENCY_CODES])("%s behind and before an amount is money", (code) => {
    const unit = code === "RMB" ? "CNY" : code;
    expect(findFigures(`${code} 7 million`)[0]?.quantity.unit).toBe(unit);
    expect(findFigures(`7 million ${code}`)[0]?.quantity.unit).toBe(unit);
  });

  test("a ton is short in one country and long in another, so it meets both", () => {
    const [ton] = findFigures("100 tons");
    expect(ton?.quantity.interval.low).toBeCloseTo(97.5 * 907.18474, 3);
    expect(ton?.quantity.interval.high).toBeCloseTo(102.5 * 1016.0469088, 3);
  });

  test.each([
    ["34 in Moscow Oblast", "count"],
    ["5 m people", "count"],
    ["1.2m people", "count"],
    ["two degrees from two universities", "count"],
    ["800,000 F-Series pickups", "count"],
  ])("%s is a count", (text, dimension) => {
    expect(findFigures(text)[0]?.quantity.dimension).toBe(dimension);
  });

  test("5 m people are five million, a 5 m wall is five metres", () => {
    expect(findFigures("5 m people")[0]?.quantity.said.low).toBe(5e6);
    expect(findFigures("1.8m tall")[0]?.quantity.said.low).toBe(1.8);
  });
});
