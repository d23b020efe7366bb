import { answerStyles } from "./answer-styles.ts";
import { quoteStyles } from "./quote-styles.ts";

// Colours, type and room are custom properties that a host page may set: `parallax-ask { --parallax-accent: #c00 }`. Contrast of the
// defaults is AA in both schemes; a page that sets them answers for its own.
//
// The element has one height, within which the conversation scrolls, so that no answer moves what stands around it. The newest turn is as
// high as the conversation: its answer grows into room that is there already, and its question stands at the top. Where the window is low
// (a phone on its side, 400 % zoom) all of the element scrolls, for between heading and field nothing would be left. A page that gives it
// `block-size: auto` lets it grow, and gives the newest turn its room by `--parallax-reserve`.
const BASE = `
:host {
  --_ink: var(--parallax-ink, light-dark(#1d1b18, #e9e6df));
  --_soft: var(--parallax-ink-soft, light-dark(#5d574e, #b0aa9f));
  --_paper: var(--parallax-paper, light-dark(#fffdf8, #17171a));
  --_raised: var(--parallax-raised, light-dark(#f7f3ea, #202024));
  --_rule: var(--parallax-rule, light-dark(#ddd5c5, #3a3833));
  --_accent: var(--parallax-accent, light-dark(#1d4f7c, #93bfec));
  --_on-accent: var(--parallax-on-accent, light-dark(#ffffff, #17171a));
  --_caution: var(--parallax-caution, light-dark(#86440a, #eab676));
  --_sans: var(--parallax-font, system-ui, "Segoe UI", Roboto, "Helvetica Neue", sans-serif);
  --_radius: var(--parallax-radius, 0.4rem);
  display: block;
  block-size: min(36rem, 100svh);
  color-scheme: light dark;
  color: var(--_ink);
  font: 1rem/1.55 var(--_sans);
  container-type: inline-size;
}
:host([hidden]) { display: none }
:host([theme="light"]) { color-scheme: light }
:host([theme="dark"]) { color-scheme: dark }
* { box-sizing: border-box }
[hidden] { display: none !important }
.root { position: relative; display: flex; flex-direction: column; block-size: 100%; background: var(--_paper); padding: 1rem; overflow-wrap: anywhere }
.top, .composer { flex: none }
.turns, .starters { flex: 1 1 auto; min-block-size: 0; margin-inline: -1rem; padding-inline: 1rem; overflow: auto; scroll-padding-block: 0.5rem }
.turns:empty { display: none }
.top { display: flex; gap: 1rem; align-items: baseline; justify-content: space-between }
.top > button { flex: none; margin-inline-start: auto; margin-block-end: 0.75rem; font-size: 0.9rem }
.top h2 { margin: 0 0 0.75rem; font-size: 1.3rem; line-height: 1.25; letter-spacing: -0.01em; text-wrap: balance }
h3 { font-size: 1rem; margin: 0 }
/* Each paragraph in the direction of its own words: ours may be English on a page that runs from right to left. */
p { margin: 0; unicode-bidi: plaintext }
button, select, textarea { font: inherit; color: inherit }
button { cursor: pointer; min-block-size: 2.25rem }
button:disabled { cursor: not-allowed; opacity: 0.6 }
:focus-visible { outline: 3px solid var(--_accent); outline-offset: 2px }
.visually-hidden { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; margin: -1px }
.turn { padding-block: 1rem 1.25rem; border-block-end: 1px solid var(--_rule); animation: come 160ms ease-out }
.turn:first-child { padding-block-start: 0.25rem }
.turn:last-child { min-block-size: var(--parallax-reserve, 100%); border: 0 }
.turn .question { font-size: 1.2rem; line-height: 1.3; margin-block-end: 0.6rem; text-wrap: pretty }
.read-as { display: flex; flex-wrap: wrap; gap: 0.25rem 0.75rem; align-items: center; margin-block-end: 0.5rem }
.read-as:empty, .below:empty { display: none }
.read-as p { color: var(--_soft) }
.stage:not(:empty)::before { content: ""; display: inline-block; inline-size: 0.6em; block-size: 0.6em; border-radius: 50%; background: var(--_accent); margin-inline-end: 0.5em; animation: breathe 1.2s ease-in-out infinite alternate }
.starters:empty::before { content: ""; display: block; block-size: 11.25rem }
.starters h3 { color: var(--_soft); font-size: 0.9rem; font-weight: 600; margin-block-end: 0.4rem }
.starters ul { list-style: none; margin: 0; padding: 0 0 0.5rem; display: grid; gap: 0.4rem }
.starters button { inline-size: 100%; padding: 0.5rem 0.8rem; border: 1px solid var(--_rule); border-radius: var(--_radius); background: var(--_raised); text-align: start }
.starters button:hover { border-color: var(--_accent) }
.composer { display: grid; grid: auto-flow dense / 1fr auto; row-gap: 0.3rem; margin-inline: -1rem; padding: 0.6rem 1rem 0 }
.turns:not(:empty) ~ .composer { border-block-start: 1px solid var(--_rule) }
.composer label { font-weight: 600 }
.composer label, .composer .row { grid-column: 1 / -1 }
.turns:not(:empty) ~ .composer label { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%) }
.composer .row, .feedback .row { display: flex; flex-wrap: wrap; gap: 0.5rem; align-items: end }
.composer textarea { flex: 1 1 12rem; min-inline-size: 0; max-block-size: 12rem; padding: 0.6rem 0.8rem; border: 1px solid var(--_soft); border-radius: var(--_radius); background: var(--_paper); resize: none; field-sizing: content }
.composer textarea::placeholder { color: var(--_soft); opacity: 1 }
.composer textarea[aria-invalid="true"] { border-color: var(--_caution); box-shadow: inset 0 0 0 1px var(--_caution) }
.ask { padding: 0.6rem 1.4rem; border: 1px solid var(--_accent); border-radius: var(--_radius); background: var(--_accent); color: var(--_on-accent); font-weight: 600; min-inline-size: 6rem }
.ask { display: inline-grid; place-content: center }
.ask span { grid-area: 1 / 1 }
.ask:not(.stop) .to-stop, .ask.stop .to-ask { visibility: hidden }
.ask.stop { background: var(--_paper); color: var(--_accent) }
.stage, .count { min-block-size: 1.55em; color: var(--_soft); font-size: 0.875rem }
.count { grid-column: 2 }
.stage { grid-column: 1; white-space: nowrap; overflow: hidden; text-overflow: ellipsis }
.quiet { padding: 0.3rem 0.7rem; border: 1px solid var(--_rule); border-radius: var(--_radius); background: none; color: var(--_accent) }
.quiet:hover { border-color: var(--_accent) }
.failure { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; align-items: center; margin-block-start: 0.6rem; padding: 0.6rem 0.8rem; border-inline-start: 3px solid var(--_caution); background: var(--_raised) }
.feedback { border: 0; margin: 0.9rem 0 0; padding: 0; min-inline-size: 0; font-size: 0.9rem }
.feedback legend { padding: 0 0 0.3rem; color: var(--_soft) }
.feedback .why { display: grid; gap: 0.6rem; padding-block-start: 0.6rem; justify-items: start }
.feedback label { display: grid; gap: 0.2rem; inline-size: min(100%, 32rem) }
.feedback select, .feedback textarea { inline-size: 100%; padding: 0.4rem 0.6rem; border: 1px solid var(--_soft); border-radius: var(--_radius); background: var(--_paper) }
.feedback .note { color: var(--_soft) }
@container (inline-size < 26rem) { .top:not(:has([hidden])) h2 { font-size: 1rem } .ask { min-inline-size: 0; padding-inline: 1rem } }
@keyframes come { from { opacity: 0 } }
@keyframes breathe { from { opacity: 0.25 } }
@media (prefers-reduced-motion: reduce) { *, *::before { animation: none !important; transition: none !important } }
@media (forced-colors: active) { .failure { border-color: CanvasText } .ask { forced-color-adjust: none; background: ButtonText; color: ButtonFace } }
@media print { .composer, .starters, .feedback, .stage, .quiet { display: none } .turn:last-child { min-block-size: 0 } .turn { break-inside: auto; border: 0 } :host { block-size: auto !important; color-scheme: light !important } .root, .turns { display: block; padding: 0; margin: 0; overflow: visible } }
@media (max-height: 30rem) { .root { overflow: auto } .turns, .starters { flex: none; overflow: visible } .turn:last-child { min-block-size: var(--parallax-reserve, 24rem) } }
`;

let made: readonly CSSStyleSheet[] | null = null;

/** The style sheets of every element on the page, made once. Adopted sheets are no inline styles: strict policies let them be. */
export function sheets(): readonly CSSStyleSheet[] {
  made ??= [BASE, answerStyles, quoteStyles].map((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
  return made;
}
