import { describe, expect, it } from "vitest";
import { ask } from "../../src/ask.ts";
import { makeApp } from "../../src/http/app.ts";
import type { Generator } from "../../src/ports.ts";
import { houseOf } from "../answer/ask-of.ts";
import { prompts, withModel } from "../answer/writer/house-with-model.ts";
import { startChatServer } from "../fakes/chat-server.ts";
import { inManner, MANNERS } from "../fakes/model-manners.ts";
import { makeFakeHouse } from "./fake-house.ts";
import { parseEvents } from "./parse-events.ts";

const reports = await houseOf([
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

const asEvents = (more: object = {}, signal?: AbortSignal): RequestInit => ({
  method: "POST",
  headers: { "content-type": "application/json", accept: "text/event-stream" },
  body: JSON.stringify({ question: "How many people died when the ferry sank off Skarvik?", ...more }),
  ...(signal ? { signal } : {}),
});

const appWith = (house: typeof reports) =>
  makeApp(makeFakeHouse({ ask: (request, terms) => ask(request, { ...house, log: { warn: () => {} } }, terms) }).house);

describe("POST /ask with a language model, as events", () => {
  it("sends a sentence as soon as it is proved, long before the model has ended", async () => {
    let goOn = () => {};
    const held = new Promise<void>((resolve) => (goOn = resolve));
    const first = '{"sentences":[{"text":"31 people died when the ferry sank off Skarvik.","cites":[1,2]},';
    const rest = '{"text":"34 people died when the ferry sank off Skarvik.","cites":[1,2]}],"disagreements":[]}';
    const generator: Generator = {
      name: "slow",
      contextTokens: 8192,
      generate: async (_prompt, { onText }) => {
        onText?.(first);
        await held;
        onText?.(rest);
        return { kind: "complete", text: first + rest };
      },
    };
    const reply = await appWith({ ...reports, writer: { generator, prompts } }).request("/ask", asEvents());
    const reader = (reply.body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream()).getReader();
    let stream = "";
    while (!stream.includes("31 people died")) stream += (await reader.read()).value ?? "";
    const events = parseEvents(stream.slice(0, stream.lastIndexOf("\n\n") + 2));
    expect(events.some(({ event }) => event === "done")).toBe(false);
    expect(events.flatMap((event) => (event.event === "text" ? event.data.delta.trim() : [])).slice(0, 2)).toEqual([
      expect.stringMatching(/^The (?:sources|figure) /),
      expect.any(String),
    ]);
    goOn();
    for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) stream += value;
    const all = parseEvents(stream);
    expect(all.at(-1)).toMatchObject({
      event: "done",
      data: { outcome: "disputed", answerer: { kind: "llm", model: "slow", dropped: 0 } },
    });
    const text = all.flatMap((event) => (event.event === "text" ? event.data.delta : [])).join("");
    expect(all.at(-1)).toMatchObject({ data: { answer: text } });
  });

  it("tells how a follow-up was read before its first sentence", async () => {
    const server = await startChatServer({
      write: (request) =>
        request.messages.some(({ content }) => content.includes("Last question"))
          ? JSON.stringify({ question: "How many people died when the ferry sank off Skarvik?" })
          : inManner(MANNERS.faithful)(request),
    });
    const conversation = [
      { role: "user", content: "Where did the ferry sink, off Skarvik, and how many people died?" },
    ];
    const reply = await appWith(withModel(reports, server)).request(
      "/ask",
      asEvents({ question: "How many died?", conversation }),
    );
    const events = parseEvents(await reply.text());
    await server.close();
    expect(events[1]).toEqual({
      event: "status",
      data: { stage: "writing", readAs: "How many people died when the ferry sank off Skarvik?" },
    });
    expect(events.filter(({ event }) => event === "status")).toHaveLength(2);
  });

  it("of a client that leaves the model is told at once", async () => {
    const server = await startChatServer({ behaviour: "never-answers" });
    const leaving = new AbortController();
    const reply = await appWith(withModel(reports, server)).request("/ask", asEvents({}, leaving.signal));
    await server.untilAsked(1);
    leaving.abort();
    await server.untilLeft(1);
    await reply.body?.cancel().catch(() => {});
    expect(server.left()).toBe(1);
    await server.close();
  });

  it("asks no model where the extractive answer is asked for", async () => {
    const server = await startChatServer({ write: inManner(MANNERS.faithful) });
    const reply = await appWith(withModel(reports, server)).request("/ask", asEvents({ answerer: "extractive" }));
    expect(parseEvents(await reply.text()).at(-1)).toMatchObject({ data: { answerer: { kind: "extractive" } } });
    expect(server.asked).toEqual([]);
    await server.close();
  });
});
