import { describe, expect, it } from "vitest";
import { latency, quantile } from "../../../src/eval/metrics/latency.ts";

describe("latency", () => {
  it("takes quantiles by nearest rank, so that each is a value that was measured", () => {
    const twenty = Array.from({ length: 20 }, (_, i) => 20 - i);
    expect(quantile(twenty, 0.5)).toBe(10);
    expect(quantile(twenty, 0.95)).toBe(19);
    expect(quantile([3, 1, 2], 0)).toBe(1);
    expect(latency(twenty)).toEqual({ p50: 10, p95: 19, p99: 20, max: 20 });
  });

  it("is NaN of nothing", () => {
    expect(latency([]).p50).toBeNaN();
  });
});
