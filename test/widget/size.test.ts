import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";

/** What a news site may be asked to load for it: everything, views and styles too. */
const MAX_GZIPPED_BYTES = 30 * 1024;

const bundle = readFileSync(new URL("../../dist/widget.js", import.meta.url));

it("the widget is at most 30 kB gzipped, whole and without anything to load besides", () => {
  const text = bundle.toString("utf8");
  expect(text).toContain("parallax-ask");
  expect(text).not.toMatch(/\bimport\s*["'{(]/);
  expect(gzipSync(bundle, { level: 6 }).length).toBeLessThanOrEqual(MAX_GZIPPED_BYTES);
});

it("the widget has nothing that a strict policy refuses: no eval, no inline styles, no parsed HTML", () => {
  const text = bundle.toString("utf8");
  expect(text).not.toMatch(
    /\beval\(|new Function|innerHTML|outerHTML|insertAdjacentHTML|document\.write|\{style:|"style",|cssText/,
  );
});
