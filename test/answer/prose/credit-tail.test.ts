import { describe, expect, it } from "vitest";
import { citeWhole } from "../../../src/answer/evidence-quotes.ts";
import { failedGate } from "../../../src/answer/prose/gate.ts";
import { openSentences } from "../../../src/quotes/answer.ts";
import { houseOf } from "../ask-of.ts";

/** How a sentence over a quote is worded; the gate that it fails where it does. */
async function wording(quote: string, text: string): Promise<string> {
  const { index } = await houseOf([{ text: quote, source: "Harbour Courier", published: "2031-03-04" }]);
  const snapshot = await index.current();
  const citations = [citeWhole({ record: 0, sentence: 0 }, snapshot)];
  const gate = failedGate({ text, citations }, snapshot);
  if (gate !== null) return gate;
  return openSentences(snapshot).add({ begins: "paragraph", body: { kind: "written", text, citations } }).told.text;
}

describe("a sentence over a credited quote", () => {
  it("that names its speaker is told as it is, with one full stop", async () => {
    const quote = "Police chief Ana Ruiz said 31 people died when the ferry sank.";
    expect(await wording(quote, "Ruiz said 31 people died when the ferry sank.")).toBe(
      "Ruiz said 31 people died when the ferry sank [1].",
    );
  });

  it("that leaves its speaker out is told with him", async () => {
    const quote = "Police chief Ana Ruiz said 31 people died when the ferry sank.";
    expect(await wording(quote, "31 people died when the ferry sank")).toBe(
      "31 people died when the ferry sank, according to Police chief Ana Ruiz [1].",
    );
  });

  it("of nobody's is told as the document's own", async () => {
    expect(await wording("The ferry sank off Skarvik on Monday.", "The ferry sank off Skarvik.")).toBe(
      "The ferry sank off Skarvik [1].",
    );
  });

  it("that nobody could verify says so", async () => {
    const quote = "The army said it had taken the town of Brinn, a claim that could not be independently verified.";
    expect(await wording(quote, "The army said it had taken the town of Brinn.")).toBe(
      "The army said it had taken the town of Brinn, not independently verified [1].",
    );
  });

  it("shows what it holds as text: nothing of it is markup", async () => {
    const quote = "The firm a*b sank 31 boats of the type X_Y_Z.";
    expect(await wording(quote, "The firm a*b sank 31 boats of the type X_Y_Z.")).toBe("form");
  });
});

describe("a quote of two voices", () => {
  const quote =
    "British intelligence estimates that 696,000 soldiers were lost, while Ukraine’s General Staff reported 707,540 losses.";

  it("is told where the sentence says whose words they are", async () => {
    expect(await wording(quote, "British intelligence estimates that 696,000 soldiers were lost.")).toMatch(
      /^British intelligence estimates that 696,000 soldiers were lost \[1\]\.$/,
    );
  });

  it("is not told without any of them, nor with the wrong one", async () => {
    expect(await wording(quote, "696,000 soldiers were lost.")).not.toMatch(/General Staff/);
    expect(await wording(quote, "Ukraine’s General Staff reported that 696,000 soldiers were lost.")).toMatch(
      /^[a-z]+$/,
    );
  });
});
