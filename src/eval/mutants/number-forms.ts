/** A number as a text writes it. */
export type WrittenNumber = {
  /** As written, without a currency: "1,500", "seven", "2.3 million". */
  readonly text: string;
  readonly number: number;
};

const SMALL = [
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  ),
  "- - twenty thirty forty fifty sixty seventy eighty ninety".split(" "),
] as const;

const SCALES: readonly (readonly [string, number])[] = [
  ["million", 1e6],
  ["billion", 1e9],
];

/** Numbers as words up to here are not longer than news would write. */
const MAX_SPELLED = 100;

const DIGITS = /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/u;

/**
 * The number with which a value begins: "1,500", "seven", "2.3 million people", "8 per cent".
 * @returns null where it begins with none, or with a date, a time of day, a year, a share ("four in ten") or a fraction
 */
export function readLeadingNumber(value: string): WrittenNumber | null {
  const found = /^[$£€]?(?<first>[\d.,]*\d|[a-z]+(?:-[a-z]+)?)(?<scale> (?:m|b)illion)?(?<rest>.*)$/iu.exec(
    value.trim(),
  )?.groups;
  const { first = "", scale = "", rest = "" } = found ?? {};
  if (/^(?:\s*(?:in|out of|of the) \w|\/|\s*(?:a\.?m\b|p\.?m\b|o'clock)|:|-\w|(?:st|nd|rd|th)\b)/iu.test(rest))
    return null;
  const plain = DIGITS.test(first) ? Number(first.replaceAll(",", "")) : spelled(first);
  if (plain === null || (scale === "" && /^(?:1[89]|20)\d\d$/u.test(first))) return null;
  const factor = SCALES.find(([word]) => word === scale.trim().toLowerCase())?.[1] ?? 1;
  return { text: first + scale, number: plain * factor };
}

function spelled(word: string): number | null {
  const lower = word.toLowerCase();
  for (let number = 0; number < MAX_SPELLED; number += 1) if (inWords(number) === lower) return number;
  return null;
}

/** A whole number below a hundred as news spells it: "sixty-two". */
function inWords(number: number): string {
  if (number < 20) return SMALL[0][number] ?? "";
  const ten = SMALL[1][Math.floor(number / 10)] ?? "";
  return number % 10 === 0 ? ten : `${ten}-${SMALL[0][number % 10] ?? ""}`;
}

/** Digits with a comma at every thousand from 1,000 on. */
function inDigits(number: number): string {
  return number.toLocaleString("en-US", { maximumFractionDigits: 2 });
}

/**
 * Other ways to write the very same number, none as precise as to change what it says: "1,500" → "fifteen hundred", "1.5 thousand"; "62" → "sixty-two";
 * "seven" → "7"; "2.3 million" → "2,300,000". None of them is the given text.
 */
export function otherForms({ text, number }: WrittenNumber): readonly string[] {
  const forms: string[] = [];
  if (Number.isInteger(number) && number < MAX_SPELLED) forms.push(inWords(number), inDigits(number));
  if (number >= 1100 && number < 10_000 && number % 100 === 0 && number % 1000 !== 0)
    forms.push(`${inWords(number / 100)} hundred`, `${inDigits(number / 1000)} thousand`);
  if (number >= 1000 && number < 1e6 && number % 1000 === 0) {
    forms.push(`${number / 1000} thousand`);
    if (number / 1000 < MAX_SPELLED) forms.push(`${inWords(number / 1000)} thousand`);
  }
  if (number >= 1e6 && number % 1e5 === 0) forms.push(`${inDigits(number / 1e6)} million`, inDigits(number));
  return [...new Set(forms)].filter((form) => form !== text.toLowerCase());
}

/** A number with the figures, words and trailing zeros that another was written with: like "1,500", 2,134 becomes "2,100"; like "seven", 9.8 "ten". */
export function writeLike({ text, number }: WrittenNumber, other: number): WrittenNumber {
  const [digits = "", scale] = text.split(" ");
  if (!/\d/u.test(digits)) {
    const whole = Math.round(other);
    return { text: whole < MAX_SPELLED ? inWords(whole) : inDigits(whole), number: whole };
  }
  const decimals = /\.(?<after>\d+)$/u.exec(digits)?.groups?.["after"]?.length ?? 0;
  const zeros = decimals > 0 ? 0 : (/0*$/u.exec(digits.replaceAll(",", ""))?.[0].length ?? 0);
  const factor = scale === undefined ? 1 : (SCALES.find(([word]) => word === scale.toLowerCase())?.[1] ?? 1);
  const unit = 10 ** (zeros - decimals);
  const rounded = Math.max(1, Math.round(other / factor / unit)) * unit;
  const grouped = digits.includes(",") || number < 1000 ? inDigits(rounded) : String(rounded);
  const shown = decimals > 0 ? rounded.toFixed(decimals) : grouped;
  return {
    text: scale === undefined ? shown : `${shown} ${scale}`,
    number: Number((rounded * factor).toPrecision(12)),
  };
}
