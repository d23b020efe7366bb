import type { Span } from "../text/span.ts";

/** One published text with its metadata. */
export type Document = {
  /** Path in the corpus without the ending, lower case, `/` written `--`. */
  readonly id: string;
  readonly title: string;
  /** The outlet that published it. */
  readonly source: string | null;
  /** Day of publication, `YYYY-MM-DD`. */
  readonly published: string | null;
  /** http or https only. */
  readonly url: string | null;
  /** Everything after the front matter's closing line; a BOM is dropped, CRLF stays. All spans point into it. */
  readonly text: string;
  /** Hex SHA-256 of the UTF-8 bytes of `text`. */
  readonly sha256: string;
};

/** One non-blank line of a document. The span leaves out the line end and outer white space. */
export type Paragraph = {
  readonly span: Span;
  readonly kind: "heading" | "prose";
  /** Index of the earlier paragraph that this one repeats, else null. */
  readonly repeats: number | null;
};

/** What the lines of a document are, and which stretches are page furniture. Both in text order. */
export type Layout = {
  readonly paragraphs: readonly Paragraph[];
  /** "SEE ALSO: …", "WATCH: …" and the like, and the marks before headings and list items ("# ", "- "); never quoted. */
  readonly furniture: readonly Span[];
};
