import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** A document made of real text: a title, and paragraphs, one a line, as news texts come. */
export type ProseDocument = { readonly title: string; readonly text: string };

/** News reports have a few thousand characters. */
const DOCUMENT_CHARS = 6_000;
/** What is shorter is a heading, a list of options, or code. */
const MIN_PARAGRAPH_CHARS = 80;
/** Share of letters and spaces below which a block is a table or code. */
const MIN_LETTERS = 0.8;

/**
 * Documents from the text files below a folder (`.txt`, `.md`, `.rst`), about `chars` characters in all, taken evenly from all that is there.
 * Only paragraphs of prose: manuals are half headings, options and code. Broken lines are joined.
 */
export async function gatherProse(folder: string, chars: number): Promise<readonly ProseDocument[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && /\.(?:txt|md|rst)$/u.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const all: ProseDocument[] = [];
  const seen = new Set<string>();
  for (const path of paths) {
    const fresh = paragraphsOf(await readFile(path, "utf8")).filter((paragraph) => !seen.has(paragraph));
    for (const paragraph of fresh) seen.add(paragraph);
    all.push(...cut(fresh));
  }
  const there = all.reduce((sum, { text }) => sum + text.length, 0);
  const share = Math.min(1, chars / Math.max(1, there));
  return all.filter((_, i) => Math.floor((i + 1) * share) > Math.floor(i * share));
}

function paragraphsOf(text: string): readonly string[] {
  return text
    .split(/\n[ \t]*\n/u)
    .map((block) => block.replaceAll(/\s+/gu, " ").trim())
    .filter((block) => block.length >= MIN_PARAGRAPH_CHARS && /^["'(]?\p{Lu}/u.test(block) && /[.?!)]$/u.test(block))
    .filter((block) => block.replaceAll(/[^\p{L} ]/gu, "").length >= MIN_LETTERS * block.length);
}

/** The first words of a document are its title: what files are called says nothing. */
function cut(paragraphs: readonly string[]): readonly ProseDocument[] {
  const documents: ProseDocument[] = [];
  let lines: string[] = [];
  let chars = 0;
  const close = (): void => {
    const [first] = lines;
    if (first !== undefined) {
      const title = first
        .replaceAll(/[^\p{L}\p{N} ]/gu, "")
        .split(" ")
        .slice(0, 8)
        .join(" ");
      documents.push({ title, text: `${lines.join("\n")}\n` });
    }
    lines = [];
    chars = 0;
  };
  for (const paragraph of paragraphs) {
    lines.push(paragraph);
    chars += paragraph.length;
    if (chars >= DOCUMENT_CHARS) close();
  }
  close();
  return documents;
}
