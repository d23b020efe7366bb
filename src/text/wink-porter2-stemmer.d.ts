declare module "wink-porter2-stemmer" {
  /** Porter's second English stemmer (Snowball English). Lower-cases; turns the digit 3 into y, so words with digits must not be given. */
  const stem: (word: string) => string;
  export = stem;
}
