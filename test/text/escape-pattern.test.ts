import * as fc from "fast-check";
import { expect, test } from "vitest";
import { escapePattern } from "../../src/text/escape-pattern.ts";

test("an escaped text matches itself and nothing else, with and without the u flag", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const whole = `^${escapePattern(text)}$`;
      expect(new RegExp(whole, "u").test(text)).toBe(true);
      expect(new RegExp(whole).test(text)).toBe(true);
      expect(new RegExp(whole, "u").test(`${text}x`)).toBe(false);
    }),
  );
});

test("a hyphen, which the u flag lets nobody escape, stays as it is", () => {
  expect(escapePattern("Halden-3 (B/2)")).toBe(String.raw`Halden-3 \(B\/2\)`);
});
