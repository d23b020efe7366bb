import { EventEmitter } from "node:events";
import { describe, expect, it } from "vitest";
import { onStopSignal } from "../../src/cli/stop-signals.ts";

function listen() {
  const source = new EventEmitter();
  let now = 0;
  let heard = 0;
  const forget = onStopSignal(
    source,
    () => now,
    () => {
      heard += 1;
    },
  );
  const send = (signal: string, atMs: number): number => {
    now = atMs;
    source.emit(signal);
    return heard;
  };
  return { send, forget };
}

describe("signals to stop", () => {
  it("are heard once for one keystroke that npm passes on as well", () => {
    const { send } = listen();
    expect([send("SIGINT", 0), send("SIGINT", 3), send("SIGTERM", 400)]).toEqual([1, 1, 1]);
  });

  it("are heard again once there was time to press again", () => {
    const { send } = listen();
    expect([send("SIGTERM", 0), send("SIGTERM", 600)]).toEqual([1, 2]);
  });

  it("are not heard any more after that", () => {
    const { send, forget } = listen();
    forget();
    expect(send("SIGINT", 0)).toBe(0);
  });
});
