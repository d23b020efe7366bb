import { assert, nat, property, tuple } from "fast-check";
import { describe, expect, it } from "vitest";
import { verifyQuotes } from "../src/verify.ts";
import { documents, makeSnapshot } from "./http/fake-house.ts";

const snapshot = makeSnapshot(documents);
const [ferry, port] = documents;
const text = ferry?.text ?? "";
const start = text.indexOf("120 passengers");
const end = start + "120 passengers".length;

describe("verifying quotes", () => {
  it("finds every slice of a document verbatim at its offsets", () => {
    const spans = tuple(nat(text.length - 1), nat(text.length)).map(([a, b]) => ({ from: a, to: Math.max(a + 1, b) }));
    assert(
      property(spans, ({ from, to }) => {
        const quote = { documentId: "ferry", start: from, end: to, quote: text.slice(from, to) };
        expect(verifyQuotes(snapshot, [quote])).toEqual([{ verdict: "verbatim", documentChanged: false }]);
      }),
    );
  });

  it("calls one changed digit altered, and shows what stands there", () => {
    expect(verifyQuotes(snapshot, [{ documentId: "ferry", start, end, quote: "130 passengers" }])).toEqual([
      { verdict: "altered", documentChanged: false, found: "120 passengers" },
    ]);
  });

  it.each([
    [0, 10_000],
    [50, 50],
    [60, 50],
  ])("finds nothing at %i–%i", (from, to) => {
    expect(verifyQuotes(snapshot, [{ documentId: "ferry", start: from, end: to, quote: "nowhere" }])).toEqual([
      { verdict: "altered", documentChanged: false, found: null },
    ]);
  });

  it("says where a quote of another document, or of another place, really stands", () => {
    const foundAt = [{ documentId: "ferry", start, end }];
    const verdict = { verdict: "misattributed", documentChanged: false, foundAt };
    const quotes = [
      { documentId: "port/é", start: 0, end: 14, quote: "120 passengers" },
      { documentId: "ferry", start: 0, end: 14, quote: "120 passengers" },
    ];
    expect(verifyQuotes(snapshot, quotes)).toEqual([verdict, verdict]);
  });

  it("knows which documents there are, and finds the words all the same", () => {
    expect(verifyQuotes(snapshot, [{ documentId: "none", start: 0, end: 3, quote: "4,000 containers" }])).toEqual([
      { verdict: "unknown-document", foundAt: [{ documentId: "port/é", start: 17, end: 33 }] },
    ]);
    expect(port?.text.slice(17, 33)).toBe("4,000 containers");
  });

  it("says that the document has changed where its hash is another", () => {
    const quote = { documentId: "ferry", start, end, quote: "120 passengers", sha256: "0".repeat(64) };
    expect(verifyQuotes(snapshot, [quote])).toEqual([{ verdict: "verbatim", documentChanged: true }]);
  });
});
