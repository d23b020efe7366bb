import { describe, expect, test } from "vitest";
import { analyseQuestion } from "../../src/question/analyse.ts";
import { asFigureQuestions } from "../../src/question/as-figure.ts";

describe("questions about changes and differences, put as questions for the figure", () => {
  test.each([
    [
      "What changed between Monday and Friday in the number of tents?",
      ["How many tents?", "What was the number of tents?"],
    ],
    ["What has changed since May 4?", []],
    [
      "How do Holm and Brandt differ on Norway's catch in May?",
      ["How many catch did Norway have in May?", "How many Norway's catch in May?", "What was Norway's catch in May?"],
    ],
    ["How many tents were there?", []],
  ])("%s", (question, figures) => {
    expect(analyseQuestion(question).parts.flatMap((part) => asFigureQuestions(part))).toEqual(figures);
  });

  test.each([
    ["What changed between Monday and Friday?", "changes"],
    ["How has the toll changed since Monday?", "changes"],
    ["What are the changes since May 4?", "changes"],
    ["Where do the sources disagree about the toll?", "disagreements"],
    ["How does a frog change?", "how"],
  ])("%s is read as %s", (question, kind) => {
    expect(analyseQuestion(question).parts.map((part) => part.kind)).toEqual([kind]);
  });
});
