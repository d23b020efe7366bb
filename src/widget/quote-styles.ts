/** Style sheet of what opens over the page: the card of a quote and the panel of a document. */
export const quoteStyles = `
.card, .panel { color: var(--_ink); background: var(--_paper); font: 1rem/1.5 var(--_sans); overflow-wrap: anywhere; }
.card {
  position: fixed; inset: auto; box-sizing: border-box; inline-size: min(25rem, calc(100vw - 16px));
  max-block-size: min(28rem, calc(100vh - 16px)); margin: 0; padding: 1.1rem 1.25rem 1rem; overflow: auto;
  border: 1px solid var(--_rule); border-radius: 10px;
  box-shadow: 0 1px 2px rgb(0 0 0 / 0.12), 0 12px 32px rgb(0 0 0 / 0.18);
}
.card:focus { outline: none; }
.card:focus-visible { outline: 2px solid var(--_accent); outline-offset: 0; }
.card.sheet {
  inset: auto 0 0 0; inline-size: 100%; max-inline-size: none; max-block-size: 75vh; border-radius: 14px 14px 0 0;
  border-inline: 0; border-block-end: 0;
}
.card .quote { padding-inline-end: 1.5rem; font-size: 1.0625rem; }
.card-speaker { display: flex; flex-wrap: wrap; gap: 0 0.6em; padding-block-start: 0.6rem; font-weight: 600; }
.certainty { color: var(--_soft); font-size: 0.875rem; font-weight: 400; align-self: center; }
.certainty.caution { color: var(--_caution); font-weight: 600; }
.card-document { padding-block-start: 0.15rem; font-size: 0.875rem; line-height: 1.45; }
.card-document .title, .card-published { display: block; }
.card-published { color: var(--_soft); }
.card-actions { display: flex; flex-wrap: wrap; gap: 0.4rem; margin-block-start: 0.85rem; }
.card .action, .panel .action {
  display: inline-block; min-block-size: 2rem; box-sizing: border-box; padding: 0.3rem 0.75rem; border: 1px solid var(--_rule);
  border-radius: 6px; background: none; color: var(--_ink); font: 500 0.8125rem/1.4 var(--_sans); text-decoration: none;
}
.card .action:hover, .panel .action:hover { border-color: var(--_soft); background: var(--_raised); }
.card .action.primary { border-color: var(--_accent); background: var(--_accent); color: var(--_on-accent); }
.card .action.primary:hover { filter: brightness(1.1); }
.card .close, .panel .close {
  position: absolute; inset-block-start: 0.5rem; inset-inline-end: 0.5rem; inline-size: 2rem; block-size: 2rem; min-block-size: 0; padding: 0;
  border: 0; border-radius: 50%; background: none; color: var(--_soft); font: 1.375rem/1 var(--_sans);
}
.card .close:hover, .panel .close:hover { background: var(--_raised); color: var(--_ink); }

.panel {
  position: fixed; inset: 0 0 0 auto; box-sizing: border-box; inline-size: min(44rem, 100vw); max-inline-size: none;
  block-size: 100vh; block-size: 100dvh; max-block-size: none; margin: 0; margin-inline-start: auto; padding: 0;
  border: 0; border-inline-start: 1px solid var(--_rule); overflow: hidden;
}
.panel::backdrop { background: rgb(0 0 0 / 0.35); }
.panel-body { box-sizing: border-box; block-size: 100%; padding: 1.75rem clamp(1rem, 5vw, 3rem) 3rem; overflow: auto; overscroll-behavior: contain; }
.panel .close { z-index: 1; inset-block-start: 0.75rem; inset-inline-end: 1.25rem; background: var(--_paper); }
.panel-head { padding-block-end: 1rem; border-block-end: 3px double var(--_rule); }
.panel-title { margin: 0; padding-inline-end: 2.5rem; font: 600 1.625rem/1.2 var(--_serif); text-wrap: balance; }
.panel .panel-meta { margin-block: 0.4rem 0; color: var(--_soft); font-size: 0.875rem; }
.panel-head .action { margin-block-start: 0.75rem; }
.panel-text { padding-block-start: 1.25rem; font: 1.0625rem/1.65 var(--_serif); }
.panel-text p + p { margin-block-start: 0.9rem; }
.panel mark { padding: 0.1em 0.15em; border-radius: 2px; background: var(--_mark); color: inherit; box-decoration-break: clone; -webkit-box-decoration-break: clone; }
.panel mark:focus { outline: none; }
.panel-note { padding-block: 2rem 1rem; color: var(--_soft); }

@media (prefers-reduced-motion: no-preference) {
  .panel[open] { animation: parallax-panel 160ms ease-out; }
  .card:popover-open { animation: parallax-card 120ms ease-out; }
}
@keyframes parallax-panel { from { opacity: 0; transform: translateX(1.5rem); } }
@keyframes parallax-card { from { opacity: 0; } }
@media (forced-colors: active) { .panel mark { outline: 2px solid Highlight; } }
@media print { .card { display: none; } }
`;
