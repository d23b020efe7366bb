/**
 * Tokens of a text, rather too many than too few, whatever the model: four letters a token for Latin script, one for each digit,
 * mark and character of another script. English news has about 4.5 letters a token in the tokenizers in use.
 */
export function estimateTokens(text: string): number {
  let tokens = 0;
  for (const [run] of text.matchAll(/[A-Za-z]+|[^A-Za-z\s]/gu))
    tokens += /^[A-Za-z]/.test(run) ? Math.ceil(run.length / 4) : 1;
  return tokens;
}
