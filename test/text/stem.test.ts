import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { IRREGULAR_FORMS } from "../../src/text/irregular-forms.ts";
import { SPELLINGS } from "../../src/text/spellings.ts";
import { stem } from "../../src/text/stem.ts";

describe("a word and its forms have one stem", () => {
  test.each([
    ["won", "win"],
    ["fell", "falling"],
    ["shot", "shooting"],
    ["struck", "strikes"],
    ["men", "man"],
    ["people", "person"],
    ["spokeswomen", "spokeswoman"],
    ["crises", "crisis"],
    ["Defence", "defense"],
    ["kilometres", "kilometer"],
    ["organised", "organizing"],
    ["Norway's", "norway"],
    ["Norway\u2019s", "norway"],
    ["workers'", "workers"],
    ["U.S.", "US"],
    ["a.m.", "AM"],
    ["1,354", "1354"],
    ["São", "sao"],
    ["ﬁres", "fires"],
    ["\uFF26\uFF49\uFF52\uFF45", "fire"],
    ["dro\u200Bnes", "drone"],
  ])("%s and %s", (one, other) => {
    expect(stem(one)).toBe(stem(other));
  });

  test("founded stays apart from found, wounded from winding", () => {
    expect(stem("founded")).not.toBe(stem("found"));
    expect(stem("wounded")).not.toBe(stem("winding"));
  });
});

describe("what is no English word is only folded", () => {
  test.each([
    ["B-52", "b-52"],
    ["2013", "2013"],
    ["3.5", "3.5"],
    ["Осло", "осло"],
    ["й", "й"],
  ])("%s → %s", (word, expected) => {
    expect(stem(word)).toBe(expected);
  });

  test("a word of 20,000 letters comes back as it is, at once", () => {
    const word = "e".repeat(20_000);
    expect(stem(word)).toBe(word);
  });
});

describe("laws", () => {
  test("capitals never change a stem", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,20}$/u), (word) => {
        expect(stem(word.toUpperCase())).toBe(stem(word));
      }),
    );
  });

  test("every irregular form has the stem of its base, and every British spelling that of the American", () => {
    for (const [form, base] of IRREGULAR_FORMS) expect([form, stem(form)]).toEqual([form, stem(base)]);
    for (const [british, american] of SPELLINGS) expect([british, stem(british)]).toEqual([british, stem(american)]);
  });

  test("no irregular form stands twice or is its own base", () => {
    for (const [form, base] of IRREGULAR_FORMS) {
      expect(form).not.toBe(base);
      expect(IRREGULAR_FORMS.has(base), `${base} is a form and a base`).toBe(false);
    }
  });
});
