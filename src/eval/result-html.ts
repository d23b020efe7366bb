import { citationsOf } from "./expected-positions.ts";
import type { ToldDisagreement } from "./expected-positions.ts";
import type { ExplainNode } from "../explain.ts";
import { escapeMarkup } from "./markup.ts";
import type { MutantResult } from "./mutants/run-mutants.ts";
import type { Result } from "./run.ts";

/** Passages shown of those that were found. */
const PASSAGES_SHOWN = 6;

/** One question that failed: what was expected, what came, and all that is known of why. */
export function htmlOfResult(result: Result): string {
  const { row, answer, misses, observation, explanation } = result;
  const rows = misses.map(
    ({ what, expected, came }) =>
      `<tr><td>${escapeMarkup(what)}</td><td>${escapeMarkup(expected)}</td><td>${escapeMarkup(came)}</td></tr>`,
  );
  return `<details class="${observation.gates ? "gating" : ""}" id="${escapeMarkup(row.id)}"><summary><b>${escapeMarkup(row.question)}</b> <span class="faint">${escapeMarkup(row.id)} · expected ${escapeMarkup(row.outcome.join(" or "))}, came ${answer.outcome}, coverage ${answer.coverage.toFixed(2)}</span></summary>
<table><tr><th>What</th><th>Expected</th><th>Came</th></tr>${rows.join("")}</table>
<h3>The answer</h3><pre>${escapeMarkup(answer.answer)}</pre>
${answer.disagreements.map((one) => htmlOfDisagreement(one, result)).join("")}
${answer.missing.length === 0 ? "" : `<p>Missing: ${escapeMarkup(answer.missing.map(({ slot, asked }) => `${asked} (${slot})`).join(", "))}</p>`}
${htmlOfQuotes(result)}
${htmlOfPassages(result)}
${explanation.length === 0 ? "" : `<details open><summary>Why</summary>${htmlOfNodes(explanation)}</details>`}
</details>`;
}

function htmlOfDisagreement({ topic, about, kind, positions }: ToldDisagreement, { answer }: Result): string {
  const sides = positions.map(({ value, markers, asOf, scope }) => {
    const from = citationsOf(markers, answer).map(
      ({ document, speaker, marker }) => `[${marker}] ${document.id}${speaker ? `, ${speaker.name}` : ""}`,
    );
    const more = [asOf === null ? "" : `as of ${asOf}`, scope ?? ""].filter((one) => one !== "").join(", ");
    return `<li><b>${escapeMarkup(value)}</b> ${escapeMarkup(more)} <span class="faint">${escapeMarkup(from.join("; "))}</span></li>`;
  });
  return `<p>${escapeMarkup(topic)} (${about}, ${kind})</p><ul>${sides.join("")}</ul>`;
}

function htmlOfQuotes({ answer }: Result): string {
  const quotes = [
    ...answer.citations.map((one) => ({ ...one, label: `[${one.marker}]` })),
    ...answer.nearest.map((one) => ({ ...one, label: "nearest" })),
  ].map(
    ({ label, quote, document, speaker, certainty }) =>
      `<blockquote>${escapeMarkup(quote)}<br><span class="faint">${escapeMarkup(`${label} ${document.id}${speaker ? ` · ${speaker.name} ${speaker.verb}` : ""} · ${certainty}`)}</span></blockquote>`,
  );
  return quotes.length === 0 ? "" : `<details><summary>Quotes (${quotes.length})</summary>${quotes.join("")}</details>`;
}

function htmlOfPassages({ passages, row }: Result): string {
  const shown = passages.slice(0, PASSAGES_SHOWN).map(({ document, start, text, score, explain }, i) => {
    const judged = (row.relevant ?? []).filter(
      (one) => document.id.startsWith(one.document) && text.includes(one.text),
    ).length;
    const placing = (name: string, one: typeof explain.bm25): string =>
      one === null ? `not among the best by ${name}` : `${name} ${one.score.toFixed(2)}, ${one.rank}.`;
    const scores = `fused ${score.toFixed(4)}; ${placing("BM25", explain.bm25)}; ${placing("cosine", explain.cosine)}; seat by ${explain.seat}`;
    return `<tr><td class="n">${i + 1}</td><td>${escapeMarkup(`${document.id} at ${start}`)}<br><span class="faint">${escapeMarkup(scores)}</span></td><td class="n">${judged}</td></tr>`;
  });
  if (shown.length === 0) return "";
  return `<details><summary>Retrieval (${passages.length} passages)</summary><table><tr><th></th><th>Passage</th><th>Judged sentences</th></tr>${shown.join("")}</table></details>`;
}

function htmlOfNodes(nodes: readonly ExplainNode[]): string {
  return `<ul>${nodes
    .map(({ says, because }) =>
      because.length === 0
        ? `<li>${escapeMarkup(says)}</li>`
        : `<li><details open><summary>${escapeMarkup(says)}</summary>${htmlOfNodes(because)}</details></li>`,
    )
    .join("")}</ul>`;
}

/** One mutant that was not caught: what of the right change did not come. */
export function htmlOfMutant({ id, question, misses, answer }: MutantResult): string {
  return `<details><summary><b>${escapeMarkup(question)}</b> <span class="faint">${escapeMarkup(id)}</span></summary><ul>${misses.map((miss) => `<li>${escapeMarkup(miss)}</li>`).join("")}</ul><pre>${escapeMarkup(answer)}</pre></details>`;
}
