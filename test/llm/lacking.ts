import type { AnswerWire } from "../../src/http/wire.ts";
import type { AskEventWire } from "../../src/http/wire-events.ts";

type Place = Pick<AnswerWire["citations"][number], "document" | "start" | "end" | "quote">;

const covers = (citations: readonly Place[], { document, start, end }: Place): boolean =>
  citations.some((one) => one.document.id === document.id && one.start <= start && one.end >= end);

/**
 * What a written answer lacks of the extractive one: a quote (another that holds it will do), a side of a disagreement, a quote of that side, a
 * gap. One sentence each; empty where nothing is lacking.
 */
export function lacking(extractive: AnswerWire, written: AnswerWire): readonly string[] {
  const at = (answer: AnswerWire, markers: readonly number[]): readonly Place[] =>
    answer.citations.filter(({ marker }) => markers.includes(marker));
  const quotes = [...extractive.citations, ...extractive.nearest]
    .filter((citation) => !covers([...written.citations, ...written.nearest], citation))
    .map(({ quote }) => `the quote "${quote}"`);
  const sides = extractive.disagreements.flatMap((one) => {
    const same = written.disagreements.filter(({ about, topic }) => about === one.about && topic === one.topic);
    return one.positions.flatMap((position) => {
      const found = same.flatMap(({ positions }) => positions.filter(({ value }) => value === position.value));
      if (found.length === 0) return [`the position "${position.value}" on ${one.topic}`];
      const cited = found.flatMap(({ markers }) => at(written, markers));
      return at(extractive, position.markers)
        .filter((citation) => !covers(cited, citation))
        .map(({ quote }) => `"${quote}" for the position "${position.value}"`);
    });
  });
  const gaps = extractive.missing
    .filter(({ slot, asked }) => !written.missing.some((one) => one.slot === slot && one.asked === asked))
    .map(({ slot, asked }) => `that ${slot} of ${asked} is missing`);
  return [...quotes, ...sides, ...gaps];
}

/** An answer without what may differ between two askings of the same: its id, its times, and who answered. */
export const withoutTimes = (answer: AnswerWire) => ({ ...answer, id: "", timingsMs: null, answerer: null });

/**
 * What is wrong with the order of events: a marker before its citation, an answer that is not what was sent in pieces, a citation that the whole
 * does not have, no single end.
 */
export function disorder(events: readonly AskEventWire[]): readonly string[] {
  const known = new Map<number, string>();
  const wrong: string[] = [];
  let sent = "";
  for (const { event, data } of events) {
    if (event === "citation" && data.marker !== undefined) known.set(data.marker, data.quote);
    if (event !== "text") continue;
    sent += data.delta;
    for (const [, marker] of data.delta.matchAll(/(?<!\\)\[(\d+)\]/g))
      if (!known.has(Number(marker))) wrong.push(`marker ${marker} comes before its citation`);
  }
  const last = events.at(-1);
  if (last?.event !== "done") return [...wrong, `ends with ${last?.event}`];
  if (last.data.answer !== sent) wrong.push("the answer is not what was sent");
  for (const [marker, quote] of known)
    if (last.data.citations.find((citation) => citation.marker === marker)?.quote !== quote)
      wrong.push(`the quote sent for ${marker} is not the whole answer's`);
  return wrong;
}
