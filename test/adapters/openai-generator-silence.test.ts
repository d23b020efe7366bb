import { expect, test, vi } from "vitest";
import type { MockInstance } from "vitest";
import { openOpenaiGenerator } from "../../src/adapters/openai-generator.ts";
import { startChatServer } from "../fakes/chat-server.ts";

const prompt = {
  system: "s",
  user: "canary question",
  schema: { name: "answer", json: {} },
  maxTokens: 100,
};

// Alone in its file: the client keeps the console it finds at first.
test("a language model's key and question are in no reply, and nothing is written to the console", async () => {
  const written: string[] = [];
  const catches: MockInstance[] = (["stdout", "stderr"] as const).map((name) =>
    vi.spyOn(process[name], "write").mockImplementation((text) => {
      written.push(String(text));
      return true;
    }),
  );
  for (const name of ["debug", "info", "log", "warn", "error"] as const)
    catches.push(vi.spyOn(console, name).mockImplementation((...said) => written.push(said.join(" "))));
  const server = await startChatServer();
  const plan = { model: "fake", baseUrl: server.baseUrl, key: "sk-canary-key", contextTokens: 4096 };
  const replies = [];
  for (const behaviour of [
    "good",
    "unauthorized",
    "server-error",
    "cut-event",
    "error-mid-stream",
    "html-200",
  ] as const) {
    server.behave(behaviour);
    replies.push(await openOpenaiGenerator(plan).generate(prompt, {}));
  }
  await server.close();
  for (const spy of catches) spy.mockRestore();
  expect(replies).toHaveLength(6);
  expect(JSON.stringify(replies)).not.toContain("canary");
  expect(written.join("")).toBe("");
});
