import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask } from "../../../src/ask.ts";
import { startChatServer } from "../../fakes/chat-server.ts";
import type { ChatServer } from "../../fakes/chat-server.ts";
import { inManner, MANNERS } from "../../fakes/model-manners.ts";
import { houseOf } from "../ask-of.ts";
import { expectNoWorse } from "./held-to.ts";
import { withModel } from "./house-with-model.ts";

const house = await houseOf([
  {
    title: "Ferry sinks off Skarvik",
    source: "Harbour Courier",
    published: "2031-03-04",
    text: "A ferry sank off the port of Skarvik on Monday. Police chief Ana Ruiz said 31 people died when the ferry sank. The captain, Olav Brekke, was not hurt.",
  },
  {
    title: "Toll of the Skarvik ferry",
    source: "Coast Radio",
    published: "2031-03-04",
    text: "The hospital director Jon Haug said 34 people died when the ferry sank off Skarvik on Monday. About 120 passengers were rescued by fishing boats. The ferry was reportedly overloaded.",
  },
]);

const QUESTIONS = [
  "How many people died when the ferry sank off Skarvik?",
  "How many passengers were rescued?",
  "Was the ferry overloaded?",
  "Who is the captain, and how many trains were late?",
  "How many trains were late?",
];

let server: ChatServer;
beforeAll(async () => {
  server = await startChatServer();
});
afterAll(() => server.close());

const names = Object.keys(MANNERS) as (keyof typeof MANNERS)[];

describe.each(names)("a model that writes in the manner “%s”", (name) => {
  it.each(QUESTIONS)("makes no answer worse: %s", async (question) => {
    server.write(inManner(MANNERS[name]));
    const both = withModel(house, server);
    const request = { question, filters: {}, limit: 12 };
    const extractive = await ask({ ...request, answerer: "extractive" }, both);
    await expectNoWorse(await ask(request, both), extractive, house);
  });
});

/** What is asked of it, and how the answerer of the reply says that it went. */
const answererFor = async (name: keyof typeof MANNERS, question = QUESTIONS[0] ?? "") => {
  server.write(inManner(MANNERS[name]));
  return (await ask({ question, filters: {}, limit: 12 }, withModel(house, server))).answerer;
};

describe("what the answerer says", () => {
  it.each(["faithful", "cites-in-text", "numbers-as-text", "first-only"] as const)("%s: the model's", async (name) => {
    expect(await answererFor(name)).toMatchObject({ kind: "llm", model: "scripted", dropped: 0 });
  });

  it.each([
    ["cites-nothing", "marker"],
    ["cites-out-of-range", "marker"],
    ["changes-digits", "number"],
    ["negates", "meaning"],
    ["picks-a-winner", "meaning"],
    ["sees-no-disagreement", "meaning"],
    ["makes-quotes", "quotation"],
    ["adds-names", "name"],
    ["adds-links", "form"],
    ["adds-markup", "form"],
  ] as const)("%s: rejected at the gate “%s”", async (name, gate) => {
    const answerer = await answererFor(name);
    expect(answerer).toMatchObject({ kind: "extractive", fallback: "llm-rejected" });
    expect(answerer.droppedBy?.[gate]).toBeGreaterThan(0);
  });

  it("half of it good: the model's, with what was dropped counted", async () => {
    expect(await answererFor("half-good")).toMatchObject({ kind: "llm", dropped: 1 });
  });

  it("says nothing: rejected", async () => {
    expect(await answererFor("says-nothing")).toMatchObject({ kind: "extractive", fallback: "llm-rejected" });
  });
});

it("nothing is asked of a model where nothing answers", async () => {
  const before = server.asked.length;
  const answer = await ask(
    { question: "How many trains were late?", filters: {}, limit: 12 },
    withModel(house, server),
  );
  expect(answer).toMatchObject({ outcome: "unanswerable", answerer: { kind: "extractive" } });
  expect(server.asked.length).toBe(before);
});
