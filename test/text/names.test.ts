import { assert, constantFrom, pre, property, string } from "fast-check";
import { describe, expect, it } from "vitest";

import { foldName, nameKey, sameName, spellingKey, withoutTitles } from "../../src/text/names.ts";

describe("foldName", () => {
  it.each([
    ["U.S.", "us"],
    ["Côte d'Ivoire", "cote divoire"],
    ["Rostov-on-Don’s", "rostov on don"],
    ["the airlines'", "the airlines"],
    ["Київ", "kiiv"],
    ["Müller", "muller"],
    ["  AT&T ", "at&t"],
    ["…", ""],
  ])("writes %s as %s", (name, folded) => {
    expect(foldName(name)).toBe(folded);
  });

  it("leaves what it has folded as it is", () => {
    assert(
      property(string({ unit: "grapheme" }), (text) => {
        const once = foldName(text);
        // "x's s" loses one ending at a time; nothing else changes.
        pre(!/ s$|^s$/u.test(once));
        expect(foldName(once)).toBe(once);
      }),
    );
  });

  it("is fast on long hostile input", () => {
    const began = performance.now();
    foldName("'s.-".repeat(25_000));
    foldName("Щ'".repeat(50_000));
    expect(performance.now() - began).toBeLessThan(500);
  });
});

describe("spellingKey", () => {
  it.each([
    ["Mykolaiv", "Mykolayiv", "Mikolayiv"],
    ["Zelensky", "Zelenskyy", "Zelenskiy"],
    ["Zaporizhzhia", "Zaporizhzhya", "Zaporizzia"],
    ["Odesa", "Odessa", "Odesa"],
    ["Kryvyi Rih", "Kriviy Rih", "Kryvyy Rih"],
  ])("meets for %s, %s and %s", (...names) => {
    expect(new Set(names.map((name) => spellingKey(foldName(name)))).size).toBe(1);
  });

  it("keeps other names apart", () => {
    expect(spellingKey("ivanov")).not.toBe(spellingKey("ivanova"));
    expect(spellingKey("kursk")).not.toBe(spellingKey("kurks"));
  });
});

describe("nameKey", () => {
  it.each([
    ["President Volodymyr Zelenskyy", "Zelensky"],
    ["Gen. Oleksandr Syrskyi", "Syrskiy"],
    ["Mr. John Smith Jr.", "Smith"],
    ["Ursula von der Leyen", "von der Leyen"],
    ["Xi Jinping", "Xi"],
    ["Kim Jong Un", "Kim"],
    ["Prime Minister Ana Ruiz’s", "Ruiz"],
    ["Ahmed al-Sharaa", "Sharaa"],
  ])("is one for %s and %s", (full, short) => {
    expect(nameKey(full)).toBe(nameKey(short));
    expect(nameKey(full)).not.toBe("");
  });

  it("does not take the family name of an English first name", () => {
    expect(nameKey("Kim Kardashian")).toBe(nameKey("Kardashian"));
    expect(nameKey("Lee Harper")).toBe(nameKey("Harper"));
  });

  it("has nothing for a bare title", () => {
    expect(nameKey("the President".slice(4))).toBe("");
  });
});

describe("sameName", () => {
  it.each([
    ["Volodymyr Zelensky", "Zelenskiy"],
    ["Muhammad", "Mohammed"],
    ["Mohammed Hasan", "Muhammad Hassan"],
    ["J. Smith", "John Smith"],
    ["John Smith", "Smith"],
    ["Dr. Jane Smith", "Jane Smith"],
    ["Joe Brown", "Joseph Brown"],
    ["Sergei Petrov", "Serhiy Petrov"],
    ["Lee Jae-myung", "Lee"],
  ])("joins %s and %s", (a, b) => {
    expect(sameName(a, b)).toBe(true);
  });

  it.each([
    ["Ivanov", "Ivanova"],
    ["Johnson", "Johnston"],
    ["John Smith", "Jane Smith"],
    ["Clark", "Clarke"],
    ["Martin", "Merton"],
    ["Brown", "Braun"],
    ["Petrov", "Petrenko"],
    ["J. Smith", "Robert Smith"],
  ])("keeps %s and %s apart", (a, b) => {
    expect(sameName(a, b)).toBe(false);
  });

  it("is symmetric, and reflexive", () => {
    const name = constantFrom(
      "John Smith",
      "J. Smith",
      "Smith",
      "Zelenskyy",
      "Zelensky",
      "Ivanova",
      "Kim Jong Un",
      "Gen. Doe",
      "",
    );
    assert(property(name, name, (a, b) => sameName(a, b) === sameName(b, a) && sameName(a, a)));
  });
});

describe("withoutTitles", () => {
  it.each([
    ["Gen. John Doe Jr.", "John Doe"],
    ["Commander-in-Chief Ann Lee", "Ann Lee"],
    ["Smith", "Smith"],
    ["President", "President"],
  ])("makes %s %s", (name, bare) => {
    expect(withoutTitles(name)).toBe(bare);
  });
});
