/**
 * Style sheet of the answers: text, disagreements, plots, what is missing. Colours and the font are those of styles.ts; the
 * layout follows the width of the answer, not of the window.
 */
export const answerStyles = `
:host {
  --_mark: var(--parallax-mark, light-dark(#fdeeb0, #55470f));
  --_serif: var(--parallax-font-quote, "Iowan Old Style", "Palatino Linotype", Palatino, "Source Serif 4", Georgia, serif);
}
.answer {
  container: answer / inline-size;
  color: var(--_ink);
  font: 1rem/1.55 var(--_sans);
  overflow-wrap: anywhere;
}
.answer p, .answer ul, .answer h4, .card p, .panel p { margin: 0; }
.answer ul { padding: 0; list-style: none; }
.answer button, .card button, .panel button { font: inherit; color: inherit; cursor: pointer; }

.outcome {
  display: flex; align-items: baseline; gap: 0.5em; margin-block-end: 0.5rem !important;
  color: var(--_soft); font-size: 0.8125rem; font-weight: 600; letter-spacing: 0.02em;
}
.sign { inline-size: 1.35em; text-align: center; border: 1px solid currentColor; border-radius: 50%; line-height: 1.3; }
.outcome-disputed:not(.has-changed) > .outcome { color: var(--_caution); }
.text { display: grid; gap: 0.85rem; }
.text > p { font-size: 1.0625rem; text-wrap: pretty; }
.text strong { font-weight: 650; }
.quote, .quote-inline, .theirs { font-family: var(--_serif); }
.quote-inline { font-size: 1.03em; line-height: 1.5; }
.quote-inline::before, .quote-inline::after { content: none; }
.evidence { display: grid; gap: 0.75rem; }
.evidence > li {
  padding-inline-start: 0.9rem; border-inline-start: 2px solid var(--_rule); color: var(--_soft); font-size: 0.875rem;
}
.evidence .quote-inline { display: block; color: var(--_ink); font-size: 1.03rem; }
.evidence .quote-inline:not(:first-child) { margin-block-start: 0.5rem; }

.answer .marker {
  display: inline-block; min-inline-size: 1.5rem; min-block-size: 1.5rem; margin-inline: 0.15em 0.05em; padding: 0 0.35em;
  border: 1px solid var(--_rule); border-radius: 0.75rem; background: var(--_raised); color: var(--_accent);
  font: 600 0.75rem/1.375rem var(--_sans); text-align: center; vertical-align: 0.1em;
}
.answer .marker:hover, .answer .marker[aria-expanded] {
  background: var(--_accent); border-color: var(--_accent); color: var(--_on-accent);
}

.disagreement { margin-block-start: 1.25rem; padding-block-start: 1rem; border-block-start: 3px double var(--_rule); }
.topic { font: 600 1.1875rem/1.3 var(--_serif); text-wrap: balance; }
.topic::first-letter { text-transform: uppercase; }
.answer .kind { margin-block: 0.35rem 0; color: var(--_soft); font-size: 0.9375rem; }
.kind strong { color: var(--_ink); }
.kind strong::after { content: "."; }

.plot { margin-block-start: 1rem; padding: 0.85rem 1rem 0.6rem; border-radius: 8px; background: var(--_raised); }
.plot-rows { display: grid; grid-template-columns: minmax(6rem, 13rem) 1fr; column-gap: 1rem; align-items: stretch; }
.plot-label { padding-block: 0.3rem; line-height: 1.3; font-size: 0.9375rem; }
.plot-label .theirs { font-weight: 650; }
.plot-who { display: block; color: var(--_soft); font-size: 0.8125rem; }
.plot-track { display: block; overflow: visible; align-self: center; direction: ltr; }
.plot-grid { stroke: var(--_rule); stroke-width: 1; stroke-dasharray: 1 3; }
.plot-rule { stroke: var(--_soft); stroke-width: 1; }
.plot-axis text { fill: var(--_soft); font: 0.75rem var(--_sans); font-variant-numeric: tabular-nums; }
.plot-full { fill: var(--_accent); }
.plot-hollow { fill: var(--_raised); stroke: var(--_accent); stroke-width: 2; }
.plot-line { stroke: var(--_accent); stroke-width: 2; fill: none; }
.plot-until { stroke: var(--_accent); stroke-width: 2; stroke-dasharray: 2 4; }
.plot-legend {
  display: flex; flex-wrap: wrap; gap: 0.1rem 0.9rem; margin-block-start: 0.35rem; color: var(--_soft); font-size: 0.8125rem;
}
.plot-key { display: inline-flex; align-items: center; gap: 0.35rem; }

.positions { inline-size: 100%; margin-block-start: 1rem; border-collapse: collapse; text-align: start; }
.positions thead th {
  padding-block: 0 0.35rem; padding-inline: 0 1rem; border-block-end: 1px solid var(--_soft); color: var(--_soft); font-size: 0.8125rem;
  font-weight: 600; text-align: start;
}
.positions tbody tr { border-block-end: 1px solid var(--_rule); }
.positions tbody th, .positions td {
  padding-block: 0.75rem; padding-inline: 0 1rem; vertical-align: top; text-align: start; font-weight: 400;
}
.positions td:last-child { padding-inline-end: 0; }
.value { inline-size: 19%; }
.value .theirs { font-size: 1.1875rem; font-weight: 650; line-height: 1.25; }
.positions:not(.about-quantity) .value { inline-size: 23%; }
.positions:not(.about-quantity) .value .theirs { font-size: 1.03rem; }
.own-value { font-weight: 650; }
.note { display: block; color: var(--_soft); font-size: 0.8125rem; line-height: 1.4; }
.says { inline-size: 23%; font-size: 0.9375rem; line-height: 1.45; }
.says .sayer { display: block; }
.says .sayer + .sayer { margin-block-start: 0.35rem; }
.origin + .origin, .same-origin .sourced { margin-block-start: 0.75rem; }
.quote { margin: 0; font-size: 1.03rem; line-height: 1.5; text-wrap: pretty; }
.quote .mark { color: var(--_soft); }
.where {
  display: flex; flex-wrap: wrap; gap: 0 0.9em; padding-block-start: 0.2rem; color: var(--_soft); font-size: 0.8125rem;
}
.answer .to-document {
  padding: 0.15rem 0; border: 0; background: none; color: var(--_accent); text-align: start; text-decoration: underline;
  text-decoration-color: var(--_rule); text-underline-offset: 0.2em; min-block-size: 1.5rem;
}
.answer .to-document:hover { text-decoration-color: currentColor; }
.where > span, .where > bdi { padding-block: 0.15rem; }
.caution { color: var(--_caution); font-weight: 600; }
.caution::before { content: "△ " / ""; }
details > summary { inline-size: fit-content; padding-block: 0.25rem; color: var(--_soft); font-size: 0.8125rem; cursor: pointer; }
details > summary:hover { color: var(--_ink); }
.answer .fits { margin-block-start: 0.85rem; }
.fits-label { color: var(--_soft); font-size: 0.8125rem; font-weight: 600; }
.answer .left-out { margin-block-start: 0.6rem; color: var(--_soft); font-size: 0.875rem; }

.missing { display: grid; gap: 1.25rem; margin-block-start: 1rem; }
.looked-for { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.35rem 0.6rem; font-size: 0.9375rem; }
.note-label, .nearest-note { color: var(--_soft); font-size: 0.8125rem; }
.asked { padding: 0.05em 0.55em; border: 1px dashed var(--_soft); border-radius: 4px; }
.slot { color: var(--_soft); }
.nearest-title { font: 600 1.0625rem/1.3 var(--_serif); }
.nearest ul { display: grid; gap: 0.9rem; margin-block-start: 0.75rem; }
.nearest li { padding-inline-start: 0.9rem; border-inline-start: 2px dotted var(--_soft); }

.foot {
  display: flex; flex-wrap: wrap; justify-content: space-between; align-items: flex-start; gap: 0.25rem 1rem;
  margin-block-start: 1rem;
}
.sources[open] { flex-basis: 100%; }
.sources li { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 0.6em; padding-block: 0.2rem; font-size: 0.875rem; }
.published { color: var(--_soft); }
.tools { display: flex; flex-wrap: wrap; gap: 0 0.25rem; margin-inline-start: auto; }
.copying { position: relative; }
.tools .action {
  min-block-size: 2rem; padding: 0.25rem 0.6rem; border: 0; border-radius: 6px; background: none; color: var(--_soft);
  font-size: 0.8125rem;
}
.tools .action:hover { background: var(--_raised); color: var(--_ink); }

@container answer (inline-size < 34rem) {
  .positions, .positions tbody, .positions tr, .positions td, .positions tbody th { display: block; inline-size: auto; }
  .positions thead { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
  .positions tbody tr { padding-block: 0.75rem; }
  .positions tbody tr:first-child { border-block-start: 1px solid var(--_soft); }
  .positions tbody th, .positions td { padding: 0; }
  .positions td.says { color: var(--_soft); padding-block-end: 0.4rem; }
  .plot { padding-inline: 0.75rem; }
  .plot-rows { grid-template-columns: 1fr; }
  .plot-rows > span:empty { display: none; }
  .plot-label { padding-block: 0.45rem 0; }
  .plot-label .plot-who { display: inline; margin-inline-start: 0.5em; }
  .tools { margin-inline: -0.6rem auto; }
}
@media (forced-colors: active) {
  .plot-full { fill: CanvasText; }
  .plot-hollow { fill: Canvas; stroke: CanvasText; }
  .plot-line, .plot-until, .plot-rule { stroke: CanvasText; }
  .plot-grid { stroke: CanvasText; }
  .plot-axis text { fill: CanvasText; }
}
@media print {
  .tools, .same-origin > summary { display: none; }
  details::details-content { content-visibility: visible; display: block; block-size: auto; }
  .disagreement, .positions tr { break-inside: avoid; }
}
`;
