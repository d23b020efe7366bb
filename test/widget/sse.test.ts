import { array, assert, nat, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { makeEventReader } from "../../src/widget/sse.ts";
import type { ServerSentEvent } from "../../src/widget/sse.ts";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The events of a stream that arrives in these pieces. */
const readAll = (pieces: readonly Uint8Array[]): readonly ServerSentEvent[] => {
  const read = makeEventReader();
  return pieces.flatMap((piece) => read(piece));
};

const stream =
  '\uFEFF: still here\r\n\r\nevent: text\r\ndata: {"delta":"Größe 🌊 [1]"}\r\n\r\ndata:one\rdata: two\r\revent: none\n\nid: 7\nretry: 5\nevent:text\ndata:  kept\n\ndata\n\nevent: text\ndata: unfinished\n';

const events: readonly ServerSentEvent[] = [
  { event: "text", data: '{"delta":"Größe 🌊 [1]"}' },
  { event: "message", data: "one\ntwo" },
  { event: "text", data: " kept" },
  { event: "message", data: "" },
];

describe("server-sent events", () => {
  it("are read with any line ending; comments, ids and what is unfinished are passed over", () => {
    expect(readAll([bytesOf(stream)])).toEqual(events);
  });

  it("are the same wherever the stream is cut in two, and byte by byte", () => {
    const bytes = bytesOf(stream);
    for (let at = 0; at <= bytes.length; at += 1) {
      expect(readAll([bytes.slice(0, at), bytes.slice(at)])).toEqual(events);
    }
    expect(readAll([...bytes].map((byte) => Uint8Array.of(byte)))).toEqual(events);
  });

  it("are the same in any pieces, empty ones too", () => {
    const bytes = bytesOf(stream);
    assert(
      property(array(nat(bytes.length), { maxLength: 12 }), (cuts) => {
        const places = [0, ...cuts.toSorted((a, b) => a - b), bytes.length];
        const pieces = places.slice(1).map((end, at) => bytes.slice(places[at], end));
        expect(readAll(pieces)).toEqual(events);
      }),
    );
  });

  it("give each event as soon as its blank line is there", () => {
    const read = makeEventReader();
    expect(read(bytesOf("data: a\n"))).toEqual([]);
    expect(read(bytesOf("\n"))).toEqual([{ event: "message", data: "a" }]);
  });

  it("without end are refused rather than gathered for ever", () => {
    const read = makeEventReader();
    const more = bytesOf(`data: ${"x".repeat(1_000_000)}\n`);
    expect(() => {
      for (let time = 0; time < 6; time += 1) read(more);
    }).toThrow("no end");
  });
});
