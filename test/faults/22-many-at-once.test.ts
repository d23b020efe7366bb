import { afterAll, beforeAll, expect, test } from "vitest";
import { startAskingServer } from "../fakes/asking-server.ts";
import type { AskingServer } from "../fakes/asking-server.ts";

const ASKS = 400;
/** Asked whether it is alive each time so many questions were answered or refused. */
const BETWEEN = 25;

let server: AskingServer;

beforeAll(async () => {
  server = await startAskingServer();
});

afterAll(() => server.close(0));

const ask = async (question: string, signal?: AbortSignal): Promise<Response> =>
  fetch(`${server.url}/ask`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ question }),
    ...(signal ? { signal } : {}),
  });

test(`22: of ${ASKS} questions at once each is answered or told to wait, and the server says that it is alive throughout`, async () => {
  const alive: Promise<number>[] = [];
  let done = 0;
  const statuses = await Promise.all(
    Array.from({ length: ASKS }, async () => {
      const reply = await ask("How many passengers did the ferry carry?");
      const text = await reply.text();
      done += 1;
      if (done % BETWEEN === 0) alive.push(fetch(`${server.url}/healthz`).then(({ status }) => status));
      if (reply.status === 200) expect(text).toContain("120 passengers");
      else expect([reply.status, reply.headers.get("retry-after")]).toEqual([429, "1"]);
      return reply.status;
    }),
  );
  expect(statuses).toContain(200);
  expect(await Promise.all(alive)).toEqual(Array(ASKS / BETWEEN).fill(200));
});

test("22: a full house refuses one more at once, and takes it when one has left", async () => {
  const leave = new AbortController();
  const waiting = Array.from({ length: 64 }, async () => ask("Is it slow?", leave.signal).catch(() => "left"));
  await server.until("begun", 64);
  const refused = await ask("How many passengers did the ferry carry?");
  expect([refused.status, await refused.json()]).toMatchObject([429, { retryable: true }]);
  leave.abort();
  expect(new Set(await Promise.all(waiting))).toEqual(new Set(["left"]));
  await server.until("stopped", 64);
  expect((await ask("How many passengers did the ferry carry?")).status).toBe(200);
});
