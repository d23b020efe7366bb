/** Only this file can make markup: the key is not exported, so a text from a document cannot pass for it. */
const MARKUP = Symbol("markup");

/** Markup that is safe to send: everything put into it was escaped. */
export type Html = { readonly [MARKUP]: string };

/** What may stand in a template: markup as it is, all else as text; null and undefined are nothing. */
export type HtmlValue = Html | string | number | null | undefined | readonly HtmlValue[];

/**
 * Characters that must not reach the parser as they are. A carriage return would be turned into a line feed (or vanish before one) and NUL
 * be dropped: both would move every offset behind them, so each is sent as something that stays one UTF-16 unit.
 */
const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  "\r": "&#13;",
  "\0": "\uFFFD",
};

const escapeText = (text: string): string => text.replace(/[&<>"'\r\0]/g, (char) => ESCAPES[char] ?? char);

const isMarkup = (value: Html | readonly HtmlValue[]): value is Html => MARKUP in value;

function write(value: HtmlValue): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return escapeText(value);
  if (typeof value === "number") return String(value);
  return isMarkup(value) ? value[MARKUP] : value.map(write).join("");
}

/**
 * Template tag: what is put in is escaped, for text and for attributes in double quotes alike. Never inside `<script>` or `<style>`.
 * Not called html: formatters would lay out its contents anew, and white space in a document's text counts.
 */
export function markup(fixed: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  return { [MARKUP]: fixed.map((piece, at) => piece + write(values[at])).join("") };
}

/** The characters of markup, to be sent. */
export function markupOf(made: Html): string {
  return made[MARKUP];
}
