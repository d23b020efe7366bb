import type { AnswerWire, DocumentReferenceWire } from "../http/wire.ts";
import type { Paint, Terminal } from "./terminal.ts";

type Disagreement = AnswerWire["disagreements"][number];
type Quote = AnswerWire["nearest"][number] & { readonly marker?: number };

const HEADINGS = {
  answered: null,
  disputed: "The documents disagree.",
  unanswerable: "The documents do not say.",
} as const;

/** An answer for people: the text, who differs, and every quote with where it stands. */
export function printAnswer(terminal: Terminal, answer: AnswerWire): void {
  const { paint, show } = terminal;
  const print = (text: string): void => terminal.out(show(text));
  const heading = HEADINGS[answer.outcome];
  if (heading !== null) terminal.out(`${paint.alarm(heading)}\n`);
  terminal.out(toTerminalText(show(answer.answer), paint));
  for (const item of answer.disagreements) {
    terminal.out(`\n${paint.strong(show(item.topic))} (${item.kind})`);
    for (const position of item.positions) print(`  ${describePosition(position)}`);
    if (item.fitsAll.length > 0) print(`  fits every position: ${listMarkers(item.fitsAll)}`);
    if (item.leftOut > 0) print(`  and ${item.leftOut} more`);
  }
  for (const citation of answer.citations) printQuote(terminal, citation);
  if (answer.nearest.length > 0) terminal.out("\nWhat comes nearest:");
  for (const quote of answer.nearest) printQuote(terminal, quote);
  const by = describeAnswerer(answer.answerer);
  if (by !== null) terminal.out(`\n${paint.faint(show(by))}`);
}

/** "Worded by llama3.2; 2 of its sentences could not be proved."; null where no language model was asked. */
function describeAnswerer({ kind, model = "?", fallback, dropped = 0 }: AnswerWire["answerer"]): string | null {
  const left = dropped === 0 ? "" : `; ${dropped} ${dropped === 1 ? "thing" : "things"} it gave could not be proved`;
  if (kind === "llm") return `Worded by ${model}${fallback === undefined ? "" : ` (${fallback})`}${left}.`;
  return fallback === undefined ? null : `Without the language model: ${fallback}${left}.`;
}

/** "The title (The outlet, 2024-11-10)". */
export function describeDocument({ title, source, published }: DocumentReferenceWire): string {
  const rest = [source, published].filter((part) => part !== undefined).join(", ");
  return rest === "" ? title : `${title} (${rest})`;
}

function printQuote({ out, paint, show }: Terminal, quote: Quote): void {
  const marker = quote.marker === undefined ? "" : `[${quote.marker}] `;
  const speaker = quote.speaker ? `${credit(quote.speaker)} · ` : "";
  const certainty = quote.certainty === "stated" ? "" : `${quote.certainty} · `;
  out(`\n${marker}“${show(quote.quote)}”`);
  const place = `${quote.document.id} ${quote.start}–${quote.end}`;
  out(paint.faint(show(`    ${speaker}${certainty}${describeDocument(quote.document)} · ${place}`)));
}

function describePosition(position: Disagreement["positions"][number]): string {
  const asOf = position.asOf === null ? null : `as of ${position.asOf}`;
  const circumstances = [position.scope, asOf].filter((part) => part !== null).join(", ");
  return [position.value, circumstances, listMarkers(position.markers)].filter((part) => part !== "").join("  ");
}

const listMarkers = (markers: readonly number[]): string => markers.map((marker) => `[${marker}]`).join("");

/** Our Markdown without its marks: `**strong**` is painted, escapes are undone. */
function toTerminalText(markdown: string, paint: Paint): string {
  return markdown
    .replace(/\*\*((?:\\.|[^*\\])+)\*\*/g, (_all, text: string) => paint.strong(text))
    .replace(/\\([!-/:-@[-`{-~])/g, "$1");
}

/** "the mayor said", "according to the mayor". */
function credit({ name, verb }: { readonly name: string; readonly verb: string }): string {
  return /\bto$/i.test(verb) ? `${verb} ${name}` : `${name} ${verb}`;
}
