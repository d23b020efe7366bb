/** A document's id: its path in the corpus without the ending, lower case, `/` written `--`. */
export function documentIdOf(path: string): string {
  return path
    .replace(/\.[^./]*$/u, "")
    .toLowerCase()
    .replaceAll("/", "--");
}
