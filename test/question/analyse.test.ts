import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyseQuestion } from "../../src/question/analyse.ts";
import type { AnswerKind } from "../../src/question/question.ts";

/** Kind, words of the terms, and the noun of each part, as one line. */
function read(text: string, known: readonly string[] = []): readonly string[] {
  const { parts } = analyseQuestion(text, { isName: (word) => known.includes(word) });
  return parts.map(
    (part) =>
      `${part.kind}${part.kindNoun === null ? "" : `/${part.kindNoun}`}: ${part.terms.map((term) => term.word).join(" ")}`,
  );
}

const kindOf = (text: string): AnswerKind | undefined => analyseQuestion(text).parts[0]?.kind;

describe("the kind of answer", () => {
  it.each<[string, AnswerKind]>([
    ["How many ferries sank?", "how-many"],
    ["how much did the bridge cost", "how-much"],
    ["How tall is the tower?", "how-much"],
    ["How long did the strike last?", "how-long"],
    ["How soon will it open?", "when"],
    ["How come the dam broke?", "why"],
    ["How did the dam break?", "how"],
    ["What was the death toll in Lima?", "how-many"],
    ["What is the number of wards?", "how-many"],
    ["What percentage of voters agreed?", "how-much"],
    ["In what year did Norway win?", "when"],
    ["What day was the match?", "when"],
    ["What was the busiest day of the port?", "when"],
    ["Which city hosted the games?", "where"],
    ["What is the location of the mine?", "where"],
    ["By whom was the bridge built?", "who"],
    ["Whose ship was it?", "who"],
    ["Which person signed?", "who"],
    ["What’s the reason for the delay?", "why"],
    ["What caused the fire?", "why"],
    ["Which method of forecasting uses averages?", "which"],
    ["What did the mayor say?", "what"],
    ["Was the report confirmed?", "whether"],
    ["Didn’t the dam break?", "whether"],
    ["Is it true that the dam broke?", "whether"],
    ["Do you know if the dam broke?", "whether"],
    ["Do you know who broke it?", "who"],
    ["Could you please tell me when it opened?", "when"],
    ["The ship carried how many containers?", "how-many"],
    ["When the bridge fell, how many people were on it?", "how-many"],
    ["What happened in Lagos?", "what-happened"],
    ["What is the latest on the strike?", "what-happened"],
    ["Tell me about the storm", "what-happened"],
    ["Summarise the strike", "what-happened"],
    ["Where do the sources disagree?", "disagreements"],
    ["what do sources disagree about", "disagreements"],
    ["Do the reports differ on the number of ships?", "disagreements"],
    ["Are there conflicting reports about the storm?", "disagreements"],
    ["What are the discrepancies in casualty figures between the two articles?", "disagreements"],
    ["Which contradictions are there between the articles?", "disagreements"],
    ["Name the city that hosted the games.", "where"],
    ["Give me the number of ferries", "how-many"],
    ["ferries sunk in june", "what"],
  ])("%s → %s", (text, kind) => expect(kindOf(text)).toBe(kind));

  it.each<[string, AnswerKind]>([
    ["Did Chile and Peru disagree about the border?", "whether"],
    ["What do the reports say about the conflict?", "what-happened"],
    ["Which newspapers covered the disputed election?", "which"],
    ["Who mediated the disagreement over the border, by media reports?", "who"],
  ])("takes a quarrel in the news for none of the sources: %s", (text, kind) => expect(kindOf(text)).toBe(kind));
});

describe("terms", () => {
  it("leave out what only asks", () => {
    expect(read("In what year did Norway win the cup?")).toEqual(["when/year: Norway win cup"]);
    expect(read("What percentage of voters backed the plan?")).toEqual(["how-much/percentag: voters backed plan"]);
    expect(read("Name the city where the bank has its seat.")).toEqual(["where/citi: bank seat"]);
    expect(read("What is the name of the city that hosted the games?")).toEqual(["where/citi: hosted games"]);
    expect(read("Tell me about the storm in Galveston")).toEqual(["what-happened: storm Galveston"]);
  });

  it("keep a noun that says more than its kind", () => {
    expect(read("What was the death toll?")).toEqual(["how-many/toll: death toll"]);
    expect(read("What type of animal is a narwhal?")).toEqual(["which/anim: animal narwhal"]);
  });

  it("point at their words in the question and stem to the base form", () => {
    const text = "Who won the “Tall Ships” race?";
    const terms = analyseQuestion(text).parts[0]?.terms ?? [];
    expect(terms.map(({ span }) => text.slice(span.start, span.end))).toEqual(["won", "Tall", "Ships", "race"]);
    expect(terms.map(({ stem }) => stem)).toEqual(["win", "tall", "ship", "race"]);
  });
});

describe("names and numbers", () => {
  const names = (text: string, known: readonly string[] = []): readonly string[] =>
    analyseQuestion(text, { isName: (word) => known.includes(word) }).parts.flatMap((part) =>
      part.names.map((name) => name.written),
    );

  it("reads runs of capitals as names, connectors inside", () => {
    expect(names("What did Marie Curie tell the Bank of England about Paris, Texas?")).toEqual([
      "Marie Curie",
      "Bank of England",
      "Paris",
      "Texas",
    ]);
    expect(names("What’s the latest on Peru’s mines?")).toEqual(["Peru"]);
  });

  it("does not take the first word or a weekday for a name", () => {
    expect(names("Prior to Monday, what did the council do?")).toEqual([]);
    expect(names("Oslo is the seat of what court?")).toEqual(["Oslo"]);
  });

  it("asks the vocabulary where capitals tell nothing", () => {
    expect(names("who runs the port of callao", ["callao"])).toEqual(["callao"]);
    expect(names("WHO RUNS THE PORT OF CALLAO", ["callao"])).toEqual(["CALLAO"]);
    expect(names("Who runs the port of Callao since march?", ["march"])).toEqual(["Callao"]);
  });

  it("reads numbers, years and months in one form", () => {
    const numbers = (text: string): readonly string[] => analyseQuestion(text).parts.flatMap((part) => part.numbers);
    expect(numbers("Did 1,354 people come on Nov. 9th, 2014?")).toEqual(["1354", "november", "9", "2014"]);
    expect(numbers("May the two ships leave in May?")).toEqual(["2", "may"]);
    expect(numbers("Who ruled in the 1990s and in the tenth month?")).toEqual(["1990", "10"]);
  });
});

describe("questions in several parts", () => {
  it("completes a part from the one before", () => {
    expect(read("How many drones did Chile launch at Peru, and how many were shot down?")).toEqual([
      "how-many: drones Chile launch Peru",
      "how-many: drones Chile Peru shot down",
    ]);
    expect(read("Who won and by how much?")).toEqual(["who: won", "how-much: won"]);
    expect(read("Who is the mayor of Lyon and when was he elected?")).toEqual([
      "who: mayor Lyon",
      "when: mayor Lyon elected",
    ]);
  });

  it("gives several question words their common rest", () => {
    const { parts } = analyseQuestion("When, where and by whom was the bridge built?");
    expect(parts.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
      "when: When was the bridge built",
      "where: where was the bridge built",
      "who: by whom was the bridge built",
    ]);
  });

  it("puts the earlier question again for a fragment", () => {
    expect(read("How many died in Porto in 2014? And in Braga?")).toEqual([
      "how-many: died Porto 2014",
      "how-many: died 2014 Braga",
    ]);
    expect(read("How many died in Porto in 2014? What about 2015?")).toEqual([
      "how-many: died Porto 2014",
      "how-many: died Porto 2015",
    ]);
  });

  it("draws on a sentence that asks nothing", () => {
    expect(read("I read about the quake. How many people died?")).toEqual(["how-many: read quake people died"]);
  });

  it.each([
    "How many people were killed and wounded?",
    "What did Chile and Peru agree on?",
    "Who was the man who shot the king and who died in 1865?",
    "Which city and country hosted the games?",
    "In 1912, who reached the pole?",
    "What did Gen. Smith say about the U.S. and the U.N.?",
  ])("does not split: %s", (text) => expect(analyseQuestion(text).parts).toHaveLength(1));

  it("splits what asks twice without a common word", () => {
    expect(read("Why did prices rise? What will the bank do?")).toEqual(["why: prices rise", "what: bank"]);
  });
});

describe("any text", () => {
  it("has no parts where there is no word", () => {
    for (const text of ["", "???", " — … "]) expect(analyseQuestion(text).parts).toEqual([]);
  });

  it("is read without failing, with spans inside it", () => {
    const word = fc.constantFrom(
      "who",
      "When",
      "and",
      "how",
      "many",
      "what",
      "tell",
      "me",
      "about",
      "Peru",
      "2014",
      ",",
      "?",
      "\n",
      "was",
      "it",
      "ships",
      "é",
      "🚢",
      "港",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.array(word).map((words) => words.join(" ")),
        ),
        (text) => {
          const { parts } = analyseQuestion(text);
          expect(parts.length).toBeLessThanOrEqual(4);
          for (const term of parts.flatMap((part) => part.terms))
            expect(text.slice(term.span.start, term.span.end)).toBe(term.word);
        },
      ),
    );
  });

  it("takes linear time on what a regular expression may choke on", () => {
    const questions = ["what is the ", "and who ", "sources ", "a.", "When, ", "Peru’s ", "1,"].map((piece) =>
      piece.repeat(1_000 / piece.length),
    );
    for (const question of questions) {
      const started = performance.now();
      analyseQuestion(question);
      expect(performance.now() - started).toBeLessThan(200); // a ceiling against hangs
    }
  });
});
