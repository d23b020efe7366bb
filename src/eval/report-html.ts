import { tallyAnswerers, textOfAnswerers } from "./answerers.ts";
import { changesThatGate } from "./baseline.ts";
import type { Comparison } from "./baseline.ts";
import { confusionChart, coverageChart, intervalChart } from "./charts.ts";
import type { JudgedResult, Judging } from "./judge/judge-results.ts";
import { textOfJudging } from "./judge/text-of-judging.ts";
import { escapeMarkup } from "./markup.ts";
import type { MutantsOfSet } from "./mutant-groups.ts";
import { htmlOfMutant, htmlOfResult } from "./result-html.ts";
import type { Result } from "./run.ts";
import { reaches, targetOf, textOfComparison, textOfMutants, wordValue } from "./report-text.ts";
import type { Group } from "./scores-file.ts";
import { confusionOfKinds, confusionOfOutcomes } from "./scores.ts";

/** What a report is made of. */
export type ReportContent = {
  /** What was asked: the sets, or a server's address. */
  readonly subject: string;
  readonly results: readonly Result[];
  readonly groups: readonly Group[];
  readonly comparison: Comparison | null;
  readonly mutants: readonly MutantsOfSet[];
  /** Null where no judge was asked. */
  readonly judging: Judging | null;
};

const STYLE = `
:root{color-scheme:light dark;--ink:#1c1c1a;--paper:#fdfdfb;--faint:#6b6b66;--line:#dcdcd4;--good:#2f7d4f;--bad:#b3402a;--plain:#3d5a80;--soft:#f3f3ee}
@media (prefers-color-scheme:dark){:root{--ink:#e8e8e2;--paper:#191a1b;--faint:#9a9a92;--line:#3a3b3c;--good:#6dbb8a;--bad:#e58a74;--plain:#8fb0dc;--soft:#232526}}
body{margin:0 auto;max-width:60rem;padding:2rem 1rem 6rem;background:var(--paper);color:var(--ink);font:15px/1.5 system-ui,sans-serif}
h1{font-size:1.5rem}h2{margin-top:2.5rem;font-size:1.15rem}h3{font-size:1rem}
svg{width:100%;height:auto;font:12px system-ui,sans-serif}figure{display:inline-block;margin:0 2rem 1rem 0;max-width:100%;vertical-align:top}
svg text{fill:var(--ink)}.label{text-anchor:end}.tick,.count{text-anchor:middle}.tick{fill:var(--faint)!important;font-size:11px}.grid{stroke:var(--line)}
.target{stroke:var(--faint);stroke-dasharray:2 2}.interval{stroke-width:3;stroke-opacity:.45}
.interval.good,.mark.good{stroke:var(--good)}.interval.bad,.mark.bad{stroke:var(--bad)}.interval.plain{stroke:var(--plain)}.mark{stroke-width:2;stroke-opacity:.7}
circle.good,rect.right{fill:var(--good)}circle.bad,rect.wrong{fill:var(--bad)}circle.plain{fill:var(--plain)}
table{border-collapse:collapse;width:100%;font-size:.9rem}td,th{overflow-wrap:anywhere;padding:.25rem .6rem .25rem 0;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}td.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.good{color:var(--good)}.bad{color:var(--bad)}.faint{color:var(--faint)}
details{margin:.4rem 0;border-left:3px solid var(--line);padding:.1rem 0 .1rem .8rem}details details{border-left-width:1px}summary{cursor:pointer}details.gating{border-left-color:var(--bad)}
blockquote{margin:.3rem 0;padding-left:.8rem;border-left:2px solid var(--line)}pre{white-space:pre-wrap;background:var(--soft);padding:.6rem;font:13px/1.45 ui-monospace,monospace;overflow-wrap:anywhere}
ul{padding-left:1.2rem;margin:.2rem 0}`;

/** The report as one HTML file that needs nothing else: scores, charts, and every question that failed with what can be told of why. */
export function writeReport({ subject, results, groups, comparison, mutants, judging }: ReportContent): string {
  const failed = results.filter(({ misses }) => misses.length > 0);
  const gating = failed.filter(({ observation }) => observation.gates);
  const waiting = failed.filter(({ observation }) => !observation.gates);
  const verdict =
    gating.length === 0 ? "No question that gates fails." : `Questions that gate and fail: ${gating.length}.`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Parallax: evaluation</title><style>${STYLE}</style></head><body>
<h1>Parallax: evaluation</h1>
<p>${escapeMarkup(subject)}: ${results.length - failed.length} of ${results.length} questions pass. <span class="${gating.length === 0 ? "good" : "bad"}">${verdict}</span> Known not to pass yet: ${waiting.length}.</p>
${comparison === null ? "" : htmlOfComparison(comparison)}
${groups.map(htmlOfGroup).join("\n")}
${judging === null ? "" : htmlOfJudging(judging)}
${htmlOfMutants(mutants)}
${htmlOfFailures("Failed, and gate", gating)}
${htmlOfFailures("Known not to pass yet", waiting)}
</body></html>
`;
}

function htmlOfComparison(comparison: Comparison): string {
  const worse = changesThatGate(comparison).length;
  const words = worse === 0 ? "No gated measure is worse." : `Gated measures that are worse: ${worse}.`;
  return `<h2>Against the baseline</h2><p class="${worse === 0 ? "good" : "bad"}">${words}</p><pre>${escapeMarkup(textOfComparison(comparison))}</pre>`;
}

function htmlOfJudging(judging: Judging): string {
  const rows = judging.results.map(
    (one) => `<tr><td>${escapeMarkup(`${one.set}/${one.id}`)}</td>${htmlOfMark(one)}</tr>`,
  );
  return `<h2>What a language model says of the answers (advisory)</h2><pre>${escapeMarkup(textOfJudging(judging))}</pre>
<details><summary>Mark by mark</summary><table><tr><th>Question</th><th>Sentences: supported, our checks</th><th>Answered</th><th>Reads well</th></tr>${rows.join("")}</table></details>`;
}

const YES_NO = { true: "yes", false: "no", null: "–" } as const;

function htmlOfMark({ mark, ours }: JudgedResult): string {
  if (mark.kind === "failed") return `<td colspan="3" class="faint">no mark: ${mark.why}</td>`;
  const sentences = mark.supported.map((one, at) => `${YES_NO[`${one}`]} (${YES_NO[`${ours[at] ?? null}`]})`);
  return `<td>${sentences.join(", ")}</td><td>${YES_NO[`${mark.answered}`]}</td><td>${YES_NO[`${mark.readsWell}`]}</td>`;
}

/** "Dev half", "Test half with mutants". */
const titleOf = (name: string): string => {
  const [half = "", ...rest] = name.split(" ");
  return [half.charAt(0).toUpperCase() + half.slice(1), "half", ...rest].join(" ");
};

function htmlOfGroup(group: Group): string {
  const { name, rows } = group;
  const passed = rows.filter((row) => row.passed).length;
  const table = group.scores.map((score) => {
    const { measure, value, low, high } = score;
    const reached = reaches(score);
    const mark = reached === null ? "" : reached ? "good" : "bad";
    const cells = [value, low, high].map((one) => wordValue(one, measure.unit));
    return `<tr><td>${escapeMarkup(measure.name)}<br><span class="faint">${escapeMarkup(measure.variant)}</span></td><td class="n ${mark}">${cells[0]}</td><td class="n">${cells[1]}–${cells[2]}</td><td class="n">${score.rows}</td><td class="n">${targetOf(measure)}</td></tr>`;
  });
  return `<h2>${escapeMarkup(titleOf(name))}: ${passed} of ${rows.length} questions pass</h2>
<pre>${escapeMarkup(textOfAnswerers(tallyAnswerers(rows)))}</pre>
${intervalChart(group)}
<details><summary>All figures</summary><table><tr><th>Measure</th><th>Value</th><th>95 %</th><th>Rows</th><th>Target</th></tr>${table.join("")}</table></details>
<div>${confusionChart(confusionOfOutcomes(rows), "Outcomes: expected down, came across")}${confusionChart(confusionOfKinds(rows), "Kinds of disagreement: expected down, came across")}</div>
<figure style="width:100%"><figcaption>Coverage; red where the wrong side was taken</figcaption>${coverageChart(group)}</figure>`;
}

function htmlOfFailures(title: string, results: readonly Result[]): string {
  if (results.length === 0) return "";
  return `<h2>${escapeMarkup(title)} (${results.length})</h2>${results.map(htmlOfResult).join("\n")}`;
}

function htmlOfMutants(mutants: readonly MutantsOfSet[]): string {
  if (mutants.length === 0) return "";
  const missed = mutants.flatMap(({ results }) => results).filter(({ caught }) => !caught);
  return `<h2>Mutants</h2><pre>${escapeMarkup(textOfMutants(mutants))}</pre>${missed.map(htmlOfMutant).join("\n")}`;
}
