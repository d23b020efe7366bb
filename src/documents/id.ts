/** A document's id: its path in the corpus without the ending, lower case, in composed form (NFC), `/` written `--`. */
export function documentIdOf(path: string): string {
  return path
    .replace(/\.[^./]*$/u, "")
    .normalize("NFC")
    .toLowerCase()
    .replaceAll("/", "--");
}
