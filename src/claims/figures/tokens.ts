/** A word, a number or a single sign of a sentence. `glued` where nothing stands between it and the token before. */
export type Token = {
  readonly kind: "word" | "number" | "sign" | "end";
  readonly text: string;
  readonly lower: string;
  readonly start: number;
  readonly end: number;
  readonly glued: boolean;
};

/** Stands for any token before the first or after the last, so that rules need not ask. */
const NO_TOKEN: Token = { kind: "end", text: "", lower: "", start: 0, end: 0, glued: false };

/** The token at an index, or a token of kind `end` outside the sentence. */
export function at(tokens: readonly Token[], index: number): Token {
  return tokens[index] ?? NO_TOKEN;
}

/** Vulgar fractions and what they are worth. */
export const VULGAR: ReadonlyMap<string, number> = new Map([
  ["½", 1 / 2],
  ["⅓", 1 / 3],
  ["⅔", 2 / 3],
  ["¼", 1 / 4],
  ["¾", 3 / 4],
  ["⅕", 1 / 5],
  ["⅖", 2 / 5],
  ["⅗", 3 / 5],
  ["⅘", 4 / 5],
  ["⅙", 1 / 6],
  ["⅛", 1 / 8],
  ["⅜", 3 / 8],
  ["⅝", 5 / 8],
  ["⅞", 7 / 8],
]);

const LETTER = /\p{L}/u;

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isLetter(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  return LETTER.test(text.charAt(index));
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x2009 || code === 0x202f;
}

function digitsFrom(text: string, start: number): number {
  let end = start;
  while (end < text.length && isDigit(text.charCodeAt(end))) end += 1;
  return end;
}

/** "1,354", "1,00,000" (Indian), "10 000" with typeset spaces; ordinary spaces join only what is plainly one number. */
const GROUPED: readonly RegExp[] = [
  /\d{1,3}(?:,\d{3})+(?!\d)/y,
  /\d{1,2}(?:,\d{2})+,\d{3}(?!\d)/y,
  /\d{1,3}(?:[\u00a0\u2009\u202f]\d{3})+(?!\d)/y,
  // "Flight 370 239 dead" are two numbers: three groups, or a round end, make one.
  /\d{1,3}(?: \d{3}){2,}(?![\d,])/y,
  /\d{1,3} 000(?![\d,])/y,
];

/** "4e14", "9.83e-3". */
const EXPONENT = /e[+-]?\d{1,2}(?![\p{L}\p{N}])/uy;

function numberEnd(text: string, start: number): number {
  let end = digitsFrom(text, start);
  if (end > start && end - start <= 3 && end < text.length) {
    for (const pattern of GROUPED) {
      pattern.lastIndex = start;
      const match = pattern.exec(text);
      if (match !== null) end = Math.max(end, start + match[0].length);
    }
  }
  while (text.charAt(end) === "." && isDigit(text.charCodeAt(end + 1))) end = digitsFrom(text, end + 1);
  EXPONENT.lastIndex = end;
  return EXPONENT.test(text) ? EXPONENT.lastIndex : end;
}

function wordEnd(text: string, start: number): number {
  let end = start + 1;
  for (; end < text.length; end += 1) {
    if (isLetter(text, end)) continue;
    const sign = text.charAt(end);
    if ((sign === "'" || sign === "’") && isLetter(text, end + 1)) continue;
    // "U.S.", "a.m.": single letters with full stops are one word, the last stop included.
    if (sign === "." && isInitial(text, end - 1, start)) {
      if (isLetter(text, end + 1) && text.charAt(end + 2) === ".") continue;
      if (end - start > 1) return end + 1;
    }
    break;
  }
  return end;
}

function isInitial(text: string, index: number, start: number): boolean {
  return index === start || text.charAt(index - 1) === ".";
}

/** True where a web address begins, whose digits say nothing. */
function isAddress(text: string, index: number): boolean {
  return text.startsWith("http://", index) || text.startsWith("https://", index) || text.startsWith("www.", index);
}

function spaceFrom(text: string, start: number): number {
  let end = start;
  while (end < text.length && !isSpace(text.charCodeAt(end))) end += 1;
  return end;
}

/** Lower case of the same length, so that offsets stay ("İ" would grow). */
function lowerOf(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** Splits a sentence into words, numbers and signs; white space is left out. Linear in the text. */
export function tokenize(text: string): readonly Token[] {
  const lower = lowerOf(text);
  const tokens: Token[] = [];
  let index = 0;
  let previousEnd = -1;
  while (index < text.length) {
    const code = text.charCodeAt(index);
    if (isSpace(code)) {
      index += 1;
      continue;
    }
    let kind: Token["kind"] = "sign";
    let end = index + 1;
    if (isDigit(code) || (code === 46 && previousEnd !== index && isDigit(text.charCodeAt(index + 1)))) {
      kind = "number";
      end = numberEnd(text, index);
    } else if (isLetter(text, index)) {
      kind = "word";
      end = isAddress(text, index) ? spaceFrom(text, index) : wordEnd(text, index);
    } else if (VULGAR.has(text.charAt(index))) {
      kind = "number";
    }
    tokens.push({
      kind,
      text: text.slice(index, end),
      lower: lower.slice(index, end),
      start: index,
      end,
      glued: previousEnd === index,
    });
    previousEnd = end;
    index = end;
  }
  return tokens;
}
