import { describe, expect, it } from "vitest";
import type { DisagreementsWire } from "../../src/http/wire.ts";
import { speak } from "../../src/widget/speak.ts";
import { questionsAbout } from "../../src/widget/starters.ts";
import { wordFailure } from "../../src/widget/states.ts";
import { stringsFor } from "../../src/widget/strings.ts";

const disagreement = (topic: string, about: "quantity" | "time" | "name" | "status") => ({ topic, about });

/** Only what starters are made of. */
const found = (topics: readonly ReturnType<typeof disagreement>[], quotes: readonly string[]): DisagreementsWire =>
  ({
    disagreements: topics,
    citations: quotes.map((quote) => ({ quote })),
    leftOut: 0,
  }) as unknown as DisagreementsWire;

describe("starters", () => {
  it("ask for what is disagreed about, each once, three at most", () => {
    const topics = [
      disagreement("Passengers aboard", "quantity"),
      disagreement("Passengers aboard", "quantity"),
      disagreement("Sinking of the ferry", "time"),
      disagreement("Captain", "name"),
      disagreement("Mast", "status"),
    ];
    expect(questionsAbout(found(topics, ["120 passengers were aboard"]), stringsFor("en"))).toEqual([
      "How many passengers aboard?",
      "When: Sinking of the ferry?",
      "Who: Captain?",
    ]);
  });

  it("write a name large: only a word that the quotes write small is made small", () => {
    const topics = [disagreement("Danish ferries sunk", "quantity")];
    expect(questionsAbout(found(topics, ["two Danish ferries sank"]), stringsFor("en"))).toEqual([
      "How many Danish ferries sunk?",
    ]);
  });
});

it("sentences are said without markers, emphasis and escapes", () => {
  expect(speak("The figures differ: **120** \\[sic], says *the mayor* [1][12].\n- “80” [3]")).toBe(
    "The figures differ: 120 [sic], says the mayor.\n“80”",
  );
});

describe("words", () => {
  it("are German for any German, English for what there is no table for", () => {
    expect([stringsFor("de-AT").ask, stringsFor("DE").ask, stringsFor("den").ask, stringsFor("").ask]).toEqual([
      "Fragen",
      "Fragen",
      "Ask",
      "Ask",
    ]);
  });

  it("say something of every failure, in both languages, and never the same twice", () => {
    const failures = [
      { kind: "offline" },
      { kind: "unreachable" },
      { kind: "slow" },
      { kind: "stopped" },
      { kind: "too-large" },
      { kind: "cut" },
      { kind: "busy", seconds: 7 },
      { kind: "loading", seconds: 2 },
      { kind: "not-loaded" },
      { kind: "invalid", detail: "The question is empty." },
      { kind: "broken", detail: "" },
    ] as const;
    for (const lang of ["en", "de"]) {
      const said = failures.map((failure) => wordFailure(stringsFor(lang), failure));
      expect(new Set(said.filter((words) => words.length > 15)).size).toBe(failures.length);
    }
  });
});
