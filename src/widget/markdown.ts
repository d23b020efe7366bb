/** A stretch of a line. `quote` holds words of a document with the quotation marks that they are shown in. */
export type Inline =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "quote"; readonly text: string }
  | { readonly kind: "strong"; readonly children: readonly Inline[] }
  | { readonly kind: "marker"; readonly marker: number };

/** A paragraph, or a list with its items. */
export type Block =
  | { readonly kind: "paragraph"; readonly children: readonly Inline[] }
  | { readonly kind: "list"; readonly items: readonly (readonly Inline[])[] };

/** A backslash makes these stand for themselves (CommonMark's punctuation, of which the server escapes some). */
const ESCAPED = /^\\([!-/:-@[-`{-~])/;
const MARKER = /^\[(\d{1,6})\]/;
const ITEM = /^ {0,3}[-*+] +/;
const HEADING = /^ {0,3}#{1,6} +/;
const OPENING = /^["“”„«']/;

/**
 * The Markdown that answers are written in: paragraphs, lists, `**strong**`, `[1]` and backslash escapes. Anything else
 * (HTML, links, images, emphasis) stays the text that it is. Linear in the length of the source but for the quotes tried at
 * each quotation mark.
 * @param quotes words of the documents as cited; where the source shows one of them it becomes a `quote`
 */
export function parseMarkdown(source: string, quotes: readonly string[]): readonly Block[] {
  const blocks: Block[] = [];
  const shown = longestFirst(quotes);
  let paragraph: string[] = [];
  let items: string[] = [];
  const close = (): void => {
    if (paragraph.length > 0) {
      blocks.push({ kind: "paragraph", children: parseInline(paragraph.join(" "), shown) });
    }
    if (items.length > 0) blocks.push({ kind: "list", items: items.map((item) => parseInline(item, shown)) });
    paragraph = [];
    items = [];
  };
  for (const line of source.split(/\r?\n/)) {
    const item = ITEM.exec(line);
    if (line.trim() === "") close();
    else if (item !== null) {
      if (paragraph.length > 0) close();
      items.push(line.slice(item[0].length).trim());
    } else if (items.length > 0) items.push(`${items.pop() ?? ""} ${line.trim()}`);
    else paragraph.push(line.replace(HEADING, "").trim());
  }
  close();
  return blocks;
}

/** Every marker in a line, in order, those in strong text too. */
export function markersIn(children: readonly Inline[]): readonly number[] {
  return children.flatMap((child) => {
    if (child.kind === "marker") return [child.marker];
    return child.kind === "strong" ? markersIn(child.children) : [];
  });
}

/** True for a line that shows words of a document. */
export function hasQuote(children: readonly Inline[]): boolean {
  return children.some((child) => child.kind === "quote" || (child.kind === "strong" && hasQuote(child.children)));
}

type Shown = { readonly source: string; readonly text: string };

/** How the server shows a quote in Markdown, with quotation marks of ours and as it stands; longest first. */
function longestFirst(quotes: readonly string[]): readonly Shown[] {
  const distinct = [...new Set(quotes)].filter((quote) => quote.trim() !== "");
  return distinct
    .flatMap((quote) => {
      const line = quote.replaceAll(/\s*[\r\n]+\s*/g, " ");
      const escaped = line.replaceAll(/[\\`*_[\]<>]/g, "\\$&");
      const marked = { source: `“${escaped}”`, text: `“${line}”` };
      return OPENING.test(line) ? [marked, { source: escaped, text: line }] : [marked];
    })
    .toSorted((a, b) => b.source.length - a.source.length || (a.source < b.source ? -1 : 1));
}

function parseInline(source: string, quotes: readonly Shown[]): readonly Inline[] {
  const children: Inline[] = [];
  let text = "";
  let at = 0;
  const closeText = (): void => {
    if (text !== "") children.push({ kind: "text", text });
    text = "";
  };
  const take = (child: Inline, length: number): void => {
    closeText();
    children.push(child);
    at += length;
  };
  while (at < source.length) {
    const first = source.charAt(at);
    const rest = source.slice(at, at + 8);
    const escaped = first === "\\" ? ESCAPED.exec(rest) : null;
    const marker = first === "[" ? MARKER.exec(rest) : null;
    const quote = OPENING.test(first) ? quotes.find((each) => source.startsWith(each.source, at)) : undefined;
    const strong = rest.startsWith("**") ? closingStars(source, at + 2) : -1;
    if (escaped !== null) {
      text += escaped[1] ?? "";
      at += 2;
    } else if (marker !== null) take({ kind: "marker", marker: Number(marker[1]) }, marker[0].length);
    else if (quote !== undefined) take({ kind: "quote", text: quote.text }, quote.source.length);
    else if (strong > at + 2) {
      take({ kind: "strong", children: parseInline(source.slice(at + 2, strong), quotes) }, strong + 2 - at);
    } else {
      text += first;
      at += 1;
    }
  }
  closeText();
  return children;
}

/** Where the stars close that opened before `from`; -1 where they do not. */
function closingStars(source: string, from: number): number {
  for (let at = source.indexOf("**", from); at >= 0; at = source.indexOf("**", at + 1)) {
    if (source.charAt(at - 1) !== "\\") return at;
  }
  return -1;
}
