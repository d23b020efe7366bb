import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { citeWhole } from "../../../src/answer/evidence-quotes.ts";
import { failedGate } from "../../../src/answer/prose/gate.ts";
import { houseOf } from "../ask-of.ts";

const row = z.object({
  id: z.string(),
  published: z.string(),
  quotes: z.array(z.object({ source: z.string(), text: z.string() })),
  prose: z.string(),
  label: z.enum(["shown", "not-shown"]),
  why: z.string(),
});

/** Sentences over invented news, written by someone who had not seen the gates: half of them shown by their quotes, half close to it. */
const rows = readFileSync(new URL("pairs.jsonl", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => row.parse(JSON.parse(line)));

async function gateOf({ quotes, prose, published }: z.infer<typeof row>) {
  const { index } = await houseOf(quotes.map((quote) => ({ ...quote, published })));
  const snapshot = await index.current();
  const citations = snapshot.records.flatMap((record, at) =>
    record.sentences.map((_, sentence) => citeWhole({ record: at, sentence }, snapshot)),
  );
  return failedGate({ text: prose, citations }, snapshot);
}

const gates = await Promise.all(rows.map(async (one) => ({ ...one, gate: await gateOf(one) })));

/**
 * What no gate sees yet. p006 is told with ", according to" its speaker behind it, so that it is shown after all; p103 puts words of its quote
 * together anew; p191 changes two runners over where the verb has the same words on both sides; p211 changes over who is told by whom.
 */
const LET_THROUGH = ["p006", "p103", "p191", "p211"];

/** Faithful sentences that pass; most of the others put words of their own for the quote's, which is not to be told from changing it. */
const FEWEST_PASSED = 48;

describe("two hundred and forty sentences, each held against its quotes", () => {
  it("are all there", () => {
    expect(rows.filter(({ label }) => label === "not-shown").length).toBe(120);
    expect(rows.filter(({ label }) => label === "shown").length).toBe(120);
  });

  it.each(gates.filter(({ label, id }) => label === "not-shown" && !LET_THROUGH.includes(id)))(
    "$id is stopped ($why): $prose",
    ({ gate }) => {
      expect(gate).not.toBeNull();
    },
  );

  it("what is let through that should not be is what is written down", () => {
    expect(gates.filter(({ label, gate }) => label === "not-shown" && gate === null).map(({ id }) => id)).toEqual(
      LET_THROUGH,
    );
  });

  it("faithful sentences pass no more rarely than they did", () => {
    expect(gates.filter(({ label, gate }) => label === "shown" && gate === null).length).toBeGreaterThanOrEqual(
      FEWEST_PASSED,
    );
  });
});
