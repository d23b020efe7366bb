import { describe, expect, test } from "vitest";
import type { Filler } from "../../../src/retrieval/fillers/filler.ts";
import { findFillers } from "../../../src/retrieval/fillers/find-fillers.ts";
import { saysSame } from "../../../src/retrieval/fillers/same-value.ts";

function filler(written: string): Filler {
  const [first] = findFillers(`It was ${written} there.`).fillers;
  if (!first) throw new Error(`no filler in ${written}`);
  return first;
}

describe("two fillers say the same", () => {
  const rows: readonly (readonly [string, string, boolean])[] = [
    ["3,559 people", "3559 inhabitants", true],
    ["1,500", "1,530", false],
    ["June 19, 1910", "19 June 1910", true],
    ["September 1888", "1888", true],
    ["June 19, 1910", "June 1911", false],
    ["Ayla Brandt", "Brandt", true],
    ["World Health Organization", "WHO", true],
    ["Harwick, Ohio", "Harwick", true],
    ["Ayla Brandt", "Rosa Brandt", false],
    ["Volodymyr Zelensky", "Volodymyr Zelenskyy", true],
    ["Harwick", "Selby", false],
  ];
  test.each(rows)("%s and %s: %s", (a, b, same) => {
    expect(saysSame(filler(a), filler(b))).toBe(same);
    expect(saysSame(filler(b), filler(a))).toBe(same);
  });
});
