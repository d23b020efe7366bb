/** Long enough for a sentence that comes again and again, and for a few of them in turn. */
const TAIL = 2400;
/** New characters between two looks. */
const STRIDE = 64;
/** From here on it is words that come again; below it is a rule, an indent, a digit. */
const LONG_PERIOD = 40;
const LONG_TIMES = 4;
/** Characters of something shorter: longer than any indent or ruled line that a reply has reason for. */
const SHORT_RUN = 320;

/**
 * Watches a text that grows for an end that only repeats itself, as small models do when they are lost: the same 40 to 600
 * characters four times in a row, or 320 characters of something shorter.
 * @returns takes the next piece, says whether the text has been caught repeating itself
 */
export function makeLoopWatch(): (piece: string) => boolean {
  let tail = "";
  return (piece) => {
    for (let at = 0; at < piece.length; at += STRIDE) {
      const before = Math.floor(tail.length / STRIDE);
      tail += piece.slice(at, at + STRIDE);
      if (Math.floor(tail.length / STRIDE) === before) continue;
      if (endsInLoop(tail.slice(-TAIL))) return true;
      if (tail.length > 2 * TAIL) tail = tail.slice(-TAIL);
    }
    return false;
  };
}

/** By the borders of the reversed text (Knuth, Morris & Pratt 1977): a stretch of n with a border of b has the period n − b. Linear. */
function endsInLoop(text: string): boolean {
  const borders = new Uint16Array(text.length + 1);
  const at = (n: number): number => text.charCodeAt(text.length - 1 - n);
  for (let length = 2, border = 0; length <= text.length; length++) {
    while (border > 0 && at(border) !== at(length - 1)) border = borders[border] ?? 0;
    if (at(border) === at(length - 1)) border++;
    borders[length] = border;
    const period = length - border;
    if (period < LONG_PERIOD ? length >= SHORT_RUN : length >= LONG_TIMES * period) return true;
  }
  return false;
}
