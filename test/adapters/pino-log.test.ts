import { describe, expect, it } from "vitest";
import { makePinoLog } from "../../src/adapters/pino-log.ts";
import type { LogLevel } from "../../src/adapters/pino-log.ts";

function logAt(level: LogLevel): Record<string, unknown>[] {
  const lines: Record<string, unknown>[] = [];
  const log = makePinoLog(level, { write: (line: string) => lines.push(JSON.parse(line)) });
  log.info("asked", { requestId: "r_1", question: "Who?" });
  log.warn("odd");
  log.error("failed", { code: "internal" });
  return lines;
}

describe("the log", () => {
  it("is one JSON object a line, with time, level and message", () => {
    expect(logAt("info")[0]).toEqual({
      level: "info",
      time: expect.stringMatching(/^\d{4}-.*Z$/),
      requestId: "r_1",
      msg: "asked",
    });
  });

  it("holds question text only where that was asked for", () => {
    expect(logAt("questions")[0]).toMatchObject({ level: "info", question: "Who?" });
    expect(JSON.stringify(logAt("info"))).not.toContain("Who?");
  });

  it.each([
    ["silent", []],
    ["error", ["failed"]],
    ["warn", ["odd", "failed"]],
    ["info", ["asked", "odd", "failed"]],
  ] as const)("at level %s says %j", (level, messages) => {
    expect(logAt(level).map((line) => line["msg"])).toEqual(messages);
  });
});
