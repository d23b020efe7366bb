import { describe, expect, it } from "vitest";
import { makeApp } from "../../src/http/app.ts";
import { makeFakeHouse } from "../http/fake-house.ts";

const { house, asked } = makeFakeHouse();
const app = makeApp(house);

const ask = (question: string) =>
  app.request("/ask", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ question }),
  });

describe("row 24: unusual characters on the wire", () => {
  it.each([
    ["look-alikes", "Ｈｏｗ ｍａｎｙ？"],
    ["zero-width characters", "How\u200b many\u2060?"],
    ["a bidi override", "How \u202emany\u202c?"],
    ["combining marks", `H${"\u0301".repeat(990)}ow?`],
    ["joined emoji", "How many 👩‍👩‍👧‍👦?"],
    ["one long word", "a".repeat(1000)],
    ["another script", "いくつですか"],
    ["a lone surrogate", "How many \ud800?"],
    ["NUL", "How\u0000many?"],
  ])("%s reach the question as they are", async (_name, question) => {
    expect((await ask(question)).status).toBe(200);
    expect(asked.at(-1)?.question).toBe(question);
  });

  it.each([
    ["only punctuation", "؟…¿—!"],
    ["only invisible characters", "\u200b\u200d\u2060"],
    ["a word of 2,000 characters", "a".repeat(2000)],
    ["more marks than characters allowed", `e${"\u0301".repeat(1000)}`],
  ])("%s is 422", async (_name, question) => {
    expect((await ask(question)).status).toBe(422);
  });

  it("100,000 combining marks are too large to be read", async () => {
    expect((await ask(`e${"\u0301".repeat(100_000)}`)).status).toBe(413);
  });
});
