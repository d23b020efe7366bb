import { z } from "zod";
import { readLines } from "../json-lines.ts";
import { NO_ANSWER } from "./ramdocs.ts";
import type { RamdocsRow } from "./ramdocs.ts";

const row = z.object({
  id: z.union([z.number(), z.string()]),
  query: z.string(),
  answer: z.union([z.string(), z.array(z.string()).min(1)]),
  fakeanswer: z.union([z.string(), z.array(z.string()).min(1)]),
  positive: z.array(z.string()),
  positive_wrong: z.array(z.string()),
  negative: z.array(z.string()),
});

/**
 * Reads RGB's counterfactual set (en_fact.json, JSON lines in spite of its name): `{id, query, answer, fakeanswer, positive, positive_wrong,
 * negative}`. There `positive_wrong[i]` is `positive[i]` with the false answer put in; so that no text stands beside its own copy, even
 * places are taken from the true list and odd ones from the false. A row with a single text has both. Measure with
 * `node bin/bench.js answers rgb FILE`.
 * @returns rows like those of RAMDocs: "correct" documents with the answer, "misinfo" with the false one, "noise" with none
 */
export function loadRgb(text: string): readonly RamdocsRow[] {
  return readLines(text, row, "RGB en_fact").map((one) => {
    const [answer, fake] = [first(one.answer), first(one.fakeanswer)];
    const isOnly = one.positive.length === 1;
    const correct = one.positive.filter((_, i) => i % 2 === 0).map((body) => ({ text: body, type: "correct", answer }));
    const wrong = one.positive_wrong
      .filter((_, i) => isOnly || i % 2 === 1)
      .map((body) => ({ text: body, type: "misinfo", answer: fake }));
    const noise = one.negative.map((body) => ({ text: body, type: "noise", answer: NO_ANSWER }));
    return {
      id: `rgb-${one.id}`,
      question: one.query,
      documents: [...correct, ...wrong, ...noise],
      gold: [answer],
      wrong: [fake],
    };
  });
}

function first(one: string | readonly string[]): string {
  return typeof one === "string" ? one : (one[0] ?? "");
}
