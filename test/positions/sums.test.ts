import { describe, expect, test } from "vitest";
import type { QuantityClaim } from "../../src/claims/claim.ts";
import { compare, figure, world } from "./claim-builder.ts";
import { sumFor } from "../../src/positions/sums.ts";

const dead = (doc: string, n: string, place?: string) =>
  figure({ doc, n, when: "2030-05-06", ...(place !== undefined && { place }) });

/** The numbers that add up to the whole, as `sumFor` finds them. */
const partsOf = (whole: QuantityClaim, ...parts: readonly QuantityClaim[]) =>
  sumFor(whole, parts, world)?.parts.map((part) => part.quantity.said.low) ?? null;

describe("sums", () => {
  const whole = dead("a", "40", "north-coast");

  test("of places that lie apart, larger parts first, lower bounds as they are said", () => {
    expect(partsOf(whole, dead("b", "12", "lunaris"), dead("b", "at least 28", "port-ash"))).toEqual([28, 12]);
  });

  test("not of one place told twice, nor of a place and what lies in it", () => {
    expect(partsOf(whole, dead("b", "20", "lunaris"), dead("b", "20", "lunaris"))).toBeNull();
    expect(partsOf(whole, dead("b", "30", "north-coast"), dead("b", "10", "lunaris"))).toBeNull();
  });

  test("not of a figure and a place that may lie in it, however well they add up", () => {
    expect(partsOf(dead("a", "84"), dead("b", "70"), dead("b", "14", "lunaris"))).toBeNull();
  });

  test("not of what somebody else did", () => {
    const shot = { of: "drone", action: "shoot-down", when: "2030-05-06" } as const;
    const claims = [
      figure({ ...shot, doc: "a", n: "40", agents: ["ru"] }),
      figure({ ...shot, doc: "b", n: "12", agents: ["ua"], place: "lunaris" }),
      figure({ ...shot, doc: "b", n: "28", agents: ["ua"], place: "port-ash" }),
    ];
    expect(compare(claims).flatMap((comparison) => comparison.sums)).toEqual([]);
  });

  test("not of two statements about one place that stand far apart", () => {
    const far = { ...dead("b", "28"), sentence: 9000 };
    expect(partsOf(dead("a", "40"), dead("b", "12"), far)).toBeNull();
    expect(partsOf(dead("a", "40"), dead("b", "12"), dead("b", "28"))).toEqual([28, 12]);
  });

  test("not across documents, not of the whole's own, not of stated parts or ranges", () => {
    expect(partsOf(whole, dead("b", "12", "lunaris"), dead("c", "28", "port-ash"))).toBeNull();
    expect(partsOf(whole, dead("a", "12", "lunaris"), dead("a", "28", "port-ash"))).toBeNull();
    const part = figure({ doc: "b", n: "28", place: "port-ash", partOf: whole });
    expect(partsOf(whole, dead("b", "12", "lunaris"), part)).toBeNull();
    expect(partsOf(whole, dead("b", "12", "lunaris"), dead("b", "20 to 36", "port-ash"))).toBeNull();
  });

  test("not for a bound, which any sum would fit", () => {
    expect(
      partsOf(dead("a", "over 40", "north-coast"), dead("b", "12", "lunaris"), dead("b", "28", "port-ash")),
    ).toBeNull();
  });

  test("of what is left when a figure does not fit", () => {
    expect(
      partsOf(whole, dead("b", "39", "lunaris"), dead("b", "12", "highmoor"), dead("b", "28", "port-ash")),
    ).toEqual([28, 12]);
  });

  test("many candidates end soon", () => {
    const many = Array.from({ length: 200 }, (_, at) => dead("b", String(2 * at + 2), `place${at}`));
    const started = performance.now();
    expect(partsOf(dead("a", "9999"), ...many)).toBeNull();
    expect(performance.now() - started).toBeLessThan(500);
  });

  test("a part of a sum is no rival of its whole", () => {
    const closed = { of: "airport", action: "close", place: "ru", when: "2030-05-06" } as const;
    const claims = [
      figure({ ...closed, doc: "b", n: "2" }),
      figure({ ...closed, doc: "b", n: "1" }),
      figure({ ...closed, doc: "a", n: "3" }),
    ];
    const [comparison, ...rest] = compare(claims);
    expect(rest.every((other) => other.kind === null)).toBe(true);
    expect(comparison?.positions.map((position) => position.lead.document)).toEqual(["a"]);
    expect(comparison?.sums[0]?.parts.map((part) => part.id)).toEqual([claims[0]?.id, claims[1]?.id]);
  });
});
