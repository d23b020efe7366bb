import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask } from "../../../src/ask.ts";
import { eventsOf } from "../../../src/quotes/events.ts";
import type { AnswerEvent } from "../../../src/quotes/events.ts";
import { chatBehaviourNames } from "../../fakes/chat-behaviours.ts";
import { startChatServer } from "../../fakes/chat-server.ts";
import type { ChatServer } from "../../fakes/chat-server.ts";
import { inManner, MANNERS } from "../../fakes/model-manners.ts";
import { houseOf } from "../ask-of.ts";
import { expectNoWorse } from "./held-to.ts";
import { HASTY, withModel } from "./house-with-model.ts";

const house = await houseOf([
  {
    source: "Harbour Courier",
    published: "2031-03-04",
    text: "Police chief Ana Ruiz said 31 people died when the ferry sank off Skarvik.",
  },
  {
    source: "Coast Radio",
    published: "2031-03-04",
    text: "The hospital director Jon Haug said 34 people died when the ferry sank off Skarvik.",
  },
]);
const request = { question: "How many people died when the ferry sank off Skarvik?", filters: {}, limit: 12 };
const extractive = await ask(request, house);

let server: ChatServer;
beforeAll(async () => {
  server = await startChatServer({ write: inManner(MANNERS.faithful) });
});
afterAll(() => server.close());

it("more than twenty-five behaviours are played", () => {
  expect(chatBehaviourNames.length).toBeGreaterThan(25);
});

/** Servers that never end are waited for no longer than need be. */
const impatiently = (behaviour: string) => (/never|stall|for-ever|slow/.test(behaviour) ? HASTY : undefined);

describe.each(chatBehaviourNames)("a server that behaves as “%s”", (behaviour) => {
  it("ends in a proved answer that lacks nothing, and says why where the model failed", async () => {
    server.behave(behaviour);
    const both = withModel(house, server, impatiently(behaviour));
    const answer = await ask(request, both);
    await expectNoWorse(answer, extractive, house);
    const { kind, fallback } = answer.answerer;
    expect(kind === "llm" ? fallback === undefined : fallback !== undefined).toBe(true);
    if (kind === "extractive") expect(answer.answer).toBe(extractive.answer);
    expect(JSON.stringify([answer, both.warned])).not.toContain("canary-key");
  });

  it("ends so in a stream too, which takes nothing back", async () => {
    server.behave(behaviour);
    const events: AnswerEvent[] = [];
    const answer = await ask(request, withModel(house, server, impatiently(behaviour)), {
      onEvent: (event) => events.push(event),
    });
    const told = events.flatMap((event) => (event.event === "text" ? event.data.delta : []));
    const rest = [...eventsOf(answer, told.length)].flatMap((event) =>
      event.event === "text" ? event.data.delta : [],
    );
    expect([...told, ...rest].join("")).toBe(answer.answer);
    await expectNoWorse(answer, extractive, house);
  });
});

it("of a reply that breaks off the proved beginning stays, and the rest of the answer follows it", async () => {
  server.behave("stalls-mid-stream");
  server.write(inManner(MANNERS.faithful));
  const answer = await ask(request, withModel(house, server, HASTY), { onEvent: () => {} });
  expect(answer.answerer).toMatchObject({ fallback: "llm-timeout" });
  await expectNoWorse(answer, extractive, house);
});
