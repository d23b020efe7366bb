import type { SourceFile } from "./mutant.ts";

/** Lines of front matter that are no prose: what stands in them is never changed. */
const NO_PROSE = /^(?:published|url|source|author|date):/u;

/** The one file that a golden row means by the beginning of an id; null where there is none, or several. */
export function fileOf(files: readonly SourceFile[], beginning: string): SourceFile | null {
  const found = files.filter(({ path }) => nameOf(path).startsWith(beginning));
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** Name of a file without folders. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** The corpus with one file put in the place of another. */
export function withFile(files: readonly SourceFile[], old: SourceFile, file: SourceFile): readonly SourceFile[] {
  return files.map((one) => (one === old ? file : one)).toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** Words to be put in the place of others. */
export type Replacement = { readonly words: string; readonly by: string };

/**
 * A file with words put in the place of others, wherever they stand in its title and body, as whole words and not within a longer number. A capital
 * at the beginning is kept: "Seven died" becomes "Ten died".
 */
export function replaceInFile(file: SourceFile, replacement: Replacement): SourceFile {
  const lines = file.text.split("\n").map((line) => (NO_PROSE.test(line) ? line : replaceIn(line, replacement)));
  return { path: file.path, text: lines.join("\n") };
}

/** The same in some stretches of the file only. @param stretches verbatim; what does not stand in the file is passed over */
export function replaceInStretches(
  file: SourceFile,
  stretches: readonly string[],
  replacement: Replacement,
): SourceFile {
  const text = stretches.reduce((all, one) => all.replaceAll(one, () => replaceIn(one, replacement)), file.text);
  return { path: file.path, text };
}

/** Title and body of a file: all that a reader reads. */
export function proseOf({ text }: SourceFile): string {
  return text
    .split("\n")
    .filter((line) => !NO_PROSE.test(line))
    .join("\n");
}

/** Words put in the place of others in a text, as whole words; a capital at their beginning is kept. */
export function replaceIn(text: string, { words, by }: Replacement): string {
  return text.replaceAll(wholeWords(words), (found) => (startsUpper(found, words) ? upperFirst(by) : by));
}

/** Whether words stand in a text, whatever the case, as whole words and not within a longer number. */
export function standsIn(text: string, words: string): boolean {
  return wholeWords(words).test(text);
}

function wholeWords(words: string): RegExp {
  const escaped = words.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
  return new RegExp(String.raw`(?<![\p{L}\p{N}])(?<!\d[.,])(?<!-)${escaped}(?![\p{L}\p{N}]|[.,]\d|-\p{L})`, "giu");
}

function startsUpper(found: string, words: string): boolean {
  return /^\p{Lu}/u.test(found) && /^\p{Ll}/u.test(words);
}

function upperFirst(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
