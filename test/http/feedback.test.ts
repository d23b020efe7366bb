import { describe, expect, it } from "vitest";
import { ParallaxError } from "../../src/errors.ts";
import { makeApp } from "../../src/http/app.ts";
import { makeFakeHouse } from "./fake-house.ts";
import { post, problemOf } from "./problem-of.ts";

const bad = { answerId: "a_1", question: "Who?", verdict: "bad", reason: "wrong", correction: " Ida Holm " };

describe("POST /feedback", () => {
  it("keeps a verdict, with the request's id, and says nothing", async () => {
    const { house, kept } = makeFakeHouse();
    const reply = await makeApp(house).request("/feedback", post(bad, { "x-request-id": "mine-3" }));
    expect([reply.status, await reply.text()]).toEqual([204, ""]);
    expect(kept).toEqual([{ ...bad, correction: "Ida Holm", requestId: "mine-3" }]);
  });

  it.each([
    ["no answer", { ...bad, answerId: undefined }, "/answerId"],
    ["an id of something else", { ...bad, answerId: "../etc" }, "/answerId"],
    ["another verdict", { ...bad, verdict: "meh" }, "/verdict"],
    ["a novel", { ...bad, correction: "x".repeat(2001) }, "/correction"],
    ["an empty reason", { ...bad, reason: " " }, "/reason"],
    ["an unknown key", { ...bad, email: "a@b" }, "/email"],
  ])("refuses %s", async (_name, body, pointer) => {
    const { house, kept } = makeFakeHouse();
    const problem = await problemOf(await makeApp(house).request("/feedback", post(body)));
    expect([problem.status, problem.errors?.[0]?.pointer]).toEqual([422, pointer]);
    expect(kept).toEqual([]);
  });

  it("does not say that it was kept where it was not", async () => {
    const keep = () => Promise.reject(new ParallaxError("disk-full", "/secret/feedback.jsonl is full"));
    const reply = await makeApp(makeFakeHouse({ feedback: { keep } }).house).request("/feedback", post(bad));
    const problem = await problemOf(reply);
    expect(problem.status).toBe(503);
    expect(JSON.stringify(problem)).not.toContain("secret");
  });
});
