import { describe, expect, it } from "vitest";
import { ParallaxError } from "../../src/errors.ts";
import { makeApp } from "../../src/http/app.ts";
import { answerReply } from "../../src/http/wire.ts";
import { emptyAnswer, makeFakeHouse } from "./fake-house.ts";
import { post, problemOf } from "./problem-of.ts";

const app = () => makeApp(makeFakeHouse().house);
const turns = (count: number) => Array.from({ length: count }, () => ({ role: "user", content: "x" }));
const between = (publishedFrom: string, publishedTo: string) => ({
  question: "Who?",
  filters: { publishedFrom, publishedTo },
});

describe("POST /ask", () => {
  it("answers with the wire's shape, and fills in what was left out", async () => {
    const { house, asked } = makeFakeHouse();
    const reply = await makeApp(house).request("/ask", post({ question: "  How many?  " }));
    expect(reply.status).toBe(200);
    expect(reply.headers.get("cache-control")).toBe("no-store");
    expect(answerReply.parse(await reply.json()).question).toBe("How many?");
    expect(asked).toEqual([{ question: "How many?", conversation: [], literal: false, filters: {}, limit: 12 }]);
  });

  it.each([
    ["no question", {}, "/question"],
    ["an empty one", { question: "" }, "/question"],
    ["blanks only", { question: " \n\u2003" }, "/question"],
    ["punctuation only", { question: "?!… — “”" }, "/question"],
    ["invisible characters only", { question: "\u200b\u2060\u0301" }, "/question"],
    ["1,001 characters", { question: "a".repeat(1001) }, "/question"],
    ["1,000 emoji and a letter", { question: `${"🚀".repeat(1000)}a` }, "/question"],
    ["a number", { question: 7 }, "/question"],
    ["an unknown key", { question: "Who?", colour: "red" }, "/colour"],
    ["a key to escape", { question: "Who?", "a/b~c": 1 }, "/a~1b~0c"],
    ["an unknown key inside", { question: "Who?", filters: { author: "X" } }, "/filters/author"],
    ["a day that is none", { question: "Who?", filters: { publishedFrom: "2023-02-29" } }, "/filters/publishedFrom"],
    ["a date with time", { question: "Who?", filters: { publishedTo: "2023-02-01T00:00" } }, "/filters/publishedTo"],
    ["dates the wrong way round", between("2023-02-02", "2023-02-01"), "/filters/publishedFrom"],
    ["no source among sources", { question: "Who?", filters: { sources: [] } }, "/filters/sources"],
    ["limit 0", { question: "Who?", limit: 0 }, "/limit"],
    ["limit 51", { question: "Who?", limit: 51 }, "/limit"],
    ["half a limit", { question: "Who?", limit: 1.5 }, "/limit"],
    ["a limit in words", { question: "Who?", limit: "12" }, "/limit"],
    ["another answerer", { question: "Who?", answerer: "oracle" }, "/answerer"],
    [
      "a turn by nobody",
      { question: "Who?", conversation: [{ role: "system", content: "x" }] },
      "/conversation/0/role",
    ],
    ["21 turns", { question: "Who?", conversation: turns(21) }, "/conversation"],
    ["literal in words", { question: "Who?", literal: "yes" }, "/literal"],
    ["no object", [], ""],
  ])("refuses %s with 422 and points at it", async (_name, body, pointer) => {
    const problem = await problemOf(await app().request("/ask", post(body)));
    expect(problem.status).toBe(422);
    expect(problem.errors?.map((fault) => fault.pointer)).toEqual([pointer]);
  });

  it.each([
    ["1,000 characters, counted as people count them", { question: `a${"🚀".repeat(999)}` }],
    ["a leap day", between("2024-02-29", "2024-02-29")],
    ["another script", { question: "Скільки?" }],
    ["20 turns and the largest limit", { question: "Who?", conversation: turns(20), limit: 50 }],
  ])("takes %s", async (_name, body) => {
    expect((await app().request("/ask", post(body))).status).toBe(200);
  });

  it.each([
    ["broken JSON", '{"question":'],
    ["no body", ""],
    ["NaN", '{"question": NaN}'],
    ["two values", '{"question": "Who?"} {}'],
  ])("refuses %s with 400", async (_name, body) => {
    expect((await problemOf(await app().request("/ask", post(body)))).status).toBe(400);
  });

  it.each([
    ["text", { "content-type": "text/plain" }],
    ["another character set", { "content-type": "application/json; charset=utf-16" }],
    ["a form", { "content-type": "application/x-www-form-urlencoded" }],
    ["gzip", { "content-encoding": "gzip" }],
  ])("refuses %s with 415", async (_name, headers) => {
    expect((await problemOf(await app().request("/ask", post({ question: "Who?" }, headers)))).status).toBe(415);
  });

  it("refuses a body that does not say what it is", async () => {
    const body = new TextEncoder().encode('{"question":"Who?"}');
    expect((await problemOf(await app().request("/ask", { method: "POST", body }))).status).toBe(415);
  });

  it.each([
    ["text/event-stream;q=0", 406],
    ["text/html, application/xml;q=0.9", 406],
    ["application/json;q=0, */*", 406],
    ["*/*", 200],
    ["text/html, */*;q=0.1", 200],
    ["application/json", 200],
    ["application/*", 200],
  ])("to Accept: %s replies %i", async (accept, status) => {
    expect((await app().request("/ask", post({ question: "Who?" }, { accept }))).status).toBe(status);
  });

  it("refuses the 65th question at once with 429 and says when to come back", async () => {
    let letGo = () => {};
    const gate = new Promise<void>((resolve) => (letGo = resolve));
    const { house } = makeFakeHouse({ ask: ({ question }) => gate.then(() => emptyAnswer(question)) });
    const busy = makeApp(house);
    const askOnce = async () => busy.request("/ask", post({ question: "Who?" }));
    const running = Array.from({ length: 64 }, askOnce);
    // One turn of the event loop: the 64 are past reading their bodies.
    await new Promise((resolve) => setImmediate(resolve));
    const refused = await askOnce();
    expect((await problemOf(refused)).status).toBe(429);
    expect(refused.headers.get("retry-after")).toBe("1");
    letGo();
    expect((await Promise.all(running)).every((reply) => reply.status === 200)).toBe(true);
    expect((await askOnce()).status).toBe(200);
  });

  it("hides an error behind 500, but for its request id", async () => {
    const { house, logged } = makeFakeHouse({ ask: () => Promise.reject(new Error("/secret/path exploded")) });
    const reply = await makeApp(house).request("/ask", post({ question: "Who?" }, { "x-request-id": "mine-1" }));
    const problem = await problemOf(reply);
    expect([problem.status, problem.type, problem.requestId]).toEqual([500, "urn:parallax:problem:internal", "mine-1"]);
    expect(JSON.stringify(problem)).not.toContain("secret");
    expect(logged.find((line) => line.level === "error")?.fields).toMatchObject({
      requestId: "mine-1",
      code: "internal",
    });
  });

  it("answers 503 where the model fails", async () => {
    const { house } = makeFakeHouse({ ask: () => Promise.reject(new ParallaxError("embedder-failed", "worker died")) });
    const reply = await makeApp(house).request("/ask", post({ question: "Who?" }));
    expect([(await problemOf(reply)).status, reply.headers.get("retry-after")]).toEqual([503, "1"]);
  });

  it("gives the question to the log as a field of its own only", async () => {
    const { house, logged } = makeFakeHouse();
    await makeApp(house).request("/ask", post({ question: "canary-question" }));
    await makeApp(house).request("/passages?q=canary-question");
    const elsewhere = logged.map(({ message, fields }) => JSON.stringify([message, { ...fields, question: "" }]));
    expect(elsewhere.join()).not.toContain("canary");
    expect(logged.map((line) => line.fields["question"])).toContain("canary-question");
  });
});
