/** Sentences as they are said aloud: without markers, emphasis and escapes. */
export function speak(markdown: string): string {
  return markdown
    .replace(/\s*(?<!\\)\[\d+\]/g, "")
    .replace(/(?<!\\)\*{1,2}/g, "")
    .replace(/^\s*[-*] +/gm, "")
    .replace(/\\([!-/:-@[-`{-~])/g, "$1")
    .trim();
}
