import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeBeside } from "../../src/widget/quote-layer.ts";

describe("the card of a quote", () => {
  const box = { width: 300, height: 200 };

  it("stands below its marker where there is room, else above", () => {
    expect(placeBeside({ left: 100, top: 50, bottom: 70 }, box, { width: 800, height: 600 })).toEqual({
      left: 92,
      top: 78,
    });
    expect(placeBeside({ left: 100, top: 500, bottom: 520 }, box, { width: 800, height: 600 })).toEqual({
      left: 92,
      top: 292,
    });
  });

  it("never stands over the edge of a window that is large enough for it", () => {
    const side = fc.integer({ min: -50, max: 1200 });
    fc.assert(
      fc.property(side, side, (left, top) => {
        const placed = placeBeside({ left, top, bottom: top + 20 }, box, { width: 800, height: 600 });
        expect(placed.left).toBeGreaterThanOrEqual(8);
        expect(placed.left + box.width).toBeLessThanOrEqual(792);
        expect(placed.top).toBeGreaterThanOrEqual(8);
        expect(placed.top + box.height).toBeLessThanOrEqual(592);
      }),
    );
  });
});
